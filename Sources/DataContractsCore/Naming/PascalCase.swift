/// Member names as C# spells those of its properties.
package enum PascalCase {
  /// The first letter in upper case, as .NET's invariant `Char.ToUpper` makes it: one UTF-16 code unit becomes one, and
  /// none becomes ASCII that was not. `chatId` to `ChatId`, `ärger` to `Ärger`; `ßeta` stays.
  package static func dotNet(_ name: String) -> String {
    guard let first = name.unicodeScalars.first, first.value <= 0xFFFF else { return name }
    let mapped = first.properties.uppercaseMapping.unicodeScalars
    guard mapped.count == 1, let upper = mapped.first, first.isASCII || !upper.isASCII else { return name }
    var result = String.UnicodeScalarView([upper])
    result.append(contentsOf: name.unicodeScalars.dropFirst())
    return String(result)
  }
}
