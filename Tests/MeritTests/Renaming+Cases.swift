import JSON
import TestSupport

extension Renaming {
  /// A whole file of cases in other words.
  func cases(_ root: JSONValue) -> String {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      for member in root.members ?? [] {
        writer.key(member.key.text)
        switch member.key.text {
        case "base": data(member.value, &writer)
        case "cases": writer.array { for one in member.value.elements ?? [] { oneCase(one, &$0) } }
        default: writer.value(member.value)
        }
      }
    }
    return writer.text
  }

  private func oneCase(_ value: JSONValue, _ writer: inout JSONWriter) {
    writer.object { writer in
      for member in value.members ?? [] {
        writer.key(member.key.text)
        switch member.key.text {
        case "data": data(member.value, &writer)
        case "readings": named(member.value, &writer) { texts($1, { word($0) }, &$2) }
        case "policy":
          named(member.value, &writer) { name, value, writer in
            if isInPoints(name, of: "") { tenfold(value, &writer) } else { writer.value(value) }
          }
        case "given", "expect": expectations(member.value, &writer)
        default: writer.value(member.value)
        }
      }
    }
  }

  private func data(_ value: JSONValue, _ writer: inout JSONWriter) {
    writer.object { writer in
      for member in value.members ?? [] {
        let table = table(member.key.text)
        writer.key(table.map { word($0) } ?? member.key.text)
        writer.array { writer in
          for one in member.value.elements ?? [] {
            if let table { record(one, of: table, &writer) } else { writer.value(one) }
          }
        }
      }
    }
  }

  private func named(
    _ value: JSONValue, _ writer: inout JSONWriter,
    _ body: (String, JSONValue, inout JSONWriter) -> Void
  ) {
    writer.object { writer in
      for member in value.members ?? [] {
        writer.key(word(member.key.text))
        body(member.key.text, member.value, &writer)
      }
    }
  }

  /// What is given or expected by table, record and name; beside them, the other parts of a run.
  private func expectations(_ value: JSONValue, _ writer: inout JSONWriter) {
    writer.object { writer in
      for part in value.members ?? [] {
        writer.key(word(part.key.text))
        switch part.key.text {
        case "problems": writer.value(part.value)
        case "lists": named(part.value, &writer) { list($1, $0, &$2) }
        case "left behind": expectations(part.value, &writer)
        case "waiting": named(part.value, &writer) { $2.value($1) }
        default: records(part.value, of: part.key.text, &writer)
        }
      }
    }
  }

  private func records(_ value: JSONValue, of table: String, _ writer: inout JSONWriter) {
    writer.object { writer in
      for record in value.members ?? [] {
        writer.key(record.key.text)
        guard record.value.members != nil else {
          writer.value(record.value)
          continue
        }
        named(record.value, &writer) { name, value, writer in
          expectation(value, isInPoints: isInPoints(name, of: table), &writer)
        }
      }
    }
  }

  /// What is expected of a list; the columns keep their labels.
  private func list(_ value: JSONValue, _ id: String, _ writer: inout JSONWriter) {
    writer.object { writer in
      for part in value.members ?? [] {
        writer.key(part.key.text)
        guard part.key.text == "columns" else {
          texts(part.value, { word($0) }, &writer)
          continue
        }
        writer.object { writer in
          for line in part.value.members ?? [] {
            writer.object(line.key.text) { writer in
              for cell in line.value.members ?? [] {
                writer.key(cell.key.text)
                let isInPoints = isInPoints(column: cell.key.text, of: id)
                expectation(cell.value, isInPoints: isInPoints, &writer)
              }
            }
          }
        }
      }
    }
  }

  private func expectation(
    _ value: JSONValue, isInPoints: Bool, _ writer: inout JSONWriter
  ) {
    guard isInPoints, let text = value.string?.text ?? value.number else {
      texts(value, { reason($0) }, &writer)
      return
    }
    writer.string("10 * (\(text))")
  }
}
