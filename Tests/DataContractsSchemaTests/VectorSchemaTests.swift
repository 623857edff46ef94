import DataContractsCore
import DataContractsSchema
import TestSupport
import Testing

@Suite("Schemas of the vectors")
struct VectorSchemaTests {
  private var zoo: Contract { get throws { try Schemas.zoo.get() } }

  @Test("all 19 load")
  func load() throws {
    #expect(Schemas.vectors.count == 19)
    let contract = try zoo
    print("19 schemas: \(contract.types.count) types, \(contract.roots.count) roots")
    print(contract)
  }
}
