import Merit
import Records
import TestSupport
import Testing

/// So many people that they are ranked, seated and listed on several threads.
@Suite struct ManyPeopleTests {
  @Test(arguments: [2, 3])
  func `many people get the same files on more threads`(threads: Int) throws {
    let alone = try ManyPeopleTests.texts(threads: 1)
    let together = try ManyPeopleTests.texts(threads: threads)
    #expect(alone.keys.sorted() == together.keys.sorted())
    for (name, text) in alone { #expect(text == together[name], "\(name)") }
    // Everybody is there, some are refused a seat, and some wait for a record that is missing.
    #expect(alone["people.ndjson"]?.split(separator: "\n").count == ManyPeopleTests.people)
    #expect(alone["quotas.json"]?.contains("\"refused\": 5") == true)
    for person in stride(from: 5, to: ManyPeopleTests.people, by: 97) {
      let subject = #""kind":"record","subject":"people/CB-\#(1_000 + person)""#
      #expect(alone["waiting.ndjson"]?.contains(subject) == true, "\(subject)")
    }
    #expect(alone["candidates.json"]?.contains("\"id\": \"CB-1101\"") == true)
  }

  private static let people = 720

  private static func texts(threads: Int) throws -> [String: String] {
    var options = EvaluationOptions(period: "2026-07")
    options.threads = threads
    return try Evaluation(
      source: DatasetSource(bytes: Array(dataset.json.utf8), name: "many"),
      pack: Packs.load("examples/national-month/pack.json"), options: options, given: [:]
    ).texts
  }

  /// Units of twelve led by one of them; scores that are often the same, and some that are not known.
  private static let dataset: SampleDataset = {
    var data = SampleDataset(json: #"{"units": [], "leads": []}"#)
    for person in 0..<people {
      let (id, unit) = ("CB-\(1_000 + person)", "DV-\(100 + person / 12)")
      let isHead = person % 12 == 0
      if isHead {
        data.add("units", #"{"id": "\#(unit)", "parent": null, "score": \#(60 + person % 40)}"#)
        data.add("leads", #"{"person": "\#(id)", "unit": "\#(unit)", "from": "2026-01-01"}"#)
      }
      let general = person % 97 == 5 ? "" : #", "general": \#(20 + person % 7)"#
      data.add("people", #"{"id": "\#(id)", "kind": "civilServant"\#(general)}"#)
      data.add(
        "postings",
        #"{"person": "\#(id)", "unit": "\#(unit)", "role": "\#(isHead ? "head" : "staff")", "#
          + #""from": "2026-01-01"}"#)
      let completed = person % 101 == 0 ? 0 : 10 - person * 7 % 3 / 2
      data.add(
        "tasks",
        #"{"id": "T-\#(id)", "person": "\#(id)", "coefficient": 1, "assigned": 10, "#
          + #""completed": \#(completed), "late": 0, "faults": \#(person % 5 / 4), "#
          + #""excused": false, "planned": true}"#)
    }
    return data
  }()
}
