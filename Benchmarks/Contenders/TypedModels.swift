import DataContracts
import DataContractsFoundation
import Foundation

// The large document's contracts as a user of this package writes them, once with GUIDs as they are and once as the
// text that users of JSONDecoder keep them in.

/// GUIDs and dates as values of their own types.
enum WithGUIDs {
  @DataContract(namespace: .clr("CRM.AgencyPlatform.API.Internal"))
  struct ChatResponse {
    var responseStatus: ResponseStatus?
    var chat: [Chat]?
  }

  @DataContract(namespace: .clr("CRM.AgencyPlatform.API.Internal"))
  struct Chat {
    var chatId: UUID
    var chatName: String?
    var createdBy: UUID
    var dateCreated: DotNetDateTime
    var chatMembers: [ChatMember]?
    var isArchived: Bool
    var memberCount: Int32
    var messageCount: Int32
    var unreadCount: Int32
    var createdByName: String?
  }

  @DataContract(namespace: .clr("CRM.AgencyPlatform.API.Internal"))
  struct ChatMember {
    var chatMemberId: UUID
    var chatId: UUID
    var userId: UUID
    var isActive: Bool
    var isArchived: Bool
    var lastChatMessageId: UUID?
    var chatMemberName: String?
  }
}

/// GUIDs and dates as text.
enum WithStrings {
  @DataContract(namespace: .clr("CRM.AgencyPlatform.API.Internal"))
  struct ChatResponse {
    var responseStatus: ResponseStatus?
    var chat: [Chat]?
  }

  @DataContract(namespace: .clr("CRM.AgencyPlatform.API.Internal"))
  struct Chat {
    var chatId: String
    var chatName: String?
    var createdBy: String
    var dateCreated: String
    var chatMembers: [ChatMember]?
    var isArchived: Bool
    var memberCount: Int32
    var messageCount: Int32
    var unreadCount: Int32
    var createdByName: String?
  }

  @DataContract(namespace: .clr("CRM.AgencyPlatform.API.Internal"))
  struct ChatMember {
    var chatMemberId: String
    var chatId: String
    var userId: String
    var isActive: Bool
    var isArchived: Bool
    var lastChatMessageId: String?
    var chatMemberName: String?
  }
}

@DataContract(namespace: "http://schemas.servicestack.net/types")
struct ResponseStatus {
  @DataMember(order: 1) var errorCode: String?
  @DataMember(order: 2) var message: String?
  @DataMember(order: 3) var stackTrace: String?
  @DataMember(order: 4) var errors: [ResponseError]?
  @DataMember(order: 5) var meta: OrderedEntries<String, String>?
}

@DataContract(namespace: "http://schemas.servicestack.net/types")
struct ResponseError {
  @DataMember(order: 1) var errorCode: String?
  @DataMember(order: 2) var fieldName: String?
  @DataMember(order: 3) var message: String?
  @DataMember(order: 4) var meta: OrderedEntries<String, String>?
}
