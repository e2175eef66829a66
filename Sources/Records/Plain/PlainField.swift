internal import FEEL
internal import Model

/// What the plain reader has to know of one field.
struct PlainField: Sendable {
  /// What is done with a value.
  enum Way: UInt8, Sendable {
    /// No field has it.
    case passed
    case number
    /// A number that is not negative.
    case amount
    /// A number with other limits.
    case bounded
    case boolean, date, text
    /// A text that says nothing where it is empty: a key, or a reference.
    case name
  }

  let way: Way
  /// The least and the most significand at each number of places; none if there is no limit.
  private let least: [Int]
  private let most: [Int]

  init(_ field: FieldSchema, isKey: Bool) {
    way = PlainField.way(field, isKey: isKey)
    least = PlainField.limits(field.least, .ceiling)
    most = PlainField.limits(field.most, .floor)
  }

  private static func way(_ field: FieldSchema, isKey: Bool) -> Way {
    switch CellReader(field, isKey: isKey).kind {
    case .text where isKey: .name
    case .text: if case .reference = field.type { .name } else { .text }
    case .boolean: .boolean
    case .date: .date
    case .number where field.least == nil && field.most == nil: .number
    case .number where field.least == Number(0) && field.most == nil: .amount
    case .number: .bounded
    }
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
    PlainNumber.readDigits(bytes, &position, end, &value)
    let whole = position &- start
    guard whole > 0, whole <= PlainNumber.places, whole == 1 || bytes[start] != 0x30 else {
      return nil
    }
    var places = 0
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position &+= 1
      let point = position
      PlainNumber.readDigits(bytes, &position, end, &value)
      places = position &- point
      guard places > 0, places &+ whole <= PlainNumber.places else { return nil }
    }
    guard position < end, bytes[position] | 0x20 != UInt8(ascii: "e") else { return nil }
    significand = isNegative ? 0 &- value : value
    scale = places
  }

  /// Appends digits to a value, as many as there are.
  ///
  /// One and two are found at once, since a loop that ends now here, now there is slow.
  @inline(__always)
  private static func readDigits(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ value: inout Int
  ) {
    if position &+ 8 <= bytes.count {
      // Eight bytes are there. The highest bit of a lane is set where it is no digit; lanes above the
      // first of these may be wrong.
      let word =
        unsafe bytes.bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: position, as: UInt64.self
        ).littleEndian ^ 0x3030_3030_3030_3030
      let others = (word &+ 0x7676_7676_7676_7676 | word) & 0x8080_8080_8080_8080
      let bits = others.trailingZeroBitCount & ~7
      if bits == 8 {
        value = value &* 10 &+ Int(word & 15)
        position &+= 1
        return
      }
      if bits == 16 {
        value = value &* 100 &+ Int((word & 15) &* 10 &+ (word &>> 8) & 15)
        position &+= 2
        return
      }
    }
    while position < end {
      let digit = bytes[position] &- 0x30
      guard digit <= 9 else { return }
      value = value &* 10 &+ Int(digit)
      position &+= 1
    }
  }
}
