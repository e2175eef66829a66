package import FEEL

/// What the records seen so far give each owner: one accumulator a fold and owner.
///
/// Numbers are exact, so records may be added in any order and states joined in any order.
///
/// Shape: `totals[fold][owner]`; a fold to which nothing was added has no totals yet.
package struct FoldState: Sendable {
  private var totals: [[Number]]
  private var gaps: [[Int: Unknown]]
  private let kinds: [FoldPlan.Fold.Kind]
  private let owners: Int

  package init(_ plan: FoldPlan, owners: Int) {
    kinds = plan.folds.map(\.kind)
    self.owners = owners
    totals = kinds.map { _ in [] }
    gaps = kinds.map { _ in [:] }
  }

  /// Adds what one record gives to one fold of its owner.
  mutating func add(_ value: Value, to fold: Int, of owner: Int) {
    switch (kinds[fold], value) {
    case (.sum, .list(let elements)): for element in elements { sum(element, fold, owner) }
    case (.count, .list(let elements)):
      for element in elements {
        if case .perhaps(_, let why) = element {
          open(why, fold, owner)
        } else {
          add(.one, fold, owner)
        }
      }
    case (.some, .boolean(true)), (.every, .boolean(false)): add(.one, fold, owner)
    case (_, .unknown(let why)): open(why, fold, owner)
    default: break
    }
  }

  private mutating func add(_ number: Number, _ fold: Int, _ owner: Int) {
    if totals[fold].isEmpty { totals[fold] = Array(repeating: .zero, count: owners) }
    totals[fold][owner] += number
  }

  private mutating func sum(_ element: Value, _ fold: Int, _ owner: Int) {
    switch element {
    case .number(let number): add(number, fold, owner)
    case .perhaps(.number(let number), _) where number.isZero: break
    case .unknown(let why), .perhaps(_, let why): open(why, fold, owner)
    default: open(Unknown("is no number"), fold, owner)
    }
  }

  mutating func open(_ why: Unknown, _ fold: Int, _ owner: Int) {
    gaps[fold][owner] = gaps[fold][owner].map { $0.union(why) } ?? why
  }

  /// Adds what another thread has seen.
  package mutating func add(_ other: FoldState) {
    for fold in totals.indices {
      for (owner, total) in other.totals[fold].enumerated() where !total.isZero {
        add(total, fold, owner)
      }
      for (owner, why) in other.gaps[fold] { open(why, fold, owner) }
    }
  }

  /// Adds what plain records have given.
  mutating func add(_ plain: PlainTotals) {
    for fold in totals.indices {
      for owner in 0..<owners {
        if let total = plain.total(fold, owner) { add(total, fold, owner) }
      }
    }
  }

  /// The value of each fold for each owner.
  package var slots: [[Value]] {
    kinds.indices.map { fold in
      (0..<owners).map { value(fold, $0) }
    }
  }

  private func value(_ fold: Int, _ owner: Int) -> Value {
    let total = totals[fold].isEmpty ? Number.zero : totals[fold][owner]
    let gap = gaps[fold][owner]
    switch kinds[fold] {
    case .sum, .count: return gap.map(Value.unknown) ?? .number(total)
    case .some:
      return total.isZero ? gap.map(Value.unknown) ?? .boolean(false) : .boolean(true)
    case .every:
      return total.isZero ? gap.map(Value.unknown) ?? .boolean(true) : .boolean(false)
    }
  }
}
