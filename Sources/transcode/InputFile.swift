#if CLI
  import ArgumentParser
  import DataContracts
  import Foundation

  /// A file, or standard input for `-`, read whole.
  struct InputFile {
    /// `nil` for standard input.
    let path: String?
    let bytes: [UInt8]

    init(_ path: String) throws {
      guard path != "-" else {
        self.path = nil
        bytes = try [UInt8](FileHandle.standardInput.readToEnd() ?? Data())
        return
      }
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Failure.report("\(path): no such file", Failure.noInput)
      }
      guard !isFolder.boolValue, let data = FileManager.default.contents(atPath: path) else {
        throw Failure.report("\(path): \(isFolder.boolValue ? "is a folder" : "cannot be read")", Failure.noInput)
      }
      self.path = path
      bytes = [UInt8](data)
    }

    var displayName: String { path ?? "<stdin>" }
  }

  extension InputFile {
    /// The format that was asked for, or that the file's name or first bytes speak of.
    func format(_ name: String?) throws -> WireFormat {
      if let name { return try WireFormat.requested(name) }
      guard let format = WireFormat.detect(fileName: path, bytes: bytes) else {
        throw Failure.report("\(displayName): expected a document, found nothing", Failure.badDocument)
      }
      return format
    }
  }

  extension WireFormat {
    /// The format of a name that a user gave.
    static func requested(_ name: String) throws -> WireFormat {
      guard let format = named(name) else {
        let names = all.map(\.name).joined(separator: ", ")
        throw ValidationError("\"\(name)\" is no format; the formats are \(names)")
      }
      return format
    }
  }
#endif
