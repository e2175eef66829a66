/// A decision table whose texts are resolved, as part of a node of kind `decide`.
public struct ResolvedTable: Sendable {
  /// What the rows ask about.
  public struct Input: Sendable {
    /// The expression as it is written.
    public let text: String
    /// The expression of the value.
    public let value: Node
    /// The slot in which the tests find the value.
    public let slot: Int
    /// The test that all values must pass, nil if there is none.
    public let allowed: Node?
  }

  /// What the rows give.
  public struct Output: Sendable {
    /// The name in the result.
    public let name: String
    /// The slot in which the tests of `priorities` find a value.
    public let slot: Int
    /// The allowed values as tests, the one of the highest priority first; empty if all are allowed.
    public let priorities: [Node]
    /// The value where no row holds.
    public let otherwise: Node?
  }

  /// One row.
  public struct Rule: Sendable {
    /// The name, nil for the number of the row.
    public let id: String?
    /// The ground of the row.
    public let citation: String?
    /// A condition for each input.
    public let tests: [Node]
    /// An expression for each output.
    public let outputs: [Node]
  }

  /// What comes of several rows that hold.
  public let hitPolicy: HitPolicy
  /// What the rows ask about.
  public let inputs: [Input]
  /// What the rows give.
  public let outputs: [Output]
  /// The rows, in order.
  public let rules: [Rule]
  /// Finds rows without testing all of them; nil for a table without a use for it.
  let index: RowIndex?

  init(
    _ hitPolicy: HitPolicy, _ inputs: [Input], _ outputs: [Output], _ rules: [Rule],
    index: RowIndex?
  ) {
    self.hitPolicy = hitPolicy
    self.inputs = inputs
    self.outputs = outputs
    self.rules = rules
    self.index = index
  }

  /// What a row is called in messages: its name, or its number from 1.
  public func name(of row: Int) -> String { rules[row].id ?? String(row + 1) }

  /// The slots that the table fills for the nodes in it.
  var filledSlots: [Int] { inputs.map(\.slot) + outputs.map(\.slot) }
}

extension ResolvedTable {
  /// The nodes of the table: inputs, outputs, then row by row.
  var children: [Node] {
    var nodes: [Node] = []
    for input in inputs {
      nodes.append(input.value)
      if let allowed = input.allowed { nodes.append(allowed) }
    }
    for output in outputs {
      nodes += output.priorities
      if let otherwise = output.otherwise { nodes.append(otherwise) }
    }
    for rule in rules {
      nodes += rule.tests
      nodes += rule.outputs
    }
    return nodes
  }

  /// The same table with other nodes, as many as there are.
  ///
  /// Where a test is another one the index is left out.
  func with(_ nodes: [Node]) -> ResolvedTable {
    var rest = nodes[...]
    func next(_ count: Int) -> [Node] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    let inputs = inputs.map { old in
      Input(
        text: old.text, value: next(1)[0], slot: old.slot,
        allowed: next(old.allowed == nil ? 0 : 1).first)
    }
    let outputs = outputs.map { old in
      Output(
        name: old.name, slot: old.slot, priorities: next(old.priorities.count),
        otherwise: next(old.otherwise == nil ? 0 : 1).first)
    }
    let rules = rules.map { old in
      Rule(
        id: old.id, citation: old.citation, tests: next(old.tests.count),
        outputs: next(old.outputs.count))
    }
    let areSame = zip(rules, self.rules).allSatisfy { new, old in
      zip(new.tests, old.tests).allSatisfy { $0 === $1 }
    }
    return ResolvedTable(hitPolicy, inputs, outputs, rules, index: areSame ? index : nil)
  }
}
