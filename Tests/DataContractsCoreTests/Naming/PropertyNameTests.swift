import DataContractsCore
import Testing

@Suite("C#'s names of members that .NET names itself")
struct PropertyNameTests {
  @Test(
    "are told by the contract's names",
    arguments: [
      (DotNetNamespace.systemCollectionsGeneric, "KeyValuePairOfstringint", "value", "Value"),
      (DotNetNamespace.system, "TupleOfintstring", "m_Item2", "Item2"),
      (DotNetNamespace.system, "DateTimeOffset", "m_Item2", nil),
      ("urn:x", "T", "<Auto>k__BackingField", "Auto"),
      ("urn:x", "T", "Auto", nil), ("urn:x", "TupleOfint", "m_Item1", nil),
    ] as [(String, String, String, String?)])
  func names(namespace: String, type: String, member: String, expected: String?) {
    #expect(QualifiedName(namespace: namespace, localName: type).propertyName(ofMember: member) == expected)
  }
}
