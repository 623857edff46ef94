import DataContractsCore

extension ElementWriter {
  /// `i:type="prefix:Name"`, with the declaration that the prefix needs in front.
  mutating func markType(_ node: Node) {
    guard let name = typeName(of: node) else { return }
    mark(type: bytes(name.text), in: name.namespace)
  }

  mutating func mark(type name: UnsafeBufferPointer<UInt8>, in namespace: NamespaceIndex) {
    let isDeclared = scope.prefix(of: namespace) != nil
    // The prefix is chosen before the attribute; a stream's writer declares it behind.
    if !isDeclared { declare(namespace) }
    scope.require(.instance, instanceNamespace, depth: depth)
    output.append(" i:type=\"")
    append(scope.prefix(of: namespace) ?? .none, name)
    output.append(UInt8(ascii: "\""))
  }

  private func typeName(of node: Node) -> (text: ContractText, namespace: NamespaceIndex)? {
    var type = table.compiled[Int(node.type)]
    if type.shape == .untyped || type.shape == .any {
      // A value that came without a type, as JSON's do.
      guard let primitive = primitive(ofUntyped: node) else { return nil }
      type = table.compiled[Int(Contract.TypeIndex.primitive(primitive).rawValue)]
    }
    return (type.name, UInt32(type.namespace))
  }

  func primitive(ofUntyped node: Node) -> PrimitiveType? {
    switch node.kind {
    case .string, .text: .string
    case .boolean: .boolean
    case .dateTime: .dateTime
    case .duration: .duration
    case .guid: .guid
    case .bytes: .base64Binary
    case .number: numberType(of: view.text(of: node))
    default: nil
    }
  }

  /// The C# type of a number literal: `int`, else `long`, else `double` where there is a point or an exponent.
  private func numberType(of text: UnsafeBufferPointer<UInt8>) -> PrimitiveType {
    let text = String(decoding: text, as: UTF8.self)
    if Int32(text) != nil { return .int }
    if Int64(text) != nil { return .long }
    if UInt64(text) != nil { return .unsignedLong }
    return .double
  }

  /// `z:Id="i1"`: objects are numbered in the order in which they are written.
  mutating func markIdentity(_ index: Int) {
    identityCount += 1
    if let identity = view.identity(of: index) { identities[identity] = identityCount }
    scope.require(.serialization, serializationNamespace, depth: depth)
    output.append(" z:Id=\"i\(identityCount)\"")
  }

  /// `z:Ref="i1"`.
  mutating func markReference(_ node: Node) {
    let identity = String(decoding: view.text(of: node), as: UTF8.self)
    scope.require(.serialization, serializationNamespace, depth: depth)
    output.append(" z:Ref=\"")
    if let number = identities[identity] {
      output.append("i\(number)")
    } else {
      appendAttributeText(identity)
    }
    output.append(UInt8(ascii: "\""))
  }
}

extension DocumentView {
  fileprivate func identity(of index: Int) -> String? {
    for case .identity(let identity) in storage.annotations(of: index).lazy.map(\.content) { return identity }
    return nil
  }
}
