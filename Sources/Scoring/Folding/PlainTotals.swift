import FEEL

/// What plain records give each owner: sums of significands.
///
/// Shape: ``sums`` has one word for each fold of each owner, owner after owner. A sum that leaves its
/// word is put aside as a number.
package struct PlainTotals: Sendable {
  private var sums: [Int]
  /// The places of each fold.
  private var places: [Int]
  private var aside: [Int: Number] = [:]

  package init(folds: Int, owners: Int) {
    sums = Array(repeating: 0, count: folds * owners)
    places = Array(repeating: 0, count: folds)
  }

  /// Gives a fold at least so many places.
  mutating func adopt(_ places: Int, fold: Int) {
    guard places > self.places[fold] else { return }
    let factor = PlainTotals.power(places - self.places[fold])
    for index in stride(from: fold, to: sums.count, by: self.places.count) where sums[index] != 0 {
      let (value, overflow) =
        factor.map { sums[index].multipliedReportingOverflow(by: $0) } ?? (0, true)
      if overflow { putAside(index, fold) } else { sums[index] = value }
    }
    self.places[fold] = places
  }

  /// What a value of so many places is multiplied by before it is added; nil if by too much.
  func factor(_ places: Int, fold: Int) -> Int? { PlainTotals.power(self.places[fold] - places) }

  @inline(__always)
  mutating func add(_ value: Int, fold: Int, owner: Int) {
    let index = owner &* places.count &+ fold
    let (sum, overflow) = sums[index].addingReportingOverflow(value)
    if overflow {
      putAside(index, fold)
      sums[index] = value
    } else {
      sums[index] = sum
    }
  }

  /// Adds a value that is too large for the places of its fold.
  mutating func addWide(_ value: Int, _ places: Int, fold: Int, owner: Int) {
    aside[owner * self.places.count + fold, default: .zero] += number(value, places)
  }

  private mutating func putAside(_ index: Int, _ fold: Int) {
    aside[index, default: .zero] += number(sums[index], places[fold])
    sums[index] = 0
  }

  /// The sum of one fold of one owner; nil for zero.
  func total(_ fold: Int, _ owner: Int) -> Number? {
    let index = owner * places.count + fold
    let sum = sums[index] == 0 ? nil : number(sums[index], places[fold])
    guard let more = aside.isEmpty ? nil : aside[index] else { return sum }
    return sum.map { $0 + more } ?? more
  }

  private func number(_ significand: Int, _ places: Int) -> Number {
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
