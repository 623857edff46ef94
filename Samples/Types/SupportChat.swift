#if Macros
  import DataContracts

  /// The classes name these members in capitals.
  @DataContract(namespace: .clr("SuntechSupportServices.Models.CustomerSupport"))
  public struct SuntechCustSupportChat: Sendable, Equatable {
    @DataMember(name: "MID") public var mid: Int32
    @DataMember(name: "CUST_CODE") public var customerCode: String?
    @DataMember(name: "USER_NAME") public var userName: String?
    @DataMember(name: "MESSAGE_FROMCLIENT") public var messageFromClient: String?
    @DataMember(name: "REPLYTO_CLIENT") public var replyToClient: String?
    @DataMember(name: "MESSAGE_DATE") public var messageDate: DotNetDateTime
    @DataMember(name: "TIMESTAMP") public var timestamp: Int64
  }

  @DataContract(namespace: .clr("SuntechSupportServices.Models.CustomerSupport"), memberNames: .asDeclared)
  public struct SuntechCustSupportChatApiResponse: Sendable, Equatable {
    public var status: String?
    public var message: String?
    public var response: SuntechCustSupportChat?
  }
#endif
