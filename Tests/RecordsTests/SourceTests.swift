import FEEL
import Files
import Model
import Records
import Testing

@Suite struct SourceTests {
  static let people = TableSchema(
    "people", fields: [FieldSchema("id", .text), FieldSchema("kind", .text)], key: "id")

  func ids(_ reading: Reading) -> [Cell] { reading.rows.map { $0.cells[0] } }

  @Test func `a folder has its tables, several files for one in the order of names`() throws {
    let data = try Dataset([
      ("people-2026-08.csv", Array("id\nc\n".utf8)),
      ("people-2026-07.ndjson", Array("{\"id\":\"b\"}\n".utf8)),
      ("people.json", Array("[{\"id\":\"d\"}]".utf8)),
      ("unit-heads.csv", []), ("leave.ndjson", []), ("README.md", []), (".people.csv", []),
    ])
    let source = try DatasetSource(folder: data.room.place.path)
    #expect(source.tables == ["leave", "people", "unit-heads"])
    #expect(source.ignored == [".people.csv", "README.md"])
    #expect(
      source.files(of: "people") == ["people-2026-07.ndjson", "people-2026-08.csv", "people.json"])
    let reading = try Reading(source, SourceTests.people)
    #expect(ids(reading) == [.text("b"), .text("c"), .text("d")])
    #expect(reading.problems == [])
    #expect(source.contains("leave"))
    #expect(!source.contains("findings"))
    let none = TableSchema("findings", fields: [])
    #expect(try Reading(source, none).rows == [])
  }

  @Test(arguments: ["", "\n\n", " "])
  func `an empty file is an empty table`(_ text: String) throws {
    for name in ["people.ndjson", "people.csv", "people.json"] {
      let reading = try Dataset(name, text).read(SourceTests.people)
      #expect(reading.rows == [])
      #expect(reading.problems == [])
    }
  }

  static let documents: [(text: String, ids: [String], problems: [String])] = [
    (#"{"people":[{"id":"a"},{"id":"b"}],"units":[]}"#, ["a", "b"], []),
    ("{\n \"units\": [],\n \"people\": [\n  {\n   \"id\": \"a\"\n  }\n ]\n}\n", ["a"], []),
    ("[\n]", [], ["1 syntax"]),
    (#"{"people":{"id":"a"}}"#, [], ["1 wrongType"]),
    (#"{"people":[{"id":"a"}], "people":[{"id":"b"}]}"#, ["a", "b"], ["1 duplicateKey people"]),
    (#"{"people":[{"id":"a"}] "units":[]}"#, ["a"], ["1 syntax"]),
    (#"{"people":[{"id":"a"}],}"#, ["a"], ["1 syntax"]),
    (#"{"people":[{"id":"a"}]} x"#, ["a"], ["1 syntax"]),
    (#"{"people":[{"id":"a"},]}"#, ["a"], ["1 syntax"]),
    (#"{"people":[{"id":"a"} {"id":"b"}]}"#, ["a", "b"], ["1 syntax"]),
    (#"{"people":[{"id":"a"}, 5, "x", {"id":"b"}]}"#, ["a", "b"], ["1 syntax", "1 syntax"]),
    ("{\"people\":[{\"id\":\"a\"},\n{\"id\":\"b}]}", ["a"], ["2 syntax", "2 syntax", "2 syntax"]),
    ("{\"people\":[{\"id\":\"a\"},\n", ["a"], ["2 syntax", "2 syntax"]),
    ("{\"people\":[\n{\"id\":\"a\"},\n{\"id\":\"b\"}\n]}", ["a", "b"], []),
    ("{\"people\": [{\"id\":\"a\"},\n{\"id\":\"b\"}]}", ["a", "b"], []),
    ("", [], ["1 syntax"]),
  ]

  @Test(arguments: documents)
  func `one object holds a list for each table`(
    _ example: (text: String, ids: [String], problems: [String])
  ) throws {
    let data = try Dataset("all.json", example.text)
    for block in [1, 20, 1 << 20] {
      let source = try DatasetSource(file: data.path("all.json"))
      let reading = try Reading(source, SourceTests.people, block: block)
      #expect(ids(reading) == example.ids.map { .text($0) })
      let before = source.log.tables.flatMap { source.log.first(of: $0) }
      let found = (before + reading.problems).map {
        "\($0.line) \($0.kind)\($0.field.map { " " + $0 } ?? "")"
      }
      #expect(found.sorted() == example.problems)
    }
  }

  @Test func `lines that name their table are divided and keep their numbers`() throws {
    let text = """
      {"table":"people","id":"a"}
      {"table":"units","id":"u"}
      {"id":"b","table":"people","kind":7}

      broken
      {"id":"c"}
      {"table":5,"id":"d"}
      {"id":"e","table":"people"}
      """
    let data = try Dataset("in", text)
    let source = try DatasetSource(standardInput: InputFile(data.path("in")))
    #expect(source.tables == ["people", "units"])
    let reading = try Reading(source, SourceTests.people)
    #expect(reading.rows.map(\.line) == [1, 3, 8])
    #expect(ids(reading) == [.text("a"), .text("b"), .text("e")])
    #expect(reading.summary == ["3 wrongType kind"])
    #expect(reading.problems.first?.file == data.path("in"))
    let before = source.log.first(of: "").map { "\($0.line) \($0.kind)" }
    #expect(before == ["5 syntax", "6 unknownTable", "7 unknownTable"])
    #expect(source.log.lost(of: "").map(\.count) == [3])
    #expect(try source.hashes().map(\.hash) == [InputHash(Array(text.utf8))])
  }

  @Test(arguments: [#"{"table":"people","id":"a"}"#, "{\"table\":\"people\",\"id\":\"a\"}\n"])
  func `a single line can name its table`(_ text: String) throws {
    let data = try Dataset("in.ndjson", text)
    let source = try DatasetSource(file: data.path("in.ndjson"))
    let reading = try Reading(source, SourceTests.people)
    #expect(ids(reading) == [.text("a")])
  }

  @Test func `UTF-16 is named and the other files are read`() throws {
    let wide = "id\na\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    for start in [[0xFF, 0xFE], []] as [[UInt8]] {
      let data = try Dataset([
        ("people-1.csv", start + wide), ("people-2.csv", Array("id\nb\n".utf8)),
      ])
      let reading = try data.read(SourceTests.people)
      #expect(reading.summary == ["0 encoding"])
      #expect(ids(reading) == [.text("b")])
    }
  }

  @Test func `a file that cannot be opened is named and the others are read`() throws {
    let data = try Dataset([("people-2.csv", Array("id\nb\n".utf8))])
    let source = try DatasetSource(folder: data.room.place.path)
    try data.room.place.appending("people-2.csv").remove()
    let reading = try Reading(source, SourceTests.people)
    #expect(reading.summary == ["0 unreadableFile"])
    #expect(throws: FileProblem.self) { try source.hashes() }
  }

  @Test func `hashes are those of the files`() throws {
    let data = try Dataset([("a.csv", Array("x".utf8)), ("b.ndjson", [])])
    let hashes = try DatasetSource(folder: data.room.place.path).hashes()
    #expect(hashes.map(\.name) == ["a.csv", "b.ndjson"])
    #expect(hashes.map(\.hash) == [InputHash(Array("x".utf8)), InputHash([])])
  }

  @Test func `a line over the limit is given up, whatever the block`() throws {
    let long = "{\"id\":\"" + String(repeating: "x", count: 16 << 20) + "\"}"
    let text = "{\"id\":\"a\"}\n" + long + "\n{\"id\":\"b\"}\n"
    let data = try Dataset("people.ndjson", text)
    for block in [1 << 16, 4 << 20, 64 << 20] {
      let reading = try data.read(SourceTests.people, block: block)
      #expect(ids(reading) == [.text("a"), .text("b")])
      #expect(reading.rows.map(\.line) == [1, 3])
      #expect(reading.summary == ["2 syntax"])
      #expect(reading.lost == ["people.ndjson: 1"])
    }
  }
}
