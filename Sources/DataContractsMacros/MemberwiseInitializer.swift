#if Macros
  import SwiftSyntax

  extension DeclGroupSyntax {
    /// Whether the compiler gives the struct a memberwise initializer, whose parameters are the data members in their order;
    /// `false` where something that a macro does not see may change that.
    ///
    /// A value that comes from it is not copied once more: Swift 6.3 copies a `self` that was put together property by
    /// property when its initializer returns, which took a twentieth of the time of reading.
    var hasPlainMemberwiseInitializer: Bool {
      self.is(StructDeclSyntax.self) && attributes.areAll(among: ["DataContract", "KnownType", "available", "frozen"])
        && memberBlock.members.allSatisfy { $0.decl.leavesMemberwiseInitializerPlain }
    }
  }

  extension DeclSyntax {
    fileprivate var leavesMemberwiseInitializerPlain: Bool {
      switch kind {
      // An initializer takes the place of the compiler's; what stands in `#if` or comes from a macro may be one.
      case .initializerDecl, .ifConfigDecl, .macroExpansionDecl: false
      case .variableDecl: self.as(VariableDeclSyntax.self)?.isPlain ?? false
      default: true
      }
    }
  }

  extension VariableDeclSyntax {
    /// Whether the property is static, computed, or a data member without more ado.
    ///
    /// Not where it is ignored: its parameter has a default, and Swift prefers an initializer without that parameter, which
    /// an extension may have.
    fileprivate var isPlain: Bool {
      if modifiers.contains(.static) || !isStored { return true }
      let access: [Keyword] = [.public, .package, .internal, .fileprivate, .private]
      return attributes.areAll(among: ["DataMember"])
        && modifiers.allSatisfy { modifier in access.contains { modifier.name.tokenKind == .keyword($0) } }
    }
  }

  extension AttributeListSyntax {
    /// Whether all attributes are known by these names: one that is not may be a macro or a property wrapper.
    fileprivate func areAll(among names: Set<String>) -> Bool {
      allSatisfy { element in
        guard let attribute = element.as(AttributeSyntax.self) else { return false }
        return names.contains(attribute.attributeName.trimmedDescription)
      }
    }
  }
#endif
