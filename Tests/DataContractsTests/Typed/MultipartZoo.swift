#if Macros
  import DataContracts
  import DataContractsFoundation
  import Foundation
  import TestSupport
  import Testing

  /// The C# types of the multipart vectors, as Swift says them.
  enum Multi {
    @DataContract(namespace: .clr("Zoo.Multi"))
    enum Job: Int32 { case none, cook, nurse }

    @DataContract(namespace: .clr("Zoo.Multi"))
    final class Person {
      var id: UUID
      var firstName: String?
      var lastName: String?
      var birth: DotNetDateTime?
      var married: Bool
      var smoker: Bool?
      var age: Int32
      var salary: DotNetDecimal
      var height: Double
      var job: Job
      var photo: Document.File?
      var thumb: [UInt8]?
      var tags: [String?]?
      var numbers: [Int32]?
      var files: [Document.File?]?
      var boss: Person?
      var friends: [Person?]?
      var scores: OrderedEntries<String, Int32>?
      var byId: OrderedEntries<Int32, Person?>?
      var docs: OrderedEntries<String, Document.File?>?
    }

    @DataContract(namespace: .clr("Zoo.Multi"))
    struct Simple {
      var name: String?
      var count: Int32
      var flag: Bool
      var when: DotNetDateTime
      var ratio: Double
    }
    @DataContract(namespace: .clr("Zoo.Multi"))
    struct NullableSimple {
      var count: Int32?
      var flag: Bool?
      var when: DotNetDateTime?
      var id: UUID?
      var ratio: Double?
    }
    @DataContract(namespace: .clr("Zoo.Multi"))
    struct OneFile { var file: Document.File?; var note: String? }
    @DataContract(namespace: .clr("Zoo.Multi"))
    struct Upload { var files: [Document.File?]?; var raw: [UInt8]?; var title: String? }
    @DataContract(namespace: .clr("Zoo.Multi"))
    final class Tree {
      var name: String?
      var kids: [Tree?]?
      var parent: Tree?
    }
    @DataContract(namespace: .clr("Zoo.Multi"))
    struct Matrix { var rows: [[Int32]?]?; var words: [[String?]?]? }

    @DataContract(namespace: .clr("Zoo.Multi"))
    struct Mixed {
      var ints: [Int32]?
      var names: [String?]?
      var flags: [Bool]?
      var jobs: [Job]?
      var ids: [UUID]?
      var dates: [DotNetDateTime]?
      var map: OrderedEntries<String, String?>?
      var span: DotNetTimeSpan
      var dto: DotNetDateTimeOffset?
      var uri: DotNetURI?
      var ch: DotNetChar
    }
  }

  @Suite("Multipart bodies from Swift values")
  struct MultipartZooTests {
    @Test("bodies of files, lists and dictionaries are read and written again as .NET wrote them")
    func bodies() throws {
      try check(Multi.Person.self, ["mp-person-empty", "mp-person-full"])
      try check(Multi.Simple.self, ["mp-simple", "mp-simple-default", "mp-simple-unicode"])
      try check(Multi.NullableSimple.self, ["mp-nullable-set"])
      try check(Multi.OneFile.self, ["mp-file-null-members"])
      try check(Multi.Upload.self, ["mp-upload-bytes"])
      try check(Multi.Tree.self, ["mp-tree"])
      try check(Multi.Matrix.self, ["mp-matrix"])
      try check(Multi.Mixed.self, ["mp-mixed", "mp-mixed-empty"])
      try check([Document.File?].self, ["mp-top-file-list"])
      try check(OrderedEntries<String, Document.File?>.self, ["mp-top-file-dict"])
    }

    private func check<T: DataContractCodable>(_ type: T.Type, _ names: [String]) throws {
      for name in names {
        let body = try Fixtures.vector("write/\(name)/multipart.bin")
        let value = try MultipartFormat.dataMediaFormatter.decode(type, from: body)
        let written = try MultipartFormat.dataMediaFormatter.encode(value)
        #expect(String(decoding: written, as: UTF8.self) == String(decoding: body, as: UTF8.self), "\(name)")
        guard let files = try? Fixtures.vector("write/\(name)/multipart-bytefile.bin") else { continue }
        let withFiles = try MultipartFormat.dataMediaFormatterFiles.decode(type, from: files)
        #expect(try MultipartFormat.dataMediaFormatterFiles.encode(withFiles) == files, "\(name), files")
      }
    }
  }
#endif
