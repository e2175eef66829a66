import Criteria
import FEEL
import Model
import Scoring

extension ResolvedPack.Level {
  /// The level or state of one record: the first row that holds.
  ///
  /// A row whose condition is unknown leaves the level open, unless every completion gives the same
  /// one: the levels of the rows that are true or unknown, up to the first true one. Where no row
  /// matches, an authority has to decide; nothing is guessed.
  ///
  /// Source: semantics of unknowns in first-hit rows.
  func outcome(_ record: RecordReference, in world: World) -> RowOutcome {
    for (state, program) in zip(rule.states, states) {
      switch program.evaluate(self: record, locals: [], host: world, trace: nil) {
      case .boolean(true): return outcome(of: state, program, record, in: world)
      case .unknown(let why):
        return RowOutcome(.unknown(why), entry: state.head.id, isPending: true)
      default: continue
      }
    }
    return firstRow(record, in: world)
  }

  private func outcome(
    of state: LevelRule.State, _ condition: Program, _ record: RecordReference, in world: World
  ) -> RowOutcome {
    let why =
      world.gaps(of: record, readBy: condition)
      ?? Unknown(Wording(verbatim: state.head.label?.english ?? state.head.id))
    let value: Value =
      state.state == "notClassified"
      ? .null(reason: Wording(verbatim: state.head.id)) : .unknown(why)
    return RowOutcome(
      value, entry: state.head.id, state: state.state, isPending: state.isPending)
  }

  private func firstRow(_ record: RecordReference, in world: World) -> RowOutcome {
    var possible: [(level: Symbol, entry: String)] = []
    var why: Unknown?
    for (row, rule) in zip(rows, rule.rows) {
      switch row.when.evaluate(self: record, locals: [], host: world, trace: nil) {
      case .boolean(true):
        possible.append((row.level, rule.head.id))
        return settled(possible, why)
      case .unknown(let cause):
        possible.append((row.level, rule.head.id))
        why = why.map { $0.union(cause) } ?? cause
      default: continue
      }
    }
    let cause = Unknown(.init("no row of the levels matches", needsDecision: true))
    return RowOutcome(.unknown(why.map { $0.union(cause) } ?? cause), isPending: true)
  }

  private func settled(
    _ possible: [(level: Symbol, entry: String)], _ why: Unknown?
  ) -> RowOutcome {
    guard let last = possible.last, Set(possible.map(\.level)).count == 1 else {
      let open = Unknown(.init("the level depends on what is unknown", needsDecision: true))
      return RowOutcome(.unknown(why.map { $0.union(open) } ?? open), isPending: true)
    }
    return RowOutcome(.symbol(last.level), entry: last.entry)
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
