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

    /// - Parameter conformances: Those that types have not got yet.
    init(_ source: String, conformances: [TypeSyntax] = Self.conformances) {
      let file = Parser.parse(source: source)
      let context = BasicMacroExpansionContext(
        sourceFiles: [file: .init(moduleName: "Shop", fullFilePath: "Shop.swift")])
      expanded =
        file.expand(
          macroSpecs: Self.specs(conformances),
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

    static let conformances: [TypeSyntax] = [
      "DataContractType", "DataContractDecodable", "DataContractEncodable", "DataContractObject",
    ]

    private static func specs(_ conformances: [TypeSyntax]) -> [String: MacroSpec] {
      [
        "DataContract": MacroSpec(type: DataContractMacro.self, conformances: conformances),
        "CollectionDataContract": MacroSpec(
          type: CollectionDataContractMacro.self, conformances: conformances),
        "DataMember": MacroSpec(type: DataMemberMacro.self),
        "IgnoreDataMember": MacroSpec(type: IgnoreDataMemberMacro.self),
        "BaseContract": MacroSpec(type: BaseContractMacro.self),
        "EnumMember": MacroSpec(type: EnumMemberMacro.self),
        "KnownType": MacroSpec(type: KnownTypeMacro.self),
      ]
    }
  }
#endif
