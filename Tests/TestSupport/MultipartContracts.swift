import DataContracts

/// The types of `types-multipart.cs`, which no schema can say: they hold files.
public enum MultipartContracts {
  /// The contract of a type by its C# name; `nil` for a type that is not one of these.
  public static func named(_ root: String) throws(DocumentError) -> Contract? {
    let all = try self.all.get()
    var name = root
    let isList = root.hasPrefix(listPrefix) && root.hasSuffix(">")
    if isList { name = String(root.dropFirst(listPrefix.count).dropLast()) }
    guard name.hasPrefix("Zoo.Multi.") else { return nil }
    name = (isList ? "ArrayOf" : "") + name.dropFirst("Zoo.Multi.".count)
    guard all.roots.contains(where: { $0.element.localName == name }) else { return nil }
    return try all.rooted(at: name)
  }

  private static let listPrefix = "System.Collections.Generic.List<"

  static let all: Result<Contract, DocumentError> = {
    do throws(DocumentError) { return .success(try build()) } catch { return .failure(error) }
  }()

  private static func name(_ localName: String) -> QualifiedName {
    QualifiedName(namespace: "http://schemas.datacontract.org/2004/07/Zoo.Multi", localName: localName)
  }

  private static func build() throws(DocumentError) -> Contract {
    var builder = ContractBuilder()
    let job = builder.add(
      name("Job"),
      .enumeration(
        EnumerationContract(values: [
          .init("None", bits: 0), .init("Cook", bits: 1), .init("Nurse", bits: 2),
        ])), isValueType: true)
    let strings = builder.list(of: .primitive(.string), name: name("ArrayOfstring"), itemName: "string")
    let ints = builder.list(of: .primitive(.int), isNillable: false, name: name("ArrayOfint"), itemName: "int")
    let files = builder.list(of: .file, name: name("ArrayOfHttpFile"), itemName: "HttpFile")
    addPerson(&builder, job: job, strings: strings, ints: ints, files: files)
    addSmall(&builder, strings: strings, ints: ints, files: files)
    addMixed(&builder, job: job, strings: strings, ints: ints)
    return try builder.contract()
  }

  private static func addPerson(
    _ builder: inout ContractBuilder, job: Contract.TypeIndex, strings: Contract.TypeIndex, ints: Contract.TypeIndex,
    files: Contract.TypeIndex
  ) {
    let person = builder.declare(name("Person"))
    let people = builder.list(of: person, name: name("ArrayOfPerson"), itemName: "Person")
    let scores = dictionary(&builder, "Scores", .primitive(.string), .primitive(.int), isNillable: false)
    let byId = dictionary(&builder, "ById", .primitive(.int), person)
    let docs = dictionary(&builder, "Docs", .primitive(.string), .file)
    builder.define(
      person,
      .object(
        ObjectContract(declaring: [
          DataMember("Id", .primitive(.guid)), text("FirstName"), text("LastName"),
          DataMember("Birth", .primitive(.dateTime), isNillable: true), DataMember("Married", .primitive(.boolean)),
          DataMember("Smoker", .primitive(.boolean), isNillable: true), DataMember("Age", .primitive(.int)),
          DataMember("Salary", .primitive(.decimal)), DataMember("Height", .primitive(.double)), DataMember("Job", job),
          DataMember("Photo", .file, isNillable: true),
          DataMember("Thumb", .primitive(.base64Binary), isNillable: true),
          DataMember("Tags", strings, isNillable: true), DataMember("Numbers", ints, isNillable: true),
          DataMember("Files", files, isNillable: true), DataMember("Boss", person, isNillable: true),
          DataMember("Friends", people, isNillable: true), DataMember("Scores", scores, isNillable: true),
          DataMember("ById", byId, isNillable: true), DataMember("Docs", docs, isNillable: true),
        ])))
    builder.addRoot(element: name("Person"), type: person)
  }

  private static func addSmall(
    _ builder: inout ContractBuilder, strings: Contract.TypeIndex, ints: Contract.TypeIndex, files: Contract.TypeIndex
  ) {
    add(
      &builder, "Simple",
      [
        text("Name"), DataMember("Count", .primitive(.int)), DataMember("Flag", .primitive(.boolean)),
        DataMember("When", .primitive(.dateTime)), DataMember("Ratio", .primitive(.double)),
      ])
    let nullable: [(String, PrimitiveType)] = [
      ("Count", .int), ("Flag", .boolean), ("When", .dateTime), ("Id", .guid), ("Ratio", .double),
    ]
    add(&builder, "NullableSimple", nullable.map { DataMember($0.0, .primitive($0.1), isNillable: true) })
    add(&builder, "OneFile", [DataMember("File", .file, isNillable: true), text("Note")])
    add(
      &builder, "Upload",
      [
        DataMember("Files", files, isNillable: true), DataMember("Raw", .primitive(.base64Binary), isNillable: true),
        text("Title"),
      ])
    let tree = builder.declare(name("Tree"))
    let trees = builder.list(of: tree, name: name("ArrayOfTree"), itemName: "Tree")
    builder.define(
      tree,
      .object(
        ObjectContract(declaring: [
          text("Name"), DataMember("Kids", trees, isNillable: true), DataMember("Parent", tree, isNillable: true),
        ])))
    builder.addRoot(element: name("Tree"), type: tree)
    let rows = builder.list(of: ints, name: name("ArrayOfArrayOfint"), itemName: "ArrayOfint")
    let words = builder.list(of: strings, name: name("ArrayOfArrayOfstring"), itemName: "ArrayOfstring")
    add(
      &builder, "Matrix", [DataMember("Rows", rows, isNillable: true), DataMember("Words", words, isNillable: true)])
    add(&builder, "AnyHolder", [text("Name"), DataMember("Any", .any, isNillable: true)])
    // A set is a list for a contract.
    add(&builder, "SetHolder", [text("Name"), DataMember("Set", ints, isNillable: true)])
  }

  private static func addMixed(
    _ builder: inout ContractBuilder, job: Contract.TypeIndex, strings: Contract.TypeIndex, ints: Contract.TypeIndex
  ) {
    let flags = list(&builder, "boolean", .primitive(.boolean))
    let jobs = list(&builder, "Job", job)
    let ids = list(&builder, "guid", .primitive(.guid))
    let dates = list(&builder, "dateTime", .primitive(.dateTime))
    let map = dictionary(&builder, "Map", .primitive(.string), .primitive(.string))
    add(
      &builder, "Mixed",
      [
        DataMember("Ints", ints, isNillable: true), DataMember("Names", strings, isNillable: true),
        DataMember("Flags", flags, isNillable: true), DataMember("Jobs", jobs, isNillable: true),
        DataMember("Ids", ids, isNillable: true), DataMember("Dates", dates, isNillable: true),
        DataMember("Map", map, isNillable: true), DataMember("Span", .primitive(.duration)),
        DataMember("Dto", .primitive(.dateTimeOffset), isNillable: true),
        DataMember("Uri", .primitive(.anyURI), isNillable: true), DataMember("Ch", .primitive(.char)),
      ])
  }

  private static func text(_ name: String) -> DataMember { DataMember(name, .primitive(.string), isNillable: true) }

  private static func add(_ builder: inout ContractBuilder, _ type: String, _ members: [DataMember]) {
    let index = builder.add(name(type), .object(ObjectContract(declaring: members)))
    builder.addRoot(element: name(type), type: index)
    let list = builder.list(of: index, name: name("ArrayOf\(type)"), itemName: type)
    builder.addRoot(element: name("ArrayOf\(type)"), type: list)
  }

  private static func list(
    _ builder: inout ContractBuilder, _ item: String, _ type: Contract.TypeIndex
  ) -> Contract.TypeIndex {
    builder.list(of: type, isNillable: false, name: name("ArrayOf\(item)"), itemName: item)
  }

  private static func dictionary(
    _ builder: inout ContractBuilder, _ type: String, _ key: Contract.TypeIndex, _ value: Contract.TypeIndex,
    isNillable: Bool = true
  ) -> Contract.TypeIndex {
    builder.add(
      name(type),
      .dictionary(
        DictionaryContract(key: key, value: value, valueIsNillable: isNillable, entryName: "KeyValueOf\(type)")))
  }
}
