import FEEL
import Files
import Model
import Records
import Testing

/// Lines as systems write them, and broken on purpose: plain records against the exact reader.
@Suite struct PlainTests {
  /// Lines of a few shapes, most of them damaged in some place.
  struct Lines {
    var random: Seeded

    mutating func one(of choices: [String]) -> String {
      choices.randomElement(using: &random) ?? ""
    }

    mutating func happens(_ chance: Int) -> Bool { Int.random(in: 0..<chance, using: &random) == 0 }

    /// A text of any length up to some hundred bytes, so that quotes fall on every place of a block.
    mutating func text() -> String {
      let letters = [
        "a", "b c", "ệ", "đ", "chuyên viên ", "e\u{302}\u{323}", "\\\"", "\\u1ecd", "\\\\", "😀",
        "Ì",
      ]
      let most = happens(4) ? letters.count : 5
      return (0..<Int.random(in: 0..<40, using: &random)).reduce("") { text, _ in
        text + letters[Int.random(in: 0..<(happens(6) ? most : 3), using: &random)]
      }
    }

    mutating func number() -> String {
      let odd = [
        "0", "-1", "-0", "100", "100.01", "01", "1.", ".5", "1e2", "0.000000000000000001", "null",
        "999999999999999999", "9999999999999999999", "1.00000000000000000001", "\"7\"", "-",
        "1.5E-1",
      ]
      return happens(6) ? one(of: odd) : "\(Int.random(in: 0..<120, using: &random)).5"
    }

    /// A member for each field and some for none, with its key.
    mutating func members() -> [(key: String, value: String)] {
      let nested = ["[1,{\"y\":[null,true,\"]}\\\"\"]}]", "{}", "-1.5e+3", "true", "[\"ệ\" , 2]"]
      return [
        ("id", "\"T-\(Int.random(in: 0..<10_000, using: &random))\""),
        ("person", happens(9) ? one(of: ["\"\"", "null", "5"]) : "\"CB-1\""),
        ("title", "\"\(text())\""), ("peer group", happens(9) ? "null" : "\"\(text())\""),
        ("points", number()), ("source", one(of: nested)), ("a", "\"\(text())\""),
        ("due", happens(9) ? "\"2026-02-30\"" : "\"2026-07-09\""),
        ("excused", one(of: ["true", "false", "null", "tru"].dropLast(happens(9) ? 0 : 1))),
        ("a key of more than sixteen bytes", "\(Int.random(in: -5..<5_000, using: &random))"),
      ]
    }

    mutating func line() -> [UInt8] {
      var members = members().filter { $0.key == "id" || $0.key == "person" || !happens(12) }
      let (comma, colon) = happens(5) ? (", ", ": ") : happens(9) ? ("\t,", " :") : (",", ":")
      if happens(7) { members.reverse() }
      if happens(15) { members.shuffle(using: &random) }
      if happens(25) { members.append(members[Int.random(in: 0..<members.count, using: &random)]) }
      let object = members.map { "\"\($0.key)\"\(colon)\($0.value)" }.joined(separator: comma)
      let end = happens(9) ? one(of: ["\r", " ", " x", "}", "\t\r"]) : ""
      return Array("{\(object)}\(end)".utf8)
    }

    /// A line, at times with a byte changed, left out or put in.
    mutating func damaged() -> [UInt8] {
      var bytes = line()
      guard happens(3) else { return bytes }
      let hostile: [UInt8] =
        Array("\"\\\n\r\t{}[],:0-.e nt".utf8) + [0, 0x1F, 0x7F, 0x80, 0xC3, 0xCC, 0xFF]
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let byte = hostile.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = byte
      case 1: bytes.remove(at: place)
      default: bytes.insert(byte, at: place)
      }
      return bytes
    }
  }

  @Test(arguments: 1...8)
  func `hostile lines are read as the exact reader reads them`(_ seed: Int) throws {
    var lines = Lines(random: Seeded(state: UInt64(seed)))
    // Every other file is UTF-8 as a whole but for what is damaged on purpose.
    let bytes = (0..<300).map { _ in seed % 2 == 0 ? lines.line() : lines.damaged() }
    let data = try Dataset([("tasks.ndjson", Array(bytes.joined(separator: [0x0A])))])
    for block in [1 << 20, 4_000, 300] {
      let reading = try data.read(tasks, block: block)
      #expect(reading.rows.count > 180)
      #expect(reading.problems.count > 20)
      for usesMachine in Set([StopMap.isBuiltIn, false]) {
        let plain = try Reading(
          plainly: DatasetSource(folder: data.room.place.path), tasks, threads: 1, block: block,
          usesMachine: usesMachine)
        // Texts byte for byte: two that differ in how letters are composed count as equal otherwise.
        #expect(OracleTests.shown(plain) == OracleTests.shown(reading))
      }
      #expect(try PlainTests.plainRows(data, block) > 70, "plain records are read as such")
    }
  }

  /// How many records are read as plain ones.
  static func plainRows(_ data: Dataset, _ block: Int) throws -> Int {
    try DatasetSource(folder: data.room.place.path).foldPlain(
      "tasks", tasks, threads: 1, block: BlockSize(bytes: block), initial: { 0 },
      each: { count, batch, _ in count += batch.count }
    ).states.reduce(0, +)
  }

  @Test func `a record does not go on in the next line`() throws {
    let text = """
      {"id":"a","person":"p","points":5,"x":[1]}
      {"id":"a","person":"p",
      "points":5,"x":[1]}
      {"id":"a","person":"p","points":5,"x":[1,
      2]}
      {"id":"a","person":"p","x":[1,
      2]}
      {"id":"b","person":"p"
      }

      """
    let reading = try Dataset("tasks.ndjson", text + text).read(tasks)
    #expect(reading.rows.map(\.line) == [1, 10])
    #expect(reading.problems.count == 16)
  }

  @Test func `every line that systems write is plain, the last one too`() throws {
    let lines = (0..<50).map { number in
      let title = String(repeating: "việc ", count: number)
      let rest = number % 3 == 0 ? "" : #","points":\#(number).5,"excused":true"#
      return #"{"id":"T-\#(number)","person":"p","title":"\#(title)"\#(rest)}"#
    }
    let data = try Dataset("tasks.ndjson", lines.joined(separator: "\n"))
    for block in [1 << 20, 1_000] {
      #expect(try data.read(tasks, block: block).problems == [])
      #expect(try PlainTests.plainRows(data, block) == 50)
    }
  }
}

/// Names of many records at once.
@Suite struct NameIndexTests {
  static let names =
    (0..<500).map { "CB-\($0)" + String(repeating: "x", count: $0 % 20) } + ["CB-7xxxxxxx"]

  @Test(arguments: [(names, 700), ([names[19]], 2), ([names[22]], 2), ([], 0)])
  func `the names of a batch are found as each alone`(_ indexed: [String], _ most: Int) throws {
    let names = NameIndexTests.names
    let index = NameIndex(indexed)
    let lines = (0..<2_000).map { number in
      var name = number % 3 == 0 ? "CB-\(number)" : names[number * 7 % names.count]
      // Those that differ in their end alone.
      if number % 4 == 1 { name = String(name.dropLast()) + (number % 8 == 1 ? "z" : "zz") }
      let group = number % 5 == 0 ? "null" : "\"\(name)\""
      return #"{"id":"T-\#(number)","person":"p","peer group":\#(group)}"#
    }
    let data = try Dataset("tasks.ndjson", lines.joined(separator: "\n"))
    let counts = try DatasetSource(folder: data.room.place.path).foldPlain(
      "tasks", tasks, threads: 1, block: BlockSize(bytes: 5_000), initial: { (found: 0, none: 0) },
      each: { counts, batch, _ in
        var hashes = [UInt64](repeating: 0, count: 64)
        var rows = [Int](repeating: 0, count: 64)
        for first in stride(from: 0, to: batch.count, by: 64) {
          let count = min(64, batch.count - first)
          index.find(2, of: batch, first: first, count: count, &hashes, into: &rows)
          for row in 0..<count {
            var expected = -1
            if batch.given[first + row] & 4 != 0 {
              let (lower, upper) = batch.text(first + row, 2)
              expected = index.row(batch.bytes.span.extracting(lower..<upper)) ?? -1
            }
            #expect(rows[row] == expected)
            counts.found += expected >= 0 ? 1 : 0
            counts.none += expected < 0 ? 1 : 0
          }
        }
      }
    ).states.reduce(into: (found: 0, none: 0)) { $0 = ($0.found + $1.found, $0.none + $1.none) }
    #expect(counts.found >= most)
    #expect(counts.none > 400)
  }
}
