/// For which owners a record was kept already, where one of them is enough.
struct FirstRecords: Sendable {
  private var isKept: [[Bool]]

  /// Knows none yet.
  init(_ plan: FoldPlan, owners: Int) {
    isKept = plan.keeps.map { keep in
      if case .any = keep { Array(repeating: false, count: owners) } else { [] }
    }
  }

  /// Whether a record that surely holds is still needed; notes that it is kept.
  mutating func needs(_ keep: Int, _ owner: Int) -> Bool {
    guard !isKept[keep].isEmpty else { return true }
    defer { isKept[keep][owner] = true }
    return !isKept[keep][owner]
  }
}
