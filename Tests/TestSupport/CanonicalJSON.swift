import DataContracts
import Foundation

/// Documents as JSON whose members are sorted, for comparisons that leave the order of members aside.
public enum CanonicalJSON {
  /// What Json.NET would write of the document, sorted.
  public static func text(_ document: Document) throws -> String {
    try text(JSONSerialization.jsonObject(with: Data(JSONFormat.webAPI.encode(document)), options: .fragmentsAllowed))
  }

  /// A value of `JSONSerialization`, sorted.
  public static func text(_ value: Any) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
    return String(decoding: data, as: UTF8.self)
  }
}
