/// The values of the two documented samples.
enum Samples {
  private static let zero = Value.guid("00000000-0000-0000-0000-000000000000")
  private static let word = Value.text("String")
  private static let map = Value.map([.init(key: "String", value: "String")])

  static let chat = Value.record(
    Record(
      .chat,
      ["ResponseStatus": status, "Chat": .list(itemName: "Chat", namespace: .chat, items: [oneChat])]))

  private static let status = Value.record(
    Record(
      .serviceStack, isOrdered: true,
      [
        "ErrorCode": word, "Message": word, "StackTrace": word,
        "Errors": .list(itemName: "ResponseError", namespace: .serviceStack, items: [error]), "Meta": map,
      ]))

  private static let error = Value.record(
    Record(.serviceStack, isOrdered: true, ["ErrorCode": word, "FieldName": word, "Message": word, "Meta": map]))

  private static let oneChat = Value.record(
    Record(
      .chat,
      [
        "ChatId": zero, "ChatName": word, "CreatedBy": zero,
        "DateCreated": .moment(
          Moment(year: 1, month: 1, day: 1, hour: 0, minute: 0, second: 0, fraction: 0, kind: .unspecified)),
        "ChatMembers": .list(itemName: "ChatMember", namespace: .chat, items: [member]),
        "IsArchived": .boolean(false), "MemberCount": .integer(0), "MessageCount": .integer(0),
        "UnreadCount": .integer(0), "CreatedByName": word,
      ]))

  private static let member = Value.record(
    Record(
      .chat,
      [
        "ChatMemberId": zero, "ChatId": zero, "UserId": zero, "IsActive": .boolean(false),
        "IsArchived": .boolean(false), "LastChatMessageId": zero, "ChatMemberName": word,
      ]))

  static let suntech = Value.record(
    Record(
      .support,
      ["status": .text("sample string 1"), "message": .text("sample string 2"), "response": .record(message)]))

  private static let message = Record(
    .support,
    [
      "MID": .integer(1), "CUST_CODE": .text("sample string 2"), "USER_NAME": .text("sample string 3"),
      "MESSAGE_FROMCLIENT": .text("sample string 4"), "REPLYTO_CLIENT": .text("sample string 5"),
      "MESSAGE_DATE": .moment(
        Moment(
          year: 2026, month: 2, day: 4, hour: 6, minute: 54, second: 54, fraction: 5_659_927,
          kind: .local(offsetMinutes: 240))),
      "TIMESTAMP": .integer(7),
    ])
}
