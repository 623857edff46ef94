/// A clock reading with 100 ns resolution, in the spellings that .NET's serializers give it.
public struct Moment: Sendable, Equatable {
  /// How the reading relates to UTC: .NET's kinds Unspecified and Utc, and Local with its offset.
  public enum Kind: Sendable, Equatable {
    case unspecified
    case utc
    case local(offsetMinutes: Int)
  }

  public let year: Int
  public let month: Int
  public let day: Int
  public let hour: Int
  public let minute: Int
  public let second: Int
  /// Units of 100 ns, 0 through 9,999,999.
  public let fraction: Int
  public let kind: Kind

  /// Json.NET and DataContract XML: trailing zeros of the fraction are cut.
  var shortText: String {
    var digits = fraction == 0 ? "" : "." + decimal(fraction, 7)
    while digits.hasSuffix("0") { digits.removeLast() }
    return clock + digits + zone
  }

  /// .NET's format "O": always seven digits.
  var roundTripText: String { clock + "." + decimal(fraction, 7) + zone }

  /// ServiceStack's `\/Date(milliseconds since 1970 and offset)\/`, for JSON with its slashes escaped.
  var serviceStackText: String {
    let seconds = ((daysSince1970 * 24 + hour) * 60 + minute - offsetMinutes) * 60 + second
    return "\\/Date(\(seconds * 1000 + fraction / 10_000)\(serviceStackZone))\\/"
  }

  private var clock: String {
    "\(decimal(year, 4))-\(decimal(month, 2))-\(decimal(day, 2))"
      + "T\(decimal(hour, 2)):\(decimal(minute, 2)):\(decimal(second, 2))"
  }

  private var offsetMinutes: Int {
    if case .local(let minutes) = kind { minutes } else { 0 }
  }

  private var zone: String {
    switch kind {
    case .unspecified: ""
    case .utc: "Z"
    case .local: "+\(decimal(offsetMinutes / 60, 2)):\(decimal(offsetMinutes % 60, 2))"
    }
  }

  private var serviceStackZone: String {
    switch kind {
    case .unspecified: "-0000"
    case .utc: ""
    case .local: "+\(decimal(offsetMinutes / 60, 2))\(decimal(offsetMinutes % 60, 2))"
    }
  }

  /// Days of the proleptic Gregorian calendar, with years that begin in March so that leap days come last.
  private var daysSince1970: Int {
    let march = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return march * 365 + march / 4 - march / 100 + march / 400 + dayOfYear - 719_468
  }
}

/// `number` with leading zeros up to `width` digits.
func decimal(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
