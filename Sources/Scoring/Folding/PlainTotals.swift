import FEEL

/// What plain records give each owner: significands, added up or the least or greatest of them.
///
/// Shape: ``words`` has one word for each fold of each owner, owner after owner. What leaves its word is
/// put aside as a number. Where parts are added up, 0 is nothing; of what is the least or greatest it is
/// noted whether there is something.
package struct PlainTotals: Sendable {
  private var words: [Int]
  /// Whether there is something in each word of a least or greatest.
  private var isGiven: [Bool]
  /// The places of each fold.
  private var places: [Int]
  private var aside: [Int: Number] = [:]
  private let kinds: [FoldPlan.Fold.Kind]
  /// For each owner whether a record was folded.
  private(set) var hasRecords: [Bool]

  package init(_ kinds: [FoldPlan.Fold.Kind], owners: Int) {
    self.kinds = kinds
    words = Array(repeating: 0, count: kinds.count * owners)
    isGiven = Array(repeating: false, count: words.count)
    places = Array(repeating: 0, count: kinds.count)
    hasRecords = Array(repeating: false, count: owners)
  }

  /// Forgets everything; what comes next is of so many owners.
  mutating func begin(owners: Int) {
    guard hasRecords.count == owners else {
      self = PlainTotals(kinds, owners: owners)
      return
    }
    for index in words.indices { (words[index], isGiven[index]) = (0, false) }
    for fold in places.indices { places[fold] = 0 }
    for owner in hasRecords.indices { hasRecords[owner] = false }
    aside = [:]
  }

  @inline(__always)
  mutating func see(_ owner: Int) { hasRecords[owner] = true }

  /// Gives a fold at least so many places.
  mutating func adopt(_ places: Int, fold: Int) {
    guard places > self.places[fold] else { return }
    let factor = PlainTotals.power(places - self.places[fold])
    for index in stride(from: fold, to: words.count, by: self.places.count) where hasWord(index) {
      let (value, overflow) =
        factor.map { words[index].multipliedReportingOverflow(by: $0) } ?? (0, true)
      if overflow { putAside(index, fold) } else { words[index] = value }
    }
    self.places[fold] = places
  }

  /// What a value of so many places is multiplied by before it is added; nil if by too much.
  func factor(_ places: Int, fold: Int) -> Int? { PlainTotals.power(self.places[fold] - places) }

  /// Adds one value to the fold of each of some owners, those of at least 0.
  mutating func add(_ values: Span<Int>, to fold: Int, of owners: Span<Int>) {
    switch kinds[fold] {
    case .least: weigh(values, fold, owners) { min($0, $1) }
    case .greatest: weigh(values, fold, owners) { max($0, $1) }
    case .sum, .count, .some, .every, .list: sum(values, fold, owners)
    }
  }

  private mutating func sum(_ values: Span<Int>, _ fold: Int, _ owners: Span<Int>) {
    var row = 0
    let width = places.count
    while row < values.count {
      // One view of the words for all rows, up to one whose sum leaves its word.
      var full = -1
      var words = self.words.mutableSpan
      while row < values.count, full < 0 {
        if owners[row] >= 0 {
          let index = owners[row] &* width &+ fold
          let (sum, overflow) = words[index].addingReportingOverflow(values[row])
          if overflow { full = index } else { words[index] = sum }
        }
        row &+= 1
      }
      if full >= 0 {
        putAside(full, fold)
        self.words[full] = values[row - 1]
      }
    }
  }

  @inline(__always)
  private mutating func weigh(
    _ values: Span<Int>, _ fold: Int, _ owners: Span<Int>, _ better: (Int, Int) -> Int
  ) {
    for row in values.indices where owners[row] >= 0 {
      let index = owners[row] &* places.count &+ fold
      words[index] = isGiven[index] ? better(words[index], values[row]) : values[row]
      isGiven[index] = true
    }
  }

  @inline(__always)
  private func hasWord(_ index: Int) -> Bool { words[index] != 0 || isGiven[index] }

  /// Adds a value that is too large for the places of its fold.
  mutating func addWide(_ value: Int, _ places: Int, fold: Int, owner: Int) {
    join(number(value, places), owner * self.places.count + fold, fold)
  }

  /// Adds what another thread has seen.
  mutating func add(_ other: PlainTotals) {
    var other = other
    for fold in kinds.indices {
      let most = max(places[fold], other.places[fold])
      adopt(most, fold: fold)
      other.adopt(most, fold: fold)
      let width = kinds.count
      let owners = stride(from: fold, to: other.words.count, by: width).filter {
        other.hasWord($0)
      }
      let (values, receivers) = (owners.map { other.words[$0] }, owners.map { $0 / width })
      add(values.span, to: fold, of: receivers.span)
    }
    for (index, number) in other.aside { join(number, index, index % kinds.count) }
    for owner in hasRecords.indices where other.hasRecords[owner] { see(owner) }
  }

  private mutating func putAside(_ index: Int, _ fold: Int) {
    join(number(words[index], places[fold]), index, fold)
    words[index] = 0
    isGiven[index] = false
  }

  private mutating func join(_ number: Number, _ index: Int, _ fold: Int) {
    aside[index] = aside[index].map { kinds[fold].joined($0, number) } ?? number
  }

  /// What one fold of one owner has; nil for nothing.
  func total(_ fold: Int, _ owner: Int) -> Number? {
    let index = owner * places.count + fold
    let own = hasWord(index) ? number(words[index], places[fold]) : nil
    guard let more = aside.isEmpty ? nil : aside[index] else { return own }
    return own.map { kinds[fold].joined($0, more) } ?? more
  }

  /// The value of one fold of one owner, where all records were plain.
  func value(_ fold: Int, _ owner: Int) -> Value { kinds[fold].value(total(fold, owner)) }

  private func number(_ significand: Int, _ places: Int) -> Number {
    if let number = Number(significand: significand, places: places) { return number }
    var number = Number(significand)
    var left = places
    while left > 0 {
      let step = min(left, 18)
      number = number.divided(by: Number(PlainTotals.power(step) ?? 1)) ?? .zero
      left -= step
    }
    return number
  }

  private static func power(_ exponent: Int) -> Int? {
    guard 0 <= exponent, exponent <= 18 else { return nil }
    return (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
