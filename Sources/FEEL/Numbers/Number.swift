/// An exact number: a fraction of two whole numbers of any size.
///
/// Sums, differences, products, quotients and comparisons lose nothing; rounding happens only where
/// ``rounded(toPlaces:_:)`` is asked for by name. Small fractions stay in two machine words, larger
/// ones move to big integers by themselves. Every value has one representation (reduced, with a
/// positive denominator), so equality and hashing are those of the value.
public struct Number: Hashable, Sendable {
  /// The two ways to hold a fraction.
  ///
  /// A fraction is small exactly when it fits, and `Int.min` counts as not fitting, so that signs
  /// can be turned freely.
  enum Form: Hashable, Sendable {
    case small(Int, Int)
    case big(BigFraction)
  }

  let form: Form

  /// Zero.
  public static let zero = Number(0)
  /// One.
  public static let one = Number(1)

  /// Creates a whole number.
  public init(_ value: Int) {
    form =
      value == .min
      ? .big(BigFraction(numerator: BigInteger(value), denominator: .one)) : .small(value, 1)
  }

  /// Creates the fraction `numerator / denominator`, in lowest terms.
  ///
  /// Nil if the denominator is zero.
  public init?(numerator: Int, denominator: Int) {
    guard denominator != 0 else { return nil }
    let divisor = commonDivisor(numerator.magnitude, denominator.magnitude)
    self.init(
      negative: (numerator < 0) != (denominator < 0),
      UInt128(numerator.magnitude / divisor), UInt128(denominator.magnitude / divisor))
  }

  /// Creates a fraction that is in lowest terms and not too large.
  @inline(__always)
  init(small numerator: Int, _ denominator: Int) {
    form = .small(numerator, denominator)
  }

  /// Creates a fraction from a sign and parts in lowest terms.
  init(negative: Bool, _ numerator: UInt128, _ denominator: UInt128) {
    if numerator <= UInt128(Int.max), denominator <= UInt128(Int.max) {
      let magnitude = Int(truncatingIfNeeded: numerator)
      form = .small(negative ? -magnitude : magnitude, Int(truncatingIfNeeded: denominator))
    } else {
      form = .big(
        BigFraction(
          numerator: BigInteger(isNegative: negative, magnitude: numerator),
          denominator: BigInteger(magnitude: denominator)))
    }
  }

  /// Creates the fraction of two big integers, in lowest terms; the denominator is not zero.
  init(_ numerator: BigInteger, over denominator: BigInteger = .one) {
    var (numerator, denominator) =
      denominator.isNegative ? (-numerator, -denominator) : (numerator, denominator)
    if denominator != .one {
      let divisor = BigInteger.greatestCommonDivisor(numerator, denominator)
      (numerator, denominator) = (numerator / divisor, denominator / divisor)
    }
    if let small = numerator.asInt, small != .min, let below = denominator.asInt {
      form = .small(small, below)
    } else {
      form = .big(BigFraction(numerator: numerator, denominator: denominator))
    }
  }

  /// The fraction in big integers, whatever its size.
  var bigFraction: BigFraction {
    switch form {
    case .small(let numerator, let denominator):
      BigFraction(numerator: BigInteger(numerator), denominator: BigInteger(denominator))
    case .big(let fraction): fraction
    }
  }
}

extension Number: ExpressibleByIntegerLiteral {
  /// Creates a whole number from a literal.
  public init(integerLiteral value: Int) { self.init(value) }
}

/// A fraction too large for two machine words, in lowest terms with a positive denominator.
final class BigFraction: Hashable, Sendable {
  let numerator: BigInteger
  let denominator: BigInteger

  init(numerator: BigInteger, denominator: BigInteger) {
    self.numerator = numerator
    self.denominator = denominator
  }

  static func == (left: BigFraction, right: BigFraction) -> Bool {
    left === right
      || (left.numerator == right.numerator && left.denominator == right.denominator)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(numerator)
    hasher.combine(denominator)
  }
}
