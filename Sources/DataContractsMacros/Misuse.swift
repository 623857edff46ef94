#if Macros
  import SwiftDiagnostics
  import SwiftSyntax

  /// What a use of a macro gets wrong, at the place where it does.
  struct Misuse: Error {
    let node: Syntax
    let message: String

    init(_ node: some SyntaxProtocol, _ message: String) {
      self.node = Syntax(node)
      self.message = message
    }

    var diagnostic: Diagnostic { Diagnostic(node: node, message: Message(message: message)) }

    private struct Message: DiagnosticMessage {
      let message: String
      let severity = DiagnosticSeverity.error

      var diagnosticID: MessageID { MessageID(domain: "DataContracts", id: message) }
    }
  }

  /// Several at once: all of a type's are shown together.
  struct Misuses: Error {
    private(set) var all: [Misuse] = []

    /// Runs `body`, and keeps what it gets wrong for later.
    @discardableResult
    mutating func collect<Result>(_ body: () throws -> Result) rethrows -> Result? {
      do {
        return try body()
      } catch let misuse as Misuse {
        all.append(misuse)
        return nil
      }
    }

    func check() throws {
      if !all.isEmpty { throw DiagnosticsError(diagnostics: all.map(\.diagnostic)) }
    }
  }
#endif
