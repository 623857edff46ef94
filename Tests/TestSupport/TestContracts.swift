import DataContractsCore

/// Contracts written in Swift, for tests that need no XSD.
public enum TestContracts {
  public static let namespace = "urn:test"

  public static func name(_ localName: String) -> QualifiedName {
    QualifiedName(namespace: namespace, localName: localName)
  }

  /// A type of each shape:
  /// `Order { Id: int required, Name: string?, Total: decimal, Placed: dateTime, Key: guid, Lines: [Line]?,
  /// Tags: dictionary string to int?, Color: enumeration, Rights: flags, Raw: bytes?, Note: any?, When: dateTimeOffset,
  /// Parent: Order? }`, `Line { Sku: string?, Count: int }`.
  public static func order() throws(DocumentError) -> Contract {
    var builder = ContractBuilder()
    let order = builder.declare(name("Order"))
    let line = builder.add(
      name("Line"),
      .object(
        ObjectContract(declaring: [
          DataMember("Sku", .primitive(.string), isNillable: true), DataMember("Count", .primitive(.int)),
        ])))
    let lines = builder.list(of: line, name: name("ArrayOfLine"), itemName: "Line")
    let tags = builder.add(
      QualifiedName(namespace: DotNetNamespace.arrays, localName: "ArrayOfKeyValueOfstringint"),
      .dictionary(
        DictionaryContract(
          key: .primitive(.string), keyIsNillable: true, value: .primitive(.int), valueIsNillable: false,
          entryName: "KeyValueOfstringint")))
    let color = builder.add(
      name("Color"), .enumeration(EnumerationContract(values: [.init("Red", bits: 0), .init("Blue", bits: 6)])),
      isValueType: true)
    let rights = builder.add(
      name("Rights"),
      .enumeration(
        EnumerationContract(
          values: [
            .init("None", bits: 0), .init("Read", bits: 1), .init("Write", bits: 2), .init("Both", bits: 3),
            .init("Exec", bits: 4),
          ],
          isFlags: true)), isValueType: true)
    builder.define(
      order,
      .object(
        ObjectContract(declaring: [
          DataMember("Id", .primitive(.int), isRequired: true),
          DataMember("Name", .primitive(.string), isNillable: true),
          DataMember("Total", .primitive(.decimal)),
          DataMember("Placed", .primitive(.dateTime)),
          DataMember("Key", .primitive(.guid)),
          DataMember("Lines", lines, isNillable: true),
          DataMember("Tags", tags, isNillable: true),
          DataMember("Color", color),
          DataMember("Rights", rights),
          DataMember("Raw", .primitive(.base64Binary), isNillable: true),
          DataMember("Note", .any, isNillable: true),
          DataMember("When", .primitive(.dateTimeOffset)),
          DataMember("Letter", .primitive(.char)),
          DataMember("Parent", order, isNillable: true),
        ])))
    builder.addRoot(element: name("Order"), type: order)
    return try builder.contract()
  }
}
