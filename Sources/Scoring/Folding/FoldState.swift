package import FEEL

/// What the records seen so far give each owner: one accumulator a fold and owner.
///
/// Numbers are exact, so records may be added in any order and states joined in any order.
///
/// Shape: `totals[fold][owner]`; a fold to which nothing was added has no totals yet.
package struct FoldState: Sendable {
  private var totals: [[Number?]]
  private var gaps: [[Int: Unknown]]
  /// Elements that are perhaps there, or no numbers, of which a least or greatest one is sought.
  private var others: [[Int: [Value]]]
  private var listed: [[Int: ListedValues]]
  /// For each owner whether a record was seen that counts, or may count, in the period.
  package private(set) var hasRecords: [Bool]
  private var first: FirstRecords
  /// What formulas made of all records of an owner, by formula and owner.
  private var wholes: [[Value]]
  private let kinds: [FoldPlan.Fold.Kind]
  private let combined: [FoldPlan.Slot]
  private let owners: Int

  package init(_ plan: FoldPlan, owners: Int) {
    kinds = plan.folds.map(\.kind)
    combined = plan.slots
    self.owners = owners
    totals = kinds.map { _ in [] }
    gaps = kinds.map { _ in [:] }
    others = kinds.map { _ in [:] }
    listed = kinds.map { _ in [:] }
    hasRecords = Array(repeating: false, count: owners)
    first = FirstRecords(plan, owners: owners)
    wholes = plan.wholes.map { _ in Array(repeating: World.notComputed, count: owners) }
  }

  /// Takes what a formula makes of all records of an owner.
  mutating func take(_ value: Value, of whole: Int, for owner: Int) {
    wholes[whole][owner] = value
  }

  /// Whether a record for which a keep of the plan surely holds is to be kept for its owner.
  mutating func needs(_ keep: Int, _ owner: Int) -> Bool { first.needs(keep, owner) }

  /// Notes that an owner has a record.
  mutating func see(_ owner: Int) { hasRecords[owner] = true }

  /// Adds what one record gives to one fold of its owner.
  ///
  /// - Parameters:
  ///   - name: What the record is called.
  ///   - isLost: Whether it contradicts another of the same key.
  mutating func add(
    _ value: Value, to fold: Int, of owner: Int, from name: String, isLost: Bool
  ) {
    switch (kinds[fold], value) {
    case (.list, .list(let elements)):
      if !elements.isEmpty {
        listed[fold][owner, default: ListedValues()].add(elements, of: name, isLost: isLost)
      }
    case (.sum, .list(let elements)): for element in elements { sum(element, fold, owner) }
    case (.least, .list(let elements)), (.greatest, .list(let elements)):
      for element in elements { weigh(element, fold, owner) }
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
    if totals[fold].isEmpty { totals[fold] = Array(repeating: nil, count: owners) }
    totals[fold][owner] = totals[fold][owner].map { kinds[fold].joined($0, number) } ?? number
  }

  private mutating func sum(_ element: Value, _ fold: Int, _ owner: Int) {
    switch element {
    case .number(let number): add(number, fold, owner)
    case .perhaps(.number(let number), _) where number.isZero: break
    case .unknown(let why), .perhaps(_, let why): open(why, fold, owner)
    default:
      if let why = Semantics.strict.sum([element]).unknown { open(why, fold, owner) }
    }
  }

  private mutating func weigh(_ element: Value, _ fold: Int, _ owner: Int) {
    switch element {
    case .number(let number): add(number, fold, owner)
    case .unknown(let why): open(why, fold, owner)
    default: others[fold][owner, default: []].append(element)
    }
  }

  mutating func open(_ why: Unknown, _ fold: Int, _ owner: Int) {
    gaps[fold][owner] = gaps[fold][owner].map { $0.union(why) } ?? why
  }

  /// Adds what another thread has seen.
  package mutating func add(_ other: FoldState) {
    for fold in totals.indices {
      for (owner, total) in other.totals[fold].enumerated() {
        if let total { add(total, fold, owner) }
      }
      for (owner, why) in other.gaps[fold] { open(why, fold, owner) }
      others[fold].merge(other.others[fold]) { $0 + $1 }
      for (owner, values) in other.listed[fold] {
        listed[fold][owner, default: ListedValues()].add(values)
      }
    }
    for owner in other.hasRecords.indices where other.hasRecords[owner] { see(owner) }
  }

  /// Adds what plain records have given.
  mutating func add(_ plain: PlainTotals) {
    for fold in totals.indices {
      for owner in 0..<owners {
        if let total = plain.total(fold, owner) { add(total, fold, owner) }
      }
    }
    for owner in 0..<owners where plain.hasRecords[owner] { see(owner) }
  }

  /// The value of each slot for each owner.
  package var slots: [[Value]] {
    combined.map { slot in
      if case .whole(let index) = slot { return wholes[index] }
      return (0..<owners).map { owner in slot.value { value($0, owner) } }
    }
  }

  private func value(_ fold: Int, _ owner: Int) -> Value {
    if let values = listed[fold][owner], gaps[fold][owner] == nil { return values.value }
    return kinds[fold].value(
      totals[fold].isEmpty ? nil : totals[fold][owner], gap: gaps[fold][owner],
      others: others[fold][owner] ?? [])
  }
}

extension FoldPlan.Slot {
  /// The value of a slot by those of the folds.
  func value(_ fold: (Int) -> Value) -> Value {
    switch self {
    case .fold(let only): return fold(only)
    case .whole: return World.notComputed
    case .mean(let sum, let count):
      // The sum by the count, as the mean of a list is.
      let (sum, count) = (fold(sum), fold(count))
      if count == .number(.zero) { return Semantics.strict.mean([]) }
      return Semantics.strict.arithmetic(.divide, sum, count)
    }
  }
}

extension FoldPlan.Fold.Kind {
  /// What two parts of the records give together.
  func joined(_ one: Number, _ other: Number) -> Number {
    switch self {
    case .sum, .count, .some, .every, .list: one + other
    case .least: min(one, other)
    case .greatest: max(one, other)
    }
  }

  /// The value of a fold.
  ///
  /// - Parameters:
  ///   - total: What all certain records give; nil for nothing.
  ///   - gap: What is not known.
  ///   - others: What is perhaps there, or no number, where the least or greatest is sought.
  func value(
    _ total: Number?, gap: Unknown? = nil, others: @autoclosure () -> [Value] = []
  ) -> Value {
    switch self {
    case .sum, .count: return gap.map(Value.unknown) ?? .number(total ?? .zero)
    case .list: return gap.map(Value.unknown) ?? .list([])
    case .some: return total == nil ? gap.map(Value.unknown) ?? .boolean(false) : .boolean(true)
    case .every: return total == nil ? gap.map(Value.unknown) ?? .boolean(true) : .boolean(false)
    case .least, .greatest:
      let elements =
        (total.map { [.number($0)] } ?? []) + others() + (gap.map { [.unknown($0)] } ?? [])
      return self == .least
        ? Semantics.strict.minimum(elements) : Semantics.strict.maximum(elements)
    }
  }
}
