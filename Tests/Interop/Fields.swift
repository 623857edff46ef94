/// A file that the two sides exchange: byte strings, each behind its length in four bytes, little-endian.
enum Fields {
  static func joined(_ fields: [[UInt8]]) -> [UInt8] {
    fields.flatMap { field in
      (0..<4).map { UInt8(truncatingIfNeeded: field.count >> ($0 * 8)) } + field
    }
  }

  /// The fields, `width` at a time.
  static func rows(_ file: [UInt8], of width: Int) throws -> [[[UInt8]]] {
    var rows: [[[UInt8]]] = []
    var row: [[UInt8]] = []
    var position = 0
    while position < file.count {
      guard position + 4 <= file.count else { throw Mono.Failure(message: "a file that ends in a field's length") }
      let count = file[position..<position + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
      position += 4
      guard count <= file.count - position else { throw Mono.Failure(message: "a file that ends in a field") }
      row.append(Array(file[position..<position + count]))
      position += count
      if row.count == width {
        rows.append(row)
        row = []
      }
    }
    return rows
  }
}
