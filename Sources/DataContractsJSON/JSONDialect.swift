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
  }

  /// In which order an object's members stand.
  public enum MemberOrder: Sendable, Hashable {
    /// As the class declares them, a derived class's before those of its base; members keep the document's order where
    /// the contract does not say, as one from an XSD does not.
    case declared
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
  /// Whether a dictionary's keys are put into camelCase as member names are. Default `false`.
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
    return dialect
  }()

  /// ServiceStack.Text 5 and 6 with the default configuration. Property names are escaped, which ServiceStack leaves
  /// out, infinities and NaN are quoted, and a null list in a list is `null`: there its own output is no JSON.
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
    return dialect
  }()

  /// ServiceStack.Text as a ServiceStack host sets it: member names in camelCase, dictionary keys as they are.
  public static let serviceStackCamelCase: JSONDialect = {
    var dialect = serviceStack
    dialect.name = "json-servicestack-camel"
    dialect.memberNames = .camelCase
    return dialect
  }()

  /// `DataContractJsonSerializer`. Infinities and NaN are quoted; its own output there is no JSON.
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
    return dialect
  }()
}
