import DataContracts

/// A decimal number as its canonical text: a scalar of one's own, by hand.
struct DecimalText: DataContractScalar, Hashable {
  static var primitive: PrimitiveType { .decimal }

  let text: [UInt8]

  init?(canonical text: Span<UInt8>) {
    self.text = text.withUnsafeBufferPointer { [UInt8]($0) }
  }

  func appendCanonical(to text: inout [UInt8]) { text += self.text }
}

/// C#'s `List<byte>`, which is a list of numbers where `byte[]` is binary data: a conformance by hand.
struct ByteList: DataContractCodable, Equatable {
  var items: [Int16]

  static var dataContractName: QualifiedName { ContractName.arrayOf(UInt8.dataContractName) }

  static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex {
    types.list(Self.self, of: UInt8.self)
  }

  init(items: [Int16]) { self.items = items }

  init(from reader: inout DocumentReader) throws(DocumentError) {
    items = []
    var list = try reader.beginList()
    while reader.hasNext(in: &list) { items.append(Int16(try reader.decode(UInt8.self))) }
  }

  func encode(into builder: inout DocumentBuilder) throws(DocumentError) {
    try builder.beginList()
    for item in items { try UInt8(truncatingIfNeeded: item).encode(into: &builder) }
    try builder.endList()
  }
}
