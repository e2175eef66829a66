import FEEL
import Synchronization
import Testing

/// Calls that are remembered give what they give anew, in fewer readings of the host.
@Suite struct RememberedCallTests {
  /// Offices of people with a group and a load; every seventh load is not known.
  private final class Offices: MembersAlone {
    static let offices = 3
    static let people = 900
    let readings = Atomic(0)

    static let schema = Schema(
      recordTypes: [
        .init("offices", [.init("everyone", .list(.record(1, via: [])), relation: 1)]),
        .init(
          "people",
          [
            .init("office", .record(0, via: []), relation: 2), .init("group", .string),
            .init("load", .number), .init("name", .string), .init("joined", .any),
            .init("word", .string),
          ]),
      ],
      functions: [
        .init(
          "typical", parameters: ["all", "wanted"],
          body: Text("median(for p in all[group = wanted] return p.load)", id: 1)),
        .init(
          "above", parameters: ["all", "least"],
          body: Text("count(all[load > least])", id: 2)),
        .init(
          "share", parameters: ["part", "all", "wanted"],
          body: Text("part / typical(all, wanted)", id: 3)),
        .init(
          "spelled", parameters: ["all", "wanted"],
          body: Text("string length(wanted) + count(all[word = wanted])", id: 4)),
      ])

    func value(of member: Int, in record: RecordReference) -> Value {
      readings.add(1, ordering: .relaxed)
      let row = Int(record.row)
      if record.type == 0 {
        let rows = stride(from: row, to: Offices.people, by: Offices.offices)
        return .list(rows.map { .record(RecordReference(type: 1, row: Int32($0))) })
      }
      switch member {
      case 0: return .record(RecordReference(type: 0, row: Int32(row % Offices.offices)))
      case 1: return .string(["a", "b", "c", "d"][row / 5 % 4])
      case 2 where row % 7 == 3 && row % 3 == 0:
        return .unknown(Unknown(.init("no load", record: "\(row)", field: "load")))
      case 2: return .number(Number(row * 37 % 101))
      case 3: return .string("name \(row)")
      case 5: return .string(row / 3 % 2 == 0 ? "Vi\u{1EC7}t" : "Vie\u{323}\u{302}t")
      default: return row % 2 == 0 ? .null : .number(Number(row))
      }
    }
  }

  @Test(arguments: [
    ("typical(office.everyone, group)", true), ("share(load, office.everyone, group)", false),
    ("if typical(office.everyone, group) = 0 then null else load", true),
    ("above(office.everyone, 50) + above(office.everyone, 70)", true),
    ("typical(office.everyone, name)", false), ("above(office.everyone, load)", false),
    ("typical(office.everyone[load > 20], group)", false),
    ("[above(office.everyone, 10), typical(office.everyone, \"b\")]", true),
    ("spelled(office.everyone, word)", true),
    ("count([\(RememberedCallTests.marks)][item > load])", true),
    ("string length(word) + count([1, 2][item > 1])", false),
    ("count([\(RememberedCallTests.marks)][item > load]) + count(office.everyone)", false),
  ])
  func givesTheSame(text: String, isQuicker: Bool) throws {
    let program = try Program(
      Expression(parsing: text, semantics: .strict), self: 1, schema: Offices.schema)
    let (plain, fixed) = (Offices(), Offices())
    var computation = Computation(program, host: fixed, isFixed: true)
    for row in 0..<Offices.people {
      let record = RecordReference(type: 1, row: Int32(row))
      let expected = program.evaluate(self: record, locals: [], host: plain, trace: nil)
      #expect(computation.value(self: record) == expected)
    }
    let (many, few) = (
      plain.readings.load(ordering: .relaxed), fixed.readings.load(ordering: .relaxed)
    )
    #expect(isQuicker ? few * 4 < many : few < many + many / 8)
  }

  private static let marks = (0..<20).map { "\($0)" }.joined(separator: ", ")

  private let tooManySteps = "the computation takes too many steps"

  /// What was remembered counts as work: a computation that takes too many steps takes too many each
  /// time.
  @Test func countsTheWork() throws {
    let calls = Array(repeating: "above(office.everyone, 50)", count: 80).joined(separator: " + ")
    let text = "for i in 1..4000 return \(calls)"
    let program = try Program(
      Expression(parsing: text, semantics: .strict), self: 1, schema: Offices.schema)
    let record = RecordReference(type: 1, row: 0)
    var computation = Computation(program, host: Offices(), isFixed: true)
    let first = computation.value(self: record)
    #expect(computation.value(self: record) == first)
    #expect(first.unknown?.causes.map(\.reason.description) == [tooManySteps])
  }
}
