import DataContractsCore
import TestSupport
import Testing

@Suite("Contract")
struct ContractBuilderTests {
  private func message(_ define: (inout ContractBuilder) -> Void) -> String {
    var builder = ContractBuilder()
    define(&builder)
    do throws(DocumentError) {
      _ = try builder.contract()
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  private func name(_ name: String) -> QualifiedName { TestContracts.name(name) }

  @Test("members are sorted as XML has them, and keep the order of their declaration")
  func order() throws {
    var builder = ContractBuilder()
    let names =
      ["B": 2, "Z": 1, "A": 1, "m": nil, "M": nil, "C": nil, "_u": nil, "a1": nil, "Y": 0, "D": 10] as KeyValuePairs
    let type = builder.add(
      name("Ordered"),
      .object(
        ObjectContract(
          declaring: names.map { DataMember($0.key, .primitive(.string), isNillable: true, order: $0.value) })))
    builder.addRoot(element: name("Ordered"), type: type)
    let contract = try builder.contract()
    guard case .object(let object)? = contract[type]?.shape else { throw Failure() }
    #expect(object.members.map(\.name) == ["C", "M", "_u", "a1", "m", "Y", "A", "Z", "B", "D"])
    let compiled = contract.table.compiled[Int(type.rawValue)]
    let declared = contract.table.declaredOrder[compiled.memberRange].map { object.members[Int($0)].name }
    // Json.NET: members without an order first, as declared, then by order.
    #expect(declared == ["m", "M", "C", "_u", "a1", "Y", "Z", "A", "B", "D"])
  }

  @Test("a base's members come first in XML and last in JSON") func inheritance() throws {
    var builder = ContractBuilder()
    let base = builder.add(
      name("Base"),
      .object(ObjectContract(declaring: [DataMember("Zed", .primitive(.int)), DataMember("Num", .primitive(.int))])))
    let derived = builder.add(
      name("Derived"), .object(ObjectContract(base: base, declaring: [DataMember("Ant", .primitive(.int))])))
    let table = try builder.contract().table
    let compiled = table.compiled[Int(derived.rawValue)]
    let names = table.members[compiled.memberRange].map { String(decoding: table.text[$0.name.range], as: UTF8.self) }
    #expect(names == ["Num", "Zed", "Ant"])
    #expect(table.declaredOrder[compiled.memberRange].map { names[Int($0)] } == ["Ant", "Zed", "Num"])
    #expect(table.derived[Int(base.rawValue)] == [derived])
  }

  @Test("contradictions are errors that name the type") func contradictions() {
    #expect(
      message { _ = $0.declare(name("A")) } == "contract: expected a definition of the type {urn:test}A, found none")
    #expect(
      message { _ = $0.list(of: Contract.TypeIndex(rawValue: 999), name: name("L"), itemName: "i") }
        == "contract: expected an index of this contract's types in {urn:test}L, found 999")
    #expect(
      message {
        let a = $0.declare(name("A"))
        let b = $0.add(name("B"), .object(ObjectContract(base: a, members: [])))
        $0.define(a, .object(ObjectContract(base: b, members: [])))
      } == "contract: expected a type that does not contain itself, found {urn:test}A")
    #expect(
      message {
        let a = $0.declare(name("A"))
        $0.define(a, .object(ObjectContract(members: [DataMember("Self", a)])), isValueType: true)
      } == "contract: expected a type that does not contain itself, found {urn:test}A")
    #expect(
      message {
        _ = $0.add(name("A"), .object(ObjectContract(members: [DataMember("x", .any), DataMember("x", .any)])))
      } == "contract: expected each member of {urn:test}A once, found \"x\" twice")
    #expect(
      message { _ = $0.add(name("A"), .object(ObjectContract(base: .primitive(.int), members: []))) }
        == "contract: expected an object as the base of {urn:test}A, found {http://www.w3.org/2001/XMLSchema}int")
    #expect(
      message { _ = $0.add(name("E"), .enumeration(EnumerationContract(values: [], underlying: .string))) }
        == "contract: expected an integer type under the enumeration {urn:test}E, found string")
  }

  @Test("a root is found by its name, or by its namespace and name where two share one") func roots() throws {
    var builder = ContractBuilder()
    let type = builder.add(name("T"), .object(ObjectContract(members: [])))
    for (namespace, local) in [("urn:a", "X"), ("urn:b", "X"), ("urn:a", "Y")] {
      builder.addRoot(element: QualifiedName(namespace: namespace, localName: local), type: type)
    }
    let contract = try builder.contract()
    #expect(contract.root == nil)
    #expect(try contract.rooted(at: "Y").root?.element.namespace == "urn:a")
    #expect(try contract.rooted(at: "{urn:b}X").root?.element.namespace == "urn:b")
    #expect(throws: DocumentError.self) { try contract.rooted(at: "X") }
    do throws(DocumentError) { _ = try contract.rooted(at: "X") } catch {
      #expect(
        error.description
          == "contract: expected the name of one root element, found \"X\", which is {urn:a}X and {urn:b}X")
    }
    do throws(DocumentError) { _ = try contract.rooted(at: "Q") } catch {
      #expect(error.description == "contract: expected the name of one root element, found \"Q\", which is none")
    }
  }

  @Test("flags are named in the order of declaration, an exact name first") func flags() {
    let access = EnumerationContract(
      values: [
        .init("None", bits: 0), .init("Read", bits: 1), .init("Write", bits: 2), .init("Exec", bits: 4),
        .init("ReadWrite", bits: 3),
      ],
      isFlags: true)
    #expect(access.canonicalText(of: 3) == "ReadWrite")
    #expect(access.canonicalText(of: 7) == "Read Write Exec")
    #expect(access.canonicalText(of: 0) == "None")
    #expect(access.canonicalText(of: 8) == "8")
    #expect(access.bits(of: "Exec, Read", as: .canonical) == 5)
    #expect(access.bits(of: "Exec, Nope", as: .any) == nil)
  }

  @Test("values have names of the contract and of C#; a name of both is the one that the format writes")
  func valueNames() {
    let hue = EnumerationContract(values: [
      .init("deep red", bits: 1, clrName: "DeepRed"), .init("Teal", bits: 2, clrName: "Green"),
      .init("Green", bits: 3, clrName: "Teal"),
    ])
    #expect(hue.bits(of: "deep red", as: .contract) == 1)
    #expect(hue.bits(of: "DeepRed", as: .contract) == nil)
    #expect(hue.bits(of: "1", as: .contract) == nil)
    #expect(hue.bits(of: "1", as: .canonical) == 1)
    #expect(hue.bits(of: "DEEPRED", as: .any) == 1)
    #expect(hue.bits(of: "Teal", as: .any) == 2)
    #expect(hue.bits(of: "Teal", as: .clr) == 3)
    #expect(hue.bits(of: "teal", as: .clr) == nil)
  }

  private struct Failure: Error {}
}
