/// What every decoder lets its caller choose, whatever the format.
public struct DecodingOptions: Sendable, Hashable {
  /// What happens to a member that the contract does not know.
  public enum UnknownMembers: Sendable, Hashable {
    /// The member and all below it are passed over, as .NET's serializers do.
    case ignore
    /// The member stays in the document, untyped and under its own name.
    case keep
    /// The member is an error of code ``DocumentError/Code/unknownMember``.
    case reject
  }

  /// What happens to a name that occurs twice in one object.
  ///
  /// RFC 8259, section 4, leaves this to the reader; .NET's readers disagree: Json.NET takes the last value,
  /// DataContractSerializer and the form readers the first.
  public enum DuplicateMembers: Sendable, Hashable {
    /// Both values stay, in order. A member of a contract holds one value, so there a second one is refused.
    case keep
    /// The second value is an error of code ``DocumentError/Code/duplicateMember``.
    case refuse
    /// The first value stays.
    case first
    /// The last value stays.
    case last
    /// As .NET's reader of the format takes it: the first value stays in XML, forms and multipart bodies, the last one
    /// in JSON.
    case asDotNet
  }

  /// How far a reader goes beyond its format's rules.
  public enum Tolerance: Sendable, Hashable {
    /// What the rules allow, and what can only be meant one way.
    case exact
    /// Also what .NET's reader of the format takes, though it has to guess: comments and single quotes in JSON,
    /// thousands separators in numbers, dates in any of the spellings of `DateTime.Parse`.
    case dotNet
  }

  /// Default ``Tolerance/exact``.
  public var tolerance = Tolerance.exact
  /// Default ``UnknownMembers/ignore``.
  public var unknownMembers = UnknownMembers.ignore
  /// Default ``DuplicateMembers/keep``: a repeated name loses nothing, and is refused where a contract allows one.
  public var duplicateMembers = DuplicateMembers.keep
  /// Whether a value with more digits than its type holds is rounded as .NET rounds it. Default `false`: it is an
  /// error of code ``DocumentError/Code/losesPrecision``.
  public var roundsExcessDigits = false
  /// Bounds on the input; see ``Limits`` for the defaults.
  public var limits = Limits()
  /// What makes names quicker to read. It changes nothing else.
  package var likelyNames: LikelyNames?

  /// The defaults that each property names.
  public init() {}

  /// The same options, in which ``DuplicateMembers/asDotNet`` is what it means for a format.
  package func takingDuplicates(_ choice: DuplicateMembers) -> DecodingOptions {
    guard duplicateMembers == .asDotNet else { return self }
    var options = self
    options.duplicateMembers = choice
    return options
  }

  /// .NET's own leniency: every spelling that its readers take, duplicates as the format's reader takes them, excess
  /// digits rounded. What .NET loses in silence, such as members out of order, is still read.
  public static var likeDotNet: DecodingOptions {
    var options = DecodingOptions()
    options.tolerance = .dotNet
    options.duplicateMembers = .asDotNet
    options.roundsExcessDigits = true
    return options
  }
}
