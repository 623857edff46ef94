import DataContractsCore
import DataContractsServiceStack
import TestSupport
import Testing

@Suite("JSV that is refused")
struct JSVErrorTests {
  private static func message(_ text: String, _ contract: Contract? = nil) -> String {
    do throws(DocumentError) {
      _ = try JSVFormat.serviceStack.decode(Array(text.utf8), as: contract)
      return "accepted"
    } catch {
      return error.description
    }
  }

  @Test(
    "syntax errors say what was expected and found, and where",
    arguments: [
      ("", "jsv: (byte 0): expected a value, found the end of the input"),
      ("{", "jsv: (byte 1): expected a member name, found the end of the input"),
      ("{a", "jsv: (byte 2): expected \":\", found the end of the input"),
      ("{a}", "jsv: (byte 2): expected \":\", found \"}\""),
      ("{:1}", "jsv: (byte 1): expected a member name, found \":\""),
      ("{a:1", "jsv: a (byte 4): expected \",\" or \"}\", found the end of the input"),
      ("{a:1,}", "jsv: a (byte 5): expected a member name, found \"}\""),
      ("{a:[1}", "jsv: a[1] (byte 6): expected \",\" or \"]\", found the end of the input"),
      ("[1,2", "jsv: [2] (byte 4): expected \",\" or \"]\", found the end of the input"),
      ("[\"a\"b]", "jsv: [1] (byte 4): expected \",\" or \"]\", found \"b\""),
      ("[a]b", "jsv: (byte 3): expected the end of the document, found \"b\""),
      ("{a:\"b}", "jsv: a (byte 6): expected a closing quotation mark, found the end of the input"),
      ("{a:{b:[{c}]}}", "jsv: a.b[0] (byte 9): expected \":\", found \"}\""),
    ])
  func syntax(_ text: String, _ message: String) {
    #expect(Self.message(text) == message)
  }

  @Test(
    "values that ServiceStack takes for a default",
    arguments: [
      ("{Id:x}", "jsv: Id (byte 4): expected an integer from -2147483648 through 2147483647, found \"x\""),
      ("{Id:}", "jsv: Id (byte 4): expected an integer from -2147483648 through 2147483647, found \"\""),
      ("{Id:1,Color:Green}", "jsv: Color (byte 12): expected a name of the enumeration Color, found \"Green\""),
      ("{Id:1,Key:12}", "jsv: Key (byte 10): expected a GUID, found \"12\""),
      ("{Id:1,Name:[a]}", "jsv: Name (byte 11): expected a string, found a list"),
      ("{Id:1,Lines:x}", "jsv: Lines (byte 12): expected a list ArrayOfLine, found \"x\""),
      ("{Name:a}", "jsv: (byte 7): expected the required member \"Id\", found none"),
      ("{Id:1,Id:2}", "jsv: Id (byte 6): expected each member once, found the member a second time"),
      ("{Id:1,Letter:ab}", "jsv: Letter (byte 13): expected a UTF-16 code unit from 0 through 65535, found \"ab\""),
    ])
  func values(_ text: String, _ message: String) throws {
    #expect(Self.message(text, try TestContracts.order()) == message)
  }

  @Test("bytes that are no UTF-8 are refused at their offset") func encoding() {
    #expect(throws: DocumentError(.syntax, format: "jsv", offset: 3, expected: "UTF-8", found: "the byte 0xFF")) {
      try JSVFormat.serviceStack.decode([0x7B, 0x61, 0x3A, 0xFF, 0x7D])
    }
  }

  @Test("null, objects within themselves and items that look like an end cannot be written") func notRepresentable()
    throws
  {
    #expect(
      throws: DocumentError(.notRepresentable, format: "jsv", expected: "a value", found: "null")
    ) { try JSVFormat.serviceStack.encode(nil) }
    var types = ContractBuilder()
    let list = types.add(
      TestContracts.name("ArrayOfchar"),
      .list(ListContract(of: .primitive(.char), isNillable: false, itemName: "char")))
    types.addRoot(element: TestContracts.name("ArrayOfchar"), type: list)
    let contract = try types.contract()
    let document = try (["]"] as Document).applying(contract)
    #expect(
      throws: DocumentError(
        .notRepresentable, format: "jsv", path: DocumentPath([.index(0)]),
        expected: "an item that does not look like the end of one", found: "\"]\"")
    ) { try JSVFormat.serviceStack.encode(document) }
    let readable = try (["a", "]", ",", "\""] as Document).applying(contract)
    let written = try JSVFormat.serviceStack.encode(readable)
    #expect(String(decoding: written, as: UTF8.self) == "[a,],,,\"]")
    #expect(try JSVFormat.serviceStack.decode(written, as: contract) == readable)
  }
}
