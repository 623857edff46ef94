import DataContracts

/// The README's contract without the macro, as it stands there.
struct HandWrittenPoint: DataContractCodable, Equatable {
  var x: Int32, y: Int32

  static var dataContractName: QualifiedName { QualifiedName(dataContract: "Point", in: .clr("Shop")) }

  static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex {
    types.object(Self.self) { types in
      ObjectContract(declaring: [types.member("X", Int32.self), types.member("Y", Int32.self)])
    }
  }

  init(x: Int32, y: Int32) {
    self.x = x
    self.y = y
  }

  init(from reader: inout DocumentReader) throws(DocumentError) {
    (x, y) = (0, 0)
    var members = try reader.beginObject(Self.self)
    while let member = reader.nextMember(of: &members) {
      switch member {
      case 0: x = try reader.decode()
      case 1: y = try reader.decode()
      default: reader.skip()
      }
    }
  }

  func encode(into builder: inout DocumentBuilder) throws(DocumentError) {
    try builder.beginObject()
    try builder.encode(x, as: 0)
    try builder.encode(y, as: 1)
    try builder.endObject()
  }
}
