/// The names that .NET makes for contracts of arrays, dictionaries, nullables and generic classes.
///
/// - SeeAlso: [Data contract names](https://learn.microsoft.com/dotnet/framework/wcf/feature-details/data-contract-names)
public enum ContractName {
  /// The contract of an array or list: `ArrayOf` and the item's name, in the item's namespace, or in Arrays when
  /// the item is a primitive.
  public static func arrayOf(_ item: QualifiedName) -> QualifiedName {
    let namespace = DotNetNamespace.isBuiltIn(item.namespace) ? DotNetNamespace.arrays : item.namespace
    return QualifiedName(namespace: namespace, localName: "ArrayOf" + item.localName)
  }

  /// The contract of a dictionary's entry: `KeyValueOf`, the names of key and value, and a digest unless both
  /// are primitives; always in Arrays.
  ///
  /// The dictionary itself is `arrayOf` this name.
  public static func keyValueOf(key: QualifiedName, value: QualifiedName) -> QualifiedName {
    generic("KeyValue", of: [key, value], namespace: DotNetNamespace.arrays)
  }

  /// The name that a nullable value type has as an argument of a generic contract: `NullableOf…` in System.
  public static func nullableOf(_ value: QualifiedName) -> QualifiedName {
    generic("Nullable", of: [value], namespace: DotNetNamespace.system)
  }

  /// The contract of a closed generic class without a name of its own: `NameOf`, the names of the arguments, and
  /// a digest of their namespaces unless all are primitives.
  ///
  /// - Parameters:
  ///   - name: the class's name as in C#, without its arity; `Outer.Inner` for a nested class.
  ///   - arguments: the contract names of the type arguments in order.
  ///   - namespace: the contract namespace of the class.
  ///   - arity: how many of the arguments belong to each class, from the outermost in; by default one class that
  ///     has them all.
  public static func generic(
    _ name: String, of arguments: [QualifiedName], namespace: String, arity: [Int]? = nil
  ) -> QualifiedName {
    let names = arguments.map(\.localName).joined()
    let localName = name + "Of" + names + digest(of: arguments, arity: arity)
    return QualifiedName(namespace: namespace, localName: XMLNameEncoding.encode(localName))
  }

  /// Fills in the name that an attribute or a schema's `GenericType` gives to a generic contract.
  ///
  /// `{0}`, `{1}` … stand for the names of the arguments and `{#}` for the digest, which is empty when all
  /// arguments are primitives; without `{#}` there is none. `[DataContract(Name = "{0}Response")]`.
  ///
  /// - Parameters:
  ///   - pattern: the name with its placeholders.
  ///   - arguments: the contract names of the type arguments in order.
  ///   - arity: how many of the arguments belong to each class, from the outermost in; by default one class.
  /// - Returns: the local name; nil when a brace is not closed or an argument is missing.
  public static func expand(
    _ pattern: String, with arguments: [QualifiedName], arity: [Int]? = nil
  ) -> String? {
    var result = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { return nil }
      result += rest[..<open]
      let placeholder = rest[rest.index(after: open)..<close]
      if placeholder == "#" {
        result += digest(of: arguments, arity: arity)
      } else {
        guard let index = Int(placeholder), arguments.indices.contains(index) else { return nil }
        result += arguments[index].localName
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// Eight characters that tell apart arguments of one name in different namespaces; empty when every argument's
  /// namespace is built in, unless generic classes are nested.
  ///
  /// The first six bytes of the MD5 of `" 2 ns1 ns2"` (the number of arguments, innermost class first, then their
  /// namespaces) in base64, with `_S` for `/` and `_P` for `+`.
  static func digest(of arguments: [QualifiedName], arity: [Int]?) -> String {
    let arity = arity ?? [arguments.count]
    guard arity.count > 1 || !arguments.allSatisfy({ DotNetNamespace.isBuiltIn($0.namespace) }) else { return "" }
    var text = ""
    for count in arity.reversed() { text += " \(count)" }
    for argument in arguments { text += " " + argument.namespace }
    var encoded: [UInt8] = []
    MD5.digest(of: Array(text.utf8)).withUnsafeBufferPointer {
      Base64.encode($0.span.extracting(0..<6), into: &encoded)
    }
    var result = ""
    for byte in encoded {
      switch byte {
      case 0x2F: result += "_S"
      case 0x2B: result += "_P"
      default: result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return result
  }
}
