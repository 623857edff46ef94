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
    struct AnyHolder { var name: String?; var any: AnyObjectValue? }
    @DataContract(namespace: .clr("Zoo.Multi"))
    struct SetHolder { var name: String?; var set: Set<Int32>? }

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
    @Test("a file's name is written as .NET writes it, save for its quotation mark") func names() throws {
      let vector = try #require(TypedVector.all.first { $0.vector.name == "mp-file-names" })
      let written = try vector.value().write(MultipartFormat.dataMediaFormatter)
      let expected = try Fixtures.vector("write/mp-file-names/multipart.bin")
      #expect(
        String(decoding: written, as: UTF8.self).replacing("%22", with: "\"")
          == String(decoding: expected, as: UTF8.self))
    }

    @Test("a set is read and written as a list, of which .NET writes the name of its type") func set() throws {
      let body = try MultipartFormat.dataMediaFormatter.encode(Multi.SetHolder(set: [4, 3]))
      let fields = String(decoding: body, as: UTF8.self).split(separator: "\r\n")
      #expect(fields.filter { $0.contains("name=") }.map { $0.suffix(8) } == ["\"Set[0]\"", "\"Set[1]\""])
      #expect(try MultipartFormat.dataMediaFormatter.decode(Multi.SetHolder.self, from: body).set == [3, 4])
      let vector = try Fixtures.vector("write/mp-set-member/multipart.bin")
      let error = #expect(throws: DocumentError.self) {
        try MultipartFormat.dataMediaFormatter.decode(Multi.SetHolder.self, from: vector)
      }
      #expect(error?.code == .typeMismatch)
    }
  }
#endif
