/// The work of a ``TableAnalysis``: what was found so far.
struct TableReview {
  let table: ResolvedTable
  let constants: Constants
  let boxes: RowBoxes
  private(set) var findings: [TableAnalysis.Finding] = []
  private(set) var hasMore = false
  private(set) var unproven: [TableAnalysis.Unproven] = []

  init(
    _ table: ResolvedTable, _ constants: Constants, _ scales: [Schema.Scale],
    _ bounds: (Node) -> ValueRange?
  ) {
    self.table = table
    self.constants = constants
    func test(_ node: Node, _ input: ResolvedTable.Input) -> CellTest? {
      CellTest(node, constants) { node in
        if case .local(input.slot) = node.kind { return true }
        return false
      }
    }
    let cells = table.inputs.enumerated().map { place, input in
      table.rules.map { test($0.tests[place], input) }
    }
    let allowed = table.inputs.map { input in
      let tests = [
        input.allowed.flatMap { test($0, input) },
        bounds(input.value).map { CellTest.isIn(.range($0)) },
      ].compactMap(\.self)
      return tests.isEmpty ? nil : CellTest.allOf(tests)
    }
    let isSimple = table.inputs.map { input in
      input.allowed.map { test($0, input) != nil } ?? true
    }
    boxes = RowBoxes(
      cells: cells, allowed: allowed,
      allowedIsSimple: isSimple,
      kinds: table.inputs.map { AxisKind($0.value.type) },
      symbols: { AxisKind.symbols(of: $0, in: scales) }, rows: table.rules.count)
    for (input, cells) in cells.enumerated() {
      let kind = boxes.sides[input]?.axis.kind
      for (row, cell) in cells.enumerated() {
        let isSimple = cell.map { test in kind.map { test.isDecided(for: $0) } ?? test.isAlways }
        if isSimple != true { tell(.row(row, input: input)) }
      }
      if boxes.sides[input]?.isExact == false { tell(.allowed(input: input)) }
    }
  }

  mutating func add(
    _ kind: TableAnalysis.Finding.Kind, _ rows: [Int], column: Int? = nil, _ example: [Value?]
  ) {
    guard findings.count < TableAnalysis.limit else { return hasMore = true }
    findings.append(.init(kind: kind, rows: rows, column: column, example: example))
  }

  mutating func tell(_ what: TableAnalysis.Unproven) { unproven.append(what) }

  // MARK: Row by row

  /// Rows that never hold, and outputs that are not allowed.
  mutating func lookAtRows() {
    for row in table.rules.indices {
      if let input = boxes.emptySide(of: row) { add(.unreachable, [row], column: input, []) }
      for (place, output) in table.outputs.enumerated() where !output.priorities.isEmpty {
        let value = constants.value(of: table.rules[row].outputs[place])
        if let value, rank(of: value, output) == .some(nil) {
          add(.output, [row], column: place, [])
        }
      }
    }
  }

  /// The place of a value among the allowed ones, nil in it if it has none; nil if nothing is known.
  private func rank(of value: Value, _ output: ResolvedTable.Output) -> Int?? {
    for (rank, node) in output.priorities.enumerated() {
      let test = CellTest(node, constants) { node in
        if case .local(output.slot) = node.kind { return true }
        return false
      }
      guard let test, let truth = test.truth(of: value, constants.semantics) else { return nil }
      if truth { return rank }
    }
    return .some(nil)
  }

  // MARK: Two rows at once

  /// Rows of which only one may hold, or which must give the same.
  mutating func lookAtPairs() {
    guard table.hitPolicy == .unique || table.hitPolicy == .any else { return }
    let outputs = table.rules.map { rule in rule.outputs.map { constants.value(of: $0) } }
    if table.hitPolicy == .any {
      for row in outputs.indices where outputs[row].contains(where: { $0 == nil }) {
        tell(.output(row))
      }
    }
    let rows = table.rules.indices.filter { boxes.isExact[$0] && !boxes.isEmpty($0) }
    for (place, row) in rows.enumerated() {
      for other in rows[(place + 1)...] where boxes.overlap(row, other) {
        guard !hasMore else { return }
        if table.hitPolicy == .unique {
          add(.overlap, [other, row], common(row, other))
        } else if differ(outputs[row], outputs[other]) {
          add(.conflict, [other, row], common(row, other))
        }
      }
    }
  }

  private func common(_ one: Int, _ other: Int) -> [Value?] {
    boxes.example(in: zip(boxes.boxes[one], boxes.boxes[other]).map { $0.intersection($1) })
  }

  private func differ(_ one: [Value?], _ other: [Value?]) -> Bool {
    zip(one, other).contains { a, b in
      guard let a, let b else { return false }
      if case .yes = constants.semantics.truth(constants.semantics.equal(a, b)) { return false }
      return true
    }
  }

  // MARK: All rows at once

  /// Values without a row, and rows that others come before wherever they hold.
  mutating func lookAtOrder() {
    let masks = table.hitPolicy == .first || table.hitPolicy == .priority
    let order = table.hitPolicy == .priority ? byPriority() : Array(table.rules.indices)
    let needsRow = table.hitPolicy.needsRow && !table.hasDefault
    guard masks || needsRow else { return }
    let walk = BoxWalk(boxes, rows: order ?? Array(table.rules.indices))
    if needsRow { lookAtBlanks(walk) }
    if !walk.isComplete { return tell(.bound) }
    guard masks, let order else { return }
    for (place, row) in order.enumerated() where !boxes.isEmpty(row) && !walk.first.contains(row) {
      guard !hasMore else { return }
      let before = BoxWalk(
        boxes, rows: Array(order[..<place]), window: boxes.boxes[row],
        work: BoxWalk.greatestWork / 100)
      let winner = order.first { boxes.isExact[$0] && boxes.holds($0, atCornerOf: row) }
      let others = before.first.subtracting([winner ?? row]).sorted()
      add(
        .masked, [row] + [winner].compactMap(\.self) + others,
        boxes.example(in: boxes.boxes[row]))
    }
  }

  private mutating func lookAtBlanks(_ walk: BoxWalk) {
    let isAllowed = boxes.sides.allSatisfy { $0?.isExact ?? true }
    for blank in walk.blanks {
      let values = zip(boxes.sides, blank.positions).map { $0?.witness(at: $1) }
      if blank.isDoubtful || !isAllowed {
        tell(.gap(values))
      } else {
        add(.gap, [], values)
      }
    }
    if walk.hasMoreBlanks { hasMore = true }
  }

  /// The rows, the one of the highest priority first; nil if an output is not constant.
  private mutating func byPriority() -> [Int]? {
    var ranks: [[Int]] = []
    for (row, rule) in table.rules.enumerated() {
      var rank: [Int] = []
      for (output, node) in zip(table.outputs, rule.outputs) where !output.priorities.isEmpty {
        guard let value = constants.value(of: node), let found = self.rank(of: value, output)
        else {
          tell(.output(row))
          return nil
        }
        rank.append(found ?? .max)
      }
      ranks.append(rank)
    }
    return table.rules.indices.sorted { one, other in
      ranks[one] == ranks[other]
        ? one < other : ranks[one].lexicographicallyPrecedes(ranks[other])
    }
  }
}

extension RowBoxes {
  /// Whether a row holds where the example of another one lies.
  fileprivate func holds(_ row: Int, atCornerOf other: Int) -> Bool {
    zip(boxes[row], boxes[other]).allSatisfy { region, corner in
      corner.stretches.first.map { region.contains($0.lowerBound) } ?? false
    }
  }
}

extension HitPolicy {
  /// Whether there is no result where no row holds.
  fileprivate var needsRow: Bool {
    switch self {
    case .collect(.min), .collect(.max): true
    default: isSingle
    }
  }
}

extension AxisKind {
  /// The kind of the values of a type, nil for those without a place on a line.
  init?(_ type: Type) {
    switch type {
    case .boolean: self = .boolean
    case .number: self = .number
    case .string: self = .string
    case .date: self = .date
    case .daysDuration: self = .daysDuration
    case .monthsDuration: self = .monthsDuration
    case .symbol(let scale): self = .symbol(scale: Int32(clamping: scale))
    default: return nil
    }
  }

  /// All symbols of a scale.
  static func symbols(of scale: Int32, in scales: [Schema.Scale]) -> [Value] {
    guard scales.indices.contains(Int(scale)) else { return [] }
    let found = scales[Int(scale)]
    return found.symbols.compactMap {
      found.symbol(named: $0, index: Int(scale)).map(Value.symbol)
    }
  }
}
