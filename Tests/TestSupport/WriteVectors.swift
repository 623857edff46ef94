import DataContracts
import Foundation

/// A value that the real serializers wrote, in every format that could carry it.
public struct WriteVector: Sendable, CustomStringConvertible {
  /// The case's name, which is also its folder's.
  public let name: String
  /// The C# type of the root, such as `Zoo.Bools`.
  public let root: String
  /// The root element as `{namespace}Name`; `nil` where the type has no data contract.
  public let element: String?
  /// The names of the files that `index.json` lists.
  public let files: Set<String>

  /// The name, for the output of tests.
  public var description: String { name }

  /// The bytes of a file; `nil` when the case has no such file.
  public func bytes(_ file: VectorFile) -> [UInt8]? {
    files.contains(file.name) ? try? Fixtures.vector("write/\(name)/\(file.name)") : nil
  }

  /// The contract of the root: the schemas' with what they leave out, or one of ``MultipartContracts``; `nil` for a
  /// type that no contract can say.
  public func contract() throws -> Contract? {
    if let contract = try MultipartContracts.named(root) { return contract }
    return try element.map { try WriteVectors.contract.get().rooted(at: $0) }
  }
}

/// A file of a written case and the format that answers to it.
public struct VectorFile: Sendable, Hashable, CustomStringConvertible {
  /// The file's name, such as `jsonnet.json`.
  public let name: String
  /// The format's name, such as `json`.
  public let format: String
  /// Whether the file is indented.
  public let isIndented: Bool

  public var description: String { name }

  init(_ name: String, _ format: String, isIndented: Bool = false) {
    self.name = name
    self.format = format
    self.isIndented = isIndented
  }

  /// The files that formats answer to.
  public static let all = [
    VectorFile("datacontract.xml", "xml"), VectorFile("datacontract-indented.xml", "xml", isIndented: true),
    VectorFile("datacontract-stream.xml", "xml-stream"), VectorFile("servicestack.xml", "xml-servicestack"),
    VectorFile("jsonnet.json", "json"), VectorFile("jsonnet-indented.json", "json", isIndented: true),
    VectorFile("jsonnet-camel.json", "json-camel"), VectorFile("datacontract.json", "json-datacontract"),
    VectorFile("systemtextjson.json", "json-systemtext"), VectorFile("servicestack.json", "json-servicestack"),
    VectorFile("servicestack-camel.json", "json-servicestack-camel"), VectorFile("servicestack.jsv", "jsv"),
    VectorFile("servicestack.csv", "csv"), VectorFile("servicestack.qs", "query"),
    VectorFile("multipart.bin", "multipart"), VectorFile("multipart-bytefile.bin", "multipart-files"),
    VectorFile("form-flat.txt", "form-dotted"),
  ].filter { WireFormat.named($0.format) != nil }

  /// The format, as the program that made the vectors has it: four hours east of UTC, and its types in `oracleB`.
  public func wireFormat(tolerance: DecodingOptions.Tolerance = .exact) throws -> any DocumentFormat {
    guard let format = WireFormat.named(format) else { throw CocoaError(.featureUnsupported) }
    var settings = WireFormat.Settings()
    settings.indentation = isIndented ? 2 : 0
    settings.unspecifiedDateOffset = 240
    settings.assembly = "oracleB"
    if tolerance == .dotNet { settings.decoding = .likeDotNet }
    return try format.format(settings)
  }
}

/// The cases that `index.json` lists as written.
public enum WriteVectors {
  /// All of them.
  public static let all: [WriteVector] = (try? load()) ?? []

  /// The contract of all the vectors' schemas, with what an XSD leaves out.
  public static let contract: Result<Contract, any Error> = Result {
    let folder = Fixtures.package.appending(path: "Tests/Fixtures/contracts")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xsd") }
    return try Contract(
      xsdFiles: names.sorted().map { ($0, try [UInt8](Data(contentsOf: folder.appending(path: $0)))) })
  }

  private static func load() throws -> [WriteVector] {
    let index = try JSONSerialization.jsonObject(with: Data(Fixtures.vector("index.json"))) as? [String: Any]
    return (index?["write"] as? [[String: Any]] ?? []).map { entry in
      let contract = entry["contract"] as? [String: Any]
      return WriteVector(
        name: entry["name"] as? String ?? "", root: entry["root"] as? String ?? "",
        element: FieldVector.element(
          contract?["element_name"] as? String, contract?["element_ns"] as? String ?? ""),
        files: Set((entry["files"] as? [String: Any] ?? [:]).keys))
    }
  }
}
