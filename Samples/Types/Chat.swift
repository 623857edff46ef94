#if Macros
  import DataContracts
  import DataContractsFoundation
  import Foundation

  /// The service's own types. Strings, lists and classes can be null in .NET, so they are optional here.
  @DataContract(namespace: .clr("CRM.AgencyPlatform.API.Internal"))
  public struct ChatRequest: Sendable, Equatable {
    public var chatId: UUID
    public var chat: Chat?
  }

  @DataContract(namespace: .clr("CRM.AgencyPlatform.API.Internal"))
  public struct ChatResponse: Sendable, Equatable {
    public var responseStatus: ResponseStatus?
    public var chat: [Chat]?
  }

  @DataContract(namespace: .clr("CRM.AgencyPlatform.API.Internal"))
  public struct Chat: Sendable, Equatable {
    public var chatId: UUID
    public var chatName: String?
    public var createdBy: UUID
    public var dateCreated: DotNetDateTime
    public var chatMembers: [ChatMember]?
    public var isArchived: Bool
    public var memberCount: Int32
    public var messageCount: Int32
    public var unreadCount: Int32
    public var createdByName: String?
  }

  @DataContract(namespace: .clr("CRM.AgencyPlatform.API.Internal"))
  public struct ChatMember: Sendable, Equatable {
    public var chatMemberId: UUID
    public var chatId: UUID
    public var userId: UUID
    public var isActive: Bool
    public var isArchived: Bool
    public var lastChatMessageId: UUID?
    public var chatMemberName: String?
  }

  /// ServiceStack's own types, which give their members an order.
  @DataContract(namespace: "http://schemas.servicestack.net/types")
  public struct ResponseStatus: Sendable, Equatable {
    @DataMember(order: 1) public var errorCode: String?
    @DataMember(order: 2) public var message: String?
    @DataMember(order: 3) public var stackTrace: String?
    @DataMember(order: 4) public var errors: [ResponseError]?
    @DataMember(order: 5) public var meta: OrderedEntries<String, String>?
  }

  @DataContract(namespace: "http://schemas.servicestack.net/types")
  public struct ResponseError: Sendable, Equatable {
    @DataMember(order: 1) public var errorCode: String?
    @DataMember(order: 2) public var fieldName: String?
    @DataMember(order: 3) public var message: String?
    @DataMember(order: 4) public var meta: OrderedEntries<String, String>?
  }
#endif
