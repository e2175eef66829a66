import Criteria
import FEEL
import JSON
import Merit
import TestSupport
import Testing

/// What differs between two packs on one dataset, and which entry is charged with it.
@Suite struct ComparedPackTests {
  static let data = "Tests/ReportingTests/Data"
  static let folder = "Tests/MeritTests/Compared"
  static let library = PackLibrary(
    folders: [Repository.path(data), Repository.path(folder)])

  static func evaluation(_ pack: CriteriaPack) throws -> Evaluation {
    try Evaluation(
      dataset: .path(Repository.path(data + "/mini.json")), pack: pack,
      options: .init(period: "2026-07"))
  }

  static func comparison(
    _ old: CriteriaPack, _ new: CriteriaPack, readings: [String: String] = [:]
  ) throws -> PackComparison {
    try PackComparison(
      dataset: .path(Repository.path(data + "/mini.json")), from: old, to: new,
      options: .init(period: "2026-07", readings: readings))
  }

  /// The small pack with some of its text replaced.
  static func changed(_ replacements: [(String, String)]) throws -> CriteriaPack {
    let path = data + "/mini/pack.json"
    var text = try Repository.text(path)
    for (old, new) in replacements {
      try #require(text.contains(old), "nothing to replace: \(old)")
      text.replace(old, with: new)
    }
    let pack = CriteriaPack([PackDocument(Array(text.utf8), path: path)], folder: "")
    let report = pack.check()
    try #require(!report.hasErrors, "\(report.text)")
    return pack
  }

  @Test func `an overlay is told in words and as JSON`() throws {
    let (old, new) = (
      try ComparedPackTests.library.load("mini"), try ComparedPackTests.library.load("mini-local")
    )
    let found = try ComparedPackTests.comparison(old, new)
    #expect(!found.isEmpty)
    try expectGolden(found.text(.vietnamese), "\(ComparedPackTests.folder)/mini-local.vi.txt")
    try expectGolden(found.text(.english), "\(ComparedPackTests.folder)/mini-local.en.txt")
    try expectGolden(found.json, "\(ComparedPackTests.folder)/mini-local.json")
  }

  @Test(arguments: ["mini", "mini-local"])
  func `a pack compared with itself differs in nothing`(name: String) throws {
    let pack = try ComparedPackTests.library.load(name)
    let found = try ComparedPackTests.comparison(pack, pack)
    #expect(found.isEmpty)
    let json = ComparedJSON(found)
    #expect(json.steps.isEmpty && json.changes.isEmpty)
    // Words alone are told, and move nobody.
    let words = try ComparedPackTests.changed([("Bộ tiêu chí nhỏ", "Bộ nhỏ"), ("Rank by", "By")])
    let other = try ComparedPackTests.comparison(
      ComparedPackTests.library.load("mini"), words)
    #expect(other.isEmpty && other.text(.english).contains("levels / by score (changed)"))
  }

  /// The overlay chooses another option; where the comparison chooses for both, that moves nobody.
  @Test(arguments: ["all", "best"])
  func `a chosen reading holds in both packs`(option: String) throws {
    let (old, new) = (
      try ComparedPackTests.library.load("mini"), try ComparedPackTests.library.load("mini-local")
    )
    let found = try ComparedPackTests.comparison(old, new, readings: ["mean": option])
    let text = found.text(.english)
    #expect(text.contains("] choices / mean (added) – mini-local, own 4: nobody changes\n"))
    #expect(text.contains("\nReadings chosen for this comparison: mean = \(option)\n"))
    for (pack, side) in [(old, "old"), (new, "new")] {
      var options = EvaluationOptions(period: "2026-07", readings: ["mean": option])
      options.keepsRecords = true
      let run = try Evaluation(
        dataset: .path(Repository.path(ComparedPackTests.data + "/mini.json")), pack: pack,
        options: options)
      for (key, change) in ComparedJSON(found).changes where key.hasSuffix(" values.score") {
        let id = String(key.dropFirst("people/".count).prefix { $0 != " " })
        let said = (side == "old" ? change.old : change.new).flatMap(ComparedJSON.number)
        #expect(run.person(id)?.values["score"]?.number == said, "\(key), \(side)")
      }
    }
  }

  @Test func `a reading holds where one pack has it, and is refused where neither does`() throws {
    let old = try ComparedPackTests.changed([
      ("\"mean\": {\n      \"options\"", "\"average\": {\n      \"options\""),
      (#"reading(\"mean\")"#, #"reading(\"average\")"#),
    ])
    let new = try ComparedPackTests.library.load("mini")
    let found = try ComparedPackTests.comparison(old, new, readings: ["mean": "best"])
    #expect(found.text(.vietnamese).contains("lần so sánh này: mean = best (chỉ ở mini)\n"))
    #expect(ComparedJSON(found).changes.keys.contains("people/P05 values.score"))
    func message(_ readings: [String: String]) -> String? {
      do {
        _ = try ComparedPackTests.comparison(old, new, readings: readings)
        return nil
      } catch { return (error as? MeritError)?.message }
    }
    #expect(message(["meen": "best"]) == "there is no reading 'meen'; write 'mean'")
    #expect(message(["averag": "best"]) == "there is no reading 'averag'; write 'average'")
    #expect(message(["mean": "bets"]) == "'mean' has no option 'bets'; write 'best'")
  }

  /// Changes of the small pack from which packs are drawn; any of them may be made together.
  static let changes: [[(String, String)]] = [
    [("\"top from\": { \"value\": 90", "\"top from\": { \"value\": 85")],
    [("\"middle from\": { \"value\": 50", "\"middle from\": { \"value\": 71.5")],
    [("\"top share\": { \"value\": 0.4", "\"top share\": { \"value\": 0.75")],
    [("\"default\": \"all\"", "\"default\": \"best\"")],
    [("\"is\": \"score / 100\"", "\"is\": \"score / 90\"")],
    [("count(marks) = 0 then", "count(marks) < 3 then")],
    [("count(marks) = 0 then", "count(marks[points < 95]) > 5 then")],
    [("else mark\"", "else mark / 7\"")],
    [("kind = \\\"inside\\\"", "kind != \\\"nobody\\\"")],
    [("sum(marks.points) / count(marks)", "sum(marks.points) / 3")],
    [("score < care below", "score / 3 < care below")],
    [("\"order\": [\"unit.name\", \"name\"],", "")],
    [("\"within\": [[\"agency\"], [\"agency\", \"peer group\"]]", "\"within\": [[\"unit\"]]")],
    [("\"is\": \"not(petition)\"", "\"is\": \"petition\"")],
  ]

  static func drawn(_ numbers: inout SeededNumbers) throws -> CriteriaPack {
    let chosen = changes.shuffled(using: &numbers).prefix(Int.random(in: 2...6, using: &numbers))
    var made: [String: (String, String)] = [:]
    for change in chosen.flatMap(\.self) where made[change.0] == nil { made[change.0] = change }
    return try changed(made.sorted { $0.key < $1.key }.map(\.value))
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `parts add up exactly, and the other way mirrors`(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let (old, new) = (
      try ComparedPackTests.drawn(&numbers), try ComparedPackTests.drawn(&numbers)
    )
    let there = ComparedJSON(try ComparedPackTests.comparison(old, new))
    let back = ComparedJSON(try ComparedPackTests.comparison(new, old))
    #expect(there.changes.contains { $0.value.difference != nil }, "seed \(seed) moves no score")
    for (key, change) in there.changes {
      if let difference = change.difference { #expect(change.sum == difference, "\(key)") }
      #expect(!change.charges.isEmpty, "\(key) is charged to nothing")
    }
    #expect(back.mirrored.changes == there.changes)
    #expect(back.mirrored.steps == there.steps)
    #expect(
      try ComparedJSON(ComparedPackTests.comparison(old, old)).changes.isEmpty)
  }

  @Test func `entries that only hold together are one step`() throws {
    let values = ##""is": "if count(marks) = 0 then unknown(\"no mark\") else reading(\"mean\")","##
    func pack(_ parameters: String, _ body: String, _ call: String) throws -> CriteriaPack {
      try ComparedPackTests.changed([
        (
          "  \"tables\": {\n    \"people\"",
          "  \"functions\": { \"weighted\": { \"parameters\": [\(parameters)], \"is\": \"\(body)\","
            + " \"cite\": \"rule 2\" } },\n  \"tables\": {\n    \"people\""
        ),
        (values, values.replacing("reading(\\\"mean\\\")", with: call)),
      ])
    }
    let one = try pack("\"of\"", "max(of)", "weighted(marks.points)")
    let two = try pack("\"of\", \"by\"", "max(of) / by", "weighted(marks.points, 2)")
    let found = ComparedJSON(try ComparedPackTests.comparison(one, two))
    #expect(
      found.steps == [
        [["changed", "functions", "weighted"], ["changed", "values", "people", "score"]]
      ])
    let change = try #require(found.changes["people/P01 values.score"])
    #expect(change.charges == [.init(steps: [1], amount: Number(numerator: -95, denominator: 2))])
  }

  @Test func `of steps between which nothing is known the sum is charged`() throws {
    func pack(_ turn: Int, _ points: String) throws -> CriteriaPack {
      try ComparedPackTests.changed([
        (
          "\"top share\":",
          "\"turn\": { \"value\": \(turn), \"cite\": \"rule 2\" }, \"top share\":"
        ),
        (
          #"if count(marks) = 0 then unknown(\"no mark\") else reading(\"mean\")"#,
          #"if turn = \#(turn) then \#(points)(marks.points) else unknown(\"no mark\")"#
        ),
      ])
    }
    let found = ComparedJSON(
      try ComparedPackTests.comparison(pack(1, "max"), pack(2, "min")))
    let change = try #require(found.changes["people/P05 values.score"])  // marks of 30, 35 and 30
    #expect(change.charges == [.init(steps: [1, 2], amount: -5)])
  }

  /// Each step against a pack written by hand of the same entries, scored without any comparison.
  @Test func `every charge is what the entries do one after another`() throws {
    let old = try ComparedPackTests.library.load("mini")
    let new = try ComparedPackTests.library.load("mini-local")
    let found = ComparedJSON(try ComparedPackTests.comparison(old, new))
    var runs = [try ComparedPackTests.evaluation(old)]
    for count in 1...found.steps.count {
      let entries = found.steps.prefix(count).flatMap(\.self).map { Array($0.dropFirst()) }
      runs.append(
        try ComparedPackTests.evaluation(PartOfOverlay(of: new, keeping: entries).pack(over: old)))
    }
    for person in runs[0].people.map(\.id) {
      let results = runs.compactMap { $0.person(person) }
      let scores = results.map { $0.values["score"]?.number }
      let change = found.changes["people/\(person) values.score"]
      #expect(scores.first == scores.last || change != nil)
      for (index, pair) in zip(scores, scores.dropFirst()).enumerated() {
        guard let before = pair.0, let after = pair.1, let change else { continue }
        let amount = change.charges.first { $0.steps == [index + 1] }?.amount ?? .zero
        #expect(amount == after - before, "\(person), step \(index + 1)")
      }
      let levels = results.map(\.computedLevel)
      let flip = levels.indices.dropFirst().first { levels[$0] != levels[$0 - 1] }
      let level = found.changes["people/\(person) level.computed"]
      #expect(levels.first == levels.last || level?.charges.first?.steps == flip.map { [$0] })
    }
  }
}

/// An overlay of which only some entries are there.
private struct PartOfOverlay {
  let document: PackDocument?
  let entries: [[String]]

  init(of pack: CriteriaPack, keeping entries: [[String]]) {
    document = pack.documents.last
    self.entries = entries
  }

  func pack(over base: CriteriaPack) throws -> CriteriaPack {
    var writer = JSONWriter(.compact)
    write(try #require(document?.json.value), at: [], to: &writer)
    let part = PackDocument(writer.bytes, path: "part/pack.json")
    return CriteriaPack(base.documents + [part], folder: "")
  }

  /// Writes a section or entry with the entries that are kept; texts and messages are always.
  private func write(_ value: JSONValue, at path: [String], to writer: inout JSONWriter) {
    let begins = path.isEmpty || entries.contains { $0.starts(with: path) }
    let isWhole = entries.contains { path.starts(with: $0) }
    guard begins, !isWhole, let members = value.members else { return writer.value(value) }
    writer.object { writer in
      for member in members {
        let inner = path + [member.key.text]
        let sections = ["law", "messages", "name", "title", "extends"]
        let isKept =
          sections.contains(inner[0])
          || entries.contains { $0.starts(with: inner) || inner.starts(with: $0) }
        guard isKept else { continue }
        writer.key(member.key.text)
        write(member.value, at: inner, to: &writer)
      }
    }
  }
}

/// What the JSON of a comparison says, read without the code that wrote it.
private struct ComparedJSON {
  struct Charge: Hashable {
    let steps: [Int]
    let amount: Number?
  }
  struct Change: Hashable {
    let old: String?
    let new: String?
    let charges: [Charge]

    /// What a score moves by, where it is a number on both sides.
    var difference: Number? {
      guard let old = old.flatMap(ComparedJSON.number), let new = new.flatMap(ComparedJSON.number)
      else { return nil }
      return new - old
    }
    var sum: Number { charges.reduce(.zero) { $0 + ($1.amount ?? .zero) } }
  }

  /// What every step makes: the change and the place of each entry.
  private(set) var steps: [[[String]]] = []
  /// By person or unit and field.
  private(set) var changes: [String: Change] = [:]

  init(_ comparison: PackComparison) {
    let root = JSONDocument(Array(comparison.json.utf8)).value
    for step in root?["steps"]?.elements ?? [] {
      steps.append(
        (step["entries"]?.elements ?? []).map { entry in
          [entry["change"]?.string?.text ?? ""]
            + (entry["entry"]?.elements ?? []).compactMap { $0.string?.text }
        })
    }
    for subject in root?["subjects"]?.elements ?? [] {
      for change in subject["changes"]?.elements ?? [] {
        let key = [subject["subject"], change["field"]].map { $0?.string?.text ?? "" }
        changes[key.joined(separator: " ")] = Change(change)
      }
    }
  }

  /// The same comparison from the other side.
  var mirrored: ComparedJSON {
    var copy = self
    let turned = ["added": "removed", "removed": "added"]
    copy.steps = steps.map { $0.map { [turned[$0[0]] ?? $0[0]] + $0.dropFirst() } }
    copy.changes = changes.mapValues { change in
      Change(
        old: change.new, new: change.old,
        charges: change.charges.map {
          .init(steps: $0.steps, amount: $0.amount.map { .zero - $0 })
        })
    }
    return copy
  }

  /// The number in `"12.5"` or in an object with an exact fraction.
  fileprivate static func number(_ json: String) -> Number? {
    let value = JSONDocument(Array(json.utf8)).value
    let parts = (value?["exact"]?.string?.text ?? value?.string?.text ?? "").split(separator: "/")
    guard let first = parts.first.flatMap({ Number($0) }) else { return nil }
    return parts.count == 1 ? first : Number(parts[1]).flatMap { first.divided(by: $0) }
  }
}

extension ComparedJSON.Change {
  init(_ value: JSONValue) {
    func text(_ value: JSONValue?) -> String? {
      guard let value, !value.isNull else { return nil }
      var writer = JSONWriter(.compact)
      writer.value(value)
      return writer.text
    }
    old = text(value["old"])
    new = text(value["new"])
    charges = (value["charges"]?.elements ?? []).map { charge in
      .init(
        steps: (charge["steps"]?.elements ?? []).compactMap { $0.number.flatMap { Int($0) } },
        amount: text(charge["amount"]).flatMap(ComparedJSON.number))
    }
  }
}

extension ResultValue {
  fileprivate var number: Number? {
    guard case .number(_, let fraction) = self else { return nil }
    let parts = fraction.split(separator: "/")
    guard let first = parts.first.flatMap({ Number($0) }) else { return nil }
    return parts.count == 1 ? first : Number(parts[1]).flatMap { first.divided(by: $0) }
  }
}
