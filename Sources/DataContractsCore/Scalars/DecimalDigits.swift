/// A positive number as at most 17 decimal digits, the last not zero, and the place of the point.
struct DecimalDigits {
  private var digits: UInt64
  private(set) var count: Int
  /// The number is 0.digits times ten to this power.
  private var power: Int

  /// The fewest digits that read back as `value`, and of those the nearest: what the standard library prints.
  init<Value: DotNetFloatingPoint>(shortest value: Value) {
    var digits: UInt64 = 0
    var fractionDigits = 0
    var exponent = 0
    var isFraction = false
    var isExponent = false
    var isNegativeExponent = false
    for byte in value.description.utf8 {
      switch byte {
      case 0x2E: isFraction = true
      case 0x65: isExponent = true
      case 0x2D: isNegativeExponent = true
      case 0x30...0x39 where isExponent: exponent = exponent &* 10 &+ Int(byte &- 0x30)
      case 0x30...0x39:
        digits = digits &* 10 &+ UInt64(byte &- 0x30)
        if isFraction { fractionDigits += 1 }
      default: break
      }
    }
    self.init(digits, timesTenTo: (isNegativeExponent ? -exponent : exponent) - fractionDigits)
  }

  /// The exact value rounded to `digits` (at most 17) digits, half up, as the C runtime of .NET Framework does.
  init<Value: DotNetFloatingPoint>(exactly value: Value, digits: Int) {
    let parts = value.binaryParts
    let exact = ExactDecimal(parts.significand, timesTwoTo: parts.exponent)
    let (rounded, power) = exact.rounded(to: digits)
    self.init(rounded, timesTenTo: power)
  }

  private init(_ digits: UInt64, timesTenTo exponent: Int) {
    var rest = digits
    var exponent = exponent
    while rest != 0, rest % 10 == 0 {
      rest /= 10
      exponent += 1
    }
    self.digits = rest
    count = 0
    while rest != 0 {
      rest /= 10
      count += 1
    }
    power = exponent + count
  }

  func reads<Value: DotNetFloatingPoint>(as value: Value) -> Bool {
    var text: [UInt8] = []
    append(exponentLimit: 0, to: &text)
    return Value(String(decoding: text, as: UTF8.self)) == value
  }

  /// Appends the number, with an exponent if that is below -4 or at least `exponentLimit`.
  func append(exponentLimit: Int, to output: inout [UInt8]) {
    let exponent = power - 1
    if exponent < -4 || exponent >= exponentLimit {
      appendScientific(exponent, to: &output)
    } else if power <= 0 {
      output.append(ascii: "0.")
      output.appendDecimal(digits, width: count - power)
    } else {
      appendPlain(to: &output)
    }
  }

  private func appendPlain(to output: inout [UInt8]) {
    let start = output.count
    output.appendDecimal(digits)
    if power < count {
      output.insert(0x2E, at: start + power)
    } else {
      for _ in count..<power { output.append(0x30) }
    }
  }

  private func appendScientific(_ exponent: Int, to output: inout [UInt8]) {
    let start = output.count
    output.appendDecimal(digits)
    if count > 1 { output.insert(0x2E, at: start + 1) }
    output.append(0x45)
    output.append(exponent < 0 ? 0x2D : 0x2B)
    output.appendDecimal(UInt64(exponent.magnitude), width: 2)
  }
}
