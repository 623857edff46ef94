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
    /// Reads a Swift value from XML, and writes it in another format.
    let convert: @Sendable ([UInt8], any DocumentFormat) throws(DocumentError) -> [UInt8]

    init<T: DataContractCodable & SendableMetatype>(_ name: String, _ type: T.Type) {
      self.name = name
      contract = { try type.dataContract.get().contract }
      convert = { xml, format throws(DocumentError) in
        try format.encode(XMLFormat.dataContract.decode(type, from: xml))
      }
    }
  }

  /// One value that .NET wrote, in the formats of this package.
  struct TypedVector: Sendable, CustomTestStringConvertible {
    let name: String
    let root: TypedRoot

    var testDescription: String { name }

    /// What DataContractSerializer wrote; `nil` where it refuses the value.
    var xml: [UInt8]? { try? Fixtures.vector("write/\(name)/datacontract.xml") }

    /// Whether the Swift type holds the value: the sample's list has no place for a null, and `AnyObjectValue` none for
    /// a qualified name.
    var isSaid: Bool { name != "chat-response-two" && name != "object-mixed" }

    static let all: [TypedVector] = {
      let roots = Dictionary(TypedRoot.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      let data = (try? Fixtures.vector("index.json")).map { Data($0) } ?? Data()
      let index = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
      let cases = index?["write"] as? [[String: Any]] ?? []
      return cases.compactMap { entry in
        guard let name = entry["name"] as? String, let root = roots[entry["root"] as? String ?? ""] else { return nil }
        return TypedVector(name: name, root: root)
      }
    }()
  }

  extension TypedRoot {
    static let all =
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
      TypedRoot("Zoo.OptIn", OptIn.self),
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
      TypedRoot(
        "System.Collections.Generic.Dictionary<System.String,System.String>", OrderedEntries<String, String?>.self),
      TypedRoot(
        "System.Collections.Generic.Dictionary<System.String,System.Int32>", OrderedEntries<String, Int32>.self),
      TypedRoot(
        "System.Collections.Generic.Dictionary<System.String,Zoo.Item>", OrderedEntries<String, Item?>.self),
    ]
  }

  extension String {
    /// A failure's words, as an error of their own.
    fileprivate var failure: Wording { Wording(text: self) }
  }

  private struct Wording: Error, Equatable { let text: String }

  @Suite("Vectors from Swift values")
  struct VectorTests {
    @Test("values that .NET wrote as XML are written as .NET wrote them", arguments: TypedVector.all)
    func writesXML(_ vector: TypedVector) throws {
      guard let xml = vector.xml, vector.isSaid else { return }
      #expect(text(try vector.root.convert(xml, XMLFormat.dataContract)) == text(xml))
    }

    @Test("every format writes a Swift value as it writes its document", arguments: TypedVector.all)
    func writes(_ vector: TypedVector) throws {
      guard let xml = vector.xml, vector.isSaid else { return }
      let document = try XMLFormat.dataContract.decode(xml, as: vector.root.contract())
      for format in WireFormat.all {
        let format = try format.format()
        let expected = Result { () throws(DocumentError) in try format.encode(document) }
        let written = Result { () throws(DocumentError) in try vector.root.convert(xml, format) }
        #expect(
          written.map(text).mapError(\.problem.failure) == expected.map(text).mapError(\.problem.failure),
          "\(format.name)")
      }
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test("there are vectors") func vectors() { #expect(TypedVector.all.count > 150) }

    @Test("the contract of a Swift type is that of the schemas", arguments: TypedRoot.all.map(\.name))
    func contract(_ name: String) throws {
      let root = try #require(TypedRoot.all.first { $0.name == name })
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
