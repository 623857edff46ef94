import DataContracts
import TestSupport
import Testing

@Suite("Reading multipart bodies of the vectors")
struct MultipartReadingTests {
  @Test("probe") func probe() throws {
    for tolerant in [false, true] {
      let result = try FieldComparison(of: FieldVectors.read("multipart"), expected: [:]) { v, c throws(DocumentError) in
        var format = tolerant ? MultipartFormat.likeDotNet : .dataMediaFormatter
        format.requiresValues = v.options == "validate"
        format.boundary = try MultipartFormat.boundary(ofContentType: v.contentType ?? "")
        return try format.decode(v.file("input.bin") ?? [], as: c)
      }
      print("PROBE multipart", tolerant, result.same)
      for (k, v) in result.others.sorted(by: { $0.key < $1.key }) { print("PROBE   \"\(k)\": \(v),") }
    }
    for tolerant in [false, true] {
      let result = try FieldComparison(of: FieldVectors.read("form-typed"), expected: [:]) { v, c throws(DocumentError) in
        let format = tolerant ? FormFormat.likeDotNet : .bracketed
        return try format.decode(v.file("input.bin") ?? [], as: c)
      }
      print("PROBE form-typed", tolerant, result.same)
      for (k, v) in result.others.sorted(by: { $0.key < $1.key }) { print("PROBE   \"\(k)\": \(v),") }
    }
    for tolerant in [false, true] {
      let result = try FieldComparison(of: FieldVectors.read("form"), expected: [:]) { v, c throws(DocumentError) in
        var format = tolerant ? FormFormat.likeDotNet : .bracketed
        format.decoding.limits.formPairs = 2_000
        if v.options == "maxdepth=2" { format.decoding.limits.keyDepth = 1 }
        return try format.decode(v.file("input.bin") ?? [], as: nil)
      }
      print("PROBE form", tolerant, result.same)
      for (k, v) in result.others.sorted(by: { $0.key < $1.key }) { print("PROBE   \"\(k)\": \(v),") }
    }
  }
}
