import DataContracts
import Foundation

/// An input that a reader of .NET's was given, and what it made of it.
public struct ReadVector: Sendable {
  /// Which of several readers of the same inputs.
  public enum Reader: String, Sendable {
    /// The one that the plain files are of.
    case first = ""
    /// `XmlReader` in place of `XmlDictionaryReader`.
    case xmlReader = ".xmlreader"
  }

  /// The vector itself.
  public let vector: FieldVector
  private let reader: Reader

  /// The vectors of a format whose root type has a contract.
  public static func all(_ format: String, reader: Reader = .first) throws -> [ReadVector] {
    try FieldVectors.read(format).filter { try ($0.contract()) != nil }.map { ReadVector(vector: $0, reader: reader) }
  }

  /// The bytes that were read.
  public var input: [UInt8] { vector.file("input.bin") ?? [] }

  /// What Json.NET writes of the object that was read; `nil` where reading gave an error.
  public var expected: Any? {
    let own = vector.file("expected\(reader.rawValue).json")
    let hasOwnError = vector.file("error\(reader.rawValue).txt") != nil
    guard let bytes = own ?? (hasOwnError ? nil : vector.file("expected.json")) else { return nil }
    return try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
  }

  /// Whether .NET's reader gave an error.
  public var isError: Bool { expected == nil }

  /// The contract of the root type, with what the annotated schemas know beside the XSD.
  public func contract() throws -> Contract {
    if let element = vector.element, try MultipartContracts.named(vector.root) == nil {
      return try AnnotatedContracts.all.get().rooted(at: element)
    }
    guard let contract = try vector.contract() else { throw CocoaError(.fileNoSuchFile) }
    return contract
  }

  /// Whether a document holds what .NET has read: the same JSON, but for the order of members and the zone that a date
  /// is shown in.
  public func holds(_ document: Document) throws -> Bool {
    guard let expected else { return false }
    let written = try JSONSerialization.jsonObject(
      with: Data(JSONFormat.webAPI.encode(document)), options: .fragmentsAllowed)
    return try CanonicalJSON.text(Self.inUTC(written)) == CanonicalJSON.text(Self.inUTC(expected))
  }

  /// The members but for what Json.NET tells of identity: a reference names none, since each writer numbers its own.
  private static func withoutReferences(_ object: [String: Any]) -> [String: Any] {
    var members = object
    members["$id"] = nil
    if members["$ref"] != nil { members["$ref"] = "" }
    return members
  }

  /// The same value with every date that has a zone in UTC.
  private static func inUTC(_ value: Any) -> Any {
    switch value {
    case let object as [String: Any]: withoutReferences(object).mapValues(inUTC)
    case let list as [Any]: list.map(inUTC)
    case let text as String:
      if let date = DotNetDateTime(text), date.kind != .unspecified { "UTC \(date.utcTicks)" } else { text }
    default: value
    }
  }
}

/// The contract of the vectors' schemas with their annotations.
public enum AnnotatedContracts {
  /// All types in one contract.
  public static let all: Result<Contract, any Error> = Result {
    let folder = Fixtures.package.appending(path: "Tests/Fixtures/contracts")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xsd") }
      .sorted()
    return try Contract(xsdFiles: try names.map { ($0, try [UInt8](Data(contentsOf: folder.appending(path: $0)))) })
  }
}
