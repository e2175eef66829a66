import FEEL

extension Layout {
  /// The name of something in a formula that is computed and stands in no record; nil for none.
  func computed(in program: Program) -> String? {
    var found: String?
    program.root.forEach { piece in
      guard case .member(let base, let member) = piece.kind else { return }
      var type = base.type
      if case .list(let element) = type { type = element }
      guard case .record(let table, _) = type else { return }
      switch tables[table].members[member].source {
      case .value, .level: found = found ?? tables[table].members[member].name
      case .field, .related: break
      }
    }
    return found
  }
}
