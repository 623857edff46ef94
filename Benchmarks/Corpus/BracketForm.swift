/// Forms with bracket keys (`m[k12][UserId]=…`), the only nested ones that Hummingbird's form coder reads.
///
/// It knows no arrays of objects, so that the chats' members are given as a map instead: one name each.
public enum BracketForm {
  /// The documented sample of the Web API service: 276 bytes of JSON.
  public static let suntech: [UInt8] = write(Samples.suntech)

  /// The members of the 640 chats of ``Corpus/mid``, as `m[k0]`, `m[k1]` and so on.
  public static let members: [UInt8] = {
    let named = allMembers(of: Corpus.mid.value).enumerated().map { Record.Member(name: "k\($0)", value: $1) }
    let map = Value.record(Record(.chat, members: named))
    return write(.record(Record(.chat, members: [.init(name: "m", value: map)])))
  }()

  private static func write(_ value: Value) -> [UInt8] {
    FieldSpelling.form(value) { outer, name in outer.isEmpty ? name : "\(outer)[\(name)]" }
  }

  private static func allMembers(of value: Value) -> [Value] {
    switch value {
    case .record(let record):
      record.members.flatMap { member in
        if case .list(_, _, let items) = member.value, member.name == "ChatMembers" {
          items
        } else {
          allMembers(of: member.value)
        }
      }
    case .list(_, _, let items): items.flatMap(allMembers)
    default: []
    }
  }
}
