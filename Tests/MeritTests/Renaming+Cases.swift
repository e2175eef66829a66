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

  private func expectations(_ value: JSONValue, _ writer: inout JSONWriter) {
    writer.object { writer in
      for table in value.members ?? [] {
        writer.key(word(table.key.text))
        switch table.key.text {
        case "problems": writer.value(table.value)
        case "lists": named(table.value, &writer) { texts($1, { word($0) }, &$2) }
        default:
          writer.object { writer in
            for record in table.value.members ?? [] {
              writer.key(record.key.text)
              named(record.value, &writer) { name, value, writer in
                expectation(value, isInPoints: isInPoints(name, of: table.key.text), &writer)
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
