import FEEL
internal import Synchronization

/// The values of a written table by block, row and heading, made for whichever of its two files asks
/// first and kept for the other.
///
/// A class, because two files look at the same thing; its lock makes the second wait for the first.
final class SharedRows: Sendable {
  private let kept = Mutex<[[[Value?]]]?>(nil)

  /// The values: those that are kept, which are then let go, or those that `make` makes.
  func take(_ make: () -> [[[Value?]]]) -> [[[Value?]]] {
    kept.withLock { kept in
      if let rows = kept {
        kept = nil
        return rows
      }
      let rows = make()
      kept = rows
      return rows
    }
  }
}
