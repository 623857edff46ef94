#if Hummingbird
  import Contenders
  import Corpus
  import Hummingbird
  import Measure

  /// Hummingbird's URL-encoded form coder into Codable structs, and back.
  enum HummingbirdPeer {
    static var all: [Contender] {
      contenders("suntech", SupportForm.self) { BracketForm.suntech }
        + contenders("members", MemberForm.self) { BracketForm.members }
    }

    private static func contenders<Form: Codable>(
      _ document: String, _ type: Form.Type, _ bytes: @escaping () -> [UInt8]
    ) -> [Contender] {
      let decode = Contender(Question("Bracket form", .decode, document), "Hummingbird") {
        let text = String(decoding: bytes(), as: UTF8.self)
        return Work(bytes: text.utf8.count) { keep(try URLEncodedFormDecoder().decode(type, from: text)) }
      }
      let encode = Contender(Question("Bracket form", .encode, document), "Hummingbird") {
        let form = try URLEncodedFormDecoder().decode(type, from: String(decoding: bytes(), as: UTF8.self))
        return Work(bytes: try URLEncodedFormEncoder().encode(form).utf8.count) {
          keep(try URLEncodedFormEncoder().encode(form))
        }
      }
      return [decode, encode]
    }

    /// Its booleans are `true` and `1` only, so that .NET's `True` is read as text.
    private struct MemberForm: Codable {
      var m: [String: Member]
    }

    private struct Member: Codable {
      enum CodingKeys: String, CodingKey {
        case id = "ChatMemberId"
        case chatID = "ChatId"
        case userID = "UserId"
        case isActive = "IsActive"
        case isArchived = "IsArchived"
        case lastMessageID = "LastChatMessageId"
        case name = "ChatMemberName"
      }

      var id: String
      var chatID: String
      var userID: String
      var isActive: String
      var isArchived: String
      var lastMessageID: String?
      var name: String
    }

    private struct SupportForm: Codable {
      var status: String
      var message: String
      var response: SupportMessage
    }

    private struct SupportMessage: Codable {
      enum CodingKeys: String, CodingKey {
        case id = "MID"
        case customerCode = "CUST_CODE"
        case userName = "USER_NAME"
        case text = "MESSAGE_FROMCLIENT"
        case reply = "REPLYTO_CLIENT"
        case date = "MESSAGE_DATE"
        case timestamp = "TIMESTAMP"
      }

      var id: Int
      var customerCode: String
      var userName: String
      var text: String
      var reply: String
      var date: String
      var timestamp: Int
    }
  }
#endif
