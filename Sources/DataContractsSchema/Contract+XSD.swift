import DataContractsCore

extension Contract {
  /// A contract from XML schemas as .NET writes them: `XsdDataContractExporter`, `svcutil`, a service's `?xsd=` pages.
  ///
  /// Every type of the files becomes a type of the contract and every global element a root. Imports and includes are
  /// resolved among the files given and never fetched: a name that no file defines is an error. The primitives of XML
  /// Schema and of .NET's serialization namespace are built in; files that declare them again change nothing.
  ///
  /// What a schema says and how it is read:
  /// - `complexType` with a `sequence`: an object, members in the schema's order, which is XML's. `minOccurs="0"` is a
  ///   member that is not required, `nillable` one that can be null. An `extension` has a base.
  /// - A sequence of one element with `maxOccurs="unbounded"`: a list; with the annotation `IsDictionary`, a
  ///   dictionary.
  /// - `simpleType` with enumerations: an enumeration, a `list` of them flags. A number is the annotation
  ///   `EnumerationValue`, and otherwise the position, of flags `1 << position`; `ActualType` is the underlying type.
  /// - The annotations `IsValueType`, `DefaultValue EmitDefaultValue="false"` and, at a member that hides one of its
  ///   base, `ActualType`; the attributes `Id` and `Ref` of the serialization namespace for `IsReference`. All other
  ///   annotations (`GenericType`, `Surrogate`, foreign ones, documentation) are passed over.
  /// - `DateTimeOffset` of the System namespace: the primitive; `HttpFile` of MultipartDataMediaFormatter: a file.
  ///
  /// A schema does not say in which order a class declares its members, which JSON and multipart follow. An annotation
  /// of this library's can: inside the `appinfo` of the `complexType`, or of the type's `extension`,
  ///
  /// ```xml
  /// <DeclaredOrder xmlns="urn:swift-data-contracts:schema">MID CUST_CODE USER_NAME</DeclaredOrder>
  /// ```
  ///
  /// names every own member of the type exactly once, as its element is named, separated by white space.
  ///
  /// Types that write their own XML (`ISerializable`, `IXmlSerializable`, `XmlElement`, `DataSet`) have a schema that
  /// leaves the content open (`any`, `FactoryType`): their values are kept as they come, as those of `System.Object`.
  ///
  /// Files with the same bytes count as one. Constructs that .NET's exporter never writes, such as `choice`, groups,
  /// facets and other attributes, are refused, since passing over them would read documents wrongly.
  ///
  /// - Parameters:
  ///   - xsdFiles: names for errors, and bytes.
  ///   - limits: bounds on each file.
  /// - Throws: ``DocumentError`` with ``DocumentError/file``, and a byte offset where the file is UTF-8, of code
  ///   ``DocumentError/Code/unsupported`` for a construct as above, ``DocumentError/Code/contract`` for a schema that
  ///   contradicts itself or names what no file defines, ``DocumentError/Code/outOfRange`` for an enumeration's number,
  ///   and what the XML decoder throws for a file that is no XML.
  public init(xsdFiles: [(name: String, bytes: [UInt8])], limits: Limits = Limits()) throws(DocumentError) {
    var files: [SchemaFile] = []
    var seen: Set<[UInt8]> = []
    for (name, bytes) in xsdFiles where seen.insert(bytes).inserted {
      files.append(try SchemaFile(name: name, bytes: bytes, limits: limits))
    }
    var loader = SchemaLoader(components: try SchemaComponents(of: files))
    self = try loader.load()
  }
}
