import Criteria
import FEEL
import Model
import Scoring

/// Records of which the first choice that holds is looked for, one choice after the other.
struct FirstChoice {
  /// The records that are not settled yet.
  private(set) var rows: [Int]
  /// The places of these among all.
  private var places: [Int]
  private var settled: [RowOutcome?]

  init(_ rows: [Int]) {
    self.rows = rows
    places = Array(rows.indices)
    settled = Array(repeating: nil, count: rows.count)
  }

  /// Settles the records for which `outcome` gives one.
  ///
  /// - Parameter holds: What the condition of the choice says of each record that is not settled.
  mutating func settle(_ holds: [Value], _ outcome: (_ row: Int, Value) -> RowOutcome?) {
    var (left, open): ([Int], [Int]) = ([], [])
    for (index, value) in holds.enumerated() {
      if let outcome = outcome(rows[index], value) {
        settled[places[index]] = outcome
      } else {
        left.append(rows[index])
        open.append(places[index])
      }
    }
    (rows, places) = (left, open)
  }

  /// The outcomes of all records in their order; `otherwise` gives those that are not settled.
  func outcomes(_ otherwise: (_ row: Int) -> RowOutcome) -> [RowOutcome] {
    var rest = rows.makeIterator()
    return settled.map { $0 ?? otherwise(rest.next() ?? 0) }
  }
}

extension ResolvedPack.Level {
  /// The level or state of each record of `choice` that is not settled: the first row that holds.
  ///
  /// A row whose condition is unknown leaves the level open, unless every completion gives the same
  /// one: the levels of the rows that are true or unknown, up to the first true one. Where no row
  /// matches, an authority has to decide; nothing is guessed.
  ///
  /// Source: semantics of unknowns in first-hit rows.
  func outcomes(_ choice: inout FirstChoice, in world: inout World) -> [RowOutcome] {
    for (state, program) in zip(rule.states, states) where !choice.rows.isEmpty {
      choice.settle(world.compute(program, of: table, choice.rows)) { row, holds in
        switch holds {
        case .boolean(true): outcome(of: state, program, row, in: world)
        case .unknown(let why):
          RowOutcome(.unknown(why), entry: state.head.id, isPending: true)
        default: nil
        }
      }
    }
    return firstRows(&choice, in: &world)
  }

  private func outcome(
    of state: LevelRule.State, _ condition: Program, _ row: Int, in world: World
  ) -> RowOutcome {
    let record = RecordReference(type: Int32(table), row: Int32(row))
    let why =
      world.gaps(of: record, readBy: condition)
      ?? Unknown(Wording(verbatim: state.head.label?.english ?? state.head.id))
    let value: Value =
      state.state == "notClassified"
      ? .null(reason: Wording(verbatim: state.head.id)) : .unknown(why)
    return RowOutcome(
      value, entry: state.head.id, state: state.state, isPending: state.isPending)
  }

  private func firstRows(_ choice: inout FirstChoice, in world: inout World) -> [RowOutcome] {
    var doubts: [Int: Doubt] = [:]
    for (row, rule) in zip(rows, rule.rows) where !choice.rows.isEmpty {
      choice.settle(world.compute(row.when, of: table, choice.rows)) { record, holds in
        switch holds {
        case .boolean(true):
          return RowOutcome(row.level, rule.head.id, after: doubts[record])
        case .unknown(let why):
          doubts[record, default: Doubt()].add(row.level, why)
          return nil
        default: return nil
        }
      }
    }
    return choice.outcomes { record in
      let cause = Unknown(.init("no row of the levels matches", needsDecision: true))
      let why = doubts[record]?.why
      return RowOutcome(.unknown(why.map { $0.union(cause) } ?? cause), isPending: true)
    }
  }
}

/// The levels of rows whose conditions are unknown, before the first that is true.
private struct Doubt {
  var levels: Set<Symbol> = []
  var why: Unknown?

  mutating func add(_ level: Symbol, _ cause: Unknown) {
    levels.insert(level)
    why = why.map { $0.union(cause) } ?? cause
  }
}

extension RowOutcome {
  /// The level of the first true row, after rows that might be true.
  fileprivate init(_ level: Symbol, _ entry: String, after doubt: Doubt?) {
    if let doubt, doubt.levels.union([level]).count > 1 {
      let open = Unknown(.init("the level depends on what is unknown", needsDecision: true))
      self.init(.unknown(doubt.why.map { $0.union(open) } ?? open), isPending: true)
    } else {
      self.init(.symbol(level), entry: entry)
    }
  }
}

extension World {
  /// Why values of a record are unknown, of those that a condition reads.
  fileprivate func gaps(of record: RecordReference, readBy condition: Program) -> Unknown? {
    var all: Unknown?
    condition.root.forEach { node in
      guard case .member(let base, let member) = node.kind, case .selfRecord = base.kind,
        case .unknown(let why) = value(of: member, in: record)
      else { return }
      all = all.map { $0.union(why) } ?? why
    }
    return all
  }
}
