import Criteria
import FEEL
import JSON
import Model
import Scoring
import Standing

extension WrittenReport {
  /// The table as JSON, with exact values, and why a value is not known; but for its rows.
  var jsonFrame: ReportFile.Frame {
    var place = 0
    let world = table.world
    var json = JSONWriter(.pretty)
    json.object { json in
      json.member("report", rule.head.id)
      json.member("title", rule.title)
      json.member("period", world.period.id)
      json.member("asOf", "\(world.asOf)")
      json.member("cite", rule.head.cite.text)
      json.member("confidence", rule.head.cite.confidence)
      json.member("basis", world.pack.pack.citation(rule.head.cite.text))
      json.member("note", rule.head.note)
      json.member("head", rule.headText)
      json.member("foot", rule.footText)
      json.member("unset", table.list?.unset ?? [])
      json.array("columns") { writeColumns(to: &$0) }
      json.array("rows") { place = $0.elsewhere(isEmpty: table.rows.isEmpty) }
      json.key("total")
      if let total {
        write(.total, total, to: &json)
      } else {
        json.null()
      }
      json.array("cannotBeEstablished") { for open in table.open { write(open, to: &$0) } }
      json.array("checks") { for finding in table.findings { write(finding, to: &$0) } }
    }
    json.endLine()
    return ReportFile.Frame(json.bytes, at: place)
  }

  /// Some of its rows as JSON.
  func json(_ cells: [[Cell]], _ places: Range<Int>) -> [UInt8] {
    var json = JSONWriter(.pretty, inside: 2, isFirst: places.lowerBound == 0)
    for (place, cells) in zip(places, cells) { write(table.rows[place], cells, to: &json) }
    return json.bytes
  }

  private func writeColumns(to json: inout JSONWriter) {
    for (place, heading) in headings.enumerated() {
      json.object { json in
        if rule.columns.isEmpty {
          json.members(heading)
          return
        }
        let (column, inner) = (table.headings[place].column, table.headings[place].inner)
        json.member("name", rule.columns[column].head.id)
        if let inner { json.member("period", inner.id) }
        json.members(heading)
        if case .byHand = rule.columns[column].source { json.member("filledByHand", true) }
      }
    }
  }

  private func write(_ row: WrittenTable.Row, _ cells: [Cell], to json: inout JSONWriter) {
    json.object { json in
      if let record = table.record(of: row) {
        json.member("record", table.world.name(table.world.reference(table.report.table, record)))
      }
      if let name = name(of: row) { json.member("group", name) }
      if case .group(let group) = row, group.isApart { json.member("apart", true) }
      json.array("cells") { for cell in cells { write(cell, to: &$0) } }
    }
  }

  private func write(_ cell: Cell, to json: inout JSONWriter) {
    switch cell {
    case .value(let value): index.forms.write(value, to: &json)
    case .number(let number): json.number(number)
    case .words(let texts):
      json.array { json in for text in texts { json.object { $0.members(text) } } }
    case .causes(let causes):
      json.array { for cause in causes { index.forms.write(cause, to: &$0) } }
    case .empty: json.null()
    }
  }

  private func write(_ open: WrittenTable.Open, to json: inout JSONWriter) {
    json.object {
      $0.member("record", table.world.name(table.world.reference(table.report.table, open.row)))
      index.forms.write(open.why, to: &$0)
    }
  }

  private func write(_ finding: WrittenTable.Finding, to json: inout JSONWriter) {
    json.object { json in
      json.member("check", finding.check.head.id)
      json.member("holds", finding.holds)
      let of = table.report.table
      json.member(
        "records", finding.records.map { table.world.name(table.world.reference(of, $0)) })
      json.member("columns", finding.columns)
    }
  }
}
