import DataContractsCore
import DataContractsJSON
import TestSupport
import Testing

@Suite("JSON as .NET's readers take it")
struct LeniencyTests {
  private func read(_ text: String, _ preset: JSONFormat = .webAPI, as contract: Contract? = nil) throws(DocumentError)
    -> String
  {
    var format = preset
    format.decoding = .likeDotNet
    format.absentMembers = .omit
    let document = try format.decode(Array(text.utf8), as: contract)
    format.dialect = .webAPI
    return String(decoding: try format.encode(document), as: UTF8.self)
  }

  @Test(
    "what RFC 8259 refuses is read where it means something",
    arguments: [
      ("", "null"), ("  ", "null"), ("\u{FEFF}/* */", "null"), ("1 2", "1"), ("{} trailing", "{}"), ("[1]]", "[1]"),
      ("// a\n[1,/* b */2,]// c", "[1,2]"), ("{a:1,$b_2:'it\\'s \"x\"',}", #"{"a":1,"$b_2":"it's \"x\""}"#),
      ("{'a':'\\u0041','b' : \"it's\"}", #"{"a":"A","b":"it's"}"#), ("[0x1F,0XfF,017,0,-0,10]", "[31,255,15,0,-0,10]"),
      ("[NaN,Infinity,-Infinity,INF,-INF]", #"["NaN","Infinity","-Infinity","INF","-INF"]"#),
      ("{NaN:NaN}", #"{"NaN":"NaN"}"#), ("[\"a\nb\tc\u{1}\"]", #"["a\nb\tc\u0001"]"#),
      (#"["\ud83d","\ude00x","\ud83d\ude00","\ud83d\u0041"]"#, "[\"\u{FFFD}\",\"\u{FFFD}x\",\"😀\",\"\u{FFFD}A\"]"),
      ("[[],{},]", "[[],{}]"),
    ])
  func lexing(text: String, expected: String) throws {
    #expect(throws: DocumentError.self) { _ = try JSONFormat.webAPI.decode(Array(text.utf8)) }
    #expect(try read(text) == expected)
  }

  @Test(
    "what no reader takes is an error, at its place in the input",
    arguments: [
      ("[+1]", #"json: [0] (byte 1): expected a value, found "+""#),
      ("/* c */ {'a':tru}", #"json: a (byte 13): expected a value, found "tru""#),
      ("{'a' 1}", #"json: a (byte 5): expected ":", found "1""#),
      ("{,}", #"json: (byte 1): expected a member name or "}", found ",""#),
      ("[,]", #"json: [0] (byte 1): expected a value, found ",""#),
      ("[1,,2]", #"json: [1] (byte 3): expected a value, found ",""#),
      ("[/* x */1 2]", #"json: [1] (byte 10): expected "," or "]", found "2""#),
      ("/* never", #"json: (byte 0): expected a value, found "/""#),
      ("['abc", "json: [0] (byte 5): expected a string's end, found the end of the input"),
      (#"['\x']"#, #"json: [0] (byte 3): expected one of " \ / b f n r t u after "\", found "x""#),
      ("{a:1", #"json: a (byte 4): expected "," or "}", found the end of the input"#),
      ("[new Date(1)]", #"json: [0] (byte 1): expected a value, found "new""#),
      ("[{'a':1,},tru]", #"json: [1] (byte 10): expected a value, found "tru""#),
    ])
  func errors(text: String, message: String) {
    let error = #expect(throws: DocumentError.self) { _ = try read(text) }
    #expect(error?.description == message)
  }

  @Test("ServiceStack's holes in lists are null")
  func holes() throws {
    #expect(try read("[[1,2],[],,[3]]", .serviceStack) == "[[1,2],[],null,[3]]")
    #expect(try read(#"["",]"#, .serviceStack) == #"["",null]"#)
    #expect(try read("[,]", .serviceStack) == "[null,null]")
    #expect(throws: DocumentError.self) { _ = try JSONFormat.serviceStack.decode(Array("[1,,2]".utf8)) }
  }

  @Test(
    "values that have to be guessed",
    arguments: [
      (#"{"Placed":"02/04/2026 06:54"}"#, #"{"Placed":"2026-02-04T06:54:00"}"#),
      (#"{"Total":"1,234.50"}"#, #"{"Total":1234.50}"#),
      (#"{"Name":12.50}"#, #"{"Name":"12.5"}"#), (#"{"Name":-7}"#, #"{"Name":"-7"}"#),
      (#"{"Name":false}"#, #"{"Name":"False"}"#),
      (#"{"When":"2026-02-04T06:54:54"}"#, #"{"When":"2026-02-04T06:54:54+00:00"}"#),
    ])
  func guesses(text: String, expected: String) throws {
    let contract = try TestContracts.order()
    #expect(throws: DocumentError.self) { _ = try JSONFormat.webAPI.decode(Array(text.utf8), as: contract) }
    #expect(try read(text, as: contract) == expected)
  }

  @Test("ServiceStack takes null for a default, and the text of numbers for a string")
  func serviceStack() throws {
    #expect(try read(#"{"Id":null,"Name":12.50}"#, .serviceStack, as: TestContracts.order()) == #"{"Name":"12.50"}"#)
  }

  @Test("of entries with one key the last stays in the place of the first, with what is annotated of it")
  func duplicateKeys() throws {
    #expect(
      try read(#"{"Id":1,"Tags":{"a":1,"b":2,"a":3}}"#, as: TestContracts.order()) == #"{"Id":1,"Tags":{"a":3,"b":2}}"#)
    let error = #expect(throws: DocumentError.self) {
      _ = try read(#"{"Id":1,"Tags":[{"Key":"a","Value":1},{"Key":"a","Value":2}]}"#, as: TestContracts.order())
    }
    #expect(error?.description == "json: Tags[2] (byte 59): expected each member once, found the member a second time")
  }

  @Test("an empty string is null where the value can be null and no text")
  func emptyStrings() throws {
    var builder = ContractBuilder()
    let root = builder.add(
      TestContracts.name("Root"),
      .object(ObjectContract(declaring: [DataMember("N", .primitive(.int), isNillable: true)])))
    builder.addRoot(element: TestContracts.name("Root"), type: root)
    let document = try JSONFormat.webAPI.decode(Array(#"{"N":""}"#.utf8), as: builder.contract())
    #expect(document.root["N"]?.isNull == true)
  }
}
