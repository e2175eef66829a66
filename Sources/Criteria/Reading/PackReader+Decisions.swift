import FEEL
import JSON

extension PackEntry {
  /// Whether the entry has something of a decision table.
  var isDecision: Bool {
    self["hit"] != nil || !section("rows").isEmpty || !section("inputs").isEmpty
  }
}

extension PackReader {
  /// The decision table of a named value; `nil` with a problem where it is none.
  mutating func decision(_ entry: PackEntry) -> DecisionRule? {
    if let other = entry["is"] ?? entry["in"] {
      problems.add(
        "'\(entry.id)' is a decision table and has a formula as well", at: other.name.span,
        in: other.document, remedy: "remove one of them")
    }
    guard let policy = hitPolicy(entry), let formula = formula(entry, "hit") else { return nil }
    let columns = inputs(entry)
    let outputs = outputs(entry)
    let rows = entry.section("rows").map { row($0, columns.names, outputs.map(\.name), formula) }
    return DecisionRule(
      table: DecisionTable(
        policy, inputs: columns.inputs, outputs: outputs, rules: rows.map(\.rule),
        id: formula.id),
      formula: formula, inputs: columns.heads, rows: rows.map(\.head))
  }

  /// `FIRST`, or an aggregator behind `COLLECT`: `COLLECT SUM`.
  private mutating func hitPolicy(_ entry: PackEntry) -> HitPolicy? {
    guard let attribute = entry["hit"], let text = text(entry, "hit") else {
      missing("hit", in: entry)
      return nil
    }
    let words = text.split(separator: " ").map { String($0) }
    let aggregator = words.first == "COLLECT" && words.count == 2 ? words[1] : nil
    if let policy = HitPolicy(aggregator == nil ? text : "COLLECT", aggregator: aggregator) {
      return policy
    }
    let names =
      HitPolicy.plain.map(\.name) + HitPolicy.Aggregator.allCases.map { "COLLECT \($0.rawValue)" }
    problems.add(
      "there is no hit policy '\(text)'", at: attribute.value.span, in: attribute.document,
      remedy: nearestName(to: text, among: names).map { "write \"\($0)\"" }
        ?? "write one of \(names.joined(separator: ", "))")
    return nil
  }

  private mutating func inputs(
    _ entry: PackEntry
  ) -> (inputs: [DecisionTable.Input], names: [String], heads: [EntryHead]) {
    var inputs: [DecisionTable.Input] = []
    var heads: [EntryHead] = []
    for input in entry.section("inputs") {
      guard let formula = neededFormula(input, "is") else { continue }
      heads.append(head(input, cited: false))
      inputs.append(.init(formula.asText, allowed: self.formula(input, "allowed")?.asText))
    }
    return (inputs, heads.map(\.id), heads)
  }

  /// The outputs by name; a table without them gives one value, which needs no name.
  private mutating func outputs(_ entry: PackEntry) -> [DecisionTable.Output] {
    let named = entry.section("outputs").isEmpty ? [entry] : entry.section("outputs")
    return named.map { output in
      DecisionTable.Output(
        output.id, allowed: formula(output, "allowed")?.asText,
        otherwise: formula(output, "otherwise")?.asText)
    }
  }

  private mutating func row(
    _ entry: PackEntry, _ inputs: [String], _ outputs: [String], _ table: FormulaText
  ) -> (rule: DecisionTable.Rule, head: EntryHead) {
    let head = head(entry)
    let tests = named(entry, "when", inputs)
    var given: [FormulaText?]
    if let attribute = entry["gives"] {
      given = named(entry, "gives", outputs)
      for (name, value) in zip(outputs, given) where value == nil {
        problems.add(
          "row '\(entry.id)' gives nothing for '\(name)'", at: attribute.name.span,
          in: attribute.document)
      }
    } else if outputs.count == 1 {
      given = [neededFormula(entry, "is")]
    } else {
      missing("gives", in: entry)
      given = []
    }
    let nothing = Text("null", id: table.id)
    let rule = DecisionTable.Rule(
      tests.map { $0?.asText ?? Text("-", id: table.id) },
      outputs.indices.map { given.indices.contains($0) ? given[$0]?.asText ?? nothing : nothing },
      id: entry.id, citation: head.cite.text)
    return (rule, head)
  }

  /// The formulas of an object, in the order of the names; those that are not there are `nil`.
  private mutating func named(
    _ entry: PackEntry, _ key: String, _ names: [String]
  ) -> [FormulaText?] {
    guard let attribute = entry[key] else { return names.map { _ in nil } }
    guard let members = attribute.value.members else {
      problems.add(
        "'\(key)' expects an object of formulas by name, found \(attribute.value.kind)",
        at: attribute.value.span, in: attribute.document)
      return names.map { _ in nil }
    }
    for member in members where !names.contains(member.key.text) {
      problems.add(
        "the table has nothing named '\(member.key.text)'", at: member.key.span,
        in: attribute.document,
        remedy: nearestName(to: member.key.text, among: names).map { "write '\($0)'" })
    }
    return names.map { name in
      members.last { $0.key.text == name }
        .flatMap { formula($0.value, in: attribute.document) }
    }
  }
}

extension FormulaText {
  /// The text as the expression language takes it.
  var asText: Text { Text(text, id: id) }
}
