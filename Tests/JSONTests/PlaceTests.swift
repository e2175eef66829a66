import FEEL
import JSON
import Testing

@Suite struct PlaceTests {
  /// A string in a file, a word in its text, and what the word looks like in the file.
  static let cases: [(file: String, word: String, inFile: String)] = [
    (#"["sum(x)"]"#, "sum", "sum"),
    (#"["a \"b\" + c"]"#, "\"b\"", #"\"b\""#),
    (#"["a \"b\" + c"]"#, "c", "c"),
    (#"["\u0111i\u1ec3m >= 90"]"#, "điểm", #"\u0111i\u1ec3m"#),
    (#"["\u0111i\u1ec3m >= 90"]"#, "90", "90"),
    (#"["\ud83d\ude00x"]"#, "😀", #"\ud83d\ude00"#),
    (#"["\ud83d\ude00x"]"#, "x", "x"),
    (#"["điểm\nx"]"#, "x", "x"),
    (#"["\\\n"]"#, "\n", #"\n"#),
  ]

  @Test(arguments: cases)
  func `a span in a string leads back to the file`(
    _ example: (file: String, word: String, inFile: String)
  ) throws {
    let bytes = Array(example.file.utf8)
    let string = try #require(JSONDocument(bytes).value?.elements?.first?.string)
    let range = try #require(string.text.firstRange(of: example.word))
    let lower = string.text.utf8.distance(from: string.text.startIndex, to: range.lowerBound)
    let span = string.fileSpan(of: SourceSpan(lower, lower + example.word.utf8.count))
    #expect(String(decoding: bytes[span.lower..<span.upper], as: UTF8.self) == example.inFile)
  }

  @Test func `the end of a string is its closing quote`() throws {
    for file in [#"["ab"]"#, #"["a\u0062"]"#] {
      let string = try #require(JSONDocument(Array(file.utf8)).value?.elements?.first?.string)
      let end = string.span.upper - 1
      #expect(string.fileSpan(of: SourceSpan(2, 2)) == SourceSpan(end, end))
      #expect(string.fileSpan(of: SourceSpan(9, 12)) == SourceSpan(end, end))
      #expect(string.fileSpan(of: SourceSpan(0, 2)).upper == end)
    }
  }

  @Test func `every part of a string of escapes maps to whole escapes in order`() throws {
    let file = #"["\"\\\/\b\f\n\r\t\u00e9x\u1ec3y"]"#
    let string = try #require(JSONDocument(Array(file.utf8)).value?.elements?.first?.string)
    var last = string.span.lower + 1
    var offset = 0
    for scalar in string.text.unicodeScalars {
      let length = String(scalar).utf8.count
      let span = string.fileSpan(of: SourceSpan(offset, offset + length))
      #expect(span.lower == last)
      last = span.upper
      offset += length
    }
    #expect(last == string.span.upper - 1)
  }
}
