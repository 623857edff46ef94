import Testing

@testable import DataContractsCore

@Suite("Output buffers") struct OutputBufferTests {
  private static let large = [UInt8](repeating: 0x41, count: 1_000_000)

  @Test("a result holds no room that is far more than its bytes") func ownRoom() {
    var buffer = OutputBuffer(capacity: 10_000_000)
    buffer.append("short")
    let result = buffer.finish()
    #expect(result == Array("short".utf8))
    #expect(result.capacity < 1_000)
  }

  @Test("what is handed over holds no such room either") func handedOver() {
    var buffer = OutputBuffer(capacity: 10_000_000)
    buffer.append("short")
    var output: [UInt8] = []
    buffer.give(to: &output)
    #expect(output == Array("short".utf8))
    #expect(output.capacity < 1_000)
  }

  @Test("a caller's room stays the caller's") func keptRoom() {
    var output: [UInt8] = []
    output.reserveCapacity(10_000_000)
    var buffer = OutputBuffer(taking: &output, capacity: 100)
    buffer.append("short")
    output = buffer.finish()
    #expect(output == Array("short".utf8))
    #expect(output.capacity >= 10_000_000)
  }

  @Test("a large result is handed over as it is, and grows from any room") func grows() {
    var buffer = OutputBuffer(capacity: 0)
    for _ in 0..<3 { buffer.append(Self.large) }
    #expect(buffer.finish() == Self.large + Self.large + Self.large)
  }

  @Test("what was there at first stays in front") func appends() {
    var output = Array("before ".utf8)
    var buffer = OutputBuffer(taking: &output, capacity: 10)
    #expect(output.isEmpty)
    buffer.append("after")
    buffer.truncate(to: 10)
    #expect(buffer.finish() == Array("before aft".utf8))
  }
}
