extension DocumentBuilder {
  /// Notes what .NET makes of a text where that is not what this package reads.
  ///
  /// - Returns: Whether null has been put in the value's place.
  mutating func noteObjection(
    of reader: DotNetReader, to token: Token, _ text: Span<UInt8>, at offset: Int
  ) throws(DocumentError) -> Bool {
    let objection: DotNetReader.Objection?
    switch pending.shape {
    case .primitive:
      objection = reader.objection(to: token, text, as: pending.primitive)
    case .enumeration:
      guard case .enumeration(let contract) = table.types[Int(pending.type)].shape else { return false }
      objection = reader.objection(to: token, text, of: contract)
    default: objection = nil
    }
    guard let objection else { return false }
    note(.value, objection.effect, "\(excerpt(token, text)) \(objection.reason)", at: offset)
    try appendPlaceholder(at: offset)
    return true
  }

  /// Notes a text that could mean something else than what .NET reads, which the scratch holds.
  mutating func noteGuess(_ token: Token, _ text: Span<UInt8>, at offset: Int) {
    note(.value, .misread, "\(excerpt(token, text)) is read as \(String(decoding: scratch, as: UTF8.self))", at: offset)
  }

  /// Notes the name of a type that Json.NET does not look at.
  mutating func noteTypeName(_ name: String, at offset: Int) {
    note(
      .content, .dropped, "names the type \"\(name.prefix(40))\", which Json.NET under Web API's settings ignores",
      at: offset)
  }

  /// Notes a number or date that .NET rounds.
  ///
  /// - Returns: Whether null has been put in the value's place; `false` for a value that .NET refuses.
  mutating func noteInexact(
    _ outcome: Canonicalization, _ token: Token, _ text: Span<UInt8>, at offset: Int
  ) throws(DocumentError) -> Bool {
    guard let reason = pending.primitive.rounding(outcome) else { return false }
    note(.value, .misread, "\(excerpt(token, text)) \(reason)", at: offset)
    try appendPlaceholder(at: offset)
    return true
  }
}

extension PrimitiveType {
  /// What .NET makes of a value that the type cannot hold; `nil` when it refuses it.
  fileprivate func rounding(_ outcome: Canonicalization) -> String? {
    switch self {
    case .float, .double:
      outcome == .outOfRange
        ? "is beyond the range: .NET Core reads an infinity, .NET Framework refuses it"
        : "is too small: .NET reads zero"
    case .decimal where outcome == .losesPrecision: "has more digits than a decimal: .NET rounds it"
    case .dateTime where outcome == .losesPrecision, .dateTimeOffset where outcome == .losesPrecision:
      "has more digits than seven of the second: .NET rounds it"
    case .duration where outcome == .losesPrecision:
      "has years, months or more digits than .NET keeps: a year is read as 365 days, a month as 30"
    default: nil
    }
  }
}

extension DotNetReader {
  /// What .NET makes of a value that this package reads otherwise.
  struct Objection {
    let effect: Finding.Effect
    let reason: String

    static func refused(_ reason: String) -> Objection { Objection(effect: .refused, reason: reason) }
    static func misread(_ reason: String) -> Objection { Objection(effect: .misread, reason: reason) }
  }

  func objection(
    to token: DocumentBuilder.Token, _ text: Span<UInt8>, as type: PrimitiveType
  ) -> Objection? {
    switch self {
    case .dataContractSerializer: xmlObjection(to: text, as: type)
    case .jsonNet: jsonObjection(to: token, text, as: type)
    case .dataContractJSONSerializer: dataContractJSONObjection(to: token, text, as: type)
    case .modelBinder, .multipartDataMediaFormatter: text.isEmpty ? nil : converterObjection(to: text, as: type)
    }
  }

  /// A text of digits alone is a number to all but XML's reader; names are C#'s own to all but XML's.
  func objection(
    to token: DocumentBuilder.Token, _ text: Span<UInt8>, of contract: EnumerationContract
  ) -> Objection? {
    let written = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    switch self {
    case .dataContractSerializer:
      return written.contains(",") ? .refused("has a comma; .NET takes flags with spaces between them") : nil
    case .dataContractJSONSerializer:
      return token == .number ? nil : .refused("is a name; DataContractJsonSerializer takes numbers")
    case .jsonNet, .modelBinder, .multipartDataMediaFormatter:
      guard token != .number, !text.isEmpty else { return nil }
      return contract.knowsInCSharp(written) ? nil : .refused("is no name that the enumeration has in C#")
    }
  }
}

extension DotNetReader {
  private func xmlObjection(to text: Span<UInt8>, as type: PrimitiveType) -> Objection? {
    switch type {
    case .dateTimeOffset: .refused("is text; DataContractSerializer reads DateTime and OffsetMinutes")
    case .dateTime where text.isTimeAlone: .misread("is read as that time of the day of reading")
    default: nil
    }
  }

  private func jsonObjection(
    to token: DocumentBuilder.Token, _ text: Span<UInt8>, as type: PrimitiveType
  ) -> Objection? {
    if type.isFreeText {
      return token == .string || token == .field ? nil : .misread("is no string: .NET reads its text")
    }
    guard token == .string || token == .field else {
      return type == .boolean && token == .number && !text.isBit ? .misread("is read as true") : nil
    }
    switch type {
    case .boolean where text.isBit: return .refused("is a digit in quotes")
    case .decimal where text.hasExponent: return .refused("has an exponent in quotes")
    default: return text.isEmpty ? nil : converterObjection(to: text, as: type)
    }
  }

  /// What .NET's converters make of a text that stands for a value.
  private func converterObjection(to text: Span<UInt8>, as type: PrimitiveType) -> Objection? {
    switch type {
    case .duration: text.isISODuration ? .refused("is an ISO 8601 duration; .NET takes d.hh:mm:ss") : nil
    case .double where text.isXMLInfinity, .float where text.isXMLInfinity:
      .refused("is an infinity as XML spells it; .NET takes Infinity")
    case .dateTimeOffset: text.hasOffset ? nil : .misread("has no offset: .NET takes that of its own zone")
    default: nil
    }
  }

  private func dataContractJSONObjection(
    to token: DocumentBuilder.Token, _ text: Span<UInt8>, as type: PrimitiveType
  ) -> Objection? {
    switch type {
    case .string, .anyURI: token == .string || token == .field ? nil : .misread("is no string: .NET reads its text")
    case .dateTime: text.isMillisecondDate ? nil : .refused("is no /Date(milliseconds)/")
    case .dateTimeOffset: .refused("is text; DataContractJsonSerializer reads DateTime and OffsetMinutes")
    case .duration: text.isISODuration ? nil : .refused("is no ISO 8601 duration")
    default: nil
    }
  }
}

extension EnumerationContract {
  /// Whether `Enum.Parse` takes the text: a number, or C#'s names, whatever their case, with commas between them.
  fileprivate func knowsInCSharp(_ text: String) -> Bool {
    if Int64(text[...].trimmingSpace) != nil || UInt64(text[...].trimmingSpace) != nil { return true }
    return text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { part in
      values.contains { ($0.clrName ?? $0.name).lowercased() == part.trimmingSpace.lowercased() }
    }
  }
}

extension Substring {
  fileprivate var trimmingSpace: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension Span<UInt8> {
  /// `0` or `1`, white space round it aside.
  fileprivate var isBit: Bool {
    let text = extracting(trimmedRange)
    return text.count == 1 && text[0] & 0xFE == 0x30
  }

  fileprivate var hasExponent: Bool {
    for index in indices where self[index] | 0x20 == 0x65 { return true }
    return false
  }

  /// `INF`, `-INF`.
  fileprivate var isXMLInfinity: Bool { holds("INF") || holds("-INF") }

  /// `P1D`, `-PT1H`.
  fileprivate var isISODuration: Bool { holds(0x50, at: 0) || (holds(0x2D, at: 0) && holds(0x50, at: 1)) }

  /// `/Date(…)/`.
  fileprivate var isMillisecondDate: Bool { holds(0x2F, at: 0) && holds(0x44, at: 1) }

  /// `06:54:54`, a time without a date.
  fileprivate var isTimeAlone: Bool { holds(0x3A, at: 2) && count >= 8 }

  /// `Z`, or a sign behind a time; milliseconds since 1970 need none.
  fileprivate var hasOffset: Bool {
    if isMillisecondDate { return true }
    var isInTime = false
    for index in indices {
      switch self[index] {
      case 0x3A: isInTime = true
      case 0x2B, 0x2D: if isInTime { return true }
      case 0x5A, 0x7A: return true
      default: break
      }
    }
    return false
  }

  private func holds(_ byte: UInt8, at index: Int) -> Bool { index < count && self[index] == byte }
}
