extension Program {
  /// Conditions that do not depend on anything and so are always true or always false.
  ///
  /// Looked at are the conditions of `if`, filters and quantifiers, and the sides of `and` and `or`.
  public func settledConditions() -> [Problem] {
    var problems: [Problem] = []
    root.forEach { node in
      for condition in node.conditions where condition.isSelfContained {
        let part = with(root: condition)
        let value = part.evaluate(self: nil, host: EmptyHost(), trace: nil)
        guard case .boolean(let truth) = value else { continue }
        let warning = Diagnostic(
          "this condition is always \(truth ? "true" : "false")", at: condition.span,
          remedy: "remove it, or let it depend on something", severity: .warning)
        problems.append(Problem(warning, in: condition.textID))
      }
    }
    return problems.isEmpty ? [] : Problems(problems).all
  }
}

extension Node {
  /// The nodes inside that decide something.
  fileprivate var conditions: [Node] {
    switch kind {
    case .conditional(let condition, _, _), .filter(_, let condition, _),
      .quantified(_, _, let condition):
      [condition]
    case .and(let left, let right), .or(let left, let right): [left, right]
    default: []
    }
  }

  /// Whether the value depends on nothing outside of the node.
  var isSelfContained: Bool {
    var reads: Set<Int> = []
    var fills: Set<Int> = []
    var asksHost = false
    forEach { node in
      fills.formUnion(node.filledSlots)
      switch node.kind {
      case .local(let slot), .entry(let slot, _, _): reads.insert(slot)
      case .selfRecord, .global, .slot, .member, .call(.workingDays, _): asksHost = true
      default: break
      }
    }
    return !asksHost && reads.isSubset(of: fills)
  }

  /// The slots that the node itself fills for the nodes inside.
  var filledSlots: [Int] {
    switch kind {
    case .filter(_, _, let slot), .membership(_, let slot, _): [slot]
    case .forEach(let iterators, _, let partial):
      iterators.map(\.slot) + [partial].compactMap(\.self)
    case .quantified(_, let iterators, _): iterators.map(\.slot)
    case .context(let entries): entries.map(\.slot)
    case .function(let parameters, let own, _):
      parameters.map(\.slot) + [own].compactMap(\.self)
    case .bind(_, let slots, _, _): slots
    case .decide(let table): table.filledSlots
    case .converted(_, _, let slot, _): [slot]
    default: []
    }
  }
}
