extension Resolver {
  /// The most cells of a table.
  static let greatestTable = 1 << 20

  /// The node of a decision table.
  mutating func table(_ table: DecisionTable) -> Node {
    let span = SourceSpan(0, 0)
    guard fits(table) else { return make(.literal(.null), span, .any) }
    let inputs = table.inputs.map { input($0) }
    var columns = table.outputs.indices.map { index in
      table.rules.map { resolve($0.outputs[index]) }
    }
    let outputs = table.outputs.indices.map { output(table.outputs[$0], &columns[$0]) }
    let rules = table.rules.indices.map { row in
      ResolvedTable.Rule(
        id: table.rules[row].id, citation: table.rules[row].citation,
        tests: zip(table.rules[row].tests, inputs).map { cell($0, of: $1.value.type, $1.slot) },
        outputs: columns.map { $0[row] })
    }
    let types = zip(outputs, columns).map { output, column in
      Resolver.joined(column + [output.otherwise].compactMap(\.self))
    }
    checkAggregate(table, columns)
    let index = problems.isEmpty ? RowIndex(inputs, rules, semantics, schema.zones) : nil
    let resolved = ResolvedTable(table.hitPolicy, inputs, outputs, rules, index: index)
    text = table.id
    return make(.decide(resolved), span, type(of: table, types))
  }

  /// Whether every row has as many cells as the table has columns, and the table is not too large.
  private mutating func fits(_ table: DecisionTable) -> Bool {
    text = table.id
    let span = SourceSpan(0, 0)
    let width = table.inputs.count + table.outputs.count
    if table.outputs.isEmpty { refuse("the table has no output", span) }
    if width * table.rules.count > Resolver.greatestTable {
      refuse("the table has more than \(Resolver.greatestTable) cells", span)
    }
    for (row, rule) in table.rules.enumerated() {
      let name = rule.id ?? String(row + 1)
      if rule.tests.count != table.inputs.count {
        refuse(
          """
          row '\(name)' has \(rule.tests.count) tests, and the table has \
          \(table.inputs.count) inputs
          """, span, remedy: "write '-' where nothing is asked")
      }
      if rule.outputs.count != table.outputs.count {
        refuse(
          """
          row '\(name)' gives \(rule.outputs.count) values, and the table has \
          \(table.outputs.count) outputs
          """, span)
      }
    }
    return problems.isEmpty
  }

  // MARK: Columns

  private mutating func input(_ input: DecisionTable.Input) -> ResolvedTable.Input {
    let value = resolve(input.expression)
    let slot = slot()
    let allowed = input.allowed.map { cell($0, of: value.type, slot) }
    return ResolvedTable.Input(
      text: input.expression.text, value: value, slot: slot, allowed: allowed)
  }

  /// An output; texts in its column become symbols if one of its values is a symbol.
  private mutating func output(
    _ output: DecisionTable.Output, _ column: inout [Node]
  ) -> ResolvedTable.Output {
    var otherwise = output.otherwise.map { resolve($0) }
    let like = (column + [otherwise].compactMap(\.self)).first { $0.type.isSymbol }?.type
    if let like {
      column = column.map { symbol($0, like: like) }
      otherwise = otherwise.map { symbol($0, like: like) }
    }
    let slot = slot()
    let type = Resolver.joined(column)
    let priorities = output.allowed.map { tests($0, of: type, slot) } ?? []
    return ResolvedTable.Output(
      name: output.name, slot: slot, priorities: priorities, otherwise: otherwise)
  }

  private func type(of table: DecisionTable, _ types: [Type]) -> Type {
    let row =
      types.count == 1
      ? types[0] : .context(zip(table.outputs, types).map { ContextEntry($0.name, $1) })
    return switch table.hitPolicy {
    case .collect(.count): .number
    case .collect(.some): row
    case .unique, .any, .priority, .first: row
    case .ruleOrder, .outputOrder, .collect(nil): .list(row)
    }
  }

  private mutating func checkAggregate(_ table: DecisionTable, _ columns: [[Node]]) {
    guard case .collect(let aggregator?) = table.hitPolicy, aggregator != .count else { return }
    text = table.id
    guard columns.count == 1 else {
      return complain(
        "\(aggregator.rawValue) makes one value of one output, and the table has \(columns.count)",
        SourceSpan(0, 0))
    }
    for node in columns[0] {
      let fits =
        aggregator == .sum
        ? node.type.isNumber || node.type.isDuration || node.type.isOpen
        : node.type.orders(with: node.type) || node.type.isOpen
      guard !fits, !node.isUnknownCall else { continue }
      text = node.textID
      complain("\(node.type.inWords) has no \(aggregator.rawValue)", node.span)
    }
  }

  // MARK: Cells

  /// An expression of the table; nothing in the standard semantics if the cell is empty.
  private mutating func resolve(_ cell: Text) -> Node {
    text = cell.id
    let span = SourceSpan(0, cell.text.utf8.count)
    if !isStrict, cell.isBlank { return make(.literal(.null), span, .null) }
    guard let expression = parseCell(cell, asTests: false) else {
      return make(.literal(.null), span, .any)
    }
    return resolve(expression.syntax)
  }

  /// The condition that a cell of tests puts to the value in a slot.
  mutating func cell(_ cell: Text, of type: Type, _ slot: Int) -> Node {
    text = cell.id
    let span = SourceSpan(0, cell.text.utf8.count)
    guard let (tests, negated) = parsedTests(cell), !tests.isEmpty else {
      return make(.literal(.boolean(true)), span, .boolean)
    }
    return self.tests(tests, negated: negated, of: type, slot, span)
  }

  /// The tests of a cell one by one.
  private mutating func tests(_ cell: Text, of type: Type, _ slot: Int) -> [Node] {
    text = cell.id
    guard let (tests, negated) = parsedTests(cell) else { return [] }
    if negated {
      complain("what is not allowed says nothing of an order", SourceSpan(0, cell.text.utf8.count))
    }
    return inside([.local("?", slot: slot, type: type)]) { resolver in
      tests.map { resolver.test($0, of: type, slot) }
    }
  }

  /// The tests that a cell holds, none for `-`; nil if it cannot be parsed.
  private mutating func parsedTests(_ cell: Text) -> (tests: [Syntax], negated: Bool)? {
    if !isStrict, cell.isBlank { return ([], false) }
    guard case .tests(let tests, let negated)? = parseCell(cell, asTests: true)?.syntax.kind
    else { return nil }
    return (tests, negated)
  }
}

extension Text {
  fileprivate var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}
