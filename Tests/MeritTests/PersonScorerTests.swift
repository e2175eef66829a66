import Foundation
import Merit
import TestSupport
import Testing

/// A person who is scored alone gets what an evaluation of the same document gives.
@Suite struct PersonScorerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let data: String
    let pack: String
    let period: String
    /// Whether people are expected to go the quick way.
    let isQuick: Bool

    var testDescription: String { "\(pack), \(period)" }
  }

  static let cases = [
    Case(
      data: "national-month/sample", pack: "examples/national-month", period: "2026-07",
      isQuick: true),
    Case(
      data: "so-2026/data", pack: "examples/so-2026/criteria/quy-che-so-mau", period: "2026-07",
      isQuick: true),
    Case(data: "so-2026/data", pack: "criteria/nd-335-2025", period: "2026-07", isQuick: true),
    Case(data: "so-2026/data", pack: "criteria/nd-335-2025", period: "2026-Q3", isQuick: false),
  ]

  @Test(arguments: cases)
  func agreesWithAnEvaluation(_ one: Case) throws {
    let pack = try Packs.load(one.pack)
    var scorer = try PersonScorer(pack, options: .init(period: one.period))
    let documents = try PersonDocuments("examples/\(one.data)")
    var quick = 0
    for person in documents.people.prefix(one.isQuick ? 40 : 3) {
      let text = Array(try documents.text(of: person).utf8)
      let evaluation = try Evaluation(
        dataset: .json(text), pack: pack, options: .init(period: one.period))
      let expected = try #require(evaluation.person(person))
      let score = try scorer.score(text, person: person)
      #expect(score.differences(from: expected) == [], "\(person)")
      #expect(score.problems.isEmpty == !evaluation.hasFindings)
      if let score = scorer.quickScore(text, person: person) {
        quick += 1
        #expect(score.differences(from: expected) == [], "\(person)")
      }
    }
    #expect(one.isQuick ? quick > 20 : quick == 0, "\(quick) went the quick way")
  }

  /// What formulas remember of one document must not be told of the next one with records of the same
  /// places.
  @Test(arguments: [
    (cases[1], "confirmed"), (cases[2], "confirmed"), (cases[0], "late"),
  ])
  func remembersNothing(_ one: Case, _ field: String) throws {
    let pack = try Packs.load(one.pack)
    var scorer = try PersonScorer(pack, options: .init(period: one.period))
    let documents = try PersonDocuments("examples/\(one.data)")
    var numbers = SeededNumbers(seed: 7)
    var (quick, changed) = (0, 0)
    for person in documents.people.prefix(12) {
      let whole = try documents.text(of: person)
      var before: [String: ResultValue]?
      for _ in 0..<4 {
        let text = Array(whole.with(field, &numbers).utf8)
        guard let score = scorer.quickScore(text, person: person) else { continue }
        let evaluation = try Evaluation(
          dataset: .json(text), pack: pack, options: .init(period: one.period))
        let expected = try #require(evaluation.person(person))
        #expect(score.differences(from: expected) == [], "\(person)")
        quick += 1
        changed += before.map { $0 != score.values ? 1 : 0 } ?? 0
        before = score.values
      }
    }
    #expect(quick > 20 && changed > 5, "\(quick) quick, \(changed) changed")
  }

  /// Each document takes the room of the one before: nothing of that may be left, and a document that
  /// goes the other way must leave the room as it was.
  @Test(arguments: [(cases[0], 10), (cases[1], 25), (cases[2], 25)])
  func takesTheRoomOfTheOneBefore(_ one: Case, _ expected: Int) throws {
    let pack = try Packs.load(one.pack)
    var scorer = try PersonScorer(pack, options: .init(period: one.period))
    let documents = try PersonDocuments("examples/\(one.data)")
    let needed = ["people", "units", "postings"]
    var numbers = SeededNumbers(seed: 11)
    var (quick, other) = (0, 0)
    for person in documents.people.prefix(12) {
      for round in 0..<4 {
        let left = documents.tables.filter { table in
          !needed.contains(table) && Int.random(in: 0..<3, using: &numbers) == 0
        }
        var text = try documents.text(of: person, without: Set(left))
        if round == 2 {
          text = text.replacingOccurrences(of: "\"unit\": \"", with: "\"unit\": \"none of ")
        }
        let evaluation = try Evaluation(
          dataset: .json(Array(text.utf8)), pack: pack, options: .init(period: one.period))
        let result = try #require(evaluation.person(person))
        if let score = scorer.quickScore(Array(text.utf8), person: person) {
          quick += 1
          #expect(score.differences(from: result) == [], "\(person) without \(left)")
          #expect(!evaluation.hasFindings)
        } else {
          other += 1
        }
      }
    }
    #expect(quick >= expected && other >= 12, "\(quick) quick, \(other) not")
  }

  @Test("the members of records may come in any order, with others among them", arguments: 0..<3)
  func anyOrder(_ seed: UInt64) throws {
    let pack = try Packs.load("examples/national-month")
    var scorer = try PersonScorer(pack, options: .init(period: "2026-07"))
    var numbers = SeededNumbers(seed: seed)
    var levels: Set<String> = []
    // More records than there are shapes to be learnt from, and then all in one order.
    for round in 0..<6 {
      let lines = (0..<50).map { line in
        let members = LineMembers(line, &numbers)
        return round < 4 ? members.shuffled(&numbers) : members.inOrder
      }
      let text = Array(LineMembers.document(lines.map { "{\($0.joined(separator: ","))}" }).utf8)
      let quick = scorer.quickScore(text)
      let score = try #require(quick)
      let evaluation = try Evaluation(
        dataset: .json(text), pack: pack, options: .init(period: "2026-07"))
      #expect(score.differences(from: try #require(evaluation.person("CB-1"))) == [])
      levels.insert("\(score["score"] as Any)")
    }
    #expect(levels.count > 4)
  }

  @Test(
    "records that look alike go the other way",
    arguments: [
      #""id":"T-1""#, #""id":"T-2","id":"T-2""#, #""id":"T-2","note":1,"note":2"#,
    ])
  func alike(_ members: String) throws {
    var scorer = try PersonScorer(
      Packs.load("examples/national-month"), options: .init(period: "2026-07"))
    var numbers = SeededNumbers(seed: 5)
    let first = LineMembers(1, &numbers).inOrder
    let rest = first.dropFirst().joined(separator: ",")
    func document(_ second: String) -> [UInt8] {
      let lines = ["{\(first.joined(separator: ","))}", "{\(second),\(rest)}"]
      return Array(LineMembers.document(lines).utf8)
    }
    #expect(scorer.quickScore(document(members)) == nil)
    #expect(scorer.quickScore(document(#""id":"T-2","note":1"#)) != nil)
  }

  @Test("whatever is done to a document, the quick way says the same or nothing", arguments: 0..<4)
  func brokenDocuments(_ seed: Int) throws {
    let one = PersonScorerTests.cases[0]
    let pack = try Packs.load(one.pack)
    var numbers = SeededNumbers(seed: UInt64(seed))
    var scorer = try PersonScorer(pack, options: .init(period: one.period))
    let documents = try PersonDocuments("examples/\(one.data)")
    let person = documents.people[seed + 1]
    let whole = Array(try documents.text(of: person).utf8)
    var (quick, told) = (0, 0)
    for _ in 0..<250 {
      let text = whole.broken(&numbers)
      let evaluation = try? Evaluation(
        dataset: .json(text), pack: pack, options: .init(period: one.period))
      guard let score = scorer.quickScore(text) else {
        told += evaluation?.hasFindings != false ? 1 : 0
        continue
      }
      quick += 1
      let result = try #require(evaluation?.person(score.id))
      #expect(
        score.differences(from: result) == [], "\(String(decoding: text, as: UTF8.self))")
      #expect(evaluation?.hasFindings == false, "\(String(decoding: text, as: UTF8.self))")
    }
    #expect(quick > 10 && told > 50, "\(quick) quick, \(told) told")
  }

  @Test func tellsWhatIsWrong() throws {
    let one = PersonScorerTests.cases[0]
    var scorer = try PersonScorer(
      try Packs.load(one.pack), options: .init(period: one.period))
    let documents = try PersonDocuments("examples/\(one.data)")
    let person = documents.people[1]
    let text = try documents.text(of: person)
    #expect(try scorer.score(Array(text.utf8)).problems == [])
    let wrong = text.replacingOccurrences(of: "\"planned\": true", with: "\"planned\": 7")
    let score = try scorer.score(Array(wrong.utf8))
    #expect(score.problems.first?.contains("planned") == true, "\(score.problems)")
    #expect(throws: MeritError.self) { try scorer.score(Array(text.utf8), person: "CB-none") }
    for (broken, told) in [
      ("", "dataset:1"), ("[]", "dataset:1"), (#"{"people":["#, "dataset:1"), ("{}", "'people'"),
    ] {
      let error = #expect(throws: MeritError.self) { try scorer.score(Array(broken.utf8)) }
      let message = error?.message ?? ""
      #expect(message.hasPrefix("the document has no person\n"), "\(broken): \(message)")
      #expect(message.contains(told), "\(broken): \(message)")
    }
    let two = text.replacingOccurrences(
      of: "\"people\": [",
      with: "\"people\": [{\"id\":\"CB-X\",\"kind\":\"civilServant\",\"general\":1},")
    #expect(throws: MeritError.self) { try scorer.score(Array(two.utf8)) }
    #expect(try scorer.score(Array(two.utf8), person: person).id == person)
  }
}

extension PersonScore {
  /// The names of what an evaluation says otherwise.
  fileprivate func differences(from result: RecordResult) -> [String] {
    let facts = [
      ("id", id == result.id), ("unit", unit == result.unit), ("state", state == result.state),
      ("level", computedLevel == result.computedLevel),
      ("count", values.count == result.values.count),
    ]
    let values = values
    return facts.filter { !$0.1 }.map(\.0)
      + result.values.filter { values[$0.key] != $0.value }.map(\.key).sorted()
  }
}

extension String {
  /// The same text with other small numbers in one field.
  fileprivate func with(_ field: String, _ numbers: inout SeededNumbers) -> String {
    var parts = components(separatedBy: "\"\(field)\": ")
    for index in parts.indices.dropFirst() {
      let rest = parts[index].drop { $0.isNumber || $0 == "." }
      guard rest.count < parts[index].count else { continue }
      parts[index] = "\(Int.random(in: 0...1, using: &numbers))" + rest
    }
    return parts.joined(separator: "\"\(field)\": ")
  }
}

extension [UInt8] {
  /// The same bytes with one to three changes.
  fileprivate func broken(_ numbers: inout SeededNumbers) -> [UInt8] {
    var text = self
    for _ in 0..<Int.random(in: 1...3, using: &numbers) {
      let place = Int.random(in: text.indices, using: &numbers)
      switch Int.random(in: 0..<5, using: &numbers) {
      case 0: text.remove(at: place)
      case 1: text.insert(text[Int.random(in: text.indices, using: &numbers)], at: place)
      case 2: text[place] = UInt8.random(in: 0x30...0x39, using: &numbers)
      case 3: text[place] = UInt8.random(in: 0...255, using: &numbers)
      default:
        let digits = text.indices.filter { (0x30...0x39).contains(text[$0]) }
        if let digit = digits.randomElement(using: &numbers) {
          text[digit] = UInt8.random(in: 0x30...0x39, using: &numbers)
        }
      }
    }
    return text
  }
}

/// The members of a line of `national-month`, and some that no field has.
private struct LineMembers {
  let inOrder: [String]

  init(_ line: Int, _ numbers: inout SeededNumbers) {
    inOrder = [
      #""id":"T-\#(line)""#, #""person":"CB-1""#, #""coefficient":1.\#(line % 7)"#,
      #""assigned":\#(Int.random(in: 1...5, using: &numbers))"#,
      #""completed":\#(Int.random(in: 0...1, using: &numbers))"#,
      #""late":\#(Int.random(in: 0...2, using: &numbers))"#, #""faults":\#(line % 2)"#,
      #""excused":false"#, #""planned":\#(Bool.random(using: &numbers))"#,
      #""title":"số liệu \#(line)""#, #""a key of sixteen bytes and more":[\#(line),{"x":"y"}]"#,
      #""a key of sixteen bytes and less":null"#, #""note \#(line % 40)":true"#,
    ]
  }

  func shuffled(_ numbers: inout SeededNumbers) -> [String] { inOrder.shuffled(using: &numbers) }

  /// A document of one person with some lines.
  static func document(_ lines: [String]) -> String {
    #"{"people":[{"general":25.5,"id":"CB-1"}],"units":[{"id":"DV-1","score":80}],"#
      + #""postings":[{"person":"CB-1","unit":"DV-1","role":"staff","from":"2026-01-01"}],"#
      + "\"tasks\":[\(lines.joined(separator: ",\n"))]}"
  }
}

/// The records of an example, as one document for each person.
private struct PersonDocuments {
  private(set) var people: [String] = []
  private var lines: [(table: String, owner: String?, named: Set<String>, text: String)] = []

  init(_ folder: String) throws {
    let place = URL(filePath: Repository.path(folder))
    let files = try FileManager.default.contentsOfDirectory(
      at: place, includingPropertiesForKeys: nil)
    for file in files.sorted(by: { $0.path() < $1.path() }) {
      let table = file.deletingPathExtension().lastPathComponent
      guard !["leads", "decisions", "periods"].contains(table) else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      let records = text.split(whereSeparator: \.isNewline).map(String.init)
      for line in file.pathExtension == "csv" ? PersonDocuments.objects(records) : records {
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let owner = object?[table == "people" ? "id" : "person"] as? String
        if table == "people", let owner { people.append(owner) }
        let texts = Set((object ?? [:]).values.compactMap { $0 as? String })
        lines.append((table, owner, texts, String(line)))
      }
    }
  }

  /// The names of all tables.
  var tables: [String] { Set(lines.map(\.table)).sorted() }

  /// The rows of a sheet as objects; what looks like a number or a truth is one, and empty cells are left
  /// out.
  private static func objects(_ rows: [String]) -> [String] {
    let cells = rows.map { row in
      var (cells, isQuoted) = ([""], false)
      for letter in row where letter != "\u{FEFF}" {
        switch letter {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(letter)
        }
      }
      return cells
    }
    return cells.dropFirst().map { row in
      let members = zip(cells[0], row).filter { !$1.isEmpty }.map { key, cell in
        let isPlain = Double(cell) != nil || cell == "true" || cell == "false"
        return "\"\(key)\": " + (isPlain ? cell : "\"\(cell)\"")
      }
      return "{\(members.joined(separator: ", "))}"
    }
  }

  /// The dataset of one person: all records but those of others; of people and products only who and
  /// what is named.
  func text(of person: String, without left: Set<String> = []) throws -> String {
    let named = lines.filter { $0.owner == person }.reduce(into: Set()) { $0.formUnion($1.named) }
    let own = lines.filter { line in
      if line.table == "products" { return !line.named.isDisjoint(with: named) }
      return line.owner.map { $0 == person || line.table == "people" && named.contains($0) } ?? true
    }
    let tables = Dictionary(grouping: own, by: \.table).filter { !left.contains($0.key) }
    return "{"
      + tables.keys.sorted().map { table in
        "\"\(table)\": [" + (tables[table] ?? []).map(\.text).joined(separator: ",\n") + "]"
      }.joined(separator: ",\n") + "}\n"
  }
}
