import FEEL
import Files
import Model
import Records
import Testing

/// Numbers that look random and are the same in every run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}

@Suite struct IndependenceTests {
  /// Lines good and bad, of every kind, in an order that the seed decides.
  static func lines(_ count: Int, seed: UInt64) -> [String] {
    var random = Seeded(state: seed)
    let good = LinesTests.spellings + LinesTests.wrong.map(\.line) + ["x", "", "{\"id\":", "[]"]
    return (0..<count).map { _ in good.randomElement(using: &random) ?? "" }
  }

  static func rows(_ count: Int, seed: UInt64) -> [String] {
    var random = Seeded(state: seed)
    let rows =
      CellsTests.rows.map(\.row) + ["a,p,\"x\ny, \"\"z\"\"\",5,1/2/2026,x", "a,p,\"\n\n\",,,"]
    return [CellsTests.heading]
      + (0..<count).map { _ in rows.randomElement(using: &random) ?? "" }
  }

  @Test(arguments: 0..<6)
  func `block sizes and threads change nothing`(_ seed: Int) throws {
    let ending = seed % 2 == 0 ? "\n" : "\r\n"
    let lines = IndependenceTests.lines(60, seed: UInt64(seed)).joined(separator: ending)
    let rows = IndependenceTests.rows(60, seed: UInt64(seed)).joined(separator: ending)
    let list = LinesTests.spellings.joined(separator: ",\n") + ",\n5 {\"id\":\"\n\"}"
    let data = try Dataset([
      ("tasks-1.ndjson", Array(lines.utf8)), ("tasks-2.csv", Array(rows.utf8)),
      ("tasks-3.json", Array("[\(list)]".utf8)),
    ])
    let expected = try data.read(tasks)
    #expect(expected.rows.count > 50)
    #expect(expected.problems.count > 20)
    for block in [1, 2, 3, 17, 100, 1_000, 65_536] {
      for threads in [1, 2, 5] {
        let reading = try data.read(tasks, threads: threads, block: block)
        #expect(reading == expected, "blocks of \(block), \(threads) threads")
      }
    }
  }

  @Test func `the order of lines changes nothing but places`() throws {
    var lines = IndependenceTests.lines(200, seed: 9)
    let before = try Dataset("tasks.ndjson", lines.joined(separator: "\n")).read(tasks)
    var random = Seeded(state: 3)
    lines.shuffle(using: &random)
    let after = try Dataset("tasks.ndjson", lines.joined(separator: "\n")).read(tasks)
    let texts = { (reading: Reading) in reading.rows.map { "\($0.cells)" }.sorted() }
    #expect(texts(before) == texts(after))
    #expect(before.counts == after.counts)
    #expect(before.lost == after.lost)
  }

  @Test func `a file of lines cut at any byte loses its last line at most`() throws {
    let lines = LinesTests.spellings
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let ends = lines.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.utf8.count + 1) }
    for length in 0...bytes.count {
      let reading = try Dataset([("tasks.ndjson", Array(bytes[..<length]))]).read(tasks)
      let whole = ends.dropFirst().count { $0 - 1 <= length }
      let blank = bytes[min(ends[whole], length)..<length].allSatisfy { $0 <= 0x20 }
      let trimmed = lines[min(whole, lines.count - 1)].utf8.count - (whole == 2 ? 1 : 0)
      let isNearlyWhole = whole < lines.count && length - ends[whole] == trimmed
      #expect(reading.rows.count == whole + (isNearlyWhole ? 1 : 0), "cut at \(length)")
      if !isNearlyWhole, !blank {
        #expect(reading.problems.contains { $0.line == whole + 1 }, "cut at \(length)")
      }
    }
  }

  @Test func `no cut and no single byte makes reading fail`() throws {
    let text = IndependenceTests.rows(12, seed: 5).joined(separator: "\n")
    let document =
      "{\"tasks\":[\(LinesTests.spellings.joined(separator: ","))],\"people\":[]}"
    for (name, text) in [("tasks.csv", text), ("tasks.json", document)] {
      let bytes = Array(text.utf8)
      for length in stride(from: 0, through: bytes.count, by: 3) {
        let cut = try Dataset([(name, Array(bytes[..<length]))])
        _ = try cut.read(tasks)
        let source = try DatasetSource(file: cut.path(name))
        _ = try Reading(source, tasks)
        var changed = bytes
        if length < bytes.count { changed[length] = UInt8(truncatingIfNeeded: length &* 37) }
        let data = try Dataset([(name, changed)])
        let (small, large) = try (data.read(tasks, block: 64), data.read(tasks, block: 1 << 20))
        #expect(small == large, "\(name), byte \(length)")
      }
    }
  }
}
