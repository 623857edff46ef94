import DataContracts
import TestSupport

/// The table of losses: what each format cannot carry, by rule.
enum VectorLosses {
  /// Whether a rule tells why reading `source` and writing `target` does not give the target's bytes.
  static func excuse(_ source: VectorFile, _ target: VectorFile, _ features: Set<DocumentFeature>) -> Bool {
    !features.isDisjoint(with: lost(in: source.format)) || !features.isDisjoint(with: otherwise(in: target.format))
  }

  /// What reading a format cannot bring back.
  static func lost(in format: String) -> Set<DocumentFeature> {
    switch format {
    case "xml", "xml-servicestack": [.carriageReturn, .uri, .omittedNegativeZero]
    case "xml-stream": [.uri, .omittedNegativeZero]
    case "json": jsonNet
    case "json-camel": jsonNet.union([.upperCaseKey])
    case "json-systemtext":
      [.valueOfObject, .objectOfObject, .derivedObject, .reference, .memberOutsideContract]
    case "json-datacontract":
      [
        .ticksBelowMilliseconds, .unspecifiedDate, .valueOfObject, .uri, .nonFinite, .omittedNegativeZero,
        .replacementCharacter,
      ]
    case "json-servicestack", "json-servicestack-camel":
      serviceStack.union([.ticksBelowMilliseconds, .objectOfObject, .uri, .nonFinite])
    case "jsv": serviceStackText
    case "csv":
      serviceStackText.union([
        .nullRoot, .emptyString, .derivedObject, .rootOfContainers, .rootListOfOthers, .uriRoot,
      ])
    case "query": serviceStackText.union([.character, .derivedObject, .uriRoot])
    case "form-dotted": fields.union([.byteOrderMark])
    default: fields
    }
  }

  /// What .NET's writer of a format spells as no reader of the format takes it, or by what no contract holds.
  static func otherwise(in format: String) -> Set<DocumentFeature> {
    switch format {
    case "json", "json-camel", "json-systemtext": [.memberOutsideContract]
    case "json-datacontract": [.nonFinite, .replacementCharacter]
    case "json-servicestack", "json-servicestack-camel":
      [
        .nonFinite, .escapedName, .objectOfObject, .nullCollectionItem, .unnamedEnumeration, .reference,
        .memberOutsideContract,
      ]
    case "jsv": serviceStackSpellings
    case "csv": serviceStackSpellings.union([.rootOfContainers, .rootListOfOthers, .emptyObject, .uriRoot])
    case "query": serviceStackSpellings.union([.character, .uriRoot])
    case "multipart", "multipart-files": [.typeNameOfSet, .brokenBody, .memberOutsideContract]
    case "form-dotted": [.typeNameOfSet, .brokenBody, .byteOrderMark, .memberOutsideContract]
    default: []
    }
  }

  private static let jsonNet: Set<DocumentFeature> = [
    .wholeDecimal, .valueOfObject, .objectOfObject, .omittedNegativeZero, .memberOutsideContract,
  ]

  private static let serviceStack: Set<DocumentFeature> = [
    .unspecifiedDate, .longDuration, .valueOfObject, .nullItem, .nullEntry, .structure, .reference,
    .omittedNegativeZero, .unnamedEnumeration, .memberOutsideContract,
  ]

  private static let serviceStackText = serviceStack.union([
    .zonedMidnight, .emptyObject, .emptyBinary, .nestedCollection,
  ])

  private static let serviceStackSpellings: Set<DocumentFeature> = [
    .structure, .derivedObject, .reference, .oldUnspecifiedDate, .unnamedEnumeration, .memberOutsideContract,
  ]

  private static let fields: Set<DocumentFeature> = [
    .nullItem, .nullEntry, .nullRoot, .emptyCollection, .emptyObject, .valueOfObject, .derivedObject, .reference,
    .typeNameOfSet, .brokenBody, .memberOutsideContract,
  ]
}

extension VectorLosses {
  /// The table for people, a row a feature: what it is, from which formats it does not come back, and which .NET
  /// writers spell it as nothing reads it.
  static var table: [String] {
    DocumentFeature.allCases.map { feature in
      let row = [
        feature.summary, names { lost(in: $0).contains(feature) }, names { otherwise(in: $0).contains(feature) },
      ]
      return "| \(row.joined(separator: " | ")) |"
    }
  }

  private static func names(_ isIncluded: (String) -> Bool) -> String {
    WireFormat.all.map(\.name).filter { $0 != "form" && isIncluded($0) }.map { "`\($0)`" }.joined(separator: " ")
  }
}
