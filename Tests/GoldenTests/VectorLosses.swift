import DataContracts
import TestSupport

/// The table of losses: what each format cannot carry, by rule.
enum VectorLosses {
  /// Whether a rule tells why reading `source` and writing `target` does not give the target's bytes.
  static func excuse(_ source: VectorFile, _ target: VectorFile, _ features: Set<DocumentFeature>) -> Bool {
    !features.isDisjoint(with: isLost(in: source.format))
      || (source.format == "form-dotted" && features.contains(.byteOrderMark))
      || !features.isDisjoint(with: isOtherwise(in: target.format))
  }

  /// What reading a format cannot bring back.
  static func isLost(in format: String) -> Set<DocumentFeature> {
    switch format {
    case "xml", "xml-servicestack": [.carriageReturn, .uri, .omittedNegativeZero]
    case "xml-stream": [.uri, .omittedNegativeZero]
    case "json": [.wholeDecimal, .valueOfObject, .objectOfObject, .omittedNegativeZero]
    case "json-camel": [.wholeDecimal, .valueOfObject, .objectOfObject, .upperCaseKey, .omittedNegativeZero]
    case "json-systemtext": [.valueOfObject, .objectOfObject, .derivedObject, .reference]
    case "json-datacontract":
      [
        .ticksBelowMilliseconds, .unspecifiedDate, .valueOfObject, .uri, .nonFinite, .omittedNegativeZero,
        .replacementCharacter,
      ]
    case "jsv": serviceStackTexts
    case "csv":
      serviceStackTexts.union([
        .nullRoot, .emptyString, .derivedObject, .rootOfContainers, .rootListOfOthers, .uriRoot,
      ])
    case "query": serviceStackTexts.union([.character, .derivedObject, .uriRoot])
    case "json-servicestack", "json-servicestack-camel":
      [
        .ticksBelowMilliseconds, .unspecifiedDate, .valueOfObject, .objectOfObject, .uri, .nonFinite, .nullItem,
        .nullEntry, .structure, .unnamedEnumeration,
        .reference, .longDuration, .omittedNegativeZero,
      ]
    default:
      [
        .nullItem, .nullEntry, .nullRoot, .emptyCollection, .emptyObject, .valueOfObject, .derivedObject, .reference,
        .typeNameOfSet, .brokenBody,
      ]
    }
  }

  /// Null is nothing, a null object may be an empty one, midnight has no zone, all else has one; a structure is its
  /// type's name.
  private static let serviceStackTexts: Set<DocumentFeature> = [
    .unspecifiedDate, .zonedMidnight, .longDuration, .valueOfObject, .nullItem, .nullEntry, .emptyObject, .structure,
    .reference, .omittedNegativeZero, .unnamedEnumeration, .emptyBinary, .nestedCollection,
  ]

  /// A value of an enumeration without `[EnumMember]` is its name, a structure its type's name, a derived type's name has
  /// the assembly, a cycle ends somewhere, and offsets before zones were introduced have minutes of their own.
  private static let serviceStackSpellings: Set<DocumentFeature> = [
    .structure, .derivedObject, .reference, .oldUnspecifiedDate, .unnamedEnumeration,
  ]

  /// What .NET's writer of a format spells as no reader of the format takes it, or by what a contract does not hold.
  static func isOtherwise(in format: String) -> Set<DocumentFeature> {
    switch format {
    case "json-datacontract": [.nonFinite, .replacementCharacter]
    case "json-servicestack", "json-servicestack-camel":
      [.nonFinite, .escapedName, .objectOfObject, .nullCollectionItem, .unnamedEnumeration, .reference]
    case "jsv": serviceStackSpellings
    case "csv": serviceStackSpellings.union([.rootOfContainers, .rootListOfOthers, .emptyObject, .uriRoot])
    case "query": serviceStackSpellings.union([.character, .uriRoot])
    case "multipart", "multipart-files": [.typeNameOfSet, .brokenBody]
    case "form-dotted": [.typeNameOfSet, .brokenBody, .byteOrderMark]
    default: []
    }
  }

  /// Cases that .NET writes otherwise for a reason that no document and no contract shows, and the format that does.
  static let exceptions = [
    // ServiceStack writes private members after public ones, and none in CSV.
    "optin-private": ["json-servicestack", "json-servicestack-camel", "jsv", "csv", "query"]
  ]

  /// Whether the case itself tells why.
  static func excuse(_ name: String, _ source: VectorFile, _ target: VectorFile) -> Bool {
    let formats = exceptions[name] ?? []
    return formats.contains(target.format) || (source.format == "csv" && formats.contains("csv"))
  }
}
