import DataContractsCore
import DataContractsJSON
import TestSupport
import Testing

@Suite("Limits of JSON")
struct LimitTests {
  private func message(
    _ text: String, _ contract: Contract? = nil, _ set: (inout DecodingOptions) -> Void = { _ in }
  ) -> String {
    var format = JSONFormat.webAPI
    set(&format.decoding)
    do throws(DocumentError) {
      _ = try format.decode(Array(text.utf8), as: contract)
      return "accepted"
    } catch {
      return error.description
    }
  }

  private func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  @Test("each limit is inclusive and names itself")
  func limits() {
    #expect(message("[1,2]") { $0.limits.inputBytes = 5 } == "accepted")
    #expect(
      message("[1,2] ") { $0.limits.inputBytes = 5 } == "json: expected at most 5 bytes of input (limit inputBytes), found 6")
    #expect(message("\"abcd\"") { $0.limits.textBytes = 4 } == "accepted")
    #expect(
      message("\"abcde\"") { $0.limits.textBytes = 4 }
        == "json: (byte 0): expected at most 4 bytes of text (limit textBytes), found 5")
    #expect(
      message("\"abcd\\n\"") { $0.limits.textBytes = 4 }
        == "json: (byte 0): expected at most 4 bytes of text (limit textBytes), found 5")
    #expect(message("1234") { $0.limits.numberBytes = 4 } == "accepted")
    #expect(
      message("12345") { $0.limits.numberBytes = 4 }
        == "json: (byte 0): expected at most 4 bytes of a number (limit numberBytes), found 5")
    #expect(message("{\"abcd\":1}") { $0.limits.nameBytes = 4 } == "accepted")
    #expect(
      message("{\"abcde\":1}") { $0.limits.nameBytes = 4 }
        == "json: (byte 1): expected a name of at most 4 bytes (limit nameBytes), found a longer one")
    #expect(
      message("{\"abcd\\n\":1}") { $0.limits.nameBytes = 4 }
        == "json: (byte 1): expected a name of at most 4 bytes (limit nameBytes), found a longer one")
    #expect(message("[1,2,3]") { $0.limits.nodes = 4 } == "accepted")
    #expect(
      message("[1,2,3,4]") { $0.limits.nodes = 4 }
        == "json: [3] (byte 7): expected at most 4 nodes (limit nodes), found 5")
  }

  @Test("nesting is limited to 64 containers, to 1000 at most, and also in what is passed over")
  func depth() throws {
    #expect(message(nested(64)) == "accepted")
    #expect(message(nested(65)).hasSuffix("expected at most 64 nested containers (limit depth), found 65"))
    #expect(message(nested(1000)) { $0.limits.depth = .max } == "accepted")
    #expect(
      message(nested(1001)) { $0.limits.depth = .max }
        .hasSuffix("expected at most 1000 nested containers (limit depth), found 1001"))
    let order = try TestContracts.order()
    #expect(message("{\"Id\":1,\"Unknown\":\(nested(63))}", order) == "accepted")
    #expect(
      message("{\"Id\":1,\"Unknown\":\(nested(64))}", order)
        .hasSuffix("expected at most 64 nested containers (limit depth), found 65"))
  }

  @Test("100,000 brackets, open or closed, give an error", arguments: ["[", "{\"a\":", "[{\"a\":", "]", "}"])
  func brackets(_ bracket: String) throws {
    let order = try TestContracts.order()
    let brackets = String(repeating: bracket, count: 100_000)
    #expect(message(brackets) != "accepted")
    #expect(message("{\"Id\":1,\"Unknown\":\(brackets)", order) != "accepted")
  }

  @Test("a document of the greatest depth is written and read again on a small stack")
  func deepest() throws {
    var format = JSONFormat.webAPI
    format.decoding.limits.depth = Limits.maximumDepth
    let text = Array((String(repeating: "[{\"a\":", count: 500) + "1" + String(repeating: "}]", count: 500)).utf8)
    for indentation in [0, 2] {
      format.indentation = indentation
      let document = try format.decode(text)
      let written = try onSmallStack { [format] in try format.encode(document) }
      #expect(try format.decode(written) == document)
    }
  }

  @Test("a number of a thousand digits keeps them all")
  func longNumber() throws {
    let digits = String(repeating: "9", count: 1000)
    let document = try JSONFormat.webAPI.decode(Array(digits.utf8))
    #expect(document.root.text == digits)
    #expect(try JSONFormat.webAPI.encode(document) == Array(digits.utf8))
  }
}
