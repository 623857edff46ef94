import DataContracts

/// A primitive of .NET that Swift has no type of its own for, as its canonical text: a conformance by hand.
struct Lexical<Primitive: LexicalPrimitive>: DataContractScalar, Hashable {
  static var primitive: PrimitiveType { Primitive.type }

  let text: [UInt8]

  init?(canonical text: Span<UInt8>) {
    self.text = text.withUnsafeBufferPointer { [UInt8]($0) }
  }

  func appendCanonical(to text: inout [UInt8]) { text += self.text }
}

protocol LexicalPrimitive { static var type: PrimitiveType { get } }
enum DecimalPrimitive: LexicalPrimitive { static var type: PrimitiveType { .decimal } }
enum CharPrimitive: LexicalPrimitive { static var type: PrimitiveType { .char } }
enum OffsetPrimitive: LexicalPrimitive { static var type: PrimitiveType { .dateTimeOffset } }
enum URIPrimitive: LexicalPrimitive { static var type: PrimitiveType { .anyURI } }

typealias DecimalText = Lexical<DecimalPrimitive>
typealias CharText = Lexical<CharPrimitive>
typealias OffsetText = Lexical<OffsetPrimitive>
typealias URIText = Lexical<URIPrimitive>

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
