/// A reader of .NET's, whose rules a document is held against.
///
/// Seen when the real readers ran, save for what DataContractJsonSerializer makes of a member that comes twice and the
/// model binder of a key, which their sources say.
package enum DotNetReader: Sendable, Hashable {
  /// DataContractSerializer.
  case dataContractSerializer
  /// Json.NET under ASP.NET Web API's settings.
  case jsonNet
  /// DataContractJsonSerializer.
  case dataContractJSONSerializer
  /// ASP.NET Web API's model binder over a form.
  case modelBinder
  /// MultipartDataMediaFormatter.
  case multipartDataMediaFormatter

  /// Whether members are looked for in the contract's order, and passed over when they come late.
  var readsForward: Bool { self == .dataContractSerializer }

  /// Whether `IsRequired` counts.
  var asksForRequiredMembers: Bool { self == .dataContractSerializer || self == .dataContractJSONSerializer }

  /// Whether names are found whatever their case.
  var ignoresCase: Bool { !asksForRequiredMembers }

  /// Which of several values under one name counts.
  var duplicates: DecodingOptions.DuplicateMembers {
    switch self {
    case .jsonNet: .last
    case .dataContractJSONSerializer: .refuse
    case .dataContractSerializer, .modelBinder, .multipartDataMediaFormatter: .first
    }
  }

  /// Whether a dictionary takes the last of two entries with one key, and does not refuse them.
  var replacesEntries: Bool { self == .jsonNet || self == .modelBinder }
}

extension DotNetReader {
  /// How the check reads: as generously as .NET does, so that what it notes is .NET's doing.
  func options(_ options: DecodingOptions) -> DecodingOptions {
    var options = options
    options.tolerance = .dotNet
    options.unknownMembers = .ignore
    options.duplicateMembers = duplicates == .refuse ? .first : duplicates
    options.roundsExcessDigits = false
    return options
  }
}

extension DecodingOptions {
  /// The same for the readers of forms and multipart bodies, who keep a name's values together.
  package func asRead(by reader: DotNetReader) -> DecodingOptions { reader.options(self) }
}
