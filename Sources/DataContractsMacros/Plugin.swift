#if Macros
  import SwiftCompilerPlugin
  import SwiftSyntaxMacros

  @main
  struct Plugin: CompilerPlugin {
    let providingMacros: [any Macro.Type] = [
      DataContractMacro.self, CollectionDataContractMacro.self, DataMemberMacro.self, IgnoreDataMemberMacro.self,
      BaseContractMacro.self, EnumMemberMacro.self, KnownTypeMacro.self,
    ]
  }
#else
  /// Without the trait `Macros` there is no swift-syntax to build a plugin with.
  @main
  enum Plugin {
    static func main() {}
  }
#endif
