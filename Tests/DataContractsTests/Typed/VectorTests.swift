#if Macros
  import DataContracts
  import DataContractsFoundation
  import Foundation
  import SampleTypes
  import TestSupport
  import Testing

  /// A root type of the vectors in Swift.
  struct TypedRoot: Sendable {
    let name: String
    let contract: @Sendable () throws -> Contract
    let read: @Sendable ([UInt8], any DocumentFormat) throws(DocumentError) -> TypedValue
    /// Makes a Swift value of a document of any contract.
    let adopt: @Sendable (Document) throws(DocumentError) -> TypedValue

    init<T: DataContractCodable & SendableMetatype>(_ name: String, _ type: T.Type) {
      self.name = name
      contract = { try type.dataContract.get().contract }
      read = { bytes, format throws(DocumentError) in TypedValue(try format.decode(type, from: bytes)) }
      adopt = { document throws(DocumentError) in TypedValue(try document.decode(type)) }
    }
  }

  /// A Swift value of any type.
  struct TypedValue {
    let write: (any DocumentFormat) throws(DocumentError) -> [UInt8]
    let document: () throws(DocumentError) -> Document

    init<T: DataContractCodable>(_ value: T) {
      write = { format throws(DocumentError) in try format.encode(value) }
      document = { () throws(DocumentError) in try Document(encoding: value) }
    }
  }

  /// One value that .NET wrote, in Swift.
  struct TypedVector: Sendable, CustomTestStringConvertible {
    let vector: WriteVector
    /// The file that says most of the value; `nil` for a value that no file brings back, which is made here.
    let source: VectorFile?
    let root: TypedRoot?
    let value: @Sendable () throws -> TypedValue

    var testDescription: String { vector.name }

    /// The document that the source gives without a detour.
    func document() throws -> Document {
      guard let source, let root else { return try value().document() }
      return try source.wireFormat().decode(#require(vector.bytes(source)), as: root.contract())
    }

    /// The files that .NET wrote of the value.
    var files: [VectorFile] { VectorFile.all.filter { vector.files.contains($0.name) } }

    /// The files, what says most first: an XML stream keeps carriage returns, which other XML does not.
    private static let richest =
      VectorFile.all.filter { $0.format == "xml-stream" } + VectorFile.all.filter { $0.format != "xml-stream" }

    static let all: [TypedVector] = WriteVectors.all.compactMap { vector in
      if let value = TypedRoot.made[vector.name] {
        return TypedVector(vector: vector, source: nil, root: nil, value: value)
      }
      let roots = TypedRoot.described + TypedRoot.multipart
      guard let root = TypedRoot.special[vector.name] ?? roots.first(where: { $0.name == vector.root }),
        let source = richest.first(where: { vector.files.contains($0.name) })
      else { return nil }
      return TypedVector(vector: vector, source: source, root: root) {
        try root.read(#require(vector.bytes(source)), source.wireFormat())
      }
    }
  }

  extension TypedRoot {
    /// The types that the vectors have schemas of.
    static let described =
      [
        TypedRoot("CRM.AgencyPlatform.API.Internal.ChatResponse", ChatResponse.self),
        TypedRoot("CRM.AgencyPlatform.API.Internal.ChatRequest", ChatRequest.self),
        TypedRoot(
          "SuntechSupportServices.Models.CustomerSupport.SuntechCustSupportChat", SuntechCustSupportChat.self),
        TypedRoot(
          "SuntechSupportServices.Models.CustomerSupport.SuntechCustSupportChatApiResponse",
          SuntechCustSupportChatApiResponse.self),
        TypedRoot("NoNs", NoNs?.self),
      ] + zoo + generic + system

    private static let zoo = [
      TypedRoot("Zoo.Bools", Bools.self), TypedRoot("Zoo.Ints", Ints.self),
      TypedRoot("Zoo.NullableInts", NullableInts.self), TypedRoot("Zoo.Doubles", Doubles.self),
      TypedRoot("Zoo.Floats", Floats.self), TypedRoot("Zoo.Decimals", Decimals.self),
      TypedRoot("Zoo.Chars", Chars.self), TypedRoot("Zoo.Strings", Strings.self), TypedRoot("Zoo.Dates", Dates.self),
      TypedRoot("Zoo.Offsets", Offsets.self), TypedRoot("Zoo.Spans", Spans.self), TypedRoot("Zoo.Guids", Guids.self),
      TypedRoot("Zoo.Uris", Uris.self), TypedRoot("Zoo.Bytes", Bytes.self), TypedRoot("Zoo.Enums", Enums.self),
      TypedRoot("Zoo.Color", Color.self), TypedRoot("Zoo.Item", Item?.self), TypedRoot("Zoo.Sparse", Sparse.self),
      TypedRoot("Zoo.Strict", Strict.self), TypedRoot("Zoo.Ordered", Ordered.self),
      TypedRoot("Zoo.Mid0", Mid0.self), TypedRoot("Zoo.Leaf0", Leaf0.self),
      TypedRoot("Zoo.PocoDerived", PocoDerived.self), TypedRoot("Zoo.Renamed", Renamed.self),
      TypedRoot("Zoo.Lists", Lists.self), TypedRoot("Zoo.Nested", Nested.self),
      TypedRoot("Zoo.CustomColls", CustomColls.self), TypedRoot("Zoo.PhoneList", PhoneList.self),
      TypedRoot("Zoo.PriceMap", PriceMap.self), TypedRoot("Zoo.BareList", [Item?].self),
      TypedRoot("Zoo.Drawing", Drawing.self), TypedRoot("Zoo.Shape", AnyShape?.self), TypedRoot("Zoo.Node", Node.self),
      TypedRoot("Zoo.NodeHolder", NodeHolder.self), TypedRoot("Zoo.Points", Points.self),
      TypedRoot("Zoo.Outer", Outer.self),
      TypedRoot("Zoo.NsA", NsA.self), TypedRoot("Zoo.NsC", NsC.self), TypedRoot("Zoo.NsEmpty", NsEmpty.self),
      TypedRoot("Zoo.NsMulti", NsMulti.self), TypedRoot("Zoo.Objects", Objects.self),
      TypedRoot("Zoo.Dicts", Dicts.self), TypedRoot("Zoo.Kvp", Kvp.self), TypedRoot("Zoo.Fields", Fields.self),
      TypedRoot("Zoo.OptIn", OptIn.self), TypedRoot("Zoo.Ifaces", Ifaces.self), TypedRoot("Zoo.QNames", QNames.self),
    ]

    private static let generic = [
      TypedRoot("Zoo.ApiResponse<Zoo.Item[]>", ApiResponse<[Item?]?>.self),
      TypedRoot("Zoo.ApiResponse<System.Collections.Generic.List<Zoo.Item>>", ApiResponse<[Item?]?>.self),
      TypedRoot("Zoo.ApiResponse<System.Int32>", ApiResponse<Int32>.self),
      TypedRoot("Zoo.ApiResponse<Zoo.Item>", ApiResponse<Item?>.self),
      TypedRoot("Zoo.ApiResponse<Zoo.ApiResponse<Zoo.Item>>", ApiResponse<ApiResponse<Item?>?>.self),
      TypedRoot("Zoo.ApiResponse<System.Nullable<System.Int32>>", ApiResponse<Int32?>.self),
      TypedRoot("Zoo.ApiResponse<System.String>", ApiResponse<String?>.self),
      TypedRoot(
        "Zoo.ApiResponse<System.Collections.Generic.Dictionary<System.String,System.Int32>>",
        ApiResponse<OrderedEntries<String, Int32>?>.self),
      TypedRoot(
        "Zoo.ApiResponse<SuntechSupportServices.Models.CustomerSupport.SuntechCustSupportChat>",
        ApiResponse<SuntechCustSupportChat?>.self),
      TypedRoot("Zoo.Both<Zoo.Item,System.Int32>", Both<Item?, Int32>.self),
      TypedRoot("Zoo.Both<System.String,System.Int32>", Both<String?, Int32>.self),
      TypedRoot("Zoo.Pair<System.Int32,System.String>", Pair<Int32, String?>.self),
      TypedRoot("Zoo.Pair<Zoo.Item,Zoo.Pair<Zoo.Item,Zoo.Color>>", Pair<Item?, Pair<Item?, Color>?>.self),
      TypedRoot("Zoo.Wrap<System.Int32>", Wrap<Int32>.self), TypedRoot("Zoo.Wrap<Zoo.Item>", Wrap<Item?>.self),
      TypedRoot("Zoo.Roster<Zoo.Item>", Roster<Item?>.self),
      TypedRoot("Zoo.Roster<System.String>", Roster<String?>.self),
    ]

    private static let system = [
      TypedRoot("System.Object", AnyObjectValue?.self), TypedRoot("System.Nullable<System.Int32>", Int32?.self),
      TypedRoot("System.String", String?.self), TypedRoot("System.Int32", Int32.self),
      TypedRoot("System.Boolean", Bool.self), TypedRoot("System.Double", Double.self),
      TypedRoot("System.Guid", UUID.self), TypedRoot("System.DateTime", DotNetDateTime.self),
      TypedRoot("System.TimeSpan", DotNetTimeSpan.self), TypedRoot("System.Byte[]", [UInt8].self),
      TypedRoot("System.Char", DotNetChar.self),
      TypedRoot("System.DateTimeOffset", DotNetDateTimeOffset.self), TypedRoot("System.Decimal", DotNetDecimal.self),
      TypedRoot("System.Uri", DotNetURI.self),
      TypedRoot("System.Collections.Generic.List<System.Int32>", [Int32].self),
      TypedRoot("System.Collections.Generic.List<System.String>", [String?].self),
      TypedRoot("System.Collections.Generic.List<Zoo.Item>", [Item?].self), TypedRoot("Zoo.Item[]", [Item?].self),
      TypedRoot("System.Collections.Generic.List<Zoo.Color>", [Color].self),
      TypedRoot("System.Collections.Generic.List<System.Guid>", [UUID].self),
      TypedRoot("System.Collections.Generic.List<System.DateTime>", [DotNetDateTime].self),
      TypedRoot("System.Collections.Generic.List<System.Byte[]>", [[UInt8]?].self),
      TypedRoot("System.Collections.Generic.List<System.Nullable<System.Int32>>", [Int32?].self),
      TypedRoot("System.Collections.Generic.List<System.Collections.Generic.List<System.Int32>>", [[Int32]?].self),
      TypedRoot("System.Collections.Generic.List<Zoo.Pair<System.Int32,System.String>>", [Pair<Int32, String?>?].self),
      TypedRoot("System.Collections.Generic.List<Zoo.Shape>", [AnyShape?].self),
      TypedRoot("System.Collections.Generic.List<CRM.AgencyPlatform.API.Internal.Chat>", [Chat?].self),
      TypedRoot("System.Collections.Generic.List<System.Object>", [AnyObjectValue?].self),
      TypedRoot(
        "System.Collections.Generic.List<SuntechSupportServices.Models.CustomerSupport.SuntechCustSupportChat>",
        [SuntechCustSupportChat?].self),
      TypedRoot(
        "System.Collections.Generic.Dictionary<System.Int32,System.Collections.Generic.List<System.Int32>>",
        OrderedEntries<Int32, [Int32]?>.self),
      TypedRoot(
        "System.Collections.Generic.Dictionary<System.String,System.Object>",
        OrderedEntries<String, AnyObjectValue?>.self),
      TypedRoot(
        "System.Collections.Generic.Dictionary<System.String,System.String>", OrderedEntries<String, String?>.self),
      TypedRoot(
        "System.Collections.Generic.Dictionary<System.String,System.Int32>", OrderedEntries<String, Int32>.self),
      TypedRoot(
        "System.Collections.Generic.Dictionary<System.String,Zoo.Item>", OrderedEntries<String, Item?>.self),
    ]
  }

  extension TypedRoot {
    /// The types of multipart bodies, which hold files, and of forms.
    fileprivate static let multipart = [
      TypedRoot("Zoo.Multi.Person", Multi.Person.self), TypedRoot("Zoo.Multi.Simple", Multi.Simple.self),
      TypedRoot("Zoo.Multi.NullableSimple", Multi.NullableSimple.self),
      TypedRoot("Zoo.Multi.OneFile", Multi.OneFile.self), TypedRoot("Zoo.Multi.Upload", Multi.Upload.self),
      TypedRoot("Zoo.Multi.Tree", Multi.Tree.self), TypedRoot("Zoo.Multi.Matrix", Multi.Matrix.self),
      TypedRoot("Zoo.Multi.AnyHolder", Multi.AnyHolder.self), TypedRoot("Zoo.Multi.SetHolder", Multi.SetHolder.self),
      TypedRoot("Zoo.Multi.Mixed", Multi.Mixed.self),
      TypedRoot(
        "System.Collections.Generic.List<MultipartDataMediaFormatter.Infrastructure.HttpFile>", [Document.File?].self),
      TypedRoot(
        "System.Collections.Generic.Dictionary<System.String,MultipartDataMediaFormatter.Infrastructure.HttpFile>",
        OrderedEntries<String, Document.File?>.self),
      // Fields and files under any names, which may repeat.
      TypedRoot("MultipartDataMediaFormatter.Infrastructure.FormData", Document.self),
      TypedRoot(
        "System.Collections.Generic.List<System.Collections.Generic.KeyValuePair<System.String,System.String>>",
        [KeyValuePair<String?, String?>].self),
    ]

    /// Types of single cases, which hold what the usual Swift type has no place for.
    fileprivate static let special: [String: TypedRoot] = {
      let open = TypedRoot("Zoo.Enums", OpenEnums.self)
      let cases = ["enum-default", "enum-flags-unknown-bit", "enum-not-a-member", "enum-unnamed-value"]
      return Dictionary(uniqueKeysWithValues: cases.map { ($0, open) })
        .merging(["chat-response-two": TypedRoot("ChatResponse", OpenChatResponse.self)]) { first, _ in first }
    }()

    /// Values that no file brings back: .NET wrote none, or none that names the type or can be read.
    fileprivate static let made: [String: @Sendable () throws -> TypedValue] = [
      "object-unknown-type": { TypedValue(Objects(v: .item(Item(id: 1)))) },
      "mp-nullable-null": { TypedValue(Multi.NullableSimple()) },
      "mp-set-member": { TypedValue(Multi.SetHolder(set: [3, 4])) },
      "mp-simple-crlf": {
        let boundary = MultipartFormat.defaultBoundary
        return TypedValue(
          Multi.Simple(
            name: "line1\r\nline2\r\n--\(boundary)--\r\n", count: 0, flag: false,
            when: try DotNetDateTime(parsing: "2026-02-04T06:54:54+04:00"), ratio: .nan))
      },
      "mp-file-names": {
        let files = [
          Document.File(name: "a b.txt", mediaType: "text/plain", content: [1]),
          Document.File(name: "q\"uote.txt", mediaType: "text/plain; charset=utf-8", content: []),
          Document.File(name: "日.bin", content: [2, 3]), Document.File(name: "", mediaType: "", content: [4]),
          Document.File(name: "c:\\dir\\file.txt", mediaType: "x/y", content: [5]),
        ]
        return TypedValue(Multi.Upload(files: files, raw: [], title: ""))
      },
    ]
  }

  extension String {
    /// A failure's words, as an error of their own.
    fileprivate var failure: Wording { Wording(text: self) }
  }

  private struct Wording: Error, Equatable { let text: String }

  @Suite("Vectors from Swift values")
  struct VectorTests {
    /// The cases of which no Swift value gives .NET's bytes.
    private static let unsaid = [
      "form-pairs-empty": "an empty form, which is no value of any type",
      "mp-file-buffer-null": "a file without content, over which .NET fails: one in Swift has some, be it empty",
      "mp-file-names": "a quotation mark in a file's name, which .NET writes bare, and the encoder as %22",
      "mp-set-member": "a set, for which .NET writes the name of its type, and Swift its items",
      "mp-simple-crlf": "a text that holds the boundary: .NET's body ends in it, and the encoder refuses it",
    ]

    @Test("every case is said in Swift and gives .NET's bytes, save these") func coverage() throws {
      let said = TypedVector.all.filter { vector in
        guard let value = try? vector.value() else { return false }
        // Where .NET wrote nothing there is nothing to write.
        guard !vector.files.isEmpty else { return (try? value.write(MultipartFormat.dataMediaFormatter)) == nil }
        return (vector.source.map { [$0] } ?? vector.files).allSatisfy { file in
          (try? value.write(file.wireFormat())) == vector.vector.bytes(file)
        }
      }
      #expect(WriteVectors.all.count == 200)
      let names = Set(WriteVectors.all.map(\.name)).subtracting(said.map(\.vector.name))
      #expect(names == Set(Self.unsaid.keys))
    }

    @Test("values are written as .NET wrote the file that they were read from", arguments: TypedVector.all)
    func writesSource(_ vector: TypedVector) throws {
      guard let source = vector.source else { return }
      let bytes = try #require(vector.vector.bytes(source))
      #expect(text(try vector.value().write(source.wireFormat())) == text(bytes))
    }

    @Test("every format writes a Swift value as it writes its document", arguments: TypedVector.all)
    func writes(_ vector: TypedVector) throws {
      let value = try vector.value()
      let document = try vector.document()
      for format in WireFormat.all {
        let format = try format.format()
        let expected = Result { () throws(DocumentError) in try format.encode(document) }
        let written = Result { () throws(DocumentError) in try value.write(format) }
        #expect(
          written.map(text).mapError(\.problem.failure) == expected.map(text).mapError(\.problem.failure),
          "\(format.name)")
      }
    }

    @Test("a document that was read by the schemas is the same Swift value", arguments: TypedVector.all)
    func adopts(_ vector: TypedVector) throws {
      guard let source = vector.source, let root = vector.root, let contract = try vector.vector.contract() else {
        return
      }
      let bytes = try #require(vector.vector.bytes(source))
      let value = try root.adopt(source.wireFormat().decode(bytes, as: contract))
      #expect(text(try value.write(source.wireFormat())) == text(bytes))
    }

    @Test("the files that .NET wrote come from Swift values byte for byte, as many as this") func files() throws {
      var (equal, total) = (0, 0)
      for vector in TypedVector.all {
        let value = try vector.value()
        for file in vector.files {
          total += 1
          if (try? value.write(file.wireFormat())) == vector.vector.bytes(file) { equal += 1 }
        }
      }
      print("written vectors: \(equal) of \(total) files come from Swift values byte for byte")
      #expect(equal == 2311)
    }

    @Test("a form of pairs is a document, of which names may repeat") func pairs() throws {
      let vectors = WriteVectors.all.filter { $0.name.hasPrefix("form-pairs") }
      #expect(vectors.count == 6)
      for vector in vectors {
        let form = try Fixtures.vector("write/\(vector.name)/form-content.txt")
        // An empty form is no value of any type.
        let pairs = try form.isEmpty ? [:] : FormFormat.dotted.decode(Document.self, from: form)
        #expect(text(try FormFormat.dotted.encode(pairs)) == text(form))
      }
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test("the contract of a Swift type is that of the schemas", arguments: TypedRoot.described.map(\.name))
    func contract(_ name: String) throws {
      let root = try #require(TypedRoot.described.first { $0.name == name })
      let schemas = try Self.schemas.get()
      let known = Dictionary(
        schemas.types.map { ($0.name, ContractSummary.lines($0, in: schemas)) }, uniquingKeysWith: { first, _ in first }
      )
      let own = try root.contract()
      for type in own.types { #expect(ContractSummary.lines(type, in: own) == known[type.name] ?? []) }
    }

    private static let schemas = Result { () throws -> Contract in
      let folder = Fixtures.vectors.appending(path: "xsd")
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xsd") }
        .sorted()
      return try Contract(
        xsdFiles: files.map { (name: $0, bytes: try [UInt8](Data(contentsOf: folder.appending(path: $0)))) })
    }
  }

  /// A type in lines that compare across contracts: types by their names.
  private enum ContractSummary {
    static func lines(_ type: ContractType, in contract: Contract) -> [String] {
      let head = "\(type.name) value \(type.isValueType) reference \(type.isReference)"
      let name = { (index: Contract.TypeIndex) in contract[index].map { "\($0.name)" } ?? "none" }
      switch type.shape {
      case .object(let object):
        let members = object.members.map {
          "\($0.name): \(name($0.type)) \($0.isNillable) \($0.isRequired) \($0.emitsDefaultValue)"
        }
        return [head, object.base.map(name) ?? "no base"] + members
      case .list(let list): return [head, "\(list.itemName): \(name(list.item)) \(list.itemIsNillable)"]
      case .dictionary(let dictionary):
        return [
          head, dictionary.entryName, "\(dictionary.keyName): \(name(dictionary.key)) \(dictionary.keyIsNillable)",
          "\(dictionary.valueName): \(name(dictionary.value)) \(dictionary.valueIsNillable)",
        ]
      case .enumeration(let enumeration):
        return [head, "\(enumeration.isFlags) \(enumeration.underlying)"]
          + enumeration.values.map { "\($0.name) = \($0.bits)" }
      default: return [head]
      }
    }
  }
#endif
