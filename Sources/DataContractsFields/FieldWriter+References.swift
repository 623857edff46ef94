import DataContractsCore

extension FieldWriter {
  /// Writes the object that a reference mentions once more: MultipartDataMediaFormatter knows no identities.
  mutating func writeReferenced(_ index: Int, _ node: Node) throws(DocumentError) {
    var expansion = references ?? ReferenceExpansion(of: view)
    references = nil
    let outer = expansion.offset
    switch expansion.enter(String(decoding: view.text(of: node), as: UTF8.self), at: index, in: view) {
    case .success(let target):
      references = expansion
      try write(target)
      references?.leave(to: outer)
    case .failure(let reason): throw refusal(reason.expected, reason.found)
    }
  }
}
