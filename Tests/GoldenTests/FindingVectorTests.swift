import DataContracts
import Foundation
import TestSupport
import Testing

/// Findings against what the real readers did: there is one exactly where .NET gave an error or lost something.
@Suite("Findings of the vectors")
struct FindingVectorTests {
  struct Readers: Sendable, CustomTestStringConvertible {
    let folder: String
    let reader: ReadVector.Reader
    let count: Int
    let exceptions: [String: String]
    let format: @Sendable (ReadVector) throws -> any DocumentFormat

    var testDescription: String { folder + reader.rawValue }
  }

  /// Where this package and .NET lose the same, or the contract does not tell.
  private static let xmlExceptions = [
    "item-nil-name-with-content": "this reader, too, passes over what a nil element holds",
    "item-nil-no-namespace": "this reader, too, passes over attributes",
    "item-unknown-attribute": "this reader, too, passes over attributes",
    "object-not-known": "an XSD does not say which types a serializer knows",
    "poly-no-type": "an XSD does not say that a class is abstract",
  ]
  private static let jsonExceptions = [
    "item-empty": "no body at all is null, which loses nothing",
    "item-lone-surrogate": "the comparison takes .NET's reading for what is said",
    "item-octal-number": "the comparison takes .NET's reading for what is said",
    "item-trailing-text": "the comparison takes .NET's reading for what is said",
    "dicts-duplicate": "the comparison, which goes by JSON, sees the last entry alone",
    "strict-missing": "Web API does not ask for required members",
  ]
  private static let multipartExceptions = ["set": "a contract does not say that a collection is a set"]

  static let readers: [Readers] = [
    Readers(folder: "datacontract", reader: .first, count: 148, exceptions: xmlExceptions) { _ in XMLFormat.dataContract
    },
    Readers(folder: "datacontract", reader: .xmlReader, count: 148, exceptions: xmlExceptions) { _ in
      XMLFormat.serviceStack
    },
    Readers(folder: "jsonnet", reader: .first, count: 74, exceptions: jsonExceptions) { _ in JSONFormat.webAPI },
    Readers(folder: "datacontractjson", reader: .first, count: 12, exceptions: [:]) { _ in JSONFormat.dataContractJSON
    },
    Readers(folder: "form-typed", reader: .first, count: 31, exceptions: [:]) { _ in FormFormat.bracketed },
    Readers(folder: "multipart", reader: .first, count: 108, exceptions: multipartExceptions) { vector in
      var format = try MultipartFormat(contentType: vector.vector.contentType ?? "")
      format.requiresValues = vector.vector.name == "missing-validate"
      return format
    },
  ]

  @Test("there is a finding exactly where .NET gives an error or loses something", arguments: readers)
  func findings(of readers: Readers) throws {
    var wrong: Set<String> = []
    let vectors = try ReadVector.all(readers.folder, reader: readers.reader)
    for vector in vectors {
      let findings = try findings(of: vector, readers)
      guard findings.isEmpty != (try isReadWhole(vector, readers)) else { continue }
      wrong.insert(vector.vector.name)
      if readers.exceptions[vector.vector.name] == nil {
        print("\(readers.folder)/\(vector.vector.name): \(findings.map(\.description))")
      }
    }
    #expect(wrong == Set(readers.exceptions.keys))
    print("findings of \(readers.testDescription): \(vectors.count - wrong.count) of \(vectors.count)")
    #expect(vectors.count == readers.count)
  }

  private func findings(of vector: ReadVector, _ readers: Readers) throws -> [Finding] {
    do {
      return try readers.format(vector).findings(in: vector.input, as: vector.contract())
    } catch let error as DocumentError {
      return [Finding(.syntax, .refused, path: error.path, offset: 0, reason: error.problem)]
    }
  }

  /// Whether .NET has read all that the input says: what this package reads, refusing whatever it would have to drop.
  private func isReadWhole(_ vector: ReadVector, _ readers: Readers) throws -> Bool {
    guard vector.expected != nil, let format = try? readers.format(vector) else { return false }
    var options = DecodingOptions()
    options.unknownMembers = .reject
    var document = read(vector, format, options)
    // What the rules of JSON refuse, .NET reads.
    if case .failure(let error) = document, error.code == .syntax, format is JSONFormat {
      options.tolerance = .dotNet
      document = read(vector, format, options)
    }
    guard case .success(let whole) = document else { return false }
    return try vector.holds(whole)
  }

  private func read(
    _ vector: ReadVector, _ format: any DocumentFormat, _ options: DecodingOptions
  ) -> Result<Document, DocumentError> {
    var format = format
    switch format {
    case var xml as XMLFormat:
      xml.decoding = options
      format = xml
    case var json as JSONFormat:
      json.decoding = options
      format = json
    case var form as FormFormat:
      form.decoding = options
      format = form
    case var multipart as MultipartFormat:
      multipart.decoding = options
      format = multipart
    default: break
    }
    let contract = try? vector.contract()
    do throws(DocumentError) {
      return .success(try format.decode(vector.input, as: contract))
    } catch {
      return .failure(error)
    }
  }
}
