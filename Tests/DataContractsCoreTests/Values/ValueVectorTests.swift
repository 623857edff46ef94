import DataContractsCore
import Foundation
import TestSupport
import Testing

@Suite("Values of the vectors")
struct ValueVectorTests {
  /// The scalars of a tagged tree, in order.
  private static func scalars(_ tree: Any) -> [[String: Any]] {
    if let list = tree as? [Any] { return list.flatMap { scalars($0) } }
    guard let object = tree as? [String: Any] else { return [] }
    if object["v"] != nil || object["ticks"] != nil { return [object] }
    return object.values.flatMap { scalars($0) }
  }

  /// The value behind a scalar, if it is one of ours.
  private static func value(_ scalar: [String: Any]) -> (any DotNetValue)? {
    let ticks = (scalar["ticks"] as? String).flatMap { Int64($0) } ?? 0
    let text = scalar["v"] as? String ?? ""
    switch scalar["t"] as? String {
    case "dateTime":
      let kinds: [String: DotNetDateTime.Kind] = ["Utc": .utc, "Local": .offset(minutes: 240)]
      return DotNetDateTime(ticks: ticks, kind: kinds[scalar["kind"] as? String ?? ""] ?? .unspecified)
    case "dateTimeOffset":
      return DotNetDateTimeOffset(ticks: ticks, offsetMinutes: scalar["offsetMinutes"] as? Int ?? 0)
    case "duration": return DotNetTimeSpan(ticks: ticks)
    case "decimal": return DotNetDecimal(text)
    case "guid": return DotNetGUID(text)
    case "char": return UInt16(text).map { DotNetChar($0) }
    case "anyURI": return DotNetURI(text)
    default: return nil
    }
  }

  private static func written(_ file: String, of name: String) -> String? {
    try? String(decoding: Fixtures.vector("write/\(name)/\(file)"), as: UTF8.self)
  }

  private static func readsBack(_ value: some DotNetValue) -> Bool { type(of: value).init(value.description) == value }

  @Test("each prints as .NET printed it, and reads back")
  func printing() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Fixtures.vectors.appending(path: "write").path)
    var counts: [PrimitiveType: Int] = [:]
    // What EmitDefaultValue leaves out is nowhere.
    for name in names.sorted() where name != "sparse-all-default" {
      guard let text = Self.written("value.json", of: name), let xml = Self.written("datacontract.xml", of: name),
        let json = Self.written("jsonnet.json", of: name),
        let tree = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      else { continue }
      for value in Self.scalars(tree).compactMap({ Self.value($0) }) {
        let readsBack = Self.readsBack(value)
        #expect(readsBack, "\(name): \(value)")
        #expect(isWritten(value, xml, json), "\(name): \(value)")
        counts[type(of: value).primitive, default: 0] += 1
      }
    }
    print("Values: \(counts.values.reduce(0, +)) of the vectors print as .NET printed them")
    #expect(Set(counts.keys) == [.dateTime, .dateTimeOffset, .duration, .decimal, .guid, .char, .anyURI])
    #expect(counts.values.reduce(0, +) >= 150)
  }

  private func isWritten(_ value: any DotNetValue, _ xml: String, _ json: String) -> Bool {
    switch value {
    case let span as DotNetTimeSpan: xml.contains(">\(span)<") && json.contains("\"\(span.clockText)\"")
    case is DotNetDateTimeOffset: json.contains("\"\(value)\"")
    case let uri as DotNetURI: xml.contains(">\(uri.absoluteURI.replacing("&", with: "&amp;"))<")
    case is DotNetChar: xml.contains(">\(value)<")
    // A key is the element's text, too; XML keeps the `+00:00` that no other form has.
    default: xml.contains(">\(value)<")
    }
  }
}
