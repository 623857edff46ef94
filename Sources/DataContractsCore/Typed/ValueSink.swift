/// Takes the values of Swift types as they come, where the document is not wanted: the counterpart of ``ValueStream``.
///
/// A document of a large value costs two thirds of the instructions of its encoding. A sink leaves it out for what is
/// frequent: lists, objects whose contract is plain (``CompiledType/isPlainObject``) and whose members come in the order
/// in which the format writes them, scalars. Of any other value it wants a document of that value alone, so that the
/// rules of the format are written once. It knows no errors: where it refuses, the whole value is written through a
/// document.
@usableFromInline
package protocol ValueSink: AnyObject {
  /// Containers that are open.
  var depth: Int { get }

  /// Whether the value of the root has been taken as a whole.
  var isComplete: Bool { get }

  /// The place among ``ContractTable/members`` of the member that was named last.
  var place: Int { get }

  /// Says which member's value comes next.
  func expect(member: Int) -> SinkAnswer

  func beginObject() -> Bool
  func beginList() -> Bool

  /// Ends the container that began last.
  func end() -> Bool

  /// Takes null.
  ///
  /// - Parameter member: The index of the member; -1 for the value that comes next, be it a member's or an item.
  func null(as member: Int) -> SinkAnswer

  /// Takes a scalar by its canonical text.
  func text(_ text: UnsafeBufferPointer<UInt8>, _ primitive: PrimitiveType, as member: Int) -> SinkAnswer

  func boolean(_ value: Bool, as member: Int) -> SinkAnswer

  /// Takes an integer by its digits' value.
  func integer(_ magnitude: UInt64, isNegative: Bool, _ primitive: PrimitiveType, as member: Int) -> SinkAnswer

  /// Takes a GUID by its 16 bytes, the first in the lowest bits of `low`.
  func guid(low: UInt64, high: UInt64, as member: Int) -> SinkAnswer

  /// Takes the value of an enumeration that comes next.
  func enumeration(bits: UInt64) -> Bool

  /// Takes the document of a member's value.
  func write(_ part: Document) -> Bool
}

/// What a sink says to a value.
@usableFromInline
package enum SinkAnswer: Sendable {
  case taken
  /// The sink wants the document of the value.
  case partWanted
  /// The whole value has to be written through a document.
  case refused
}

/// A sink as builders hold it: without counting references.
///
/// Safety: ``ValueSink/take(_:of:)``, the only maker, outlives its builder, which does not leave it.
@usableFromInline
package final class SinkReference {
  @usableFromInline let sink: any ValueSink

  init(_ sink: any ValueSink) { self.sink = sink }
}

extension ValueSink {
  /// Takes a Swift value.
  ///
  /// - Returns: `false` where the value has to be written through a document.
  package func take<T: DataContractEncodable>(_ value: T, of types: TypeContract) -> Bool {
    let reference = SinkReference(self)
    return withExtendedLifetime(reference) {
      var builder = DocumentBuilder(sink: reference, types)
      do throws(DocumentError) {
        try value.encode(into: &builder)
        return isComplete
      } catch {
        return false
      }
    }
  }
}
