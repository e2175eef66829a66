extension Type {
  /// This type, or `any` if it is made of more than some thousand types.
  ///
  /// Types share their parts, so that a short text could make one that never ends when it is gone
  /// through: `{a: {x: 1, y: 1}, b: {x: a, y: a}, c: {x: b, y: b}, …}`.
  ///
  /// - Complexity: O(1), as no more are counted.
  var ofLimitedSize: Type {
    var room = 4096
    take(from: &room)
    return room < 0 ? .any : self
  }

  private func take(from room: inout Int) {
    room -= 1
    guard room >= 0 else { return }
    switch self {
    case .list(let part), .range(let part): part.take(from: &room)
    case .context(let entries):
      for entry in entries where room >= 0 { entry.type.take(from: &room) }
    case .function(let type?):
      for part in type.parameters + [type.result] where room >= 0 { part.take(from: &room) }
    default: break
    }
  }
}
