extension PrimitiveType {
  /// The values of the type in words, for error messages: "an integer from -128 through 127".
  package var expectation: String {
    switch self {
    case .boolean: "true or false"
    case .byte: "an integer from -128 through 127"
    case .unsignedByte: "an integer from 0 through 255"
    case .short: "an integer from -32768 through 32767"
    case .unsignedShort: "an integer from 0 through 65535"
    case .int: "an integer from -2147483648 through 2147483647"
    case .unsignedInt: "an integer from 0 through 4294967295"
    case .long: "an integer from -9223372036854775808 through 9223372036854775807"
    case .unsignedLong: "an integer from 0 through 18446744073709551615"
    case .float: "a single-precision number"
    case .double: "a double-precision number"
    case .decimal: "a decimal number of at most 28 digits"
    case .string: "a string"
    case .char: "a UTF-16 code unit from 0 through 65535"
    case .dateTime: "a date and time"
    case .dateTimeOffset: "a date and time with an offset"
    case .duration: "a duration"
    case .guid: "a GUID"
    case .anyURI: "a URI"
    case .base64Binary: "base64 text"
    case .qName: "a qualified name"
    }
  }
}
