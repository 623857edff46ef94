/// Member names in camel case.
public enum CamelCase {
  /// Json.NET 6's CamelCasePropertyNamesContractResolver, whose rule ServiceStack's camel case shares.
  ///
  /// The first letter is lowered, then each next one as long as the letter after it is upper case too or it is
  /// the last: `Name` to `name`, `MID` to `mid`, `URLKey` to `urlKey`, `CUST_CODE` to `cusT_CODE`.
  /// A name that does not begin with an upper-case letter is left alone.
  public static func jsonNet(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    guard let first = scalars.first, isUpper(first) else { return name }
    var result = String.UnicodeScalarView()
    var isLowering = true
    for (index, scalar) in scalars.enumerated() {
      if index > 0, index + 1 < scalars.count, !isUpper(scalars[index + 1]) { isLowering = false }
      result.append(contentsOf: isLowering ? lowered(scalar) : [scalar])
    }
    return String(result)
  }

  /// .NET's `Char.IsUpper`, which knows the general category Lu of one UTF-16 code unit.
  private static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0xFFFF && scalar.properties.generalCategory == .uppercaseLetter
  }

  /// .NET's invariant `Char.ToLower`, which maps one code unit to one.
  private static func lowered(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let mapped = Array(scalar.properties.lowercaseMapping.unicodeScalars)
    return mapped.count == 1 && scalar.value <= 0xFFFF ? mapped : [scalar]
  }
}
