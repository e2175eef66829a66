import FEEL
import JSON
import Testing

/// What each mistake is called, and where it is: the stretch of the text that the caret marks.
struct Mistake: Sendable, CustomStringConvertible {
  let text: String
  let expected: [(message: String, marked: String)]
  var description: String { text }
}

@Suite struct ReadingTests {
  static let mistakes: [Mistake] = [
    Mistake(text: "", expected: [("the file is empty", "")]),
    Mistake(text: "[1,]", expected: [("a comma stands before ']'", ",")]),
    Mistake(text: "{\"a\":1,}", expected: [("a comma stands before '}'", ",")]),
    Mistake(text: "[1 2]", expected: [("a comma is missing", "1")]),
    Mistake(text: "[1,,2]", expected: [("a value is missing between two commas", ",,")]),
    Mistake(text: "[1] 2", expected: [("there is something after the end of the value", "2")]),
    Mistake(text: "[1, // x\n2]", expected: [("JSON has no comments", "// x")]),
    Mistake(text: "[1 /* x */]", expected: [("JSON has no comments", "/* x */")]),
    Mistake(text: "{\"a\":1,\"a\":2}", expected: [("the key 'a' is given twice", "\"a\"")]),
    Mistake(text: "{\"\\u0061\":1,\"a\":2}", expected: [("the key 'a' is given twice", "\"a\"")]),
    Mistake(text: "{a:1}", expected: [("a key stands in double quotes", "a")]),
    Mistake(text: "{'a':1}", expected: [("a string stands in double quotes", "'")]),
    Mistake(text: "{\"a\" 1}", expected: [("':' is missing after the key", "1")]),
    Mistake(text: "{\"a\"=1}", expected: [("a key is followed by ':'", "=")]),
    Mistake(text: "{,\"a\":1}", expected: [("a key is missing before ','", ",")]),
    Mistake(text: "[\"a\tb\"]", expected: [("a control character stands in a string", "\t")]),
    Mistake(
      text: "[\"a\nb\"]",
      expected: [
        ("the string is not closed on its line", "\"a"), ("a comma is missing", "\"a"),
        ("'b' is no JSON value", "b"), ("a comma is missing", "b"),
        ("the string is not closed on its line", "\"]"), ("'[' is never closed", "["),
      ]),
    Mistake(text: "[\"\\x\"]", expected: [("this escape does not exist in JSON", "\\x")]),
    Mistake(text: "[\"\\u12g4\"]", expected: [("four hexadecimal digits follow \\u", "\\u")]),
    Mistake(
      text: "[\"\\uD800\"]",
      expected: [
        ("half of a surrogate pair stands alone", "\\uD800")
      ]),
    Mistake(
      text: "[\"\\uDC00\\uD800\"]",
      expected: [
        ("half of a surrogate pair stands alone", "\\uDC00"),
        ("half of a surrogate pair stands alone", "\\uD800"),
      ]),
    Mistake(text: "[01]", expected: [("'01' is no JSON number", "01")]),
    Mistake(
      text: "[+1,.5,5.,1e,-]",
      expected: [
        ("'+1' is no JSON number", "+1"), ("'.5' is no JSON number", ".5"),
        ("'5.' is no JSON number", "5."), ("'1e' is no JSON number", "1e"),
        ("'-' is no JSON number", "-"),
      ]),
    Mistake(text: "[True]", expected: [("'True' is no JSON word", "True")]),
    Mistake(text: "[NaN]", expected: [("'NaN' is no JSON word", "NaN")]),
    Mistake(text: "[1}", expected: [("'[' is closed by '}'", "}")]),
    Mistake(text: "{\"a\":1]", expected: [("'{' is closed by ']'", "]")]),
    Mistake(text: "[[1]", expected: [("'[' is never closed", "[")]),
  ]

  @Test(arguments: mistakes)
  func `every mistake is named at its place`(_ mistake: Mistake) {
    let document = JSONDocument(Array(mistake.text.utf8))
    let bytes = Array(mistake.text.utf8)
    let found = document.diagnostics.map {
      "\($0.message): \(String(decoding: bytes[$0.span.lower..<$0.span.upper], as: UTF8.self))"
    }
    #expect(Set(found) == Set(mistake.expected.map { "\($0.message): \($0.marked)" }))
    #expect(!document.isValid)
  }

  @Test func `several mistakes are found in one pass`() {
    let document = JSONDocument(Array("{\"a\": 01, b: [1,], \"c\": TRUE}".utf8))
    #expect(document.diagnostics.count == 4)
    #expect(document.value?["c"]?.isNull == true)
  }

  @Test func `a byte order mark is passed with a warning`() {
    let document = JSONDocument([0xEF, 0xBB, 0xBF] + Array("[1]".utf8))
    #expect(document.isValid)
    #expect(document.diagnostics.map(\.severity) == [.warning])
    #expect(document.value?.span == SourceSpan(3, 6))
  }

  @Test func `wrong bytes are named and the text keeps its length`() {
    let bytes: [UInt8] = Array("[\"a".utf8) + [0xFF] + Array("b\", \"".utf8) + [0xC3, 0x28]
    let document = JSONDocument(bytes + Array("\"]".utf8))
    let wrong = document.diagnostics.filter { $0.message == "these bytes are not UTF-8" }
    #expect(wrong.map(\.span) == [SourceSpan(3, 4), SourceSpan(9, 10)])
    #expect(document.text.utf8.count == bytes.count + 2)
    #expect(JSONDocument([0xFF, 0xFE, 0x5B, 0x00]).diagnostics.count == 1)
  }

  @Test func `nesting has a limit and no input overflows the stack`() {
    let deep = { (count: Int) in
      JSONDocument(
        Array(repeating: UInt8(ascii: "["), count: count)
          + Array(repeating: UInt8(ascii: "]"), count: count))
    }
    #expect(deep(256).isValid)
    #expect(!deep(257).isValid)
    #expect(!deep(1_000_000).isValid)
  }

  @Test func `a text cut at any byte ends in diagnostics and never in a value without them`() {
    let text = Array(#"{"a": [1.5, "x\u00ea\ud83d\ude00y", true], "điểm": {"b": null}}"#.utf8)
    #expect(JSONDocument(text).isValid)
    for length in 0..<text.count {
      #expect(!JSONDocument(Array(text[..<length])).isValid, "cut at \(length)")
    }
  }
}
