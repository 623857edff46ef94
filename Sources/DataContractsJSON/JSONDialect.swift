import DataContractsCore

/// How a .NET serializer spells JSON: a value of small options, of which the presets are the serializers as they come.
///
/// Start from a preset and change what a service sets differently:
///
/// ```swift
/// var dialect = JSONDialect.webAPI
/// dialect.enumerations = .names        // StringEnumConverter
/// dialect.nulls = .omitted             // NullValueHandling.Ignore
/// ```
public struct JSONDialect: Sendable, Hashable {
  /// The format's name, such as `json-camel`.
  public var name: String

  /// How members are named.
  public enum MemberNames: Sendable, Hashable {
    /// As the contract names them.
    case declared
    /// In camelCase, as ``CamelCase/jsonNet(_:)`` makes it.
    case camelCase
    /// As C# names them, for a serializer that knows no data contracts.
    case clr
    /// As the contract names them, with `_x0041_` taken for an escape: DataContractJsonSerializer.
    case decoded
  }

  /// In which order an object's members stand.
  public enum MemberOrder: Sendable, Hashable {
    /// As the class declares them, a derived class's before those of its base; members keep the document's order where
    /// the contract does not say, as one from an XSD does not.
    case declared
    /// As ``declared``, without regard to `[DataMember(Order = …)]`.
    case source
    /// As in DataContract XML: a base's members first, then by `Order` and name.
    case xml
  }

  /// How a dictionary is written.
  public enum Dictionaries: Sendable, Hashable {
    /// As an object, its keys as names.
    case objects
    /// As `[{"Key":…,"Value":…}]`.
    case entries
  }

  /// How null members and null values of dictionaries are written.
  public enum Nulls: Sendable, Hashable {
    /// As `null`.
    case written
    /// Not at all. Null items of lists stay, since they count.
    case omitted
    /// Null members as `null`, null values of dictionaries not at all: ServiceStack's `IncludeNullValues`.
    case omittedInDictionaries
  }

  /// Which members the contract's `EmitDefaultValue = false` leaves out where they hold their type's default.
  public enum SuppressedDefaults: Sendable, Hashable {
    /// None: the serializer does not know the attribute.
    case none
    /// All of them.
    case all
    /// All but enumerations.
    case allButEnumerations
  }

  /// How a date and time is written.
  public enum Dates: Sendable, Hashable {
    /// `"2026-02-04T06:54:54.5659927+04:00"`, the fraction without trailing zeros.
    case iso
    /// `"2026-02-04T06:54:54.5659927+04:00"`, the fraction always with seven digits: ServiceStack's
    /// `DateHandler.ISO8601`.
    case isoSevenDigits
    /// `"\/Date(1770173694565+0400)\/"` as ServiceStack writes it: UTC without an offset, and `-0000` where nothing is
    /// known of the zone. The milliseconds go through a double, which rounds those after 1998 that end in .9999 up.
    case serviceStack
    /// `"\/Date(1770173694565+0400)\/"` as DataContractJsonSerializer writes it: UTC without an offset, otherwise the
    /// offset. A `DateTimeOffset` is an object of `DateTime`, in UTC, and `OffsetMinutes`.
    case dataContract
  }

  /// How a length of time is written.
  public enum Durations: Sendable, Hashable {
    /// `"1.12:00:00"`, .NET's constant form.
    case clock
    /// `"P1DT12H"`.
    case iso
    /// `"P1DT12H"` as ServiceStack prints it, by way of a double of seconds: lengths over about 28 years lose digits.
    case isoThroughDouble
    /// `{"Ticks":…,"Days":…,"Hours":…,…}`, the properties of `TimeSpan`, as System.Text.Json had it before .NET 6.
    case properties
  }

  /// How an enumeration's value is written.
  public enum Enumerations: Sendable, Hashable {
    /// As its number.
    case numbers
    /// By name; flags, and values without a name, as numbers, the latter in quotes.
    case names
  }

  /// How a GUID is written.
  public enum GUIDs: Sendable, Hashable {
    /// `"12345678-90ab-cdef-1234-567890abcdef"`.
    case hyphenated
    /// `"1234567890abcdef1234567890abcdef"`.
    case digits
  }

  /// How binary data is written.
  public enum Binary: Sendable, Hashable {
    /// As base64.
    case base64
    /// As a list of numbers from 0 through 255.
    case numbers
  }

  /// How a value of another type than the declared one tells it, as its first member.
  public enum TypeNames: Sendable, Hashable {
    /// Not at all.
    case none
    /// `"$type":"Zoo.Circle, Zoo"`: Json.NET's `TypeNameHandling.Auto`.
    case jsonNet
    /// `"__type":"Zoo.Circle, Zoo"`: ServiceStack.
    case serviceStack
    /// `"__type":"Circle:#Zoo"`, the contract's name and namespace: DataContractJsonSerializer.
    case dataContract
  }

  /// How an object is written that is mentioned more than once.
  public enum References: Sendable, Hashable {
    /// The first time with `"$id":"1"`, then as `{"$ref":"1"}`, where the contract keeps identities.
    case identities
    /// In full each time. An object inside itself is an error of code ``DocumentError/Code/notRepresentable``.
    case copies
  }

  /// How a value of a C# structure is written.
  public enum Structures: Sendable, Hashable {
    /// As an object.
    case members
    /// As its `ToString()`, which is its type's name in C#: ServiceStack. The members are lost.
    case typeNames
  }

  /// How an `XmlQualifiedName` is written.
  public enum QualifiedNames: Sendable, Hashable {
    /// As `{"Namespace":…,"Name":…,"IsEmpty":…}`.
    case properties
    /// As `"local:namespace"`: DataContractJsonSerializer.
    case text
  }

  /// How a `Uri` is written.
  public enum URIs: Sendable, Hashable {
    /// As it was given.
    case original
    /// As `AbsoluteUri` prints an absolute one: in canonical form, escaped.
    case escaped
    /// As `ToString()` prints an absolute one: in canonical form, with most escapes taken back.
    case displayed
  }

  /// How a number that JSON cannot spell is written: infinities and NaN.
  public enum NonFinite: Sendable, Hashable {
    /// As `"Infinity"`, `"-Infinity"` and `"NaN"`.
    case names
    /// As `"INF"`, `"-INF"` and `"NaN"`, XML Schema's spelling.
    case xmlNames
    /// Not at all: an error of code `notRepresentable`.
    case refused
  }

  /// How doubles, floats and decimals show that they are no integers.
  public enum Fractions: Sendable, Hashable {
    /// A `.0` follows a double, float or decimal that would look like an integer.
    case always
    /// Only digits that are needed.
    case asNeeded
    /// As ``asNeeded``, with a lower-case `e` in floats and in the greatest and least doubles: ServiceStack.
    case serviceStack
  }

  /// Which characters of a string are escaped beside `"`, `\` and control characters below U+0020.
  public enum Escapes: Sendable, Hashable {
    /// U+0085, U+2028, U+2029; lower-case digits.
    case jsonNet
    /// U+007F through U+009F; upper-case digits.
    case serviceStack
    /// `/` as `\/`, U+0085, U+2028, U+2029, U+FFFE, U+FFFF, and each half of a surrogate pair; lower-case digits.
    case dataContract
    /// `& ' + < >`, the grave accent, U+007F and everything beyond ASCII, and `"` as `\u0022`; upper-case digits.
    case systemText
  }

  /// Default ``MemberNames/declared``.
  public var memberNames = MemberNames.declared
  /// Default ``MemberOrder/declared``.
  public var memberOrder = MemberOrder.declared
  /// Default ``Dictionaries/objects``.
  public var dictionaries = Dictionaries.objects
  /// Whether a dictionary's keys, and the names of members that no contract knows, are put into camelCase as member names
  /// are. Default `false`.
  public var camelCasesDictionaryKeys = false
  /// Default ``Nulls/written``.
  public var nulls = Nulls.written
  /// Whether a null item of a list of objects is written as `{}`, as ServiceStack does. Default `false`.
  public var writesNullItemsAsEmptyObjects = false
  /// Default ``SuppressedDefaults/all``.
  public var suppressedDefaults = SuppressedDefaults.all
  /// Default ``Dates/iso``.
  public var dates = Dates.iso
  /// The offset from UTC, in minutes, -840 through 840, that a date without a zone is taken to have where milliseconds
  /// since 1970 are written: a .NET service takes its machine's. Default 0.
  public var unspecifiedDateOffset = 0
  /// Default ``Durations/clock``.
  public var durations = Durations.clock
  /// Default ``Enumerations/numbers``.
  public var enumerations = Enumerations.numbers
  /// Default ``GUIDs/hyphenated``.
  public var guids = GUIDs.hyphenated
  /// Default ``Binary/base64``.
  public var binary = Binary.base64
  /// Default ``NonFinite/names``.
  public var nonFinite = NonFinite.names
  /// Default ``Fractions/always``.
  public var fractions = Fractions.always
  /// How doubles and floats are printed. Default ``FloatingPointStyle/shortest``, as .NET Core does; .NET Framework
  /// prints 15 or 17 digits.
  public var floatingPoint = FloatingPointStyle.shortest
  /// Default ``Escapes/jsonNet``.
  public var escapes = Escapes.jsonNet
  /// Default ``TypeNames/none``.
  public var typeNames = TypeNames.none
  /// The assembly that type names in C# end in, such as `Zoo`. Default empty: the type's name alone. A name that was
  /// read with an assembly is written as it was read.
  public var assembly = ""
  /// Default ``References/identities``.
  public var references = References.identities
  /// Whether a value of a type that extends the declared one is written with all its members, and not with those of the
  /// declared type alone, which loses the others. Default `true`.
  public var writesDerivedMembers = true
  /// Default ``Structures/members``.
  public var structures = Structures.members
  /// Whether a structure or length of time that can be null is written as `{"HasValue":true,"Value":…}`, as
  /// System.Text.Json had it before .NET 5. Default `false`.
  public var wrapsNullableStructures = false
  /// Default ``QualifiedNames/properties``.
  public var qualifiedNames = QualifiedNames.properties
  /// Default ``URIs/original``.
  public var uris = URIs.original
  /// Whether a type of which two members get the same name, as camelCase can give them, is refused, and not written with
  /// the name twice. Default `false`.
  public var refusesRepeatedNames = false
  /// Whether the serializer's reader minds `[DataMember(IsRequired = true)]`. Where it does not, a required member may be
  /// absent under ``DecodingOptions/Tolerance/dotNet``. Default `false`.
  public var checksRequiredMembers = false

  /// Json.NET under ASP.NET Web API's settings, with another name.
  public init(name: String) {
    self.name = name
  }
}

extension JSONDialect {
  /// Json.NET under ASP.NET Web API's settings.
  public static let webAPI = JSONDialect(name: "json")

  /// Json.NET with `CamelCasePropertyNamesContractResolver`, which names dictionary keys in camelCase too.
  public static let camelCase: JSONDialect = {
    var dialect = JSONDialect(name: "json-camel")
    dialect.memberNames = .camelCase
    dialect.camelCasesDictionaryKeys = true
    dialect.refusesRepeatedNames = true
    return dialect
  }()

  /// ServiceStack.Text 5 and 6 with the default configuration. Property names are escaped, which ServiceStack leaves
  /// out, infinities and NaN are quoted, a null list in a list is `null`, and an object inside itself is refused: there
  /// its own output is no JSON.
  public static let serviceStack: JSONDialect = {
    var dialect = JSONDialect(name: "json-servicestack")
    dialect.nulls = .omitted
    dialect.writesNullItemsAsEmptyObjects = true
    dialect.suppressedDefaults = .allButEnumerations
    dialect.dates = .serviceStack
    dialect.durations = .isoThroughDouble
    dialect.enumerations = .names
    dialect.guids = .digits
    dialect.fractions = .serviceStack
    dialect.escapes = .serviceStack
    dialect.typeNames = .serviceStack
    dialect.references = .copies
    dialect.structures = .typeNames
    dialect.uris = .displayed
    return dialect
  }()

  /// ServiceStack.Text as a ServiceStack host sets it: member names in camelCase, dictionary keys as they are.
  public static let serviceStackCamelCase: JSONDialect = {
    var dialect = serviceStack
    dialect.name = "json-servicestack-camel"
    dialect.memberNames = .camelCase
    return dialect
  }()

  /// `DataContractJsonSerializer`. Infinities and NaN are quoted, where its own output is no JSON, and types that keep
  /// identities are written in full, where it refuses them.
  public static let dataContractJSON: JSONDialect = {
    var dialect = JSONDialect(name: "json-datacontract")
    dialect.memberOrder = .xml
    dialect.dictionaries = .entries
    dialect.dates = .dataContract
    dialect.durations = .iso
    dialect.binary = .numbers
    dialect.nonFinite = .xmlNames
    dialect.fractions = .asNeeded
    dialect.escapes = .dataContract
    dialect.memberNames = .decoded
    dialect.typeNames = .dataContract
    dialect.references = .copies
    dialect.qualifiedNames = .text
    dialect.uris = .escaped
    dialect.checksRequiredMembers = true
    return dialect
  }()

  /// `System.Text.Json` of .NET Core 3.1 with default options, which knows no data contract attributes.
  public static let systemTextJSON: JSONDialect = {
    var dialect = JSONDialect(name: "json-systemtext")
    dialect.suppressedDefaults = .none
    dialect.durations = .properties
    dialect.nonFinite = .refused
    dialect.fractions = .asNeeded
    dialect.escapes = .systemText
    dialect.memberNames = .clr
    dialect.memberOrder = .source
    dialect.references = .copies
    dialect.writesDerivedMembers = false
    dialect.wrapsNullableStructures = true
    return dialect
  }()
}
