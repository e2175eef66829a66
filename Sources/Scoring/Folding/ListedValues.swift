import FEEL

/// What the records of one owner give to a list, in the order of the records' names.
struct ListedValues: Sendable {
  private var elements: [(name: String, value: Value)] = []
  /// What stands for records that contradict each other; how many they are is not known.
  private var lost: (value: Unknown, doubt: Unknown)?

  /// Adds what one record gives.
  ///
  /// - Parameter isLost: Whether the record contradicts another of the same key.
  mutating func add(_ values: [Value], of name: String, isLost: Bool) {
    for value in values {
      if isLost, case .perhaps(.unknown(let value), let doubt) = value {
        lose(value, doubt)
      } else {
        elements.append((name, value))
      }
    }
  }

  /// Adds what others have given.
  mutating func add(_ other: ListedValues) {
    elements += other.elements
    if let lost = other.lost { lose(lost.value, lost.doubt) }
  }

  private mutating func lose(_ value: Unknown, _ doubt: Unknown) {
    lost = lost.map { ($0.value.union(value), $0.doubt.union(doubt)) } ?? (value, doubt)
  }

  /// The list.
  var value: Value {
    let sorted = elements.sorted { $0.name < $1.name }.map(\.value)
    return .list(sorted + (lost.map { [.perhaps(.unknown($0.value), $0.doubt)] } ?? []))
  }
}
