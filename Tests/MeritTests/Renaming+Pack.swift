import JSON
import TestSupport

extension Renaming {
  /// A whole pack in other words.
  func pack(_ root: JSONValue) -> String {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      for member in root.members ?? [] {
        writer.key(member.key.text)
        guard Renaming.sections.contains(member.key.text) else {
          writer.value(member.value)
          continue
        }
        entries(member.value, of: member.key.text, &writer)
      }
    }
    return writer.text
  }

  private static let sections: Set = [
    "applies", "parameters", "policy", "readings", "choices", "functions", "tables", "membership",
    "values", "constraints", "scale", "levels", "caps", "quotas", "ranking", "lists", "reports",
    "closing", "waiting", "messages",
  ]
  private static let formulas: Set = [
    "is", "when", "who", "where", "counts when", "at most", "share", "base", "order", "until",
    "count", "sum", "mean",
  ]
  private static let names: Set = [
    "of", "type", "key", "same", "known on", "field", "default", "option", "level", "refused", "by",
    "then", "needs", "replaces", "before", "after", "table", "one a day for", "for each", "sum of",
    "parameters",
    "within", "mark", "list", "quota", "each in one of", "adds up",
  ]
  private static let inner: Set = [
    "fields", "labels", "checks", "unless", "only if", "attention",
  ]

  private func entries(_ value: JSONValue, of section: String, _ writer: inout JSONWriter) {
    writer.object { writer in
      for entry in value.members ?? [] {
        writer.key(section == "membership" ? entry.key.text : word(entry.key.text))
        if section == "values" {
          entries(entry.value, of: "", &writer)
        } else {
          self.entry(entry.value, entry.key.text, &writer)
        }
      }
    }
  }

  private func entry(_ value: JSONValue, _ id: String, _ writer: inout JSONWriter) {
    let isInPoints = value["unit"]?.string?.text == "points"
    writer.object { writer in
      for member in value.members ?? [] {
        let name = member.key.text
        writer.key(name)
        if Renaming.formulas.contains(name) || name == "in" && member.value.members != nil {
          texts(member.value, { formula($0) }, &writer)
        } else if Renaming.names.contains(name) || name == "columns" && value["type"] != nil {
          texts(member.value, { word($0) }, &writer)
        } else if name == "options" || name == "fields" && member.value.isOfTexts {
          options(member.value, &writer)
        } else if Renaming.inner.contains(name)
          || ["rows", "columns"].contains(name) && member.value.members != nil
        {
          entries(member.value, of: name, &writer)
        } else if name == "rows" {
          writer.array { for row in member.value.elements ?? [] { record(row, of: id, &$0) } }
        } else if name == "columns" {
          columns(member.value, &writer)
        } else if isInPoints, ["value", "values", "least", "most"].contains(name) {
          tenfold(member.value, &writer)
        } else {
          writer.value(member.value)
        }
      }
    }
  }

  private func options(_ value: JSONValue, _ writer: inout JSONWriter) {
    writer.object { writer in
      for option in value.members ?? [] {
        writer.key(word(option.key.text))
        texts(option.value, { formula($0) }, &writer)
      }
    }
  }

  private func columns(_ value: JSONValue, _ writer: inout JSONWriter) {
    writer.array { writer in
      for column in value.elements ?? [] {
        writer.object { writer in
          for member in column.members ?? [] {
            writer.key(member.key.text)
            texts(member.value, { member.key.text == "is" ? formula($0) : $0 }, &writer)
          }
        }
      }
    }
  }

  /// A value with every text in it changed.
  func texts(_ value: JSONValue, _ change: (String) -> String, _ writer: inout JSONWriter) {
    switch value.content {
    case .string(let string): writer.string(change(string.text))
    case .array(let elements): writer.array { for one in elements { texts(one, change, &$0) } }
    case .object(let members):
      writer.object { writer in
        for member in members {
          writer.key(member.key.text)
          texts(member.value, change, &writer)
        }
      }
    default: writer.value(value)
    }
  }

  /// A value with every number in it ten times as large.
  func tenfold(_ value: JSONValue, _ writer: inout JSONWriter) {
    switch value.content {
    case .number(let text): writer.number(Renaming.tenfold(text))
    case .array(let elements): writer.array { for one in elements { tenfold(one, &$0) } }
    case .object(let members):
      writer.object { writer in
        for member in members {
          writer.key(member.key.text)
          tenfold(member.value, &writer)
        }
      }
    default: writer.value(value)
    }
  }

  /// A record of the data in other words.
  func record(_ value: JSONValue, of table: String, _ writer: inout JSONWriter) {
    writer.object { writer in
      for cell in value.members ?? [] {
        guard let field = field(cell.key.text, of: table) else {
          writer.key(cell.key.text)
          writer.value(cell.value)
          continue
        }
        writer.key(word(field))
        if isInPoints(field, of: table) {
          tenfold(cell.value, &writer)
        } else if ["id", "name", "person", "unit", "parent"].contains(field) {
          writer.value(cell.value)
        } else {
          texts(cell.value, { word($0) }, &writer)
        }
      }
    }
  }
}

extension JSONValue {
  /// Whether all members are texts, such as the formulas by field of what a period leaves behind.
  fileprivate var isOfTexts: Bool { members?.allSatisfy { $0.value.string != nil } ?? false }
}
