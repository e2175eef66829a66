import FEEL

/// How a level came about, beside the level itself.
package struct LevelNote: Hashable, Sendable {
  /// The entry of the pack that gave the level or state, such as the id of a row.
  package var entry: String?
  /// A state in place of a level, such as `noResult`.
  package var state: String?
  /// Whether a level may still come, so that quotas stay open.
  package var isPending = false
  /// The caps that lowered the level, by id.
  package var caps: [String] = []
  /// The quota that refused or left open the level, by id.
  package var quota: String?
  /// The decision that stands in place of what was proposed, by the decision's record.
  package var decision: String?

  package init() {}
}

/// The record is not one that the pack is about.
package let outOfScope = "outOfScope"

/// The outcome of one set of level rows for one record.
struct RowOutcome {
  let value: Value
  var note = LevelNote()

  init(_ value: Value, entry: String? = nil, state: String? = nil, isPending: Bool = false) {
    self.value = value
    note.entry = entry
    note.state = state
    note.isPending = isPending
  }
}
