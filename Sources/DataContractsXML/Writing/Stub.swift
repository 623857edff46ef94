import DataContractsCore

extension XMLFormat {
  public func encode(_ document: Document, into output: inout [UInt8]) throws(DocumentError) {}
}
