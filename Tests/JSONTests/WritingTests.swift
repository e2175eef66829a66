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
}
