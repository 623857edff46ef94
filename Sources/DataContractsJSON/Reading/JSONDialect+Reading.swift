import DataContractsCore

/// What a dialect means for reading.
extension JSONDialect {
  var spelling: DocumentBuilder.NameSpelling {
    switch memberNames {
    case .declared: .declared
    case .camelCase: .camelCase
    case .clr: .clr
    case .decoded: .decoded
    }
  }

  /// Whether the dialect is ServiceStack's, whose readers differ from the others' where values are lost or counted.
  private var isServiceStack: Bool { typeNames == .serviceStack }

  var readingConventions: ReadingConventions {
    var conventions = ReadingConventions()
    conventions.unspecifiedDateOffset = unspecifiedDateOffset
    conventions.countsByClock = isServiceStack
    conventions.putsLocalNamesFirst = qualifiedNames == .text
    conventions.takesNullForDefault = isServiceStack
    conventions.bareStrings =
      switch typeNames {
      case .serviceStack, .dataContract: .asTheyStand
      case .none, .jsonNet: memberNames == .clr ? .refused : .reprinted
      }
    return conventions
  }

  func missingMembers(under tolerance: DecodingOptions.Tolerance) -> DocumentBuilder.MissingMembers {
    if tolerance == .dotNet, !checksRequiredMembers { return .defaulted }
    // What leaves nulls out leaves out required members too.
    return nulls == .omitted ? .null : .refused
  }
}
