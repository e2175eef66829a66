/// Makes entries that follow one pack in some places and another one in all the others.
struct EntryMixing {
  /// The places that follow the other pack.
  let made: Set<[String]>

  /// One entry that both packs have.
  func entry(_ one: PackEntry, _ other: PackEntry, at place: [String]) -> PackEntry {
    var entry = made.contains(place) ? other : one
    var seen: Set<String> = []
    for name in (one.sections + other.sections).map(\.name) where seen.insert(name).inserted {
      entry.set(name, entries(one.section(name), other.section(name), at: place + [name]))
    }
    return entry
  }

  private func entries(
    _ ones: [PackEntry], _ others: [PackEntry], at place: [String]
  ) -> [PackEntry] {
    let order = EntryOrder(ones, others)
    let ids = made.contains(place) ? EntryOrder(others, ones).ids : order.ids
    return ids.compactMap { id in
      let isMade = made.contains(place + [id])
      switch (order.ones[id], order.others[id]) {
      case (let one?, let other?): return entry(one, other, at: place + [id])
      case (let one?, nil) where one.isTableOfValues:
        return entry(one, one.emptied, at: place + [id])
      case (nil, let other?) where other.isTableOfValues:
        return entry(other.emptied, other, at: place + [id])
      case (let one?, nil): return isMade ? nil : one
      case (nil, let other): return isMade ? other : nil
      }
    }
  }
}

extension PackEntry {
  /// Whether all that the entry holds stands in a section without a name, as the values of a table do.
  var isTableOfValues: Bool { sections.contains { $0.name.isEmpty } }

  /// The same table without a value.
  var emptied: PackEntry {
    var copy = self
    copy.set("", [])
    return copy
  }
}
