import Criteria
package import FEEL
package import JSON
import Model
import Scoring
import Standing

/// `closing.ndjson`: the rows that the period leaves behind, as records of the tables that they enter.
///
/// Numbers are those of JSON; where the digits never end, an object with the exact fraction. What is
/// unknown is an object that names its causes, so that no such row is ever taken for a closed one.
struct ClosingReport {
  /// The name of the file.
  static let fileName = "closing.ndjson"
  let index: ReportIndex

  /// The rows of one entry of the pack.
  func bytes(_ closing: ResolvedPack.Closing) -> [UInt8] {
    let world = index.outcome.grading.world
    var json = JSONWriter(.compact)
    for row in world.closingRows(closing) {
      json.object { write(row, closing, to: &$0) }
      json.endLine()
    }
    return json.bytes
  }

  private func write(
    _ row: CarriedRow, _ closing: ResolvedPack.Closing, to json: inout JSONWriter
  ) {
    let table = index.outcome.grading.world.pack.layout.tables[row.table]
    json.member("table", FieldSchema.oneWord(table.name))
    for (field, value) in zip(table.fields, row.values) {
      guard let value else { continue }
      json.key(FieldSchema.oneWord(field.name))
      index.forms.writeCell(value, to: &json)
    }
    if let mark = closing.rule.mark { json.member(FieldSchema.oneWord(mark), false) }
    if let doubt = row.doubt { json.object("doubt") { index.forms.write(doubt, to: &$0) } }
  }
}

extension ValueForms {
  /// Writes a value as a record of a dataset has it.
  package func writeCell(_ value: Value, to json: inout JSONWriter) {
    if case .number(let number) = value, let decimal = number.decimalText {
      json.number(decimal)
    } else {
      write(value, to: &json)
    }
  }
}
