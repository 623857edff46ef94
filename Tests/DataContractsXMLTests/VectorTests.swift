import DataContractsCore
import DataContractsXML
import Foundation
import TestSupport
import Testing

/// What the real DataContractSerializer wrote and read.
@Suite("Vectors of DataContractSerializer")
struct VectorTests {
  private struct WriteCase {
    let name: String
    let root: String
  }

  private static func index() throws -> [String: Any] {
    let data = Data(try Fixtures.vector("index.json"))
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  private static func writeCases() throws -> [WriteCase] {
    let entries = try index()["write"] as? [[String: Any]] ?? []
    return entries.compactMap { entry in
      guard let name = entry["name"] as? String, let contract = entry["contract"] as? [String: Any],
        let element = contract["element_name"] as? String, let namespace = contract["element_ns"] as? String
      else { return nil }
      return WriteCase(name: name, root: "\(QualifiedName(namespace: namespace, localName: element))")
    }
  }

  private static func formats() -> [(file: String, format: XMLFormat)] {
    var indented = XMLFormat.dataContract
    indented.indentation = 2
    return [
      ("datacontract.xml", .dataContract), ("datacontract-indented.xml", indented),
      ("datacontract-stream.xml", .dataContractStream), ("servicestack.xml", .serviceStack),
    ]
  }

  @Test("each file comes out as it went in")
  func writing() throws {
    let contract = try XMLSupport.vectors.get()
    var files = 0
    for entry in try Self.writeCases() {
      for (file, format) in Self.formats() {
        guard let expected = try? Fixtures.vector("write/\(entry.name)/\(file)") else { continue }
        files += 1
        let document = try format.decode(expected, as: contract.rooted(at: entry.root))
        let written = try XMLSupport.encode(document, format)
        #expect(written == String(decoding: expected, as: UTF8.self), "\(entry.name)/\(file)")
      }
    }
    print("DataContract XML: \(files) files written as .NET writes them")
    #expect(files == 504)
  }

  @Test("what XmlWriter wrote comes out as the stream's writer writes it, but for carriage returns")
  func acrossStyles() throws {
    let contract = try XMLSupport.vectors.get()
    // XmlWriter has replaced the carriage returns of these texts.
    let lossy: Set = ["string-newlines", "string-space"]
    for entry in try Self.writeCases() where !lossy.contains(entry.name) {
      guard let input = try? Fixtures.vector("write/\(entry.name)/datacontract.xml") else { continue }
      let document = try XMLFormat.dataContract.decode(input, as: contract.rooted(at: entry.root))
      for (file, format) in Self.formats() {
        guard let expected = try? Fixtures.vector("write/\(entry.name)/\(file)") else { continue }
        let written = try XMLSupport.encode(document, format)
        #expect(written == String(decoding: expected, as: UTF8.self), "\(entry.name)/\(file)")
      }
    }
  }

  /// What Mono makes otherwise than .NET Core beside numbers, which is taken for faults of Mono: it writes defaults that
  /// `EmitDefaultValue = false` leaves out, types that the serializer does not know, and the type of a bare object.
  private static let faultsOfMono: Set = ["sparse-all-default", "object-unknown-type", "object-mixed"]

  @Test("doubles and floats come out as .NET Framework prints them")
  func framework() throws {
    let contract = try XMLSupport.vectors.get()
    var files = 0
    for entry in try Self.writeCases() where !Self.faultsOfMono.contains(entry.name) {
      for (file, format) in Self.formats() {
        let mono = file.replacing(".xml", with: ".mono.xml")
        guard let expected = try? Fixtures.vector("write/\(entry.name)/\(mono)") else { continue }
        files += 1
        var format = format
        format.floatingPoint = .framework
        let input = try Fixtures.vector("write/\(entry.name)/datacontract.xml")
        let document = try XMLFormat.dataContract.decode(input, as: contract.rooted(at: entry.root))
        #expect(try XMLSupport.encode(document, format) == String(decoding: expected, as: UTF8.self), "\(entry.name)")
      }
    }
    #expect(files == 15)
  }

  @Test("line ends come out as on Windows") func windows() throws {
    let contract = try XMLSupport.vectors.get()
    var format = XMLFormat.dataContract
    format.newLine = .carriageReturnLineFeed
    var files = 0
    for entry in try Self.writeCases() {
      guard let expected = try? Fixtures.vector("write/\(entry.name)/datacontract-windows.xml") else { continue }
      files += 1
      let input = try Fixtures.vector("write/\(entry.name)/datacontract-stream.xml")
      let document = try XMLFormat.dataContractStream.decode(input, as: contract.rooted(at: entry.root))
      #expect(try XMLSupport.encode(document, format) == String(decoding: expected, as: UTF8.self), "\(entry.name)")
    }
    #expect(files == 2)
  }

  @Test("with checked characters a control character is refused, and all else comes out the same") func checked() throws
  {
    let contract = try XMLSupport.vectors.get()
    var format = XMLFormat.dataContract
    format.allowsControlCharacters = false
    for entry in try Self.writeCases() {
      guard let input = try? Fixtures.vector("write/\(entry.name)/datacontract.xml") else { continue }
      let document = try XMLFormat.dataContract.decode(input, as: contract.rooted(at: entry.root))
      guard (try? Fixtures.vector("write/\(entry.name)/datacontract-checked.xml.error.txt")) != nil else {
        #expect(try XMLSupport.encode(document, format) == String(decoding: input, as: UTF8.self), "\(entry.name)")
        continue
      }
      #expect(throws: DocumentError.self, "\(entry.name)") { try XMLSupport.encode(document, format) }
    }
  }

  /// Values that .NET changes and this reader refuses, unless it is told to be like .NET.
  private static let refused: [String: String] = [
    "dates-forms": "digits beyond ticks of 100 ns would be dropped",
    "decimals-forms": "digits beyond 28 would be dropped",
    "doubles-overflow": "a number beyond the range would become infinite",
    "item-duplicate-member": "the second value would be dropped",
    "spans-forms": "a year has no fixed length",
  ]

  /// Members that .NET drops because of their order, and this reader reads.
  private static let kept: Set = ["inherit-derived-first", "item-out-of-order", "suntech-declared-order"]

  /// Inputs that .NET refuses and this reader takes, since they lose nothing.
  private static let taken: [String: String] = [
    "dict-duplicate-key": "entries are kept as they come",
    "dict-null-key": "entries are kept as they come",
    "dict-value-first": "members come in any order",
    "enums-comma-flags": "flags may be separated by commas",
    "object-not-known": "an XSD does not say which types a serializer knows",
    "object-untyped-text": "text without i:type is kept as text",
    "object-untyped-xml": "elements without i:type are kept as they are",
    "offsets-plain-text": "a date-time with offset may be text",
    "poly-no-type": "an XSD does not say that a class is abstract",
    "strict-out-of-order": "members come in any order",
  ]

  /// Inputs that `XmlDictionaryReader` refuses, and `XmlReader` and this reader take.
  private static let takenLikeXmlReader: [String: String] = [
    "item-comments-pi": "processing instructions are passed over",
    "item-latin1-declared": "ISO-8859-1 is read",
    "item-utf16-bom": "a byte order mark says enough",
  ]

  private enum Outcome { case same, other, refused }

  private static func outcome(_ vector: ReadVector, _ format: XMLFormat) throws -> Outcome {
    guard let document = try? format.decode(vector.input, as: vector.contract()) else { return .refused }
    return try vector.isError || vector.holds(document) ? .same : .other
  }

  private static func expectation(_ vector: ReadVector, _ reader: ReadVector.Reader, isLenient: Bool) -> Outcome {
    let name = vector.vector.name
    if vector.isError {
      // Told to be like .NET, this reader takes each key once as well.
      if isLenient, name == "dict-duplicate-key" { return .refused }
      return taken[name] != nil || (reader == .first && takenLikeXmlReader[name] != nil) ? .same : .refused
    }
    if kept.contains(name) { return .other }
    return refused[name] != nil && !isLenient ? .refused : .same
  }

  @Test(
    "what .NET reads is read with the same values, what it refuses is refused, save where that loses data or nothing",
    arguments: [ReadVector.Reader.first, .xmlReader], [false, true])
  func reading(reader: ReadVector.Reader, isLenient: Bool) throws {
    var format = reader == .first ? XMLFormat.dataContract : .serviceStack
    if isLenient { format.decoding = .likeDotNet }
    let vectors = try ReadVector.all("datacontract", reader: reader)
    for vector in vectors {
      let expected = Self.expectation(vector, reader, isLenient: isLenient)
      #expect(try Self.outcome(vector, format) == expected, "\(vector.vector.name)")
    }
    #expect(vectors.count == 148)
  }
}
