import DataContractsCore
import DataContractsSchema
import Foundation
import TestSupport

/// The schemas of the vectors, and small ones written for a test.
enum Schemas {
  /// Every schema that the exporter wrote for the vectors' types, by file name.
  static let vectors: [(name: String, bytes: [UInt8])] = {
    let folder = Fixtures.vectors.appending(path: "xsd")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".xsd") }.sorted().map { name in
      (name, (try? Fixtures.vector("xsd/\(name)")) ?? [])
    }
  }()

  /// The contract of all vectors' schemas.
  static let zoo = Result { try Contract(xsdFiles: vectors) }

  /// A schema of namespace `urn:t` with this content.
  static func schema(_ content: String, namespace: String = "urn:t", head: String = "") -> [UInt8] {
    Array(
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="\(namespace)" \
      xmlns:ser="http://schemas.microsoft.com/2003/10/Serialization/" elementFormDefault="qualified" \
      targetNamespace="\(namespace)"\(head)>\(content)</xs:schema>
      """.utf8)
  }

  /// The contract of one schema of namespace `urn:t` with this content.
  static func contract(_ content: String) throws(DocumentError) -> Contract {
    try Contract(xsdFiles: [("t.xsd", schema(content))])
  }

  /// The error of one schema of namespace `urn:t` with this content; a note when there is none.
  static func error(_ content: String) -> String {
    do {
      _ = try contract(content)
      return "no error"
    } catch {
      return error.description
    }
  }
}

extension Contract {
  /// A type by its local name.
  func type(_ name: String) -> ContractType? { types.first { $0.name.localName == name } }

  /// An object by its local name.
  func object(_ name: String) -> ObjectContract? {
    guard case .object(let object)? = type(name)?.shape else { return nil }
    return object
  }

  /// A type reference in the words of the dump.
  func shown(_ index: TypeIndex) -> String {
    switch self[index]?.shape {
    case .primitive(let primitive): "\(primitive)"
    case .any: "any"
    case .file: "file"
    default: self[index]?.name.description ?? "untyped"
    }
  }

  /// The members of an object as `name:type`, `?` for nillable, `!` for required, `-` for one not written when default.
  func members(_ name: String) -> [String] {
    (object(name)?.members ?? []).map { member in
      "\(member.name):\(self[member.type].map { $0.shape.primitiveName ?? $0.name.localName } ?? "untyped")"
        + (member.isNillable ? "?" : "") + (member.isRequired ? "!" : "") + (member.emitsDefaultValue ? "" : "-")
    }
  }
}

extension ContractType.Shape {
  fileprivate var primitiveName: String? {
    switch self {
    case .primitive(let primitive): "\(primitive)"
    case .any: "any"
    case .file: "file"
    default: nil
    }
  }
}
