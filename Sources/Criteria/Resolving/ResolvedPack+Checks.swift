import FEEL

extension ResolvedPack {
  /// What is wrong with a pack whose formulas are right one by one: reasons without words, and rows of
  /// levels that nothing can reach.
  func checked() -> PackProblems {
    var problems = PackProblems()
    let programs = values.flatMap { [$0.program, $0.when].compactMap(\.self) } + otherPrograms
    for program in programs {
      program.root.forEach { checkReason($0, &problems) }
    }
    for level in levels { checkRows(level, &problems) }
    return problems
  }

  /// `unknown("…")` and `needs decision("…")` name a message of the pack.
  private func checkReason(_ node: Node, _ problems: inout PackProblems) {
    guard case .call(let builtin, let arguments) = node.kind,
      builtin == .unknown || builtin == .needsDecision, let argument = arguments.first,
      case .literal(.string(let reason)) = argument.kind, pack.messages[reason] == nil,
      pack.formulas.indices.contains(argument.textID)
    else { return }
    let formula = pack.formulas[argument.textID]
    let nearest = nearestName(to: reason, among: pack.messages.keys.sorted())
    problems.add(
      "there is no message '\(reason)' to tell the reason", at: formula.fileSpan(argument.span),
      in: formula.document,
      remedy: nearest.map { "write '\($0)'" } ?? "add it to 'messages' in both languages")
  }

  /// A row that can never be the first to hold is a mistake of its author.
  private func checkRows(_ level: Level, _ problems: inout PackProblems) {
    var before: [Stretch] = []
    for (row, rule) in zip(level.rows, level.rule.rows) {
      guard let stretch = Stretch(row.when.root, constant: constant) else { continue }
      var left = stretch.isEmpty ? [] : [stretch]
      for earlier in before where earlier.member == stretch.member {
        left = left.flatMap { $0.without(earlier) }
      }
      if left.isEmpty {
        problems.add(
          Diagnostic(
            stretch.isEmpty
              ? "no number fulfils the row '\(rule.head.id)'"
              : "the row '\(rule.head.id)' is never reached: rows before it take all of its numbers",
            at: rule.head.span, severity: .error), in: rule.head.document)
      }
      if stretch.isExact { before.append(stretch) }
    }
  }

  /// The number that a node always has: a literal, or a parameter with one value.
  private func constant(_ node: Node) -> Number? {
    switch node.kind {
    case .literal(.number(let number)): return number
    case .global(let index):
      guard case .parameter(let parameter) = layout.globals[index],
        pack.parameters[parameter].values.count == 1,
        case .number(let number) = pack.parameters[parameter].values[0].value
      else { return nil }
      return number
    default: return nil
    }
  }
}
