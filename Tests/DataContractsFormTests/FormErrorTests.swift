import DataContracts
import TestSupport
import Testing

@Suite("Faults of forms")
struct FormErrorTests {
  @Test(
    "are told with place and path",
    arguments: [
      ("a=%zz", "form: (byte 2): expected two hexadecimal digits after \"%\", found \"%zz\""),
      ("b=1&a=x%4", "form: (byte 7): expected two hexadecimal digits after \"%\", found \"%4\""),
      ("a=%FF", "form: (byte 2): expected UTF-8, found an invalid byte"),
      ("a=b+c%41%C3", "form: (byte 8): expected UTF-8, found an invalid byte"),
      ("%C3=1", "form: (byte 0): expected UTF-8, found an invalid byte"),
      ("a[b=1", "form: (byte 2): expected \"]\", found the name's end"),
      ("a]b=1", "form: (byte 1): expected \"[\" before \"]\", found none"),
      ("a[[b]]=1", "form: (byte 2): expected \"]\", found a second \"[\""),
      ("[a]=1", "form: (byte 0): expected a name or an index, found a bracket first"),
      ("[]=1", "form: (byte 0): expected a name or an index, found a bracket first"),
      ("a[][b]=1", "form: (byte 0): expected \"[]\" at the end of a name, found more after it"),
      ("a=1&a[b]=2", "form: a (byte 4): expected a value or members under one name, found both"),
      ("a[b]=1&a=2", "form: a (byte 9): expected a value or members under one name, found both"),
      (
        "u[a]=1&u[a]=2",
        "form: u.a (byte 12): expected a repeated name of several steps to end in \"[]\", found it without"
      ),
      (
        "a[]=1&a[0]=2",
        "form: a[0] (byte 11): expected a repeated name of several steps to end in \"[]\", found it without"
      ),
    ])
  func untyped(text: String, message: String) {
    #expect(fault(text, .bracketed, nil) == message)
  }

  @Test(
    "are told in the contract's terms",
    arguments: [
      ("Name=n", "form: (byte 0): expected the required member \"Id\", found none"),
      ("Id=abc", "form: Id (byte 3): expected an integer from -2147483648 through 2147483647, found \"abc\""),
      ("Id=1&Name=a&Name=b", "form: Name (byte 17): expected each name once, found the name a second time"),
      ("Id=1&Name=a&name=b", "form: Name (byte 12): expected each member once, found the member a second time"),
      ("Id=1&Lines[1].Sku=a&Lines[x].Sku=b", "form: Lines (byte 5): expected a list ArrayOfLine, found an object"),
      ("Id=1&Lines=a", "form: Lines[0] (byte 11): expected an object Line, found \"a\""),
      ("Id=1&Parent=a", "form: Parent (byte 12): expected an object Order, found \"a\""),
      ("Id=1&Name.First=a", "form: Name (byte 5): expected a string, found an object"),
      ("Id=1&Raw=AQI%3D", "form: Raw[0] (byte 9): expected an integer from 0 through 255, found \"AQI=\""),
      (
        "Id=1&Raw[0]=1&Raw[2]=3",
        "form: Raw[1] (byte 14): expected index 1 (.NET would drop all items after the gap), found index 2"
      ),
      ("Id=1&Tags[0].Value=1", "form: Tags[0] (byte 5): expected a Key in each entry, found none"),
      (
        "Id=1&Tags[1].Key=k",
        "form: Tags[0] (byte 5): expected index 0 (.NET would drop all items after the gap), found index 1"
      ),
      (
        "Id=1&Tags[0].Key=k",
        "form: Tags[0] (byte 5): expected an integer from -2147483648 through 2147483647, found null"
      ),
      ("Id=1&Tags[a]=1&Tags[a].b=2", "form: Tags.a (byte 15): expected a value or members under one name, found both"),
      (
        "Id=1&Tags[0].Key=k&Tags[0].Value=1&Tags[1].Key=k&Tags[1].Value=2",
        "form: Tags[1] (byte 47): expected each key once, found \"k\" again"
      ),
      ("Id=1&Color=Green", "form: Color (byte 11): expected a name of the enumeration Color, found \"Green\""),
      ("Id=1&a..b=1", "form: (byte 7): expected a name beside each \".\", found none"),
      ("Id=1&a[b]c=1", "form: (byte 9): expected \".\", \"[\" or the name's end after \"]\", found other text"),
      ("", "form: (byte 0): expected at least one field, found an empty form"),
    ])
  func typed(text: String, message: String) throws {
    #expect(fault(text, .bracketed, try TestContracts.order()) == message)
  }

  @Test(
    "are limits that are passed",
    arguments: [
      ("a=1&b=2&c=3", "form: (byte 8): expected at most 2 fields (limit formPairs), found 3"),
      ("abcdef=1", "form: (byte 0): expected a name of at most 5 bytes (limit nameBytes), found a longer one"),
      ("a[b][c]=1", "form: (byte 0): expected a name of at most 5 bytes (limit nameBytes), found a longer one"),
      ("a[b]=1", nil),
      ("a=1234567", "form: a (byte 2): expected at most 6 bytes of text (limit textBytes), found 7"),
      ("a=123456789012345678", "form: (byte 15): expected at most 15 bytes (limit inputBytes), found 20"),
    ])
  func limits(text: String, message: String?) {
    var format = FormFormat.bracketed
    format.decoding.limits.formPairs = 2
    format.decoding.limits.nameBytes = 5
    format.decoding.limits.textBytes = 6
    format.decoding.limits.inputBytes = 15
    #expect(fault(text, format, nil) == message)
  }

  @Test("include names of too many steps") func keyDepth() {
    let deep = "a" + String(repeating: "[b]", count: 31) + "=1"
    #expect(fault(deep, .bracketed, nil) == nil)
    let deeper = "a" + String(repeating: "[b]", count: 32) + "=1"
    #expect(
      fault(deeper, .bracketed, nil) == "form: (byte 0): expected a name of at most 32 steps (limit keyDepth), found 33"
    )
    #expect(fault("a" + String(repeating: "[b]", count: 31) + "[]=1", .bracketed, nil) != nil)
  }

  @Test("include more absent items than there may be fields") func holes() throws {
    let order = try TestContracts.order()
    #expect(fault("Id=1&Lines[1000].Sku=a", .bracketed, order) == nil)
    #expect(
      fault("Id=1&Lines[1001].Sku=a", .bracketed, order)
        == "form: Lines[0] (byte 5): expected at most 1000 absent items (limit formPairs), found 1001")
  }

  private func fault(_ text: String, _ format: FormFormat, _ contract: Contract?) -> String? {
    do {
      _ = try format.decode(Array(text.utf8), as: contract)
      return nil
    } catch { return "\(error)" }
  }
}
