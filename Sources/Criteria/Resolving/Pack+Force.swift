package import FEEL

extension Pack {
  /// The texts cited by the pack's entries that are in force on no day from `first` to `last`.
  ///
  /// A result drawn up under such a text is an exercise, and every report says so.
  ///
  /// - Complexity: O(entries × laws).
  package func lawsOutOfForce(from first: CalendarDate, to last: CalendarDate) -> [Law] {
    let cited = Set(
      heads.flatMap { $0.cite.text.split(separator: ";") }
        .compactMap { $0.split(separator: " ").first.map { String($0) } })
    return laws.filter { law in
      guard cited.contains(law.id) else { return false }
      return (law.from.map { $0 > last } ?? false) || (law.to.map { $0 < first } ?? false)
    }
  }
}
