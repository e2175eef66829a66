import Merit
import TestSupport
import Testing

/// Data that no office should send: each trouble is told, and whoever it does not touch is scored.
@Suite struct HostileTests {
  /// One trouble: what is added to the small world, what is told of it, and whom it may touch.
  struct Trouble: CustomStringConvertible, Sendable {
    let description: String
    let records: [(table: String, json: String)]
    let told: String
    /// The people and units that may lose their result; all others keep theirs.
    let touched: Set<String>

    init(
      _ description: String, told: String, touched: Set<String>,
      _ records: (table: String, json: String)...
    ) {
      self.description = description
      self.records = records
      self.told = told
      self.touched = touched
    }
  }

  static let troubles: [Trouble] = [
    Trouble(
      "two units above each other", told: "units circle 2", touched: ["X1", "X2", "SO"],
      ("units", #"{"id": "X1", "name": "X1", "parent": "X2", "from": "2020-01-01"}"#),
      ("units", #"{"id": "X2", "name": "X2", "parent": "X1", "from": "2020-01-01"}"#)),
    Trouble(
      "a unit above itself", told: "units circle 1", touched: ["X1"],
      ("units", #"{"id": "X1", "name": "X1", "parent": "X1", "from": "2020-01-01"}"#)),
    Trouble(
      "two people who lead each other", told: "people circle 2", touched: ["D"],
      ("leads", #"{"person": "D", "ledPerson": "H", "from": "2026-01-01"}"#)),
    Trouble(
      "three people who lead each other in a ring", told: "people circle 3", touched: [],
      ("leads", #"{"person": "A", "ledPerson": "B", "from": "2026-01-01"}"#),
      ("leads", #"{"person": "B", "ledPerson": "C", "from": "2026-01-01"}"#),
      ("leads", #"{"person": "C", "ledPerson": "A", "from": "2026-01-01"}"#)),
    Trouble(
      "two heads on one day", told: "postings conflict 2", touched: ["X"],
      ("people", #"{"id": "X", "name": "X", "kind": "civilServant"}"#),
      (
        "postings",
        #"{"person": "X", "unit": "SO", "role": "head", "peerGroup": "chung", "from": "2026-02-01"}"#
      )),
    Trouble(
      "two main postings on one day", told: "postings conflict 2", touched: ["C", "P1", "P2", "D"],
      (
        "postings",
        #"{"person": "C", "unit": "P1", "role": "staff", "peerGroup": "chung", "from": "2026-02-01"}"#
      )),
    Trouble(
      "a task of nobody", told: "tasks unknownReference 1", touched: [],
      (
        "tasks",
        #"{"id": "T-X", "person": "nobody", "coefficient": 1, "assigned": 1, "completed": 1, "due": "2026-07-01"}"#
      )),
    Trouble(
      "a negative quantity", told: "tasks outOfRange 1", touched: ["A", "D", "H"],
      (
        "tasks",
        #"{"id": "T-X", "person": "A", "coefficient": 1, "assigned": -1, "completed": 1, "due": "2026-07-01"}"#
      )),
    Trouble(
      "points above their maximum", told: "ratings outOfRange 1", touched: ["C", "H"],
      ("ratings", #"{"person": "C", "period": "2026-07", "criterion": "I.1", "confirmed": 6}"#)),
    Trouble(
      "a date that is none", told: "tasks invalidDate 1", touched: ["A", "D", "H"],
      (
        "tasks",
        #"{"id": "T-X", "person": "A", "coefficient": 1, "assigned": 1, "completed": 1, "due": "2026-02-30"}"#
      )),
    Trouble(
      "a number with an exponent of a million", told: "tasks", touched: ["A", "D", "H"],
      (
        "tasks",
        #"{"id": "T-X", "person": "A", "coefficient": 1e1000000, "assigned": 1, "completed": 1, "due": "2026-07-01"}"#
      )),
    Trouble(
      "a table whose name is nearly one of the pack", told: "task unknownTable 1", touched: [],
      ("task", #"{"person": "A"}"#)),
  ]

  @Test(arguments: troubles)
  func `trouble is told and others are scored`(trouble: Trouble) throws {
    let before = try NeutralityTests.before.get()
    var data = SmallWorld.dataset
    for (table, json) in trouble.records { data.add(table, json) }
    let after = try Findings(data, OrderTests.pack.get(), SmallWorld.options)
    #expect(after["problems"]?.contains(trouble.told) == true, "\(after["problems"] ?? "")")
    for key in before.differences(from: after)
    where NeutralityTests.isLevel(key) || key.hasSuffix(".score") {
      let who = key.split(separator: "/").last?.split(separator: ".").first.map { String($0) } ?? ""
      #expect(
        trouble.touched.contains(who), "\(key): \(before[key] ?? "") became \(after[key] ?? "")")
      if NeutralityTests.isLevel(key), before[key] != nil, let now = after[key] {
        #expect(!now.hasPrefix("\""), "\(key): \(before[key] ?? "") became \(now)")
      }
    }
  }

  @Test(arguments: SmallWorld.dataset.tables.map(\.name))
  func `a table that is not there raises and lowers nobody`(table: String) throws {
    let before = try NeutralityTests.before.get()
    var data = SmallWorld.dataset
    data.tables.removeAll { $0.name == table }
    let after = try Findings(data, OrderTests.pack.get(), SmallWorld.options)
    for key in before.differences(from: after) where NeutralityTests.isLevel(key) {
      guard let now = after[key] else { continue }
      #expect(!now.hasPrefix("\""), "\(key): \(before[key] ?? "") became \(now)")
    }
  }

  @Test func `an empty dataset gives nobody, and says so`() throws {
    let found = try Findings(
      SampleDataset(json: "{}"), OrderTests.pack.get(), SmallWorld.options)
    #expect(
      found["problems"] == "people missingTable 1; postings missingTable 1; units missingTable 1")
    #expect(!found.texts.keys.contains { $0.hasPrefix("people/") })
  }

  @Test func `a table of another pack is told in a line and is no problem`() throws {
    var data = SmallWorld.dataset
    data.add("wishes", #"{"person": "A"}"#)
    var options = SmallWorld.options
    options.isStrict = true
    let evaluation = try Evaluation(
      dataset: .json(Array(data.json.utf8)), pack: OrderTests.pack.get(), options: options)
    #expect(!evaluation.hasFindings)
    let english = "Tables that the pack does not read: wishes\n"
    #expect(evaluation.summary(.english).contains(english))
    #expect(evaluation.summary(.vietnamese).contains("Bảng mà bộ tiêu chí không đọc: wishes\n"))
  }

  @Test func `an unrelated agency changes nobody elsewhere`() throws {
    let before = try NeutralityTests.before.get()
    var data = SmallWorld.dataset
    data.add("units", #"{"id": "AA", "name": "Sở khác", "agency": true, "from": "2020-01-01"}"#)
    data.addPerson("A0", "AA", "head")
    data.addPerson("Z9", "AA", "staff", general: 20, completed: 1)
    data.add("leads", #"{"person": "A0", "unit": "AA", "from": "2026-01-01"}"#)
    let after = try Findings(data, OrderTests.pack.get(), SmallWorld.options)
    let changed = before.texts.keys.filter { before[$0] != after[$0] && !$0.hasPrefix("lists/") }
    #expect(changed.isEmpty, "\(before.explain(after))")
    #expect(after["people/A0.score"] != nil)
  }

  @Test(.timeLimit(.minutes(1))) func `a long chain of units and leads is scored`() throws {
    var data = SmallWorld.dataset
    let length = 500
    for index in 0..<length {
      let parent = index == 0 ? "SO" : "U\(index - 1)"
      data.add(
        "units", #"{"id": "U\#(index)", "name": "U", "parent": "\#(parent)", "from": "2020-01-01"}"#
      )
      data.add("people", #"{"id": "L\#(index)", "name": "L", "kind": "civilServant"}"#)
      data.add(
        "leads", #"{"person": "L\#(index)", "ledPerson": "L\#(index + 1)", "from": "2026-01-01"}"#)
    }
    let found = try Findings(data, OrderTests.pack.get(), SmallWorld.options)
    #expect(found["people/A.score"] == "100")
    #expect(found["units/U\(length - 1).agency"] == "true")
  }
}
