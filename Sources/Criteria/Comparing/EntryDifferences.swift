/// Finds what differs between the entries of two packs.
enum EntryDifferences {
  /// Adds what differs of two entries of one id, and inside them.
  static func add(
    _ one: PackEntry, _ other: PackEntry, _ shape: Shape, at place: [String],
    to changes: inout [PackChange]
  ) {
    // The attributes of a whole pack are its name and title; the periods of both are scored.
    if !place.isEmpty, let change = PackChange(one, other, shape, at: place) {
      changes.append(change)
    }
    for name in shape.open == nil ? shape.sections.map(\.name) : [""] {
      guard let inner = shape.section(name) else { continue }
      add(one.section(name), other.section(name), inner, at: place + [name], to: &changes)
    }
  }

  private static func add(
    _ ones: [PackEntry], _ others: [PackEntry], _ shape: Shape, at place: [String],
    to changes: inout [PackChange]
  ) {
    let both = EntryOrder(ones, others)
    for id in both.ids {
      switch (both.ones[id], both.others[id]) {
      case (let one?, let other?): add(one, other, shape, at: place + [id], to: &changes)
      case (let one?, nil) where one.isTableOfValues:
        add(one, one.emptied, shape, at: place + [id], to: &changes)
      case (nil, let other?) where other.isTableOfValues:
        add(other.emptied, other, shape, at: place + [id], to: &changes)
      case (let one?, nil): changes.append(PackChange(.removed, one, at: place + [id]))
      case (nil, let other?): changes.append(PackChange(.added, other, at: place + [id]))
      case (nil, nil): break
      }
    }
    if both.isMoved, let first = others.first {
      changes.append(PackChange(.moved, first, at: place))
    }
  }
}

/// The entries of a section on both sides, in one order that keeps those of either.
struct EntryOrder {
  let ones: [String: PackEntry]
  let others: [String: PackEntry]
  /// The ids in the order of the one side; what only the other has stands after what it stands after
  /// there.
  let ids: [String]
  /// Whether those that both sides have stand in another order.
  let isMoved: Bool

  init(_ ones: [PackEntry], _ others: [PackEntry]) {
    self.ones = Dictionary(ones.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.others = Dictionary(others.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var ids = ones.map(\.id)
    var next = 0
    for entry in others {
      if let place = ids.firstIndex(of: entry.id) {
        next = place + 1
      } else {
        ids.insert(entry.id, at: next)
        next += 1
      }
    }
    self.ids = ids
    let (here, there) = (self.ones, self.others)
    isMoved =
      ones.map(\.id).filter { there[$0] != nil } != others.map(\.id).filter { here[$0] != nil }
  }
}
