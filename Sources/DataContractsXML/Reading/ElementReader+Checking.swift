internal import CLibXML2
import DataContractsCore

extension ElementReader {
  /// Gives findings that were noted at the end of a tag, which is where libxml2 stands then, the tag's beginning.
  @inline(never)
  mutating func placeFindings(tagEnd: Int) {
    while placedFindings < builder.findings.count {
      let finding = builder.findings[placedFindings]
      if let start = start(ofTagEndingAt: finding.offset, tagEnd: tagEnd) {
        builder.findings[placedFindings] = finding.at(start)
      }
      placedFindings += 1
    }
  }

  /// Notes an error of the start tag that ends at `offset`, and passes the element over; the value that it is or stands
  /// in is null.
  ///
  /// - Returns: `false` when the document cannot be read on.
  mutating func recover(from error: DocumentError, at offset: Int) -> Bool {
    guard isChecking, error.code != .syntax || error.offset == offset else { return false }
    let isChildOfScalar = mode == .scalar || mode == .qualifiedName
    guard builder.recovers(from: error, at: error.offset ?? offset) else { return false }
    skipDepth = isChildOfScalar ? 2 : 1
    if mode == .scalar { mode = modeAroundScalar } else if mode == .qualifiedName { pop() }
    return true
  }

  /// Notes what an element holds that is passed over because it is nil.
  @inline(never)
  mutating func noteNilContent(at offset: Int) {
    guard let path = nilPath else { return }
    nilPath = nil
    builder.note(.content, .dropped, "has content under i:nil", path: path, at: offset)
  }

  /// Notes the attributes that .NET passes over, save for those of XML itself and of XML Schema.
  mutating func noteAttributes(_ attributes: Attributes, at offset: Int) {
    for index in 0..<attributes.count {
      guard let name = attributes.name(index) else { continue }
      let local = String(decoding: bytes(of: name), as: UTF8.self)
      let space = attributes.namespace(index).map {
        String(decoding: DataContractsXML.text(ofAttribute: bytes(of: $0)), as: UTF8.self)
      }
      guard !Self.isSilent(local, in: space) else { continue }
      builder.note(.content, .dropped, "has an attribute \"\(local.prefix(40))\", which .NET ignores", at: offset)
    }
  }

  private static func isSilent(_ name: String, in namespace: String?) -> Bool {
    switch namespace {
    case DotNetNamespace.xmlSchemaInstance, "http://www.w3.org/XML/1998/namespace": true
    case DotNetNamespace.serialization: name == "Id" || name == "Ref" || name == "Size" || name == "FactoryType"
    default: false
    }
  }

  /// A processing instruction, which `XmlDictionaryReader` does not take.
  mutating func instruction() {
    guard failure == nil else { return stop() }
    guard isChecking, !takesInstructions else { return passedOver() }
    let offset = position
    let start = source[..<min(max(offset, 0), source.count)].lastIndex(of: UInt8(ascii: "<")) ?? 0
    builder.note(
      .syntax, .refused, "a processing instruction stands here, which Web API's reader does not take", at: start)
    passedOver()
  }

  /// Notes a `System.Object` that has content and does not say its type.
  mutating func noteUntyped(at offset: Int) {
    guard isChecking, contract != nil, builder.expectedShape == .any else { return }
    builder.note(.value, .refused, "has content and no i:type; .NET cannot tell what it is", at: offset)
  }
}
