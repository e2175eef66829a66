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
  /// For each record which of the outcomes it has; −1 while it is not settled.
  private var settled: [Int32]
  private var outcomes: [RowOutcome] = []

  init(_ rows: [Int]) {
    self.rows = rows
    places = Array(rows.indices)
    settled = Array(repeating: -1, count: rows.count)
  }

  /// Settles the records for which `outcome` gives one, by what a condition says of each.
  ///
  /// - Parameter usual: What `outcome` gives for every record of which the condition is true, where it
  ///   is the same for all; these share it, and are not asked about.
  mutating func settle(
    by condition: Program, of table: Int, in world: inout World, usual: RowOutcome? = nil,
    _ outcome: (_ row: Int, Value, inout World) -> RowOutcome?
  ) {
    if rows.count == 1 {
      let holds = world.compute(condition, of: table, rows[0])
      guard let outcome = outcome(rows[0], holds, &world) else { return }
      settle(0, outcome)
      (rows, places) = ([], [])
      return
    }
    let holds = world.compute(condition, of: table, rows)
    let shared = outcomes.count
    if let usual { outcomes.append(usual) }
    var left = 0
    for index in rows.indices {
      if usual != nil, case .boolean(true) = holds[index] {
        settled[places[index]] = Int32(shared)
      } else if let outcome = outcome(rows[index], holds[index], &world) {
        settle(index, outcome)
      } else {
        if left < index { (rows[left], places[left]) = (rows[index], places[index]) }
        left += 1
      }
    }
    rows.removeLast(rows.count - left)
    places.removeLast(places.count - left)
  }

  /// Settles all records that are left.
  mutating func settleRest(_ outcome: (_ row: Int) -> RowOutcome) {
    for index in rows.indices { settle(index, outcome(rows[index])) }
    (rows, places) = ([], [])
  }

  private mutating func settle(_ index: Int, _ outcome: RowOutcome) {
    settled[places[index]] = Int32(outcomes.count)
    outcomes.append(outcome)
  }

  /// The levels of all records, in their order, once they are settled.
  var levels: [Value] { settled.map { outcomes[Int($0)].value } }

  /// How the level of a record came about, by its place among all.
  func note(at place: Int) -> LevelNote { outcomes[Int(settled[place])].note }
}

extension ResolvedPack.Level {
  /// Settles the level or state of each record that is not settled: by the first row that holds.
  ///
  /// A row whose condition is unknown leaves the level open, unless every completion gives the same
  /// one: the levels of the rows that are true or unknown, up to the first true one. Where no row
  /// matches, an authority has to decide; nothing is guessed.
  ///
  /// Source: semantics of unknowns in first-hit rows.
  func settle(_ choice: inout FirstChoice, in world: inout World) {
    for place in states.indices where !choice.rows.isEmpty {
      choice.settle(by: states[place], of: table, in: &world) { row, holds, world in
        switch holds {
        case .boolean(true): outcome(of: rule.states[place], states[place], row, in: world)
        case .unknown(let why):
          RowOutcome(.unknown(why), entry: rule.states[place].head.id, isPending: true)
        default: nil
        }
      }
    }
    settleByRows(&choice, in: &world)
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

  private func settleByRows(_ choice: inout FirstChoice, in world: inout World) {
    var doubts: [Int: Doubt] = [:]
    for place in rows.indices where !choice.rows.isEmpty {
      let (level, entry) = (rows[place].level, rule.rows[place].head.id)
      let usual = doubts.isEmpty ? RowOutcome(level, entry, after: nil) : nil
      choice.settle(by: rows[place].when, of: table, in: &world, usual: usual) {
        record, holds, _ in
        switch holds {
        case .boolean(true): return RowOutcome(level, entry, after: doubts[record])
        case .unknown(let why):
          doubts[record, default: Doubt()].add(level, why)
          return nil
        default: return nil
        }
      }
    }
    choice.settleRest { record in
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
