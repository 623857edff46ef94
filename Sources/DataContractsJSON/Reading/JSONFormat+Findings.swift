import DataContractsCore

extension JSONFormat {
  /// What Json.NET under Web API's settings, or for its own dialect DataContractJsonSerializer, would not take as it
  /// stands; see ``DocumentFormat/findings(in:as:)``.
  ///
  /// What RFC 8259 refuses and Json.NET reads, such as comments, is no finding. Of other dialects' readers too little is
  /// known: they are refused.
  public func findings(in input: [UInt8], as contract: Contract) throws(DocumentError) -> [Finding] {
    guard let reader else {
      throw DocumentError(
        .unsupported, format: name,
        expected: "a dialect whose .NET reader is known: json, json-camel, json-datacontract", found: name)
    }
    try checkLength(of: input)
    guard !input.isEmpty || reader != .jsonNet else {
      return [Finding(.syntax, .misread, path: DocumentPath(), offset: 0, reason: "is empty, which is read as null")]
    }
    let (findings, failure) = try findings(in: input, as: contract, by: reader)
    guard failure?.code == .syntax, reader == .jsonNet else { return findings.sorted { $0.offset < $1.offset } }
    var text = LenientJSON(input, fillsHoles: false)
    text.rewrite()
    let found = try self.findings(in: text.output, as: contract, by: reader).findings
    let all = (found.map { $0.at(text.inputOffset($0.offset)) } + text.findings).sorted { $0.offset < $1.offset }
    return Array(all.prefix(decoding.limits.findings))
  }

  private func findings(
    in input: [UInt8], as contract: Contract, by reader: DotNetReader
  ) throws(DocumentError) -> (findings: [Finding], failure: DocumentError?) {
    var builder = DocumentBuilder(
      format: name, source: input, contract: contract, options: decoding, spelling: dialect.spelling, checking: reader)
    var failure: DocumentError?
    do throws(DocumentError) { try readStrictly(input, hasContract: true, into: &builder) } catch { failure = error }
    return (try builder.finishCheck(after: failure), failure)
  }

  /// The reader that belongs to the dialect's writer.
  private var reader: DotNetReader? {
    switch dialect.name {
    case JSONDialect.webAPI.name, JSONDialect.camelCase.name: .jsonNet
    case JSONDialect.dataContractJSON.name: .dataContractJSONSerializer
    default: nil
    }
  }
}
