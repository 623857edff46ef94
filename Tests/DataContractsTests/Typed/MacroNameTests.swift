#if Macros
  import DataContracts
  import Testing

  // That this file compiles is half of the test: what macros write has to mean the same whatever types are called, where
  // they stand and who sees them.

  /// Types that are called as those of the standard library and of this package are.
  private enum Shadowing {
    struct Int {}
    struct Bool {}
    struct UInt64 {}
    struct QualifiedName {}
    struct DocumentError {}
    struct Contract {}
    struct DataMember {}

    @DataContract fileprivate struct Box: Equatable {
      var value: Swift.Int32
      var reader: String?
      var builder: String
      var members: [Swift.Int32]
      var `init`: Swift.Int32?
      var `self`: String
    }
    @DataContract fileprivate enum Size: Swift.Int32 { case `default` = 3, large }
    @DataContract fileprivate struct Marks: OptionSet {
      let rawValue: Swift.UInt8
      static let a = Marks(rawValue: 1), b = Marks(rawValue: 2)
      static let both: Marks = [.a, .b]
    }
    @DataContract(isValueType: true) fileprivate struct DataMembers: Equatable { var value: Swift.Int32 }
    @DataContract fileprivate struct Holder: Equatable { var inner: DataMembers }
  }

  @DataContract private enum Stage { case none, some }
  @DataContract private struct Staged { var stage: Stage }
  @DataContract(name: "a static thing") private class Worded { var id: Int32 = 0 }
  @DataContract private struct FirstLetters: Equatable {
    var ärger: Int32
    var ßeta: Int32
    var ıd: Int32
    var _x: Int32
  }

  private enum CornerShop {
    @DataContract fileprivate struct Item: Equatable { var id: Int32 }
    @DataContract fileprivate struct Page<T: Sendable & Equatable>: Equatable {
      var items: [Item]
      var extra: T
    }
    @DataContract fileprivate enum Either<A: Equatable & DataContractCodable>: Equatable {
      case first(A)
      case second(String)
    }
  }

  private struct Enclosing<T> {
    @DataContract fileprivate struct Inner: Equatable { var id: Int32 }
  }

  @MainActor @DataContract private struct MainScreen { var title: String? }

  public enum BookLibrary {}
  extension BookLibrary { @DataContract struct Internal { var id: Int32 } }
  public extension BookLibrary { @DataContract struct Book { var id: Int32 } }

  @Suite("Names and places of types with contracts")
  struct MacroNameTests {
    private func roundTrip<T: DataContractCodable>(_ value: T) throws -> (json: String, value: T) {
      let json = try JSONFormat.webAPI.encode(value)
      return (String(decoding: json, as: UTF8.self), try JSONFormat.webAPI.decode(T.self, from: json))
    }

    @Test("types may be called as those are that macros use") func shadowing() throws {
      let box = Shadowing.Box(value: 1, reader: "r", builder: "b", members: [2], init: 3, self: "s")
      let (json, value) = try roundTrip(box)
      #expect(json == #"{"Value":1,"Reader":"r","Builder":"b","Members":[2],"Init":3,"Self":"s"}"#)
      #expect(value == box)
      #expect(try roundTrip(Shadowing.Holder(inner: .init(value: 5))).json == #"{"Inner":{"Value":5}}"#)
      #expect(try roundTrip([Shadowing.Size.default]).json == "[3]")
    }

    @Test("every constant of a declaration is a flag") func severalFlags() throws {
      let contract = try Shadowing.Marks.dataContract.get().contract
      let enumerations = contract.types.compactMap { type -> EnumerationContract? in
        if case .enumeration(let contract) = type.shape { contract } else { nil }
      }
      let marks = try #require(enumerations.first)
      #expect(marks.values.map(\.name) == ["A", "B", "Both"])
      #expect(marks.values.map(\.bits) == [1, 2, 3])
    }

    @Test("a case called none is C#'s default and no missing value") func caseNone() throws {
      #expect(Stage.dotNetDefault == Stage.none)
      var format = JSONFormat.webAPI
      format.decoding = .likeDotNet
      let value = try format.decode(Staged.self, from: Array("{}".utf8))
      #expect(value.stage == Stage.none)
    }

    @Test("a contract's name may hold any word") func word() {
      #expect(Worded.dataContractName.localName == "a_x0020_static_x0020_thing")
    }

    @Test("the first letter becomes the one that .NET makes of it") func firstLetters() throws {
      let letters = FirstLetters(ärger: 1, ßeta: 2, ıd: 3, _x: 4)
      let (json, value) = try roundTrip(letters)
      #expect(json == #"{"Ärger":1,"ßeta":2,"ıd":3,"_x":4}"#)
      #expect(value == letters)
    }

    @Test("a generic type knows the types beside it") func genericInside() throws {
      let page = CornerShop.Page<Int32?>(items: [.init(id: 1)], extra: nil)
      let (json, value) = try roundTrip(page)
      #expect(json == #"{"Items":[{"Id":1}],"Extra":null}"#)
      #expect(value == page)
      let either = [CornerShop.Either<Int32>.first(7), .second("x")]
      #expect(try roundTrip(either).value == either)
    }

    @Test("a type inside a generic one has a contract") func insideGeneric() throws {
      let inner = Enclosing<String>.Inner(id: 3)
      #expect(try roundTrip(inner).value == inner)
    }

    @Test("a type of the main actor is coded there") @MainActor func mainActor() throws {
      let json = try JSONFormat.webAPI.encode(MainScreen(title: "x"))
      #expect(try JSONFormat.webAPI.decode(MainScreen.self, from: json).title == "x")
    }

    @Test("an extension says who sees a contract") func publicExtension() throws {
      #expect(try roundTrip(BookLibrary.Book(id: 1)).json == #"{"Id":1}"#)
      #expect(try roundTrip(BookLibrary.Internal(id: 1)).json == #"{"Id":1}"#)
    }
  }
#endif
