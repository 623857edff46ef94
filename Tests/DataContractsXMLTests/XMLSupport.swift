import DataContractsCore
import DataContractsSchema
import DataContractsXML
import Foundation
import TestSupport

enum XMLSupport {
  static let instance = "http://www.w3.org/2001/XMLSchema-instance"
  static let schema = "http://www.w3.org/2001/XMLSchema"

  /// The contract of all types that the vectors have.
  static let vectors = Result {
    let folder = Fixtures.vectors.appending(path: "xsd")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xsd") }.sorted()
    return try Contract(xsdFiles: names.map { (name: $0, bytes: try Fixtures.vector("xsd/\($0)")) })
  }

  static func decode(
    _ text: String, as contract: Contract? = nil, _ format: XMLFormat = .dataContract
  ) throws(DocumentError) -> Document {
    try format.decode(Array(text.utf8), as: contract)
  }

  static func encode(_ document: Document, _ format: XMLFormat = .dataContract) throws -> String {
    String(decoding: try format.encode(document), as: UTF8.self)
  }

  /// The error of an input that has to be refused; a text that no error has when it is read.
  static func error(
    _ text: String, as contract: Contract? = nil, _ format: XMLFormat = .dataContract
  ) -> String {
    do {
      return "no error: \(try decode(text, as: contract, format))"
    } catch {
      return "\(error)"
    }
  }

  /// `<Order xmlns="urn:test" xmlns:i="…">content</Order>`, the document of `TestContracts.order()`.
  static func order(_ content: String) -> String {
    "<Order xmlns=\"urn:test\" xmlns:i=\"\(instance)\">\(content)</Order>"
  }
}
