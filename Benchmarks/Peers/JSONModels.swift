// The same as a user of JSONDecoder writes them.

public struct JSONChatResponse: Codable {
  enum CodingKeys: String, CodingKey {
    case chat = "Chat"
    case status = "ResponseStatus"
  }

  var chat: [JSONChat]?
  var status: JSONResponseStatus?
}

public struct JSONChat: Codable {
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
  var members: [JSONChatMember]?
  var name: String?
  var createdBy: String
  var createdByName: String?
  var dateCreated: String
  var isArchived: Bool
  var memberCount: Int
  var messageCount: Int
  var unreadCount: Int
}

public struct JSONChatMember: Codable {
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

public struct JSONResponseStatus: Codable {
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
  var errors: [JSONResponseError]?
  var meta: [String: String]?
}

public struct JSONResponseError: Codable {
  enum CodingKeys: String, CodingKey {
    case errorCode = "ErrorCode"
    case fieldName = "FieldName"
    case message = "Message"
    case meta = "Meta"
  }

  var errorCode: String?
  var fieldName: String?
  var message: String?
  var meta: [String: String]?
}
