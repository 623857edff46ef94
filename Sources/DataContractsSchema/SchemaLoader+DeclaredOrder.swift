import DataContractsCore

extension SchemaLoader {
  /// Gives members the positions that an annotation lists them at.
  ///
  /// - Parameter positions: the place of each element name in `members`.
  func arrange(
    _ members: inout [DataMember], positions: [String: Int], by order: SchemaElement, at path: DocumentPath
  ) throws(DocumentError) {
    let names = order.text.split { $0 == " " || $0 == "\t" || $0.isNewline }.map(String.init)
    for (position, name) in names.enumerated() {
      guard let place = positions[name] else {
        throw order.failure(
          .contract, at: path, expected: "own members in DeclaredOrder", found: "\(name.quoted), which is none")
      }
      guard members[place].declaredPosition == nil else {
        throw order.failure(
          .contract, at: path, expected: "each member once in DeclaredOrder", found: "\(name.quoted) twice")
      }
      members[place].declaredPosition = position
    }
    if let missing = members.first(where: { $0.declaredPosition == nil }) {
      throw order.failure(
        .contract, at: path, expected: "every own member in DeclaredOrder",
        found: "none named \(XMLNameEncoding.encode(missing.name).quoted)")
    }
  }
}
