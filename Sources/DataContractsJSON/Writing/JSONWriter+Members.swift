import DataContractsCore

/// Members of values that come without a document, each at one go.
///
/// Safety: what is written to is the room that was asked for; a name is copied in steps of 16 bytes, for which the
/// table has ``ContractText/slack`` behind its texts and the room ``ShortCopy/slack`` behind what is written.
extension JSONWriter {
  /// Writes a member by its canonical text, which is not in form `none`.
  @inline(__always)
  mutating func writeMember(
    _ member: UnsafePointer<ExpectedValue>, _ form: CopiedKinds.Form, _ text: UnsafeBufferPointer<UInt8>,
    _ isFirst: inout Bool
  ) {
    guard let source = text.baseAddress else { return }
    let count = text.count
    var copied = count
    let stops = escapes.stops
    writeMember(member, room: count &+ 2, &isFirst) { target in
      if form == .bare {
        ShortCopy.copy(source, count, readable: count, to: target)
        return target + count
      }
      target[0] = 0x22
      if form == .escaped {
        copied = ShortCopy.copy(source, count, readable: count, to: target + 1, upTo: stops)
      } else {
        ShortCopy.copy(source, count, readable: count, to: target + 1)
      }
      guard copied == count else { return target + 1 + copied }
      target[count &+ 1] = 0x22
      return target + count + 2
    }
    if copied < count { writeRest(of: text, readable: count, from: copied) }
  }

  @inline(__always)
  mutating func writeMember(_ member: UnsafePointer<ExpectedValue>, _ value: Bool, _ isFirst: inout Bool) {
    writeMember(member, room: 8, &isFirst) { target in
      // `true` and `false` in one word.
      let text: UInt64 = value ? 0x65_7572_74 : 0x65_736C_6166
      UnsafeMutableRawPointer(target).storeBytes(of: text.littleEndian, as: UInt64.self)
      return target + (value ? 4 : 5)
    }
  }

  @inline(__always)
  mutating func writeMember(
    _ member: UnsafePointer<ExpectedValue>, _ magnitude: UInt64, isNegative: Bool, _ isFirst: inout Bool
  ) {
    writeMember(member, room: 21, &isFirst) { target in
      var digits = target
      if isNegative {
        digits[0] = 0x2D
        digits += 1
      }
      return DecimalDigits.write(magnitude, to: digits)
    }
  }

  /// Writes a member that is a GUID, hyphenated.
  @inline(__always)
  mutating func writeMember(
    _ member: UnsafePointer<ExpectedValue>, low: UInt64, high: UInt64, _ isFirst: inout Bool
  ) {
    writeMember(member, room: 38, &isFirst) { target in
      target[0] = 0x22
      GUIDText.write(low: low, high: high, to: target + 1)
      target[37] = 0x22
      return target + 38
    }
  }

  /// Writes a comma unless the member is the first, and its name.
  @inline(__always)
  mutating func writeName(of member: UnsafePointer<ExpectedValue>, _ isFirst: inout Bool) {
    writeMember(member, room: 0, &isFirst) { $0 }
  }

  /// Writes a comma unless the member is the first, its name, and what `value` writes behind it.
  ///
  /// - Parameters:
  ///   - room: As many bytes as the value may take, without ``ShortCopy/slack``.
  ///   - value: Writes the value; its result is the end of that.
  @inline(__always)
  private mutating func writeMember(
    _ member: UnsafePointer<ExpectedValue>, room: Int, _ isFirst: inout Bool,
    _ value: (UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8>
  ) {
    // The table has a comma before each name.
    let comma = isFirst ? 0 : 1
    isFirst = false
    let start = Int(member.pointee.nameStart) &- comma
    let count = Int(member.pointee.nameLength) &+ comma
    precondition(start >= 0 && start &+ count &+ ShortCopy.slack <= contract.text.count)
    let name = contract.text.baseAddress.unsafelyUnwrapped + start
    output.put(room: count &+ room &+ ShortCopy.slack) { target in
      ShortCopy.copySteps(name, count, to: target)
      return value(target + count) - target
    }
  }
}

/// The digits of a number, written in place.
private enum DecimalDigits {
  /// - Returns: The end of what was written: at most 20 bytes.
  @inline(__always)
  static func write(_ value: UInt64, to target: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    let count = self.count(value)
    var rest = value
    var index = count &- 1
    while index >= 0 {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      target[index] = 0x30 &+ UInt8(truncatingIfNeeded: digit)
      rest = quotient
      index &-= 1
    }
    return target + count
  }

  @inline(__always)
  private static func count(_ value: UInt64) -> Int {
    var count = 1
    var rest = value
    while rest >= 10 {
      rest /= 10
      count &+= 1
    }
    return count
  }
}
