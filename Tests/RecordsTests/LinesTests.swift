import FEEL
import Files
import Model
import Records
import Testing

@Suite struct LinesTests {
  static let whole: [Cell] = [
    .text("T-1"), .text("CB-1"), .text("chuyên viên"), number("12.50"), day("2026-07-31"),
    .boolean(true),
  ]

  /// Ways to write the record `whole`.
  static let spellings: [String] = [
    #"{"id":"T-1","person":"CB-1","peerGroup":"chuyên viên","points":12.50,"due":"2026-07-31","excused":true}"#,
    #"{"excused":true,"due":"2026-07-31","points":12.50,"peerGroup":"chuyên viên","person":"CB-1","id":"T-1"}"#,
    #" { "id" : "T-1" ,"person":"CB-1", "peer group": "chuyên viên" , "điểm" :1250e-2, "due":"2026-07-31","excused":true } "#,
    #"{"\u0069d":"T\u002d1","person":"CB-1","nhóm":"chuy\u00ean vi\u00eAn","points":"12.5","due":"2026\u002d07-31","excused":true}"#
      .replacing(#"2026\u002d07"#, with: "2026-07"),
    #"{"id":"T-1","person":"CB-1","nho\u0301m":"chuye\u0302n vi\u0065\u0302n","points":12.5,"due":"2026-07-31","excused":true}"#,
    "{\"id\":\"T-1\",\"person\":\"CB-1\",\"nho\u{301}m\":\"chuye\u{302}n vie\u{302}n\",\"points\":12.5,\"due\":\"2026-07-31\",\"excused\":true}",
    #"{"x":[1,{"y":[null,true,"]}"]}],"id":"T-1","person":"CB-1","peerGroup":"chuyên viên","z":{},"points":12.5,"due":"2026-07-31","w":-1.5e+3,"excused":true}"#,
  ]

  @Test(arguments: spellings)
  func `one record in many spellings`(_ line: String) throws {
    let reading = try Dataset("tasks.ndjson", line + "\n").read(tasks)
    #expect(reading.problems == [])
    #expect(reading.rows.map(\.cells) == [LinesTests.whole])
    let crlf = try Dataset("tasks.ndjson", "\u{FEFF}" + line + "\r\n").read(tasks)
    #expect(crlf == reading)
    let array = try Dataset("tasks.json", "[" + line + "]").read(tasks)
    #expect(array.rows == reading.rows)
    #expect(array.problems == [])
  }

  /// A line, and the problems that it has beside the one record on the next line.
  static let wrong: [(line: String, problems: [String])] = [
    (#"{"id":"a","person":"p","points":"x"}"#, ["1 wrongType points"]),
    (#"{"id":"a","person":"p","points":"1,5"}"#, ["1 wrongType points"]),
    (#"{"id":"a","person":"p","points":true}"#, ["1 wrongType points"]),
    (#"{"id":"a","person":"p","points":[1]}"#, ["1 wrongType points"]),
    (#"{"id":"a","person":"p","points":-0.01}"#, ["1 outOfRange points"]),
    (#"{"id":"a","person":"p","points":100.01}"#, ["1 outOfRange points"]),
    (#"{"id":"a","person":"p","points":1e9999}"#, ["1 wrongType points"]),
    (#"{"id":"a","person":"p","due":"2026-02-30"}"#, ["1 invalidDate due"]),
    (#"{"id":"a","person":"p","due":"30/01/2026"}"#, ["1 invalidDate due"]),
    (#"{"id":"a","person":"p","due":20260130}"#, ["1 invalidDate due"]),
    (#"{"id":"a","person":"p","due":"2026-01-30T00:00:00"}"#, ["1 invalidDate due"]),
    (#"{"id":"a","person":"p","excused":"true"}"#, ["1 wrongType excused"]),
    (#"{"id":"a","person":"p","excused":1}"#, ["1 wrongType excused"]),
    (#"{"id":"a","person":5}"#, ["1 wrongType person"]),
    (#"{"id":"a","person":""}"#, ["1 missingField person"]),
    (#"{"id":"a"}"#, ["1 missingField person"]),
    (#"{"id":null,"person":null}"#, ["1 missingField id", "1 missingField person"]),
    (#"{}"#, ["1 missingField id", "1 missingField person"]),
    (#"{"id":"a","person":"p","id":"a"}"#, ["1 duplicateKey id"]),
    (#"{"id":"a","person":"p","nhóm":"x","peerGroup":"x"}"#, ["1 duplicateKey peer group"]),
    (#"{"id":"a","person":"p","x":1,"x":2}"#, ["1 duplicateKey x"]),
    (#"{"id":"a","person":"p","x":1,"\u0078":2}"#, ["1 duplicateKey \\u0078"]),
    (#"{"id":"a","person":"p","peerGroup":"\ud800"}"#, ["1 encoding peer group"]),
  ]

  @Test(arguments: wrong)
  func `a wrong value is named and the record kept`(
    _ example: (line: String, problems: [String])
  ) throws {
    let text = example.line + "\n{\"id\":\"b\",\"person\":\"q\"}\n"
    let reading = try Dataset("tasks.ndjson", text).read(tasks)
    #expect(reading.summary == example.problems)
    #expect(reading.rows.map(\.line) == [1, 2])
    #expect(reading.lost == [])
  }

  @Test(arguments: [
    "x", "5", "[]", "null", "\"a\"", "{", "}", "{]", #"{"id"}"#, #"{"id":}"#, #"{"id":"a",}"#,
    #"{"id":"a" "person":"b"}"#, #"{"id":"a"}}"#, #"{"id":"a"} {"id":"b"}"#, #"{id:"a"}"#,
    #"{"id":'a'}"#, #"{"id":"a"#, #"{"id":01}"#, #"{"id":1.}"#, #"{"id":.5}"#, #"{"id":+1}"#,
    #"{"id":NaN}"#, #"{"id":True}"#, #"{"id":nul}"#, #"{"id":"\x"}"#, #"{"id":"\u12"}"#,
    "{\"id\":\"a\u{0}b\"}", "{\"id\":\"a\tb\"}", #"{"x":[1,]}"#, #"{"x":{"a":1,}}"#,
    #"{"x":[1 2]}"#, #"{"x":[}"#, "\u{0}", #"{"id":tru}"#, #"{"id":"a"} // x"#,
    "{\"x\":" + String(repeating: "[", count: 300) + String(repeating: "]", count: 300) + "}",
  ])
  func `a line that is no object is lost and counted`(_ line: String) throws {
    let text = "{\"id\":\"b\",\"person\":\"q\"}\n" + line + "\n{\"id\":\"c\",\"person\":\"q\"}\n"
    let reading = try Dataset("tasks.ndjson", text).read(tasks)
    #expect(reading.summary == ["2 syntax"])
    #expect(reading.rows.map(\.line) == [1, 3])
    #expect(reading.lost == ["tasks.ndjson: 1"])
  }

  @Test func `every field mistyped in turn is one problem of that field`() throws {
    let values = [
      "id": "1", "person": "{}", "peer group": "false", "points": "\"?\"", "due": "0",
      "excused": "\"yes\"",
    ]
    for (field, value) in values {
      let others = [
        "id": "\"a\"", "person": "\"p\"", "peer group": "\"g\"", "points": "1",
        "due": "\"2026-01-01\"", "excused": "false",
      ]
      let members = others.merging([field: value]) { $1 }.sorted { $0.key < $1.key }
      let line = members.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
      let reading = try Dataset("tasks.ndjson", "{\(line)}\n").read(tasks)
      let kind = field == "due" ? "invalidDate" : "wrongType"
      #expect(reading.summary == ["1 \(kind) \(field)"])
      let index = try #require(tasks.index(of: field))
      #expect(reading.rows.first?.cells.map { $0 == .wrong } == (0..<6).map { $0 == index })
    }
  }

  @Test func `bytes that are not UTF-8 spoil their own value only`() throws {
    var bytes = Array(#"{"id":"a","person":"p","peerGroup":""#.utf8) + [0xE9, 0x20]
    bytes += Array("x\",\"points\":5}\n{\"id\":\"b\",\"person\":\"p\",\"note\":\"".utf8) + [0xFF]
    bytes += Array("\"}\n{\"id\":\"c\",\"person\":\"p\"}\n".utf8)
    let reading = try Dataset([("tasks.ndjson", bytes)]).read(tasks)
    #expect(reading.summary == ["1 encoding peer group", "2 encoding"])
    #expect(reading.rows.map { $0.cells[0] } == [.text("a"), .text("b"), .text("c")])
    #expect(reading.rows[0].cells[2] == .wrong)
    #expect(reading.rows[0].cells[3] == number("5"))
  }

  @Test func `a problem carries everything that is known of it`() throws {
    let long = String(repeating: "ơ", count: 100)
    let reading = try Dataset(
      "tasks-2026.ndjson", "\n{\"due\":\"\(long)\",\"id\":\"T-9\",\"person\":\"p\"}"
    ).read(tasks)
    let problem = try #require(reading.problems.first)
    #expect(problem.place == "tasks-2026.ndjson:2")
    #expect(problem.record == "T-9")
    #expect(problem.given?.count == 60)
    #expect(
      problem.english(showsGiven: false) == "'due' is no date; expected a date such as 2026-07-31")
    #expect(problem.vietnamese(showsGiven: true).hasPrefix("'due' không phải là ngày hợp lệ; cần"))
  }
}
