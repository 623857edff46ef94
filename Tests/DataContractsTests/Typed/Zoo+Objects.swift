#if Macros
  import DataContracts
  import DataContractsFoundation
  import Foundation
  import SampleTypes

  // The C# types of the vectors that hold each other, dictionaries, or values of `object`.

  @DataContract(namespace: "urn:ns:a")
  final class NsA {
    var b: NsB?
    var s: String?
    var a: NsA?
  }
  @DataContract(namespace: "urn:ns:b", clrName: "Zoo.NsB")
  final class NsB {
    var a: NsA?
    var c: NsC?
    var c2: NsC?
    var s: String?
  }
  @DataContract(namespace: "urn:ns:c")
  final class NsC {
    var s: String?
    var a: NsA?
    var bs: [NsB?]?
  }
  @DataContract(namespace: "")
  final class NsEmpty {
    var s: String?
    var a: NsA?
    var inner: NsEmpty?
  }

  @DataContract(namespace: "urn:ns:a")
  struct NsMulti {
    var a: NsA?
    var b: NsB?
    var c: NsC?
    var e: NsEmpty?
    var ints: [Int32]?
    var map: OrderedEntries<String, NsB?>?
    var bs: [NsB?]?
    var o: AnyObjectValue?
    var q: Int32?
  }

  /// The values of `object` that the vectors hold; what names no type, such as a plain `object`, is a document.
  @DataContract
  enum AnyObjectValue {
    case boolean(Bool), character(DotNetChar), string(String), uri(DotNetURI), bytes([UInt8])
    case byte(Int8), unsignedByte(UInt8), short(Int16), unsignedShort(UInt16)
    case int(Int32), unsignedInt(UInt32), long(Int64), unsignedLong(UInt64)
    case float(Float), double(Double), decimal(DotNetDecimal)
    case dateTime(DotNetDateTime), dateTimeOffset(DotNetDateTimeOffset), duration(DotNetTimeSpan), guid(UUID)
    case item(Item), color(Color), nsB(NsB), response(ApiResponse<Item?>)
    case ints([Int32]), strings([String?]), counts(OrderedEntries<String, Int32>)
    case name(QualifiedName), other(Document)
  }

  @DataContract(namespace: .clr("Zoo"))
  struct QNames { var v: QualifiedName?; var l: [QualifiedName?]? }

  /// Members that C# declares as interfaces, and a set.
  @DataContract(namespace: .clr("Zoo"))
  struct Ifaces {
    @DataMember(name: "IL") var il: [Int32]?
    @DataMember(name: "IE") var ie: [String?]?
    @DataMember(name: "IC") var ic: [Item?]?
    @DataMember(name: "HS") var hs: Set<String>?
    @DataMember(name: "ID") var id: OrderedEntries<String, Int32>?
    @DataMember(name: "AL") var al: [AnyObjectValue?]?
  }

  @DataContract(namespace: .clr("Zoo"))
  struct Objects { var v: AnyObjectValue?; var l: [AnyObjectValue?]? }

  @DataContract(namespace: .clr("Zoo"))
  struct Dicts {
    @DataMember(name: "SS") var ss: OrderedEntries<String, String?>?
    @DataMember(name: "SI") var si: OrderedEntries<String, Int32>?
    @DataMember(name: "SItem") var sItem: OrderedEntries<String, Item?>?
    @DataMember(name: "IL") var il: OrderedEntries<Int32, [String?]?>?
    @DataMember(name: "CB") var cb: OrderedEntries<Color, Bool>?
    @DataMember(name: "SO") var so: OrderedEntries<String, AnyObjectValue?>?
    @DataMember(name: "GD") var gd: OrderedEntries<UUID, DotNetDateTime>?
    @DataMember(name: "SD") var sd: OrderedEntries<String, OrderedEntries<String, Int32>?>?
    @DataMember(name: "SN") var sn: OrderedEntries<String, Int32?>?
    @DataMember(name: "SA") var sa: OrderedEntries<String, [Item?]?>?
  }

  @DataContract(name: "KeyValuePairOf{0}{1}{#}", namespace: .clr("System.Collections.Generic"), isValueType: true)
  struct KeyValuePair<K, V> {
    @DataMember(name: "key", isRequired: true, clrName: "Key") var key: K
    @DataMember(name: "value", isRequired: true, clrName: "Value") var value: V
  }
  @DataContract(namespace: .clr("Zoo"))
  struct Kvp { var p: KeyValuePair<String?, Int32>; var l: [KeyValuePair<String?, String?>]? }

  /// Enumerations, of which C# can hold numbers without a name.
  @DataContract(name: "Enums", namespace: .clr("Zoo"))
  struct OpenEnums {
    var c: OpenEnumeration<Color>
    var n: OpenEnumeration<Color>?
    var h: OpenEnumeration<Hue>?
    var a: Access
    var p: Perm?
    var b: OpenEnumeration<BigEnum>
    var y: OpenEnumeration<ByteEnum>
    var l: [OpenEnumeration<Color>]?
    @DataMember(name: "AA") var aa: [Access]?
  }

  /// The sample's response with all the nulls that C# allows.
  @DataContract(name: "ChatResponse", namespace: .clr("CRM.AgencyPlatform.API.Internal"))
  struct OpenChatResponse { var responseStatus: OpenResponseStatus?; var chat: [Chat?]? }

  @DataContract(name: "ResponseStatus", namespace: "http://schemas.servicestack.net/types")
  struct OpenResponseStatus {
    @DataMember(order: 1) var errorCode: String?
    @DataMember(order: 2) var message: String?
    @DataMember(order: 3) var stackTrace: String?
    @DataMember(order: 4) var errors: [OpenResponseError?]?
    @DataMember(order: 5) var meta: OrderedEntries<String, String?>?
  }

  @DataContract(name: "ResponseError", namespace: "http://schemas.servicestack.net/types")
  struct OpenResponseError {
    @DataMember(order: 1) var errorCode: String?
    @DataMember(order: 2) var fieldName: String?
    @DataMember(order: 3) var message: String?
    @DataMember(order: 4) var meta: OrderedEntries<String, String?>?
  }

  @DataContract(namespace: .clr("Zoo"))
  struct Fields {
    var publicField: Int32
    var prop: String?
    @IgnoreDataMember var ignored: String? = nil
  }
  @DataContract(namespace: .clr("Zoo"))
  struct OptIn { @DataMember(name: "secret") var secret: String?; var shown: String? }
#endif
