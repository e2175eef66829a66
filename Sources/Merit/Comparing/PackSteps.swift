import Criteria

/// The packs between two others: at each step one entry further, as far as each can be resolved.
struct PackSteps {
  /// One step of the way.
  struct Step: Sendable {
    /// What is made here; more than one change where none can stand without the others.
    let changes: [PackChange]
    /// The pack in which this and all steps before are made.
    let pack: CriteriaPack
  }

  /// In the stated order: that of the changes, and what cannot stand yet after what it needs.
  private(set) var steps: [Step] = []
  private let pair: PackPair
  private let end: CriteriaPack
  private let stands: (CriteriaPack) -> Bool
  private var made: Set<Int> = []
  private var rest: [Int]

  /// Finds the steps between two packs.
  ///
  /// - Parameter stands: Whether a pack can be run.
  /// - Complexity: O(changes) resolved packs where every change can stand alone.
  init(_ pair: PackPair, to end: CriteriaPack, _ stands: @escaping (CriteriaPack) -> Bool) {
    self.pair = pair
    self.end = end
    self.stands = stands
    rest = pair.changes.indices.filter { pair.changes[$0].bearsOnResults }
    while !rest.isEmpty {
      let before = rest.count
      for change in rest {
        if let pack = standing([change]) { take([change], pack) }
      }
      if rest.count == before { takeTogether() }
    }
  }

  /// The pack in which more changes are made, if it can be run.
  private func standing(_ more: [Int]) -> CriteriaPack? {
    if Set(more) == Set(rest) { return end }
    let pack = CriteriaPack(pair.mixed(making: made.union(more)), folder: end.folder)
    return stands(pack) ? pack : nil
  }

  private mutating func take(_ more: [Int], _ pack: CriteriaPack) {
    steps.append(Step(changes: more.map { pair.changes[$0] }, pack: pack))
    made.formUnion(more)
    rest.removeAll { more.contains($0) }
  }

  /// Takes the first changes that can stand together though none of them can alone.
  private mutating func takeTogether() {
    var more: [Int] = []
    var pack: CriteriaPack?
    for change in rest where pack == nil {
      more.append(change)
      pack = standing(more)
    }
    for change in more.dropLast() {
      let fewer = more.filter { $0 != change }
      guard let smaller = standing(fewer) else { continue }
      (more, pack) = (fewer, smaller)
    }
    take(more, pack ?? end)
  }
}
