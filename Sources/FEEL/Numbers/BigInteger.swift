/// A whole number of any size: a sign and a magnitude in words of 64 bits.
///
/// The words run from the least significant one; the last is never zero, and zero has no words and
/// no sign, so that equal numbers are equal field by field.
struct BigInteger: Hashable, Sendable {
  /// Whether the number is less than zero.
  let isNegative: Bool
  /// The magnitude.
  let words: [UInt]

  static let zero = BigInteger(isNegative: false, words: [])
  static let one = BigInteger(1)

  /// Creates a number from a sign and words that may end in zeros.
  init(isNegative: Bool, words: [UInt]) {
    var words = words
    while words.last == 0 { words.removeLast() }
    self.words = words
    self.isNegative = isNegative && !words.isEmpty
  }

  init(_ value: Int) {
    self.init(isNegative: value < 0, words: [value.magnitude])
  }

  init(_ value: Int128) {
    self.init(isNegative: value < 0, magnitude: value.magnitude)
  }

  init(isNegative: Bool = false, magnitude: UInt128) {
    self.init(
      isNegative: isNegative,
      words: [UInt(truncatingIfNeeded: magnitude), UInt(truncatingIfNeeded: magnitude >> 64)])
  }

  var isZero: Bool { words.isEmpty }

  var isOdd: Bool { (words.first ?? 0) & 1 == 1 }

  var magnitude: BigInteger { BigInteger(isNegative: false, words: words) }

  /// The number as a machine word, unless it needs more.
  var asInt: Int? {
    guard words.count <= 1 else { return nil }
    let word = words.first ?? 0
    if isNegative { return word <= Int.min.magnitude ? Int(truncatingIfNeeded: 0 &- word) : nil }
    return Int(exactly: word)
  }

  /// How many bits the magnitude has; none for zero.
  var bitCount: Int {
    guard let top = words.last else { return 0 }
    return words.count * 64 - top.leadingZeroBitCount
  }

  /// How often the number can be halved; none for zero.
  var trailingZeroBitCount: Int {
    guard let index = words.firstIndex(where: { $0 != 0 }) else { return 0 }
    return index * 64 + words[index].trailingZeroBitCount
  }
}

extension BigInteger: Comparable {
  static func < (left: BigInteger, right: BigInteger) -> Bool {
    guard left.isNegative == right.isNegative else { return left.isNegative }
    return left.isNegative
      ? isLess(right.words, left.words) : isLess(left.words, right.words)
  }

  /// Whether one magnitude is less than another.
  static func isLess(_ left: [UInt], _ right: [UInt]) -> Bool {
    guard left.count == right.count else { return left.count < right.count }
    for index in left.indices.reversed() where left[index] != right[index] {
      return left[index] < right[index]
    }
    return false
  }
}
