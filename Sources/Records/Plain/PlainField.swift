internal import FEEL
internal import Model

/// What the plain reader has to know of one field.
struct PlainField: Sendable {
  let kind: CellReader.Kind
  /// Whether an empty text says nothing: in keys and references.
  let emptyIsMissing: Bool
  /// The least and the most significand at each number of places; none if there is no limit.
  private let least: [Int]
  private let most: [Int]

  init(_ field: FieldSchema, isKey: Bool) {
    kind = CellReader(field, isKey: isKey).kind
    var isReference = false
    if case .reference = field.type { isReference = true }
    emptyIsMissing = isKey || isReference
    least = PlainField.limits(field.least, .ceiling)
    most = PlainField.limits(field.most, .floor)
  }

  private static func limits(_ limit: Number?, _ rule: RoundingRule) -> [Int] {
    guard let limit else { return [] }
    var scaled = limit
    return (0...PlainNumber.places).map { _ in
      let whole = scaled.rounded(toPlaces: 0, rule)
      scaled *= Number(10)
      return whole.asInt ?? (whole.isNegative ? .min : .max)
    }
  }

  /// Whether a number lies in the limits of the field.
  @inline(__always)
  func allows(_ number: PlainNumber) -> Bool {
    if !least.isEmpty, number.significand < least[number.scale] { return false }
    return most.isEmpty || number.significand <= most[number.scale]
  }
}

/// A decimal in a machine word: `significand` / 10^`scale`.
struct PlainNumber {
  /// The most digits, and the most of them behind the point.
  static let places = 18

  let significand: Int
  let scale: Int

  /// Reads a number of JSON without an exponent; nil leaves it to the exact reader.
  ///
  /// Source: RFC 8259, section 6.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) {
    let isNegative = position < end && bytes[position] == UInt8(ascii: "-")
    if isNegative { position &+= 1 }
    let start = position
    var value = 0
    while position < end {
      let digit = bytes[position] &- 0x30
      guard digit <= 9 else { break }
      value = value &* 10 &+ Int(digit)
      position &+= 1
    }
    let whole = position &- start
    guard whole > 0, whole <= PlainNumber.places, whole == 1 || bytes[start] != 0x30 else {
      return nil
    }
    var places = 0
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position &+= 1
      let point = position
      while position < end {
        let digit = bytes[position] &- 0x30
        guard digit <= 9 else { break }
        value = value &* 10 &+ Int(digit)
        position &+= 1
      }
      places = position &- point
      guard places > 0, places &+ whole <= PlainNumber.places else { return nil }
    }
    guard position < end, bytes[position] | 0x20 != UInt8(ascii: "e") else { return nil }
    significand = isNegative ? 0 &- value : value
    scale = places
  }
}
