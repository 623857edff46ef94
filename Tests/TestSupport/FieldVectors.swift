import DataContracts
import Foundation

/// The vectors that forms and multipart bodies answer to.
public struct FieldVector: Sendable, CustomStringConvertible {
  /// The case's name, which is also its folder's.
  public let name: String
  /// The folder below the vectors', such as `write/bool-default`.
  public let folder: String
  /// The C# type of the root, such as `Zoo.Bools`.
  public let root: String
  /// The root element as `{namespace}Name`; `nil` where the type has no data contract.
  public let element: String?
  /// The header of a multipart body that is read.
  public let contentType: String?
  /// The settings of .NET's reader, such as `maxdepth=2` or `validate`; `nil` for its defaults.
  public let options: String?
  /// Whether .NET's reader gave an error.
  public let isError: Bool

  /// The name, for the output of tests.
  public var description: String { name }

  /// The bytes of a file of the case; `nil` when it has no such file.
  public func file(_ file: String) -> [UInt8]? { try? Fixtures.vector("\(folder)/\(file)") }

  static func element(_ name: String?, _ namespace: String) -> String? {
    name.map { QualifiedName(namespace: namespace, localName: $0).description }
  }

  /// The contract of the root; `nil` for a type that no contract can say.
  public func contract() throws -> Contract? {
    if let contract = try MultipartContracts.named(root) { return contract }
    return try element.map { try WriteVectors.contract.get().rooted(at: $0) }
  }
}

/// The cases of the vectors' index that have a form or a multipart body.
public enum FieldVectors {
  /// Cases that were written.
  public static let written = (try? load("write", format: nil)) ?? []

  /// Cases that were read in a format: `form`, `form-pairs`, `form-typed`, `multipart`.
  public static func read(_ format: String) -> [FieldVector] { (try? load("read", format: format)) ?? [] }

  private static func load(_ side: String, format: String?) throws -> [FieldVector] {
    let index = try JSONSerialization.jsonObject(with: Data(Fixtures.vector("index.json"))) as? [String: Any]
    let elements = try JSONSerialization.jsonObject(with: Data(Fixtures.vector("xsd/contracts.json"))) as? [String: Any]
    let cases = index?[side] as? [[String: Any]] ?? []
    return cases.filter { format == nil || $0["format"] as? String == format }.map { entry in
      let name = entry["name"] as? String ?? ""
      let root = entry["root"] as? String ?? ""
      let contract = (entry["contract"] ?? elements?[root]) as? [String: Any]
      let element = contract.flatMap { contract in
        FieldVector.element(contract["element_name"] as? String, contract["element_ns"] as? String ?? "")
      }
      return FieldVector(
        name: name, folder: format.map { "read/\($0)/\(name)" } ?? "write/\(name)", root: root, element: element,
        contentType: entry["content_type"] as? String, options: entry["options"] as? String,
        isError: entry["result"] as? String == "error")
    }
  }
}
