import Criteria
import JSON
import Merit
import Model
import Scoring
import TestSupport
import Testing

/// Other words for every word that authors of packs chose, and ten points for one.
///
/// Equal words get equal new ones, whatever they name, so that formulas, data and cases stay
/// together. A word that the engine uses for something of its own stays, because only types could
/// tell the two apart.
struct Renaming {
  private let words: [String: String]
  /// The names of values, fields, parameters and policies that are counted in points, by table;
  /// parameters and policies under the empty name.
  private let inPoints: [String: Set<String>]
  private let lists: [ListRule]
  private let layout: Layout

  static let levels = ["not completed": "Y", "completed": "X", "good": "W", "excellent": "V"]

  init(of original: CriteriaPack) throws {
    let pack = original.pack
    lists = pack.lists
    layout = try #require(original.plan(for: .month, readings: [:]).plan).pack.layout
    let kept = Renaming.engineWords(layout)
    var words = Renaming.levels
    let all = try PackWords().all.keys.filter { !kept.contains($0) && words[$0] == nil }
    for (number, word) in all.sorted().enumerated() {
      words[word] = "mục \(Renaming.letters(number))"
    }
    self.words = words
    var inPoints: [String: Set<String>] = [:]
    let globals = pack.parameters.map { ($0.unit, $0.head.id) }
    for (unit, name) in globals + pack.policies.map({ ($0.unit, $0.head.id) })
    where unit == "points" {
      inPoints["", default: []].insert(name)
    }
    for value in pack.values where value.unit == "points" {
      inPoints[value.table, default: []].insert(value.head.id)
    }
    for table in pack.tables {
      for field in table.fields where field.unit == "points" {
        inPoints[table.head.id, default: []].insert(field.name)
      }
    }
    self.inPoints = inPoints
  }

  /// What the engine calls its own: tables, fields, relations, types.
  private static func engineWords(_ layout: Layout) -> Set<String> {
    var words: Set = ["number", "text", "boolean", "date", "reporting period", "as of", "level"]
    for table in EngineTable.allCases {
      words.formUnion([table.name] + table.fieldNames)
      for member in layout.tables[table.rawValue].members {
        switch member.source {
        case .related(.records): continue
        case .related, .level: words.insert(member.name)
        case .field, .value: continue
        }
      }
    }
    return words
  }

  /// A number as letters, none of which make a keyword.
  private static func letters(_ number: Int) -> String {
    let alphabet = Array("bcdghklmnpqrstvx")
    return String([alphabet[number / 256 % 16], alphabet[number / 16 % 16], alphabet[number % 16]])
  }

  func word(_ old: String) -> String { words[old] ?? old }

  /// A reason in other words; the engine's own sentences quote ids of the pack.
  func reason(_ old: String) -> String {
    if let known = words[old] { return known }
    return old.replacing(/'([^']+)'/) { "'\(word(String($0.output.1)))'" }
  }

  func isInPoints(_ name: String, of table: String) -> Bool {
    inPoints[table]?.contains(name) ?? false
  }

  /// Whether a column of a list shows nothing but a value in points.
  func isInPoints(column label: String, of list: String) -> Bool {
    guard let rule = lists.first(where: { $0.head.id == list }) else { return false }
    let column = rule.columns.first { [$0.label.english, $0.label.vietnamese].contains(label) }
    return column?.formula.map { isInPoints($0.text, of: rule.of) } ?? false
  }

  /// The table and field that a key of the data means.
  func field(_ key: String, of table: String) -> String? {
    layout.tables.first { $0.name == table }?.fields.first {
      $0.name == key || FieldSchema.oneWord($0.name) == key || $0.columns.contains(key)
    }?.name
  }

  func table(_ key: String) -> String? {
    layout.tables.first { $0.name == key || FieldSchema.oneWord($0.name) == key }?.name
  }

  /// A formula in other words: every run of words is one name, every text one word.
  func formula(_ old: String) -> String {
    let bytes = Array(old.utf8)
    var new: [UInt8] = []
    var done = 0
    var run: [FormulaToken] = []
    func flush() {
      guard let first = run.first, let last = run.last else { return }
      let name = run.map(\.text).joined(separator: " ")
      new += bytes[done..<first.bytes.lowerBound] + Array(word(name).utf8)
      done = last.bytes.upperBound
      run = []
    }
    for token in FormulaToken.all(in: old) {
      if token.kind == .word, !Renaming.keywords.contains(token.text) {
        run.append(token)
        continue
      }
      flush()
      guard token.kind == .text else { continue }
      new += bytes[done..<token.bytes.lowerBound]
      new += Array("\"\(word(String(token.text.dropFirst().dropLast())))\"".utf8)
      done = token.bytes.upperBound
    }
    flush()
    return String(decoding: new + bytes[done...], as: UTF8.self)
  }

  private static let keywords: Set = [
    "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "and", "or", "not",
    "between", "instance", "function", "null", "true", "false",
  ]

  /// Ten times a number, by its text.
  static func tenfold(_ text: String) -> String {
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.dropFirst(sign.count).split(separator: ".").map(String.init)
    let decimals = parts.count == 2 ? parts[1] : "0"
    let whole = (parts[0] + decimals.prefix(1)).drop { $0 == "0" }
    let rest = decimals.dropFirst()
    return sign + (whole.isEmpty ? "0" : whole) + (rest.isEmpty ? "" : "." + rest)
  }
}
