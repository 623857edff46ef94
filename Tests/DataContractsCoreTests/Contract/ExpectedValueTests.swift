import TestSupport
import Testing

@testable import DataContractsCore

@Suite("Expected values") struct ExpectedValueTests {
  /// The names under which the members of a contract are expected in a spelling, with what stands round them.
  private func names(_ spelling: DocumentBuilder.NameSpelling) throws -> [String] {
    var builder = ContractBuilder()
    var member = DataMember("Chat_x0041_", .primitive(.string))
    member.clrName = "Topic"
    _ = builder.add(
      TestContracts.name("Chat"),
      .object(ObjectContract(declaring: [member, DataMember("a\"b", .primitive(.int))])))
    let table = try builder.contract().table
    let start = ExpectedValue.place(of: spelling) * table.members.count
    return table.expectedMembers[start..<start + table.members.count].map { member in
      let name = Int(member.nameStart)..<Int(member.nameStart) + Int(member.nameLength)
      return String(decoding: table.text[name], as: UTF8.self)
    }
  }

  @Test("each spelling has its names in its place, and none that JSON escapes") func spellings() throws {
    #expect(ExpectedValue.spellings.map(ExpectedValue.place) == Array(0..<ExpectedValue.spellingCount))
    #expect(try names(.declared) == ["\"Chat_x0041_\":", ""])
    #expect(try names(.camelCase) == ["\"chat_x0041_\":", ""])
    #expect(try names(.clr) == ["\"Topic\":", ""])
    #expect(try names(.decoded) == ["\"ChatA\":", ""])
  }
}
