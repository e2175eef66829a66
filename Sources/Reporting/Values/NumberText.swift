package import Criteria
package import FEEL
import JSON
import Model

/// Prints numbers for people: few digits, but never on the other side of a threshold.
///
/// A number has at most two decimals and no zeros at the end. Where rounding would put it on
/// another side of one of the thresholds than it is on, digits are added until it stands on the
/// right side: just below 90 is 89,996 and never 90.
package struct NumberText: Sendable {
  /// The decimals that are enough where no threshold is near.
  package static let places = 2
  /// The numbers whose side must show, ascending, each once; and the same as percentages.
  private let thresholds: [Number]
  private let percentages: [Number]

  /// Prints beside some thresholds, such as the parameters of a pack.
  package init(thresholds: some Sequence<Number>) {
    self.thresholds = Set(thresholds).sorted()
    percentages = self.thresholds.map { $0 * 100 }
  }

  /// The number with the decimal comma or point of a language, as a percentage if asked for.
  package func callAsFunction(
    _ number: Number, percent: Bool = false, _ language: Language
  ) -> String {
    var text = ByteText()
    append(number, percent: percent, language, to: &text)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// Appends the number with the decimal comma or point of a language, as a percentage if asked for.
  func append(
    _ number: Number, percent: Bool = false, _ language: Language, to text: inout ByteText
  ) {
    let start = text.count
    append(number, leastPlaces: NumberText.places, percent: percent, to: &text)
    if language == .vietnamese {
      text.replace(UInt8(ascii: "."), by: UInt8(ascii: ","), from: start)
    }
    if percent { text.append(UInt8(ascii: "%")) }
  }

  /// Appends the number with a point, rounded half up to at least so many places, without zeros at
  /// the end.
  ///
  /// - Complexity: O(log thresholds) for each added digit.
  func append(
    _ number: Number, leastPlaces: Int, percent: Bool = false, to text: inout ByteText
  ) {
    let shown = percent ? number * 100 : number
    let thresholds = percent ? percentages : self.thresholds
    for places in leastPlaces..<max(leastPlaces + 1, NumberText.mostPlaces) {
      let rounded = shown.rounded(toPlaces: places, .halfUp)
      if rounded == shown || NumberText.isSameSide(rounded, shown, of: thresholds) {
        return rounded.withDescription { text.append($0) }
      }
    }
    shown.withDescription { text.append($0) }
  }

  /// A limit that only a number built to reach it meets; it is printed as a fraction.
  private static let mostPlaces = 2_000

  /// Whether no threshold lies between two numbers or is one of them.
  private static func isSameSide(
    _ rounded: Number, _ exact: Number, of thresholds: [Number]
  ) -> Bool {
    let (low, high) = rounded < exact ? (rounded, exact) : (exact, rounded)
    var (first, end) = (0, thresholds.count)
    while first < end {
      let middle = (first + end) / 2
      if thresholds[middle] < low { first = middle + 1 } else { end = middle }
    }
    return first == thresholds.count || thresholds[first] > high
  }
}

extension NumberText {
  /// Prints beside all numbers that packs compare with: their parameters of all dates, what the
  /// agency set, the limits of their fields, and the rows of their tables.
  package init(_ packs: Pack...) { self.init(thresholds: packs.flatMap(NumberText.thresholds)) }

  private static func thresholds(of pack: Pack) -> [Number] {
    let parameters = pack.parameters.flatMap { $0.values.map(\.value) }
    let policies = pack.policies.compactMap(\.value)
    let scalars = (parameters + policies).compactMap { scalar -> Number? in
      if case .number(let number) = scalar { number } else { nil }
    }
    let limits = pack.tables.flatMap { $0.fields.flatMap { [$0.least, $0.most] } }
    let rows = pack.tables.flatMap(\.rows).flatMap { $0.members ?? [] }
    return scalars + limits.compactMap(\.self)
      + rows.compactMap { $0.value.number.flatMap { Number($0) } }
  }
}
