import FEEL
import JSON
import Model
import Reporting
import Scoring
import Standing
import Testing

/// Values as people and programs read them.
@Suite("Values in print")
struct ValueFormsTests {
  /// A value and its three forms.
  struct Case: Sendable {
    let value: Value
    let vietnamese: String
    let english: String
    let json: String
  }

  static let third = Number(numerator: 1, denominator: 3) ?? 0
  static let nearNinety = Number(numerator: 89_999, denominator: 1_000) ?? 0
  static let justBelow = Number(numerator: 2_699_999_999_999_999, denominator: 30_000_000_000_000)

  static let cases = [
    Case(value: .null, vietnamese: "", english: "", json: "null"),
    Case(value: .boolean(true), vietnamese: "có", english: "yes", json: "true"),
    Case(value: .boolean(false), vietnamese: "không", english: "no", json: "false"),
    Case(value: .number(12), vietnamese: "12", english: "12", json: "\"12\""),
    Case(
      value: .number(nearNinety), vietnamese: "89,999", english: "89.999", json: "\"89.999\""),
    Case(
      value: .number(third), vietnamese: "0,33", english: "0.33",
      json: "{\"decimal\":\"0.333333333333\",\"exact\":\"1/3\"}"),
    Case(
      value: .number(justBelow ?? 0), vietnamese: "89,99999999999997",
      english: "89.99999999999997",
      json: "{\"decimal\":\"89.99999999999997\",\"exact\":\"2699999999999999/30000000000000\"}"),
    Case(
      value: CalendarDate("2026-07-05").map { .date($0) } ?? .null,
      vietnamese: "05/07/2026", english: "2026-07-05", json: "\"2026-07-05\""),
    Case(
      value: .string("a \"b\""), vietnamese: "a \"b\"", english: "a \"b\"", json: "\"a \\\"b\\\"\""),
    Case(
      value: .list([.number(nearNinety), .number(1)]), vietnamese: "89,999; 1",
      english: "89.999; 1", json: "[\"89.999\",\"1\"]"),
    Case(
      value: .symbol(Symbol(scale: 0, rank: 2, name: "top")), vietnamese: "90 trở lên",
      english: "90 and above", json: "\"top\""),
    Case(
      value: .symbol(Symbol(scale: 0, rank: 0, name: "low")), vietnamese: "Hạng thấp",
      english: "Low", json: "\"low\""),
    Case(
      value: .record(RecordReference(type: 0, row: 3)), vietnamese: "P04", english: "P04",
      json: "\"P04\""),
    Case(
      value: .unknown(Unknown("no mark")), vietnamese: "chưa rõ: chưa chấm điểm",
      english: "not known: not marked yet",
      json:
        "{\"unknown\":[{\"reason\":\"no mark\",\"vi\":\"chưa chấm điểm\",\"en\":\"not marked yet\"}]}"
    ),
    Case(
      value: .unknown(
        Unknown(.init("is missing", record: "marks/M1", field: "points", needsDecision: true))),
      vietnamese: "chưa rõ: không có số liệu (marks/M1, points)",
      english: "not known: is missing (marks/M1, points)",
      json:
        "{\"unknown\":[{\"reason\":\"is missing\",\"vi\":\"không có số liệu\",\"en\":\"is missing\","
        + "\"record\":\"marks/M1\",\"field\":\"points\",\"needsDecision\":true}]}"),
    Case(
      value: .perhaps(.number(1), Unknown("no mark")), vietnamese: "1 (chưa rõ)",
      english: "1 (not known)",
      json: "{\"perhaps\":\"1\",\"unknown\":[{\"reason\":\"no mark\",\"vi\":\"chưa chấm điểm\","
        + "\"en\":\"not marked yet\"}]}"),
  ]

  @Test("have one form for each reader", arguments: cases.indices)
  func print(_ index: Int) throws {
    let forms = ValueForms(try Run.mini().outcome.grading.world)
    let one = ValueFormsTests.cases[index]
    #expect(forms.text(one.value, .vietnamese) == one.vietnamese)
    #expect(forms.text(one.value, .english) == one.english)
    var json = JSONWriter()
    forms.write(one.value, to: &json)
    #expect(json.text == one.json)
  }

  @Test("name what is set by its label where a reason names it")
  func namesSettings() throws {
    let reasons = ValueForms(try Run.mini().outcome.grading.world).reasons
    #expect(
      reasons["the agency has not set 'praise from'"]
        == LocalizedText(
          "cơ quan chưa quy định: Mức biểu dương", "the agency has not set 'Praise from'"))
    #expect(
      reasons["no value of 'top from' is in force on 2020-01-01"]
        == LocalizedText(
          "không có giá trị đang có hiệu lực của: top from",
          "no value of 'top from' is in force on 2020-01-01"))
    #expect(reasons["nobody knows this"] == LocalizedText("nobody knows this", "nobody knows this"))
  }

  @Test("name periods as readers do")
  func namesPeriods() throws {
    let names = [
      ("2026-07", "tháng 7 năm 2026", "July 2026"), ("2026-Q3", "quý III năm 2026", "Q3 2026"),
      ("2026-H1", "6 tháng đầu năm 2026", "first half of 2026"),
      ("2026-H2", "6 tháng cuối năm 2026", "second half of 2026"), ("2026", "năm 2026", "2026"),
      ("2026-12", "tháng 12 năm 2026", "December 2026"),
    ]
    for (id, vietnamese, english) in names {
      let period = try #require(Period(id))
      #expect(period.words(.vietnamese) == vietnamese)
      #expect(period.words(.english) == english)
    }
  }
}
