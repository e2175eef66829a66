import Criteria
import FEEL
internal import Synchronization

/// Formulas that were prepared once and are computed again and again, for a few records at a time.
///
/// Making a ``RowFormula`` takes longer than computing it for one record, so whoever scores single people,
/// or follows single changes, keeps them. Worlds that share prepared formulas take turns.
package final class PreparedFormulas: Sendable {
  private let host: LentWorld
  /// The formulas by their outermost nodes, which live as long as these.
  private let formulas = Mutex<[ObjectIdentifier: RowFormula]>([:])

  /// Prepares nothing yet: each formula is made when it is first asked for.
  ///
  /// - Parameter world: Any world of the pack; it stands where another one was lent.
  package init(_ world: World) { host = LentWorld(world) }

  /// The value of a formula for some records, in their order.
  ///
  /// - Complexity: O(records × size of the formula).
  func column(_ program: Program, of table: Int, _ rows: [Int], in world: inout World) -> [Value] {
    let key = ObjectIdentifier(program.root)
    return formulas.withLock { formulas in
      host.swap(&world)
      defer { host.swap(&world) }
      if let place = formulas.index(forKey: key) {
        return rows.map { formulas.values[place].value($0) }
      }
      var made = RowFormula(again: program, of: table, in: host)
      defer { formulas[key] = made }
      return rows.map { made.value($0) }
    }
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
