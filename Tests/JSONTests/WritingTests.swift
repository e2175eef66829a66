import Foundation
import JSON
import Testing

@Suite struct WritingTests {
  @Test func `compact and pretty differ in space only`() {
    func write(_ layout: JSONWriter.Layout) -> String {
      var writer = JSONWriter(layout)
      writer.object {
        $0.member("b", 1)
        $0.member("a", "x")
        $0.array("list") {
          $0.number("1.50")
          $0.null()
          $0.object { _ in }
        }
        $0.member("yes", true)
      }
      return writer.text
    }
    #expect(write(.compact) == #"{"b":1,"a":"x","list":[1.50,null,{}],"yes":true}"#)
    #expect(
      write(.pretty) == """
        {
          "b": 1,
          "a": "x",
          "list": [
            1.50,
            null,
            {}
          ],
          "yes": true
        }
        """)
  }

  @Test func `lines follow one another`() {
    var writer = JSONWriter()
    for number in 1...3 {
      writer.object { $0.member("n", number) }
      writer.endLine()
    }
    #expect(writer.text == "{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n")
  }

  @Test func `every character comes back through another reader`() throws {
    var text = ""
    for value in (0..<0x300) { text.unicodeScalars.append(try #require(Unicode.Scalar(value))) }
    text += "điểm 😀 \u{2028}"
    var writer = JSONWriter()
    writer.array { $0.string(text) }
    let foundation = try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String]
    #expect(foundation.map { Array($0[0].unicodeScalars) } == Array(text.unicodeScalars))
    let own = JSONDocument(writer.bytes)
    #expect(own.isValid)
    #expect(own.value?.elements?.first?.string?.text == text)
  }

  @Test func `what was read is written as it was`() {
    let text = #"{"b":[1.50,-0,1e5,"\\\"\n",true,false,null],"a":{}}"#
    var writer = JSONWriter()
    if let value = JSONDocument(Array(text.utf8)).value { writer.value(value) }
    #expect(writer.text == text)
  }

  @Test(arguments: [JSONWriter.Layout.compact, .pretty], 0...4)
  func `an array written in pieces is the array written whole`(
    layout: JSONWriter.Layout, count: Int
  ) {
    func element(_ number: Int, _ writer: inout JSONWriter) {
      if number == 2 { return writer.array { $0.object { $0.member("n", number) } } }
      writer.number(number)
    }
    func frame(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
      var writer = JSONWriter(layout)
      writer.object { writer in
        writer.member("before", 1)
        writer.array("elements", body)
        writer.member("after", 2)
      }
      return writer.bytes
    }
    let whole = frame { for number in 0..<count { element(number, &$0) } }
    for cut in 0...count {
      var place = 0
      let around = frame { place = $0.elsewhere(isEmpty: count == 0) }
      let pieces = [0..<cut, cut..<count].filter { !$0.isEmpty }.map { numbers in
        var writer = JSONWriter(layout, inside: 2, isFirst: numbers.lowerBound == 0)
        for number in numbers { element(number, &writer) }
        return writer.bytes
      }
      #expect(around[..<place] + pieces.joined() + around[place...] == whole[...])
    }
  }

  /// The words of a text in which a byte may need an escape end anywhere, so every length is tried
  /// with every such byte in every place.
  @Test func `a byte that needs an escape gets it in every place`() {
    let signs: [(UInt8, String)] = [
      (0x00, #"\u0000"#), (0x1F, #"\u001f"#), (0x0A, #"\n"#), (0x22, #"\""#), (0x5C, #"\\"#),
      (0x20, " "), (0x21, "!"), (0x23, "#"), (0x5B, "["), (0x5D, "]"), (0x7F, "\u{7F}"),
    ]
    for length in 1...35 {
      for place in 0..<length {
        for (byte, written) in signs {
          let before = String(repeating: "ă", count: place)
          let after = String(repeating: "z", count: length - place - 1)
          var writer = JSONWriter()
          writer.string(before + String(decoding: [byte], as: UTF8.self) + after)
          #expect(writer.text == "\"\(before)\(written)\(after)\"")
        }
      }
    }
  }

  @Test(arguments: [JSONWriter.Layout.compact, .pretty])
  func `a key made once is written as its name`(layout: JSONWriter.Layout) {
    func text(_ write: (inout JSONWriter) -> Void) -> String {
      var writer = JSONWriter(layout)
      writer.object {
        write(&$0)
        $0.null()
        $0.key("b")
        $0.object {
          write(&$0)
          $0.number(-12)
          write(&$0)
          $0.array { $0.number(Int.min) }
        }
        write(&$0)
        $0.boolean(true)
      }
      return writer.text
    }
    for name in (0...70).map({ String(repeating: "k", count: $0) }) + ["a\"b", "đơn vị của người"] {
      let key = JSONKey(name)
      #expect(text { $0.key(key) } == text { $0.key(name) })
    }
  }

  @Test func `texts stay whole as they grow`() {
    var (text, whole) = (ByteText(), "")
    for length in 0...400 {
      let part = String((0..<length).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
      text.append(part)
      whole += part
    }
    #expect(String(decoding: text.bytes, as: UTF8.self) == whole)
    #expect(text.count == whole.utf8.count)
  }
}
