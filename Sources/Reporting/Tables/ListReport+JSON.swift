import Criteria
import FEEL
import JSON
import Model
import Scoring
import Standing

extension ListReport {
  /// The list as JSON, with everything that the sheet leaves out, but for its lines.
  var jsonFrame: ReportFile.Frame {
    var json = JSONWriter(.pretty)
    var place = 0
    json.object { json in
      json.member("list", rule.head.id)
      json.member("isDraft", true)
      json.member("title", rule.title)
      json.member("period", world.period.id)
      json.member("asOf", "\(world.asOf)")
      json.member("cite", rule.head.cite.text)
      json.member("basis", basis)
      json.member("head", rule.headText)
      json.member("foot", rule.footText)
      json.array("unset") { for name in result.unset { write(policy: name, to: &$0) } }
      json.array("columns") { for column in rule.columns { write(column, to: &$0) } }
      json.array("lines") { place = $0.elsewhere(isEmpty: result.lines.isEmpty) }
      json.array("heldBack") { for held in result.heldBack { write(held, to: &$0) } }
      json.array("cannotBeEstablished") { for open in result.open { write(open, to: &$0) } }
    }
    json.endLine()
    return ReportFile.Frame(json.bytes, at: place)
  }

  /// Some of its lines as JSON.
  func json(_ lines: Range<Int>) -> [UInt8] {
    var json = JSONWriter(.pretty, inside: 2, isFirst: lines.lowerBound == 0)
    for line in result.lines[lines] { write(line, to: &json) }
    return json.bytes
  }

  private func write(policy name: String, to json: inout JSONWriter) {
    json.object {
      $0.member("policy", name)
      $0.members(index.policy(name))
    }
  }

  private func write(_ column: ColumnRule, to json: inout JSONWriter) {
    json.object {
      $0.members(column.label)
      if column.formula == nil { $0.member("filledByHand", true) }
    }
  }

  private func writeSubject(_ row: Int, to json: inout JSONWriter) {
    let subject = subject(row)
    json.member("id", subject.id)
    json.member("name", subject.name)
    json.member("unit", subject.unit)
  }

  private func write(_ line: ListResult.Line, to json: inout JSONWriter) {
    json.object {
      writeSubject(line.row, to: &$0)
      $0.array("cells") { cells in
        for cell in line.cells { index.forms.write(cell ?? .null, to: &cells) }
      }
      write("attention", line.attention, of: rule.attention, to: &$0)
    }
  }

  private func write(_ held: ListResult.HeldBack, to json: inout JSONWriter) {
    json.object {
      writeSubject(held.row, to: &$0)
      write("guards", held.guards, of: rule.guards, to: &$0)
    }
  }

  private func write(_ open: ListResult.Open, to json: inout JSONWriter) {
    json.object {
      writeSubject(open.row, to: &$0)
      index.forms.write(open.why, to: &$0)
    }
  }

  private func write(
    _ name: String, _ ids: [String], of guards: [ListRule.Guard], to json: inout JSONWriter
  ) {
    json.array(name) { json in
      for id in ids {
        json.object {
          $0.member("id", id)
          $0.members(message(id, in: guards))
          $0.member("cite", orNull: guards.first { $0.head.id == id }?.head.cite.text)
        }
      }
    }
  }
}
