#if Macros
  @testable import DataContractsMacros
  import SwiftDiagnostics
  import SwiftParser
  import SwiftSyntax
  import SwiftSyntaxMacroExpansion
  import SwiftSyntaxMacros

  /// Swift source in which the macros are expanded.
  struct MacroSource {
    let expanded: String
    /// `line:column: message`, a line each.
    let diagnostics: [String]

    init(_ source: String) {
      let file = Parser.parse(source: source)
      let context = BasicMacroExpansionContext(
        sourceFiles: [file: .init(moduleName: "Shop", fullFilePath: "Shop.swift")])
      expanded =
        file.expand(
          macroSpecs: Self.specs,
          contextGenerator: { node in
            BasicMacroExpansionContext(sharingWith: context, lexicalContext: node.allMacroLexicalContexts())
          },
          indentationWidth: .spaces(2)
        ).description
      let places = SourceLocationConverter(fileName: "Shop.swift", tree: file)
      diagnostics = context.diagnostics.map { diagnostic in
        let place = context.location(of: diagnostic.node, at: .afterLeadingTrivia, filePathMode: .filePath)
        let fallback = diagnostic.location(converter: places)
        let line = place?.line.description ?? "\(fallback.line)"
        let column = place?.column.description ?? "\(fallback.column)"
        return "\(line):\(column): \(diagnostic.message)"
      }
    }

    private static let specs: [String: MacroSpec] = [
      "DataContract": MacroSpec(type: DataContractMacro.self, conformances: ["DataContractObject"]),
      "CollectionDataContract": MacroSpec(
        type: CollectionDataContractMacro.self, conformances: ["DataContractDecodable"]),
      "DataMember": MacroSpec(type: DataMemberMacro.self),
      "IgnoreDataMember": MacroSpec(type: IgnoreDataMemberMacro.self),
      "BaseContract": MacroSpec(type: BaseContractMacro.self),
      "EnumMember": MacroSpec(type: EnumMemberMacro.self),
      "KnownType": MacroSpec(type: KnownTypeMacro.self),
    ]
  }
#endif
