import Scoring
import Synchronization

/// The rows by name of some tables, found when the first record needs them: most tables that are folded
/// have none that does.
///
/// A class because threads share what one of them has found.
final class NamedRows: Sendable {
  private let world: World
  private let tables: Set<Int>
  private let found = Mutex<[[String: Int32]]?>(nil)

  /// Finds nothing yet.
  init(of tables: Set<Int>, in world: World) { (self.tables, self.world) = (tables, world) }

  /// The rows by name of every table; none for those that are not asked for.
  ///
  /// - Complexity: O(records of the tables), once.
  var rows: [[String: Int32]] {
    found.withLock { found in
      if let found { return found }
      let rows = world.rowsByName(of: tables)
      found = rows
      return rows
    }
  }
}
