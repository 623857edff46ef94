import DataContractsCore

/// The fields of a form or a multipart body as the tree that their names speak of.
///
/// Nodes, values and the steps of names are records in flat arrays. A name is compared with the one before it first:
/// fields of one object come one after the other, so most names differ in their last step only. Each field costs time
/// linear in its own length, whatever the order of the fields: children beyond the 16th are found by hash.
package struct FieldTree: ~Copyable {
  let settings: FieldSettings
  /// The input.
  let source: [UInt8]
  let isEscaped: Bool
  let splitsDots: Bool
  /// Names and values that had to be decoded.
  package var decoded: [UInt8] = []
  var nodes: [Node] = [Node()]
  var values: [Value] = []
  var files: [FieldFile] = []
  /// The steps of the name that was read last.
  var path: [Step] = []
  /// Where the name that was read last stands in the input.
  var lastName = 0..<0
  /// Whether the name that was read last ended in `[]`.
  var appends = false
  var children = FieldChildTable()
  /// Where the bytes of the name that is being read come from.
  var origin = Origin()
  let depthLimit: Int
  /// What a check has found in the fields before their values are read.
  var findings: [Finding] = []

  package init(format: String, options: DecodingOptions, syntax: FieldSyntax, source: [UInt8]) {
    settings = FieldSettings(format: format, options: options, syntax: syntax)
    self.source = source
    isEscaped = syntax.isEscaped
    splitsDots = syntax.splitsDots
    depthLimit = min(options.limits.keyDepth, Limits.maximumDepth)
    let expected = min(source.count / 48, syntax.fieldLimit.value)
    nodes.reserveCapacity(expected + expected / 8 + 8)
    values.reserveCapacity(expected)
  }

  /// The longest input, 1 GiB: offsets have 32 bits, and what is decoded takes at most three times the input.
  package static let longestInput = 1 << 30

  /// What the indices of a name's bytes stand for.
  struct Origin {
    /// Whether the bytes are a copy of some in `decoded`, from `shift` on.
    var isDecoded = false
    var shift = 0
    /// The place in the input that a decoded name stands for.
    var offset: Int?
  }

  /// A step of the last name: its node, and where it ends, counted from the name's start.
  struct Step {
    var node: UInt32
    var end: UInt32
  }

  /// One name, or one index of a list. It holds values or children, never both.
  struct Node {
    var name = FieldText(0..<0)
    /// The hash of the name, or the index.
    var key: UInt32 = 0
    var parent: UInt32 = 0
    /// The next child of the same parent; 0 for none.
    var next: UInt32 = 0
    /// The first child or value; children from 1, values from 0.
    var first: UInt32 = 0
    var last: UInt32 = 0
    /// How many children or values there are.
    var count: UInt32 = 0
    /// Where the first field that speaks of the node stands in the input.
    var offset: UInt32 = 0
    var flags: Flags = []
  }

  struct Flags: OptionSet {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The step is an index: `[3]`.
    static let index = Flags(rawValue: 1)
    static let hasValues = Flags(rawValue: 2)
    /// At least one value came with `[]`.
    static let hasAppended = Flags(rawValue: 4)
    /// At least one value came without `[]`.
    static let hasPlain = Flags(rawValue: 8)
    static let hasNamedChildren = Flags(rawValue: 16)
    static let hasIndexChildren = Flags(rawValue: 32)
    /// The indices of the children do not ascend one by one from 0.
    static let isScattered = Flags(rawValue: 64)
  }

  /// One value of a node.
  struct Value {
    var text: FieldText
    /// Where the value stands in the input.
    var offset: UInt32
    /// The next value of the same node; 0 for none.
    var next: UInt32 = 0
    /// The index of the file plus 1; 0 for a text.
    var file: UInt32 = 0
  }
}

/// What does not change while fields are read. A reference: the tree is asked for it seldom, and its copies are large.
final class FieldSettings: Sendable {
  let format: String
  let options: DecodingOptions
  let syntax: FieldSyntax

  var isTolerant: Bool { options.tolerance == .dotNet }

  init(format: String, options: DecodingOptions, syntax: FieldSyntax) {
    self.format = format
    self.options = options
    self.syntax = syntax
  }
}
