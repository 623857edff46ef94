#if Macros
  import DataContracts
  import DataContractsFoundation
  import Foundation

  // The C# types of the vectors that hold each other, dictionaries, or values of `object`.

  @DataContract(namespace: "urn:ns:a")
  final class NsA {
    var b: NsB?
    var s: String?
    var a: NsA?
  }
  @DataContract(namespace: "urn:ns:b")
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

  /// The values of `object` that the vectors hold.
  @DataContract
  enum AnyObjectValue {
    case boolean(Bool), character(DotNetChar), string(String), uri(DotNetURI), bytes([UInt8])
    case byte(Int8), unsignedByte(UInt8), short(Int16), unsignedShort(UInt16)
    case int(Int32), unsignedInt(UInt32), long(Int64), unsignedLong(UInt64)
    case float(Float), double(Double), decimal(DotNetDecimal)
    case dateTime(DotNetDateTime), dateTimeOffset(DotNetDateTimeOffset), duration(DotNetTimeSpan), guid(UUID)
    case item(Item), color(Color), nsB(NsB), response(ApiResponse<Item?>)
    case ints([Int32]), strings([String?]), counts(OrderedEntries<String, Int32>)
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

  @DataContract(namespace: .clr("Zoo"))
  struct Fields {
    var publicField: Int32
    var prop: String?
    @IgnoreDataMember var ignored: String? = nil
  }
  @DataContract(namespace: .clr("Zoo"))
  struct OptIn { @DataMember(name: "secret") var secret: String?; var shown: String? }
#endif
