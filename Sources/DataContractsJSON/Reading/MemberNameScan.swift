import DataContractsCore

/// The names of an object's members, found ahead of reading it.
///
/// One pass notes the names of all objects within the outermost one that is asked for; those inside it are then answered
/// without another pass, so that reading stays linear however deep they nest. What is no JSON ends the pass early; the
/// reader will say so.
struct MemberNameScan {
  struct Name {
    /// The first byte after the opening mark.
    let start: Int
    /// The first byte of the closing mark, or of the first escape.
    let plainEnd: Int
    let hasEscapes: Bool
    /// The next name of the same object, 0 for none.
    var next: UInt32 = 0
  }

  private struct Object {
    let offset: Int
    var first: UInt32 = 0
    var last: UInt32 = 0
  }

  /// In the order of the text.
  private var objects: [Object] = []
  /// The first stands for none.
  private var names = [Name(start: 0, plainEnd: 0, hasEscapes: false)]
  private var covered = 0..<0
  /// For each open container its place in `objects`, -1 for a list.
  private var open: [Int] = []

  /// The names of the object whose brace is at `offset`, in order.
  mutating func names(ofObjectAt offset: Int, in text: JSONBytes, depthLimit: Int) -> [Name] {
    if !covered.contains(offset) { scan(from: offset, text, depthLimit) }
    guard let object = object(at: offset) else { return [] }
    var result: [Name] = []
    var next = object.first
    while next != 0 {
      result.append(names[Int(next)])
      next = names[Int(next)].next
    }
    return result
  }

  private func object(at offset: Int) -> Object? {
    var low = 0
    var high = objects.count
    while low < high {
      let middle = (low + high) / 2
      if objects[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low < objects.count && objects[low].offset == offset ? objects[low] : nil
  }

  private mutating func scan(from start: Int, _ text: JSONBytes, _ depthLimit: Int) {
    objects.removeAll(keepingCapacity: true)
    names.removeLast(names.count - 1)
    open.removeAll(keepingCapacity: true)
    var index = start
    var expectsName = false
    repeat {
      switch text.byte(at: index) {
      case 0x7B:
        open.append(objects.count)
        objects.append(Object(offset: index))
        expectsName = true
      case 0x5B:
        open.append(-1)
        expectsName = false
      case 0x7D, 0x5D:
        open.removeLast()
        expectsName = false
      case 0x2C: expectsName = open.last.map { $0 >= 0 } ?? false
      case 0x22:
        index = scanString(from: index + 1, text, isName: expectsName)
        expectsName = false
      default: break
      }
      index += 1
    } while index < text.count && !open.isEmpty && open.count <= depthLimit
    covered = start..<index
  }

  /// - Returns: Where the closing mark is.
  private mutating func scanString(from start: Int, _ text: JSONBytes, isName: Bool) -> Int {
    let plainEnd = text.plainEnd(from: start)
    var end = plainEnd
    while end < text.count, text.byte(at: end) != 0x22 { end = text.plainEnd(from: min(end + 2, text.count)) }
    if isName, let object = open.last, object >= 0 {
      let name = UInt32(truncatingIfNeeded: names.count)
      names.append(Name(start: start, plainEnd: plainEnd, hasEscapes: plainEnd != end))
      if objects[object].first == 0 {
        objects[object].first = name
      } else {
        names[Int(objects[object].last)].next = name
      }
      objects[object].last = name
    }
    return end
  }
}
