import JSON

/// The words that the authors of packs chose: none of them may be built into the engine.
package struct PackWords: Sendable {
  /// Each word, and what it is in which pack.
  package private(set) var all: [String: String] = [:]

  /// Reads all packs of the repository.
  package init() throws {
    let paths =
      Repository.files(under: "criteria", suffix: "/pack.json")
      + Repository.files(under: "examples", suffix: "/pack.json")
    for path in paths {
      let document = JSONDocument(Array(try Repository.text(path).utf8))
      if let root = document.value { add(root, path) }
    }
  }

  /// The tables that the engine itself knows.
  private static let ofEngine: Set = [
    "people", "units", "postings", "leads", "periods", "decisions",
  ]

  private mutating func add(_ root: JSONValue, _ path: String) {
    for section in [
      "parameters", "policy", "readings", "functions", "scale", "levels", "caps", "quotas",
      "ranking", "lists", "messages", "constraints",
    ] {
      for entry in root[section]?.members ?? [] {
        add(entry.key.text, "\(section) of \(path)")
        for inner in ["options", "rows", "unless", "only if", "attention", "checks"] {
          for word in entry.value[inner]?.members ?? [] {
            add(word.key.text, "\(inner) of \(path)")
          }
        }
        for word in entry.value["parameters"]?.elements ?? [] {
          if let word = word.string?.text { add(word, "a parameter of \(path)") }
        }
      }
    }
    for table in root["tables"]?.members ?? [] {
      if !PackWords.ofEngine.contains(table.key.text) { add(table.key.text, "tables of \(path)") }
      for check in table.value["checks"]?.members ?? [] { add(check.key.text, "checks of \(path)") }
      for field in table.value["fields"]?.members ?? [] {
        add(field.key.text, "fields of \(path)")
        for label in field.value["labels"]?.members ?? [] {
          add(label.key.text, "labels of \(path)")
        }
        for column in field.value["columns"]?.elements ?? [] {
          if let word = column.string?.text { add(word, "columns of \(path)") }
        }
      }
    }
    for table in root["values"]?.members ?? [] {
      for value in table.value.members ?? [] { add(value.key.text, "values of \(path)") }
    }
    addTexts(root, path)
  }

  /// The texts that formulas compare with: roles, kinds, measures, criteria.
  private mutating func addTexts(_ value: JSONValue, _ path: String) {
    let formulas: Set = ["is", "when", "who", "where", "counts when", "at most", "share", "base"]
    for member in value.members ?? [] {
      if formulas.contains(member.key.text), let formula = member.value.string?.text {
        for token in FormulaToken.all(in: formula) where token.kind == .text {
          add(String(token.text.dropFirst().dropLast()), "a text in \(path)")
        }
      }
      addTexts(member.value, path)
    }
  }

  private mutating func add(_ word: String, _ origin: String) {
    if !word.isEmpty { all[word] = all[word] ?? origin }
  }

  /// A name as Swift would spell it, such as `notCompleted` for `not completed`.
  package static func identifiers(_ name: String) -> [String] {
    let words = name.split(separator: " ").map(String.init)
    let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let lower = (words.first ?? "") + rest.joined()
    return [lower, lower.prefix(1).uppercased() + lower.dropFirst()]
  }
}
