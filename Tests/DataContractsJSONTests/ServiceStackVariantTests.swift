import DataContractsCore
import DataContractsJSON
import TestSupport
import Testing

/// What ServiceStack writes under other settings than its own; the settings as they come are in the golden tests.
@Suite("ServiceStack's JSON under other settings")
struct ServiceStackVariantTests {
  /// Cases that are written otherwise, each for a reason that the table of losses tells.
  private static let otherwise: Set = [
    // Infinities and NaN, which ServiceStack writes bare; holes in lists; names that it does not escape.
    "double-specials", "float-specials", "bytes-empty", "nested-lists", "renamed", "renamed-null",
    // Json.NET's `.0` tells no decimals 5 and 5.0 apart.
    "custom-collections", "decimal-null", "decimal-various", "top-pricemap", "top-decimal",
    // The type of an object, or of a value, in a member of type `object` is not told by Json.NET.
    "object-dto", "object-foreign-ns", "object-known-generic", "object-known-item", "object-mixed",
    "object-unknown-type",
    "poly-drawing", "poly-any-list",
    // A name of an enumeration and members that no contract has; private members come after public ones.
    "enum-not-a-member", "fields-and-ignored", "optin-private",
    // An object inside itself, which ServiceStack writes until it gives up.
    "ref-cycle-self",
  ]

  private static let inDubai: JSONDialect = {
    var dialect = JSONDialect.serviceStack
    dialect.unspecifiedDateOffset = 240
    dialect.assembly = "oracleB"
    return dialect
  }()

  private func check(_ file: String, _ dialect: JSONDialect) throws -> (equal: Int, otherwise: [String]) {
    var equal = 0
    var otherwise: [String] = []
    for vector in WriteVectors.all where vector.files.contains(file) && vector.files.contains("jsonnet.json") {
      guard let contract = try vector.contract(),
        let document = try? JSONFormat.webAPI.decode(
          Fixtures.vector("write/\(vector.name)/jsonnet.json"), as: contract)
      else { continue }
      let output = try? JSONFormat(dialect: dialect).encode(document)
      if output == (try Fixtures.vector("write/\(vector.name)/\(file)")) {
        equal += 1
      } else {
        otherwise.append(vector.name)
      }
    }
    return (equal, otherwise)
  }

  @Test("DateHandler.ISO8601 prints seven digits of a second")
  func dates() throws {
    var dialect = Self.inDubai
    dialect.dates = .isoSevenDigits
    let (equal, otherwise) = try check("servicestack-iso.json", dialect)
    #expect(Set(otherwise).subtracting(Self.otherwise) == [])
    #expect(equal == 24)
  }

  @Test("IncludeNullValues writes null members, and no null values of dictionaries")
  func nulls() throws {
    var dialect = Self.inDubai
    dialect.nulls = .omittedInDictionaries
    let (equal, otherwise) = try check("servicestack-nulls.json", dialect)
    #expect(Set(otherwise).subtracting(Self.otherwise) == [])
    #expect(equal == 62)
  }
}
