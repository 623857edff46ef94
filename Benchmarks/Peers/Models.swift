// The samples' contracts as a user of XMLCoder writes them: one Codable struct an object, one more a list. Property
// names are the wire's names, so that no coding keys are measured that others do not pay.

public struct SupportResponse: Codable {
  var message: String?
  var response: SupportMessage?
  var status: String?
}

public struct SupportMessage: Codable {
  enum CodingKeys: String, CodingKey {
    case customerCode = "CUST_CODE"
    case date = "MESSAGE_DATE"
    case text = "MESSAGE_FROMCLIENT"
    case id = "MID"
    case reply = "REPLYTO_CLIENT"
    case timestamp = "TIMESTAMP"
    case userName = "USER_NAME"
  }

  var customerCode: String?
  var date: String
  var text: String?
  var id: Int
  var reply: String?
  var timestamp: Int
  var userName: String?
}

public struct ChatResponse: Codable {
  enum CodingKeys: String, CodingKey {
    case chat = "Chat"
    case status = "ResponseStatus"
  }

  var chat: ChatList?
  var status: ResponseStatus?
}

public struct ChatList: Codable {
  enum CodingKeys: String, CodingKey { case items = "Chat" }

  var items: [Chat]
}

public struct Chat: Codable {
  enum CodingKeys: String, CodingKey {
    case id = "ChatId"
    case members = "ChatMembers"
    case name = "ChatName"
    case createdBy = "CreatedBy"
    case createdByName = "CreatedByName"
    case dateCreated = "DateCreated"
    case isArchived = "IsArchived"
    case memberCount = "MemberCount"
    case messageCount = "MessageCount"
    case unreadCount = "UnreadCount"
  }

  var id: String
  var members: MemberList?
  var name: String?
  var createdBy: String
  var createdByName: String?
  var dateCreated: String
  var isArchived: Bool
  var memberCount: Int
  var messageCount: Int
  var unreadCount: Int
}

public struct MemberList: Codable {
  enum CodingKeys: String, CodingKey { case items = "ChatMember" }

  var items: [ChatMember]
}

public struct ChatMember: Codable {
  enum CodingKeys: String, CodingKey {
    case chatID = "ChatId"
    case id = "ChatMemberId"
    case name = "ChatMemberName"
    case isActive = "IsActive"
    case isArchived = "IsArchived"
    case lastMessageID = "LastChatMessageId"
    case userID = "UserId"
  }

  var chatID: String
  var id: String
  var name: String?
  var isActive: Bool
  var isArchived: Bool
  var lastMessageID: String?
  var userID: String
}

public struct ResponseStatus: Codable {
  enum CodingKeys: String, CodingKey {
    case errorCode = "ErrorCode"
    case message = "Message"
    case stackTrace = "StackTrace"
    case errors = "Errors"
    case meta = "Meta"
  }

  var errorCode: String?
  var message: String?
  var stackTrace: String?
  var errors: ErrorList?
  var meta: EntryList?
}

public struct ErrorList: Codable {
  enum CodingKeys: String, CodingKey { case items = "ResponseError" }

  var items: [ResponseError]
}

public struct ResponseError: Codable {
  enum CodingKeys: String, CodingKey {
    case errorCode = "ErrorCode"
    case fieldName = "FieldName"
    case message = "Message"
    case meta = "Meta"
  }

  var errorCode: String?
  var fieldName: String?
  var message: String?
  var meta: EntryList?
}

public struct EntryList: Codable {
  enum CodingKeys: String, CodingKey { case items = "KeyValueOfstringstring" }

  var items: [Entry]
}

public struct Entry: Codable {
  enum CodingKeys: String, CodingKey {
    case key = "Key"
    case value = "Value"
  }

  var key: String
  var value: String?
}
