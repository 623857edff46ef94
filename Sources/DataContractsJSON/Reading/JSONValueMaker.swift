import DataContractsCore

/// Where the values of a stream come from that it cannot show as they stand; most texts have none of them.
final class JSONValueMaker {
  let values: ValueBuilder
  private var reader: JSONReader

  init(_ text: JSONBytes, _ source: JSONStreamSource) {
    let format = source.format.pointee
    var builder = DocumentBuilder(
      format: format.name, source: source.input.pointee, contract: source.types.pointee.contract,
      options: format.decoding.takingDuplicates(.last), spelling: format.dialect.spelling, checking: nil, room: 8)
    format.configure(&builder)
    values = ValueBuilder(builder)
    reader = JSONReader(text, format.dialect)
  }

  /// Reads the value at `start` into the builder.
  ///
  /// - Returns: Where it ends.
  func readValue(at start: Int) throws(DocumentError) -> Int {
    try reader.readValue(at: start, into: &values.builder)
    return reader.position
  }
}

/// What a stream has to know to make a ``JSONValueMaker``.
///
/// Safety: the pointers are to values that `JSONFormat.readWithoutDocument(_:as:_:)` holds while the stream lives. Pointers,
/// so that a stream that makes none copies nothing.
struct JSONStreamSource {
  let format: UnsafePointer<JSONFormat>
  let input: UnsafePointer<[UInt8]>
  let types: UnsafePointer<TypeContract>
}
