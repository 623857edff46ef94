/// Damage for documents that a reader has to survive.
extension [UInt8] {
  /// The bytes with one to four places changed: a byte replaced, removed or repeated, a token put in, the end cut off.
  ///
  /// - Parameter tokens: Texts that mean something in the format.
  public func damaged(with tokens: [String], using random: inout SeededGenerator) -> [UInt8] {
    var bytes = self
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0 where place < bytes.count: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
      case 1 where place < bytes.count: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: tokens.randomElement(using: &random)?.utf8 ?? "".utf8, at: place)
      case 3: bytes.removeLast(bytes.count - place)
      default: bytes.insert(contentsOf: bytes[place..<Swift.min(place + 20, bytes.count)], at: place)
      }
    }
    return bytes
  }
}
