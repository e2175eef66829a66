import Criteria
import FEEL
internal import Synchronization

/// Formulas that were prepared once and are computed again and again, for a few records at a time.
///
/// Making a ``RowFormula`` takes longer than computing it for one record, so whoever scores single people,
/// or follows single changes, keeps them. Worlds that share prepared formulas take turns.
package final class PreparedFormulas: Sendable {
  private let host: LentWorld
  private let formulas = Mutex(RowFormulas())

  /// Prepares nothing yet: each formula is made when it is first asked for.
  ///
  /// - Parameter world: Any world of the pack; it stands where another one was lent.
  package init(_ world: World) { host = LentWorld(world) }

  /// The value of a formula for some records, in their order.
  ///
  /// - Complexity: O(records × size of the formula).
  func column(_ program: Program, of table: Int, _ rows: [Int], in world: inout World) -> [Value] {
    formulas.withLock { formulas in
      host.swap(&world)
      defer { host.swap(&world) }
      let place = formulas.place(of: program, table, in: host)
      return rows.map { formulas.made[place].value($0) }
    }
  }

  /// The value of a formula for one record.
  func value(_ program: Program, of table: Int, _ row: Int, in world: inout World) -> Value {
    formulas.withLock { formulas in
      host.swap(&world)
      defer { host.swap(&world) }
      return formulas.made[formulas.place(of: program, table, in: host)].value(row)
    }
  }
}

/// Formulas that were made for one world.
private struct RowFormulas {
  var made: [RowFormula] = []
  /// The outermost node of each formula, which lives as long as the formula.
  private var roots: [ObjectIdentifier] = []
  private var places: [ObjectIdentifier: Int] = [:]
  private var last = 0

  /// The place of a formula, which is made where there is none yet.
  ///
  /// They are asked for in much the same order again and again, so each is looked for behind the last one.
  mutating func place(of program: Program, _ table: Int, in host: LentWorld) -> Int {
    let root = ObjectIdentifier(program.root)
    let next = last + 1 < roots.count ? last + 1 : 0
    if next < roots.count, roots[next] == root {
      last = next
    } else {
      last = places[root] ?? made.count
    }
    if last == made.count {
      made.append(RowFormula(again: program, of: table, in: host))
      roots.append(root)
      places[root] = last
    }
    return last
  }
}

/// A world that is lent for one column after the other, without being copied.
final class LentWorld: Host {
  private let world: Mutex<World>

  init(_ world: World) { self.world = Mutex(world) }

  /// Exchanges the world that is held with another one.
  func swap(_ other: inout World) {
    world.withLock { Swift.swap(&$0, &other) }
  }

  func value(of member: Int, in record: RecordReference) -> Value {
    world.withLock { $0.value(of: member, in: record) }
  }
  func global(_ index: Int) -> Value { world.withLock { $0.global(index) } }
  func slot(_ index: Int, of record: RecordReference?) -> Value {
    world.withLock { $0.slot(index, of: record) }
  }
  func workingDays(from: CalendarDate, to: CalendarDate) -> Value {
    world.withLock { $0.workingDays(from: from, to: to) }
  }
}
