import FEEL
import JSON
import Model

/// A case for `cases.json` in which a finding of a decision table shows.
///
/// Fields of the record are put into its data, named values are given. What an input computes from
/// other values cannot be put into a case and is left to the author.
struct CaseSketch {
  let text: String

  /// The case of a finding; nil if it has no example.
  init?(
    _ pack: ResolvedPack, _ value: ResolvedPack.Value, _ table: ResolvedTable,
    _ finding: TableAnalysis.Finding
  ) {
    guard finding.example.contains(where: { $0 != nil }) else { return nil }
    let layout = pack.layout.tables[value.table]
    var fields: [(String, Value)] = []
    var given: [(String, Value)] = []
    for (input, example) in zip(table.inputs, finding.example) {
      guard let example, let member = input.value.ownMember else { continue }
      let (name, source) = layout.members[member.index]
      if case .field = source {
        fields.append((name, example))
      } else {
        given.append((name, example))
      }
    }
    let id = "X"
    let key = layout.key.map { layout.fields[$0].name } ?? "id"
    let name = value.rule.head.id
    var writer = JSONWriter(.compact)
    writer.object { writer in
      writer.member("id", "\(name): \(finding.kind.rawValue)")
      writer.member("period", CaseSketch.period(pack.pack.periods.first ?? pack.kind))
      writer.object("data") { writer in
        writer.array(layout.name) { writer in
          writer.object { writer in
            writer.member(key, id)
            for (name, value) in fields { CaseSketch.write(name, value, &writer) }
          }
        }
      }
      if !given.isEmpty {
        writer.object("given") { writer in
          writer.object(layout.name) { writer in
            writer.object(id) { writer in
              for (name, value) in given { writer.member(name, value.description) }
            }
          }
        }
      }
      writer.object("expect") { writer in
        writer.object(layout.name) { writer in
          writer.object(id) { writer in
            CaseSketch.expect(name, table, finding, &writer)
          }
        }
      }
    }
    text = writer.text
  }

  /// What the table gives as it is: the row that comes first, or nothing certain.
  private static func expect(
    _ name: String, _ table: ResolvedTable, _ finding: TableAnalysis.Finding,
    _ writer: inout JSONWriter
  ) {
    guard finding.kind == .masked else {
      return writer.object(name) { $0.member("needs decision", "") }
    }
    guard finding.rows.count > 1, let output = table.rules[finding.rows[1]].outputs.first,
      table.outputs.count == 1, case .literal(let value) = output.kind
    else { return }
    writer.member(name, value.description)
  }

  /// A period of each kind.
  private static func period(_ kind: PeriodKind) -> String {
    switch kind {
    case .month: "2026-07"
    case .quarter: "2026-Q3"
    case .halfYear: "2026-H2"
    case .year: "2026"
    }
  }

  private static func write(_ name: String, _ value: Value, _ writer: inout JSONWriter) {
    writer.key(name)
    switch value {
    case .boolean(let truth): writer.boolean(truth)
    case .number(let number) where !number.description.contains("/"):
      writer.number(number.description)
    case .string(let text): writer.string(text)
    case .date(let day): writer.string(day.description)
    default: writer.string(value.description)
    }
  }
}
