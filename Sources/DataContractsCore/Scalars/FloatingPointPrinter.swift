/// Which .NET writes a double or a float.
public enum FloatingPointStyle: Sendable, Hashable {
  /// .NET Core 3.0 and later: the fewest digits that read back as the same value.
  case shortest
  /// .NET Framework and Mono: 15 digits (float: 7) if they read back as the same value, else 17 (9).
  case framework
}

/// Prints double and float as DataContractSerializer does.
///
/// The exponent form (`1E+17`, `1E-05`: a sign and at least two digits) is used when the decimal exponent
/// is below -4, or at least 17 (float: 9) in the shortest style, and in the framework style at least the
/// number of digits that it tries.
package enum FloatingPointPrinter {
  package static func appendDouble(
    _ value: Double, style: FloatingPointStyle = .shortest, to output: inout [UInt8]
  ) {
    append(value, style: style, to: &output)
  }

  package static func appendFloat(
    _ value: Float, style: FloatingPointStyle = .shortest, to output: inout [UInt8]
  ) {
    append(value, style: style, to: &output)
  }

  static func append<Value: DotNetFloatingPoint>(
    _ value: Value, style: FloatingPointStyle, to output: inout [UInt8]
  ) {
    guard value.isFinite else {
      output.append(ascii: value.isNaN ? "NaN" : value < 0 ? "-INF" : "INF")
      return
    }
    if value.sign == .minus { output.append(0x2D) }
    guard value != 0 else {
      output.append(0x30)
      return
    }
    switch style {
    case .shortest:
      DecimalDigits(shortest: value.magnitude).append(exponentLimit: Value.shortestExponentLimit, to: &output)
    case .framework:
      appendFramework(value.magnitude, to: &output)
    }
  }

  /// Appends a canonical number of the type as .NET Framework prints it.
  ///
  /// - Returns: `false`, and nothing is appended, for another type and for text that is no number.
  package static func appendFramework(_ text: Span<UInt8>, as type: PrimitiveType, to output: inout [UInt8]) -> Bool {
    switch type {
    case .double:
      guard let value = FloatingPointText.double(text) else { return false }
      append(value, style: .framework, to: &output)
    case .float:
      guard let value = FloatingPointText.float(text) else { return false }
      append(value, style: .framework, to: &output)
    default: return false
    }
    return true
  }

  private static func appendFramework<Value: DotNetFloatingPoint>(_ value: Value, to output: inout [UInt8]) {
    let (short, long) = Value.frameworkDigits
    let shortest = DecimalDigits(shortest: value)
    if value.isNormal, shortest.count <= short {
      // Digits that few are also the nearest of their number to a normal value.
      return shortest.append(exponentLimit: short, to: &output)
    }
    if !value.isNormal {
      let rounded = DecimalDigits(exactly: value, digits: short)
      if rounded.reads(as: value) { return rounded.append(exponentLimit: short, to: &output) }
    }
    DecimalDigits(exactly: value, digits: long).append(exponentLimit: long, to: &output)
  }
}
