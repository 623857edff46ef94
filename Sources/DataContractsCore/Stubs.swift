public struct QualifiedName: Sendable, Hashable, CustomStringConvertible { public var namespace: String; public var localName: String
 public init(_ n: String, _ l: String) { namespace = n; localName = l }
 public var description: String { "{\(namespace)}\(localName)" } }
public enum DotNetNamespace { public static let serialization = "s", arrays = "a", xmlSchema = "x", system = "sy", multipart = "m" }
enum XMLNameEncoding { static func encode(_ s: String) -> String { s } }
enum CamelCase { static func jsonNet(_ s: String) -> String { s } }
package enum Base64 { package static func decode(_ s: Span<UInt8>) -> [UInt8]? { nil }; package static func encode(_ s: Span<UInt8>, into: inout [UInt8]) {} }
package enum Canonicalization { case unchanged, rewritten, malformed, outOfRange, losesPrecision }
extension PrimitiveType { package func canonicalize(_ text: Span<UInt8>, rounds: Bool, into output: inout [UInt8]) -> Canonicalization { .unchanged }
 package var expectation: String { "x" } }
enum CharText { static func canonicalize(utf8: Span<UInt8>, into output: inout [UInt8]) -> Canonicalization { .unchanged } }
enum IntegerText { static func value(_ t: Span<UInt8>) -> Int? { nil } }
public struct DotNetDateTime { var ticks: Int64; init?(canonical: Span<UInt8>) { nil }; init?(utcTicks: Int64, offsetMinutes: Int) { nil }; func appendCanonical(to: inout [UInt8]) {} }
