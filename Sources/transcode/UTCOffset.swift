#if CLI
  import ArgumentParser
  import Foundation

  /// An offset from UTC in minutes, as dates in ISO 8601 have it.
  enum UTCOffset {
    /// The standard time of this machine's zone, which is what a .NET service takes dates without a zone to be in.
    static var ofThisMachine: Int {
      let zone = TimeZone.current
      return (zone.secondsFromGMT() - Int(zone.daylightSavingTimeOffset())) / 60
    }

    /// Reads `Z`, `+04:00` and the like, up to 14 hours.
    static func minutes(_ text: String) throws -> Int {
      if text == "Z" { return 0 }
      let digits = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
      guard text.count == 6, digits.count == 2, digits.allSatisfy({ $0.count == 2 }), let sign = text.first,
        sign == "+" || sign == "-", let hours = UInt8(digits[0]), let minutes = UInt8(digits[1]),
        minutes < 60, Int(hours) * 60 + Int(minutes) <= 840
      else { throw ValidationError("--utc-offset takes Z or an offset such as +04:00, up to 14 hours") }
      return (sign == "-" ? -1 : 1) * (Int(hours) * 60 + Int(minutes))
    }
  }
#endif
