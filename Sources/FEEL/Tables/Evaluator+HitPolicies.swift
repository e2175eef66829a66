extension Evaluator {
  // MARK: One row

  /// The outputs of the only row that holds.
  mutating func unique(_ table: ResolvedTable, _ held: [HeldRow]) -> Value {
    let sure = held.filter { $0.doubt == nil }
    if sure.count > 1 { return conflict(table, sure[0].row, sure[1].row, "only one row may hold") }
    // Beside a row that surely holds, or beside each other, rows in doubt might contradict.
    if held.count > 1 { return held.doubts.map(Value.unknown) ?? none(table) }
    return oneOf(table, held)
  }

  /// The outputs that all rows have in common.
  mutating func any(_ table: ResolvedTable, _ held: [HeldRow]) -> Value {
    let values = held.map { outputs(table, $0.row) }
    let sure = held.indices.filter { held[$0].doubt == nil }
    guard let first = sure.first else { return oneOf(table, held, values) }
    for other in sure.dropFirst() {
      switch semantics.truth(semantics.equal(values[first], values[other])) {
      case .yes: continue
      case .open(let open) where open.unknown != nil: return open
      case .no, .open:
        return conflict(table, held[first].row, held[other].row, "their outputs differ")
      }
    }
    return settled(values, held.doubts)
  }

  /// The outputs of the row that surely holds, unless one in doubt would give something else.
  ///
  /// Without a row that surely holds there is perhaps none.
  mutating func oneOf(_ table: ResolvedTable, _ held: [HeldRow]) -> Value {
    oneOf(table, held, held.map { outputs(table, $0.row) })
  }

  private mutating func oneOf(
    _ table: ResolvedTable, _ held: [HeldRow], _ values: [Value]
  ) -> Value {
    let isSure = held.contains { $0.doubt == nil }
    return settled(isSure ? values : values + [none(table)], held.doubts)
  }

  /// The value that all completions give, or unknown.
  private func settled(_ values: [Value], _ doubts: Unknown?) -> Value {
    guard let doubts else { return values.first ?? .null }
    let isSettled =
      values.allSatisfy(\.isKnown)
      && values.dropFirst().allSatisfy { value in
        if case .yes = semantics.truth(semantics.equal(values[0], value)) { return true }
        return false
      }
    return isSettled ? values[0] : .unknown(doubts)
  }

  private func conflict(_ table: ResolvedTable, _ one: Int, _ other: Int, _ why: Wording) -> Value {
    contradiction("rows '\(table.name(of: one))' and '\(table.name(of: other))' hold, but \(why)")
  }

  /// What only an authority can settle, in the strict semantics.
  private func contradiction(_ reason: Wording) -> Value {
    switch semantics {
    case .standard: semantics.failure(reason)
    case .strict: .unknown(Unknown(.init(reason, needsDecision: true)))
    }
  }

  // MARK: By the order of the outputs

  /// The outputs that stand first in the order of the allowed values; of equals, the first row.
  mutating func priority(_ table: ResolvedTable, _ held: [HeldRow]) -> Value {
    let ranked: [RankedRow]
    switch rank(table, held) {
    case .failure(let failure): return failure.value
    case .success(let rows): ranked = rows
    }
    let winner = ranked.first { $0.held.doubt == nil }
    let rivals = ranked.prefix { $0.held.doubt != nil }
    let candidates = rivals + (winner.map { [$0] } ?? [])
    return oneOf(table, candidates.map(\.held), candidates.map(\.value))
  }

  /// The outputs of all rows in the order of the allowed values; of equals, in that of the rows.
  mutating func outputOrder(_ table: ResolvedTable, _ held: [HeldRow]) -> Value {
    switch rank(table, held) {
    case .failure(let failure): failure.value
    case .success(let rows): list(table, rows.map { ($0.value, $0.held.doubt) })
    }
  }

  private struct RankedRow {
    let held: HeldRow
    let value: Value
    let ranks: [Int]
  }

  private struct Unranked: Error { let value: Value }

  /// The rows with their outputs, the one of the highest priority first.
  ///
  /// An output that is not among the allowed ones comes last in the standard semantics and is a
  /// failure in the strict one; one that is unknown has no place in the order.
  private mutating func rank(
    _ table: ResolvedTable, _ held: [HeldRow]
  ) -> Result<[RankedRow], Unranked> {
    var ranked: [RankedRow] = []
    for held in held {
      let parts = values(table.rules[held.row].outputs)
      var ranks: [Int] = []
      for (output, part) in zip(table.outputs, parts) where !output.priorities.isEmpty {
        if let causes = part.causes { return .failure(Unranked(value: .unknown(causes))) }
        let rank = rank(of: part, output)
        if rank == nil, semantics == .strict {
          let words: Wording = "\(part) is not an allowed value of the output '\(output.name)'"
          return .failure(Unranked(value: semantics.failure(words)))
        }
        ranks.append(rank ?? .max)
      }
      ranked.append(RankedRow(held: held, value: whole(table, parts), ranks: ranks))
    }
    return .success(
      ranked.sorted { one, other in
        one.ranks == other.ranks
          ? one.held.row < other.held.row : one.ranks.lexicographicallyPrecedes(other.ranks)
      })
  }

  private mutating func rank(of part: Value, _ output: ResolvedTable.Output) -> Int? {
    frame[output.slot] = part
    for (rank, test) in output.priorities.enumerated() {
      if case .yes = semantics.truth(value(test)) { return rank }
    }
    return nil
  }

  // MARK: All rows

  /// The outputs of all rows in their order.
  mutating func list(_ table: ResolvedTable, _ held: [HeldRow]) -> Value {
    list(table, held.map { (outputs(table, $0.row), $0.doubt) })
  }

  private mutating func list(
    _ table: ResolvedTable, _ rows: [(value: Value, doubt: Unknown?)]
  ) -> Value {
    if rows.isEmpty { return none(table) }
    let isSure = rows.contains { $0.doubt == nil }
    if !isSure, table.hasDefault {
      return .unknown(rows.reduce(rows[0].doubt ?? Unknown("")) { union($0, $1.doubt) ?? $0 })
    }
    return semantics.list(rows.map { $0.value.doubted(by: $0.doubt) })
  }

  mutating func aggregate(
    _ table: ResolvedTable, _ held: [HeldRow], _ aggregator: HitPolicy.Aggregator
  ) -> Value {
    if held.isEmpty, table.hasDefault || aggregator != .count { return none(table) }
    if table.outputs.count > 1, aggregator != .count {
      return semantics.failure("\(aggregator.rawValue) makes one value of one output")
    }
    guard case .list(let items) = held.isEmpty ? .list([]) : list(table, held) else {
      return held.doubts.map(Value.unknown) ?? .null
    }
    return switch aggregator {
    case .sum: semantics.sum(items)
    case .min: semantics.minimum(items)
    case .max: semantics.maximum(items)
    case .count: semantics.count(items)
    }
  }

  // MARK: Outputs

  private mutating func outputs(_ table: ResolvedTable, _ row: Int) -> Value {
    whole(table, values(table.rules[row].outputs))
  }

  private func whole(_ table: ResolvedTable, _ parts: [Value]) -> Value {
    if parts.count == 1 { return parts[0] }
    return .context(Context(zip(table.outputs, parts).map { ($0.name, $1) }))
  }

  /// The value where no row holds: the default outputs if there are any, else what is right for the
  /// policy and the semantics.
  private mutating func none(_ table: ResolvedTable) -> Value {
    if table.hasDefault {
      var parts: [Value] = []
      for output in table.outputs { parts.append(output.otherwise.map { value($0) } ?? .null) }
      let outputs = whole(table, parts)
      return table.hitPolicy.givesList ? .list([outputs]) : outputs
    }
    guard semantics == .strict else { return .null(reason: "no row of the table holds") }
    switch table.hitPolicy {
    case .ruleOrder, .outputOrder, .collect(nil): return .list([])
    case .collect(.sum), .collect(.count): return .number(0)
    default: return contradiction("no row of the table holds")
    }
  }
}

extension ResolvedTable {
  /// Whether there is a result where no row holds.
  var hasDefault: Bool { outputs.contains { $0.otherwise != nil } }
}

extension HitPolicy {
  /// Whether the result is a list.
  var givesList: Bool {
    switch self {
    case .ruleOrder, .outputOrder, .collect(nil): true
    default: false
    }
  }
}

extension [HeldRow] {
  /// Why it is not known which rows hold, nil if it is.
  fileprivate var doubts: Unknown? { reduce(nil) { union($0, $1.doubt) } }
}
