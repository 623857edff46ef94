import DataContractsCore

/// The names of the columns.
struct CSVHeader {
  let names: [[UInt8]]

  /// A row as a header.
  ///
  /// - Parameter trims: Whether white space around names is dropped, as ServiceStack does.
  init(_ row: [CSVField], _ fields: CSVFields, trims: Bool) {
    names = row.map { field in
      let name = fields.bytes(of: field)
      guard trims, !field.isQuoted else { return name }
      return Array(name.drop(while: \.isWhiteSpace).reversed().drop(while: \.isWhiteSpace).reversed())
    }
  }

  /// The header of a type whose names hold commas or quotation marks, which ServiceStack does not quote; `nil`, and
  /// nothing read, unless exactly that line stands there.
  init?(rawNamesOf type: UInt16, _ table: ContractTable, at fields: inout CSVFields) {
    let members = table.members[table.compiled[Int(type)].memberRange]
    guard members.contains(where: { table.text[$0.name.range].contains(where: \.isCSVMark) }) else { return nil }
    var rest = members.map { Array(table.text[$0.name.range]) }.sorted { $0.count > $1.count }
    var found: [[UInt8]] = []
    var position = fields.position
    while let index = rest.firstIndex(where: { fields.hasName($0, at: position) }) {
      found.append(rest.remove(at: index))
      position += found[found.count - 1].count
      guard position < fields.bytes.count, fields.bytes[position] == 0x2C else { break }
      position += 1
    }
    guard rest.isEmpty, let end = fields.lineEnd(at: position) else { return nil }
    fields.position = end
    names = found
  }

  /// Whether a column is a member of the type, ASCII case aside.
  func knowsOne(of type: CompiledType, _ table: ContractTable) -> Bool {
    let known = Set(table.members[type.memberRange].map { table.text[$0.name.range].map(\.asciiFolded) })
    return names.contains { known.contains($0.map(\.asciiFolded)) }
  }

  /// The line that ServiceStack puts above a row of values: the properties of their type, such as those of `DateTime`;
  /// `nil` for types that have none.
  static func ofValues(_ item: CompiledType, isNullable: Bool) -> String? {
    guard item.isValueType else { return nil }
    if isNullable { return "HasValue,Value" }
    guard item.shape == .primitive else { return nil }
    switch item.primitive {
    case .dateTime: return "Date,Day,DayOfWeek,DayOfYear,Hour,Kind,Millisecond,Minute,Month,Second,Ticks,TimeOfDay,Year"
    case .dateTimeOffset:
      return "DateTime,UtcDateTime,LocalDateTime,Date,Day,DayOfWeek,DayOfYear,Hour,Millisecond,Minute,Month,Offset,"
        + "Second,Ticks,UtcTicks,TimeOfDay,Year"
    case .duration:
      return "Ticks,Days,Hours,Milliseconds,Minutes,Seconds,TotalDays,TotalHours,TotalMilliseconds,TotalMinutes,"
        + "TotalSeconds"
    default: return nil
    }
  }
}

extension CSVFields {
  fileprivate func hasName(_ name: [UInt8], at position: Int) -> Bool {
    let end = position + name.count
    guard end <= bytes.count, bytes[position..<end].elementsEqual(name) else { return false }
    return end == bytes.count || bytes[end] == 0x2C || lineEnd(at: end) != nil
  }

  /// The position behind the line end at `position`; `nil` where the line goes on.
  fileprivate func lineEnd(at position: Int) -> Int? {
    let rest = bytes[min(position, bytes.count)...].prefix(2)
    if rest.isEmpty { return position }
    if rest.first == 0x0A { return position + 1 }
    return rest.elementsEqual([0x0D, 0x0A]) ? position + 2 : nil
  }
}

extension [CSVField] {
  /// The fields of a row as one line.
  func headerText(_ fields: CSVFields) -> [UInt8] {
    Array<UInt8>(map { fields.bytes(of: $0) }.joined(separator: [0x2C]))
  }
}

extension ContractTable {
  /// Whether ServiceStack writes a dictionary's keys as a header: those of strings to strings or objects.
  func hasKeysAsHeader(_ dictionary: CompiledType) -> Bool {
    let key = compiled[Int(dictionary.first)]
    let value = compiled[Int(dictionary.second)]
    guard key.shape == .primitive, key.primitive == .string else { return false }
    return value.shape == .any || value.shape == .untyped || value.shape == .primitive && value.primitive == .string
  }
}

extension UInt8 {
  /// Whether a field that holds the byte is quoted.
  var isCSVMark: Bool { self == 0x22 || self == 0x2C || self == 0x0D || self == 0x0A }
}
