/// Makes `ChatResponse` values: a list of chats with one to twelve members each, and a full response status.
struct ChatGenerator {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func response(chats count: Int) -> Value {
    let status = responseStatus()
    var chats: [Value] = []
    chats.reserveCapacity(count)
    for _ in 0..<count { chats.append(chat()) }
    return .record(
      Record(
        .chat,
        ["ResponseStatus": status, "Chat": .list(itemName: "Chat", namespace: .chat, items: chats)]))
  }

  private mutating func chat() -> Value {
    let identity = guid()
    let sizes = [1, 2, 2, 3, 3, 4, 5, 6, 8, 12]
    let people = (0..<random.pick(sizes)).map { _ in Person(id: guid(), name: name()) }
    let members = people.map { member(of: identity, $0) }
    return .record(
      Record(
        .chat,
        [
          "ChatId": identity, "ChatName": .text(title()), "CreatedBy": people[0].id, "DateCreated": .moment(moment()),
          "ChatMembers": .list(itemName: "ChatMember", namespace: .chat, items: members),
          "IsArchived": .boolean(random.percent(10)), "MemberCount": .integer(members.count),
          "MessageCount": .integer(random.below(20_001)),
          "UnreadCount": .integer(random.pick([0, 0, 0, 1, 3, 17, 250])), "CreatedByName": .text(people[0].name),
        ]))
  }

  private struct Person {
    let id: Value
    let name: String
  }

  private mutating func member(of chat: Value, _ person: Person) -> Value {
    .record(
      Record(
        .chat,
        [
          "ChatMemberId": guid(), "ChatId": chat, "UserId": person.id, "IsActive": .boolean(random.percent(80)),
          "IsArchived": .boolean(random.percent(10)), "LastChatMessageId": random.percent(90) ? guid() : .null,
          "ChatMemberName": .text(person.name),
        ]))
  }

  private mutating func responseStatus() -> Value {
    let frames = [
      "   at CRM.AgencyPlatform.ServiceInterface.ChatService.Get(ChatRequest request)",
      "   at ServiceStack.Host.ServiceRunner`1.ExecuteAsync(IRequest req, Object instance, TRequest requestDto)",
    ]
    let errors = (0..<3).map { error(field: "Chat[\($0)].ChatName") }
    return .record(
      Record(
        .serviceStack, isOrdered: true,
        [
          "ErrorCode": .text("ValidationError"),
          "Message": .text("2 of 3 <fields> were \"bad\" & rejected – see Errors"),
          "StackTrace": .text((frames + frames + frames).joined(separator: "\n")),
          "Errors": .list(itemName: "ResponseError", namespace: .serviceStack, items: errors),
          "Meta": .map([.init(key: "Host", value: "api.example.com"), .init(key: "Node", value: "7")]),
        ]))
  }

  private func error(field: String) -> Value {
    .record(
      Record(
        .serviceStack, isOrdered: true,
        [
          "ErrorCode": .text("NotEmpty"), "FieldName": .text(field),
          "Message": .text("'Chat Name' must not be empty."),
          "Meta": .map([.init(key: "PropertyName", value: "ChatName"), .init(key: "Severity", value: "Error")]),
        ]))
  }

  /// A version 4 GUID (RFC 9562, section 5.4).
  private mutating func guid() -> Value {
    let high = random.next() & ~0xF000 | 0x4000
    let low = random.next() & ~(0b11 << 62) | (0b10 << 62)
    let digits = Array(hexadecimal(high) + hexadecimal(low))
    let groups = [digits[0..<8], digits[8..<12], digits[12..<16], digits[16..<20], digits[20..<32]]
    return .guid(groups.map { String($0) }.joined(separator: "-"))
  }

  private func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func name() -> String { random.pick(Words.given) + " " + random.pick(Words.family) }

  private mutating func title() -> String {
    var words = (0..<random.between(2, 6)).map { _ in random.pick(Words.topics) }
    if random.percent(15) { words.insert(random.pick(Words.spice), at: random.below(words.count + 1)) }
    return words.joined(separator: " ")
  }

  /// Half in UTC with a fraction, a third in UTC without one, the rest local in a zone of +04:00.
  private mutating func moment() -> Moment {
    let style = random.below(10)
    return Moment(
      year: random.between(2015, 2026), month: random.between(1, 12), day: random.between(1, 28),
      hour: random.below(24), minute: random.below(60), second: random.below(60),
      fraction: (5..<8).contains(style) ? 0 : random.below(10_000_000),
      kind: style < 8 ? .utc : .local(offsetMinutes: 240))
  }
}
