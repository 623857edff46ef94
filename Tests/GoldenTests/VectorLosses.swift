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
    case "json": [.wholeDecimal, .valueOfObject, .omittedNegativeZero]
    case "json-camel": [.wholeDecimal, .valueOfObject, .upperCaseKey, .omittedNegativeZero]
    case "json-systemtext": [.valueOfObject, .derivedObject, .reference]
    case "json-datacontract":
      [.ticksBelowMilliseconds, .unspecifiedDate, .valueOfObject, .uri, .nonFinite, .omittedNegativeZero]
    case "json-servicestack", "json-servicestack-camel", "jsv", "csv", "query":
      [
        .ticksBelowMilliseconds, .unspecifiedDate, .valueOfObject, .uri, .nonFinite, .nullItem, .nullEntry, .structure,
        .reference, .longDuration, .omittedNegativeZero,
      ]
    default:
      [
        .nullItem, .nullEntry, .nullRoot, .emptyCollection, .emptyObject, .valueOfObject, .derivedObject, .reference,
        .typeNameOfSet, .brokenBody,
      ]
    }
  }

  /// What .NET's writer of a format spells as no reader of the format takes it, or by what a contract does not hold.
  static func isOtherwise(in format: String) -> Set<DocumentFeature> {
    switch format {
    case "json-datacontract": [.nonFinite]
    case "json-servicestack", "json-servicestack-camel": [.nonFinite, .structure, .escapedName]
    case "multipart", "multipart-files": [.typeNameOfSet, .brokenBody]
    case "form-dotted": [.typeNameOfSet, .brokenBody, .byteOrderMark]
    default: []
    }
  }
}
