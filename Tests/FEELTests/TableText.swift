import FEEL

/// Decision tables written in one line a row, such as `< 5 | - -> 1 | "x" @ row name`.
enum TableText {
  static func table(
    _ policy: HitPolicy, _ inputs: [String], _ outputs: [DecisionTable.Output], _ rows: [String],
    allowed: [String?] = []
  ) -> DecisionTable {
    let columns = inputs.enumerated().map { index, text in
      let tests = allowed.indices.contains(index) ? allowed[index] : nil
      return DecisionTable.Input(
        Text(text, id: 100 + index), allowed: tests.map { Text($0, id: 200 + index) })
    }
    let rules = rows.enumerated().map { row, text in
      let named = text.split(separator: "@ ", maxSplits: 1)
      let sides = named[0].split(separator: "->", maxSplits: 1).map { cells(String($0)) }
      let tests = sides[0].enumerated().map { Text($1, id: 1000 + row * 100 + $0) }
      let given = sides[1].enumerated().map { Text($1, id: 1050 + row * 100 + $0) }
      return DecisionTable.Rule(
        inputs.isEmpty ? [] : tests, given, id: named.count > 1 ? String(named[1]) : nil)
    }
    return DecisionTable(policy, inputs: columns, outputs: outputs, rules: rules)
  }

  private static func cells(_ text: String) -> [String] {
    text.split(separator: "|").map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The value of a table for inputs by name.
  static func value(
    _ table: DecisionTable, _ semantics: Semantics, _ names: [(String, Value)],
    trace: TraceRecorder? = nil
  ) throws -> Value {
    let program = try Program(
      table, semantics: semantics, locals: names.map { ($0.0, Type.any) })
    return program.evaluate(
      self: nil, locals: names.map(\.1), host: EmptyHost(), trace: trace)
  }
}
