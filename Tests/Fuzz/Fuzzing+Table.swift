extension Fuzzing {
  /// A table: the hit policy, inputs and names of outputs on the first line, a rule on each other.
  ///
  ///     UNIQUE | n | list -> grade | more
  ///     < 5    | - -> "low"    | 1
  func table(_ input: String) {
    let lines = input.split(separator: "\n", omittingEmptySubsequences: false)
      .map(Fuzzing.sides).prefix(50)
    guard let head = lines.first else { return }
    var texts: [String] = []
    func text(_ cell: String) -> Text {
      texts.append(cell)
      return Text(cell, id: Fuzzing.cell + texts.count - 1)
    }
    let table = DecisionTable(
      Fuzzing.policy(head.left.first ?? ""),
      inputs: head.left.dropFirst().map { DecisionTable.Input(text($0)) },
      outputs: head.right.map { DecisionTable.Output($0) },
      rules: lines.dropFirst().map { line in
        DecisionTable.Rule(line.left.map(text), line.right.map(text))
      })
    do throws(Problems) {
      let program = try Program(
        table, semantics: semantics, self: 0, locals: types, schema: world.schema)
      readsBack(evaluate(program, nil))
      _ = evaluate(program, TraceRecorder(limit: 10_000))
    } catch {
      for problem in error.all where texts.indices.contains(problem.textID - Fuzzing.cell) {
        check(problem.diagnostic, texts[problem.textID - Fuzzing.cell], isOwn: true)
      }
    }
  }

  /// The numbers of the texts of cells begin here.
  private static let cell = 1000

  private static func sides(_ line: Substring) -> (left: [String], right: [String]) {
    guard let arrow = line.firstRange(of: "->") else { return (cells(line), []) }
    return (cells(line[..<arrow.lowerBound]), cells(line[arrow.upperBound...]))
  }

  private static func cells(_ text: Substring) -> [String] {
    text.split(separator: "|").map { String($0) }
  }

  /// The policy with a name such as `COLLECT,SUM`; another word is a table of unique hits.
  private static func policy(_ text: String) -> HitPolicy {
    let words = text.split(separator: ",").map { String($0) }
    let found = HitPolicy(words.first ?? "", aggregator: words.count > 1 ? words[1] : nil)
    return found ?? .unique
  }
}
