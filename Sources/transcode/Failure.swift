#if CLI
  import ArgumentParser
  import DataContracts
  import Foundation

  /// How the program ends when it does not succeed, under the codes of BSD's sysexits.
  enum Failure {
    /// 65: the input is no document of its format or contract.
    static let badDocument = ExitCode(65)
    /// 66: an input cannot be opened.
    static let noInput = ExitCode(66)

    /// Tells why on standard error; returns what to throw.
    static func report(_ message: String, _ code: ExitCode) -> ExitCode {
      FileHandle.standardError.write(Data("\(message)\n".utf8))
      return code
    }

    /// A document that cannot be read or written, with the line and a caret where the input is text.
    static func report(_ error: DocumentError, in input: InputFile) -> ExitCode {
      report(error.report(file: input.displayName, input: input.bytes), badDocument)
    }
  }
#endif
