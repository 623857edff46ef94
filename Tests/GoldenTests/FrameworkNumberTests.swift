import DataContracts
import TestSupport
import Testing

/// Doubles and floats as .NET Framework prints them, against what Mono wrote.
@Suite("Numbers of .NET Framework")
struct FrameworkNumberTests {
  private static func format(of file: String) -> JSONFormat {
    var format: JSONFormat =
      switch file {
      case "jsonnet-camel.mono.json": .camelCase
      case "jsonnet-indented.mono.json": JSONFormat(dialect: .webAPI, indentation: 2)
      case "datacontract.mono.json": .dataContractJSON
      default: .webAPI
      }
    format.dialect.floatingPoint = .framework
    return format
  }

  private static let files = [
    ("jsonnet.mono.json", 5), ("jsonnet-indented.mono.json", 5), ("jsonnet-camel.mono.json", 5),
    ("datacontract.mono.json", 3),
  ]

  /// Not of numbers: `XmlQualifiedName`, which is an object in JSON, a default that Mono writes by mistake, and infinities
  /// that DataContractJsonSerializer writes bare, which is no JSON.
  private static let others: [String: Set<String>] = [
    "jsonnet": ["qname-various", "object-mixed"],
    "datacontract": ["sparse-all-default", "double-specials", "float-specials"],
  ]

  @Test("JSON has them, read from XML", arguments: files)
  func json(file: String, count: Int) throws {
    let format = Self.format(of: file)
    var compared = 0
    for vector in FieldVectors.written {
      guard let expected = vector.file(file), let element = vector.element, let xml = vector.file("datacontract.xml")
      else { continue }
      let others = Self.others.filter { file.hasPrefix($0.key) }.values.joined()
      guard !others.contains(vector.name) else { continue }
      let document = try XMLFormat.dataContract.decode(xml, as: AnnotatedContracts.all.get().rooted(at: element))
      let written = try format.encode(document)
      #expect(String(decoding: written, as: UTF8.self) == String(decoding: expected, as: UTF8.self), "\(vector.name)")
      compared += 1
    }
    #expect(compared == count)
  }
}
