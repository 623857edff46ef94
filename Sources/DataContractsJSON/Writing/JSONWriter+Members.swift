import DataContractsCore

/// Members of values that come without a document, each at one go.
extension JSONWriter {
  /// Writes a member whose name and text the dialect takes as they are.
  ///
  /// - Returns: `false`, with nothing written, for any other.
  @inline(__always)
  mutating func writeMember(
    _ member: UnsafePointer<CompiledMember>, _ primitive: PrimitiveType, _ text: UnsafeBufferPointer<UInt8>,
    _ isFirst: inout Bool
  ) -> Bool {
    var form = copies.form(of: primitive.kind)
    if case .number = primitive.kind, !primitive.isPlainInteger { form = .none }
    guard form != .none, isPlain(member.pointee), let source = text.baseAddress else { return false }
    let name = self.name(of: member.pointee)
    let count = text.count
    var copied = count
    let names = contract.text
    let hasComma = !isFirst
    isFirst = false
    output.put(room: Int(name.count) &+ count &+ 6 &+ ShortCopy.slack) { room in
      var target = Self.copyName(name, names, hasComma: hasComma, to: room)
      if form == .bare {
        ShortCopy.copy(source, count, readable: count, to: target)
        return target - room &+ count
      }
      target[0] = 0x22
      target += 1
      if form == .escaped {
        copied = ShortCopy.copy(source, count, readable: count, to: target, upTo: escapes.stops)
      } else {
        ShortCopy.copy(source, count, readable: count, to: target)
      }
      target += copied
      guard copied == count else { return target - room }
      target[0] = 0x22
      return target - room &+ 1
    }
    if copied < count { writeRest(of: text, readable: count, from: copied) }
    return true
  }

  /// Writes a member that is a GUID, hyphenated.
  @inline(__always)
  mutating func writeGUIDMember(
    _ member: UnsafePointer<CompiledMember>, low: UInt64, high: UInt64, _ isFirst: inout Bool
  ) {
    let name = self.name(of: member.pointee)
    let names = contract.text
    let hasComma = !isFirst
    isFirst = false
    output.put(room: Int(name.count) &+ 48 &+ ShortCopy.slack) { room in
      let target = Self.copyName(name, names, hasComma: hasComma, to: room)
      target[0] = 0x22
      GUIDText.write(low: low, high: high, to: target + 1)
      target[37] = 0x22
      return target - room &+ 38
    }
  }

  @inline(__always)
  private static func copyName(
    _ name: ContractText, _ names: UnsafeBufferPointer<UInt8>, hasComma: Bool, to room: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    guard hasComma else { return copyName(name, names, to: room) }
    room[0] = 0x2C
    return copyName(name, names, to: room + 1)
  }
}
