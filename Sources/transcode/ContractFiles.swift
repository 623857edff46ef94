#if CLI
  import ArgumentParser
  import DataContracts
  import Foundation

  /// The XSD files and folders that a user named.
  enum ContractFiles {
    /// The contract of all files together.
    static func load(_ paths: [String]) throws -> Contract {
      let files = try paths.flatMap(files(at:)).map { path in
        (name: path, bytes: try InputFile(path).bytes)
      }
      do throws(DocumentError) {
        return try Contract(xsdFiles: files)
      } catch {
        guard let file = files.first(where: { $0.name == error.file }) else {
          throw Failure.report(error.description, Failure.badDocument)
        }
        throw Failure.report(error.report(file: file.name, input: file.bytes), Failure.badDocument)
      }
    }

    /// A file itself; of a folder its `.xsd` files in the order of their names.
    private static func files(at path: String) throws -> [String] {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Failure.report("\(path): no such file", Failure.noInput)
      }
      guard isFolder.boolValue else { return [path] }
      let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".xsd") }.sorted()
      guard !names.isEmpty else { throw Failure.report("\(path): holds no .xsd file", Failure.noInput) }
      return names.map { "\(path)/\($0)" }
    }
  }
#endif
