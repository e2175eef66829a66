// Roots, exponentials, logarithms and fractional powers are not rational. Here they are computed to
// about sixty digits and rounded to 34, for the standard semantics only.

extension Number {
  private static let workingDigits = 60

  /// The square root to 34 digits, correctly rounded half even; nil for a negative number.
  ///
  /// Inexact: for the standard semantics only.
  public func squareRoot() -> Number? {
    guard !isNegative else { return nil }
    guard let exponent = decimalExponent else { return self }
    let places = Number.workingDigits - exponent / 2
    let scaled = shifted(by: 2 * places)
    let root = scaled.floor.bigFraction.numerator.squareRootCut()
    // A root between two integers becomes the middle between them: the digits that decide the
    // rounding are the same.
    let exact = Number(root) * Number(root) == scaled
    let value = exact ? Number(root) : Number((root << 1) + .one, over: BigInteger(2))
    return value.shifted(by: -places).roundedToDigits()
  }

  /// The exponential to 34 digits; nil beyond the range of ``roundedToDigits(_:)``.
  ///
  /// Inexact: for the standard semantics only.
  public func exponential() -> Number? {
    guard !isZero else { return .one }
    return exponential(digits: Number.workingDigits)?.roundedToDigits()
  }

  /// The natural logarithm to 34 digits; nil for zero and negative numbers.
  ///
  /// Inexact: for the standard semantics only.
  public func naturalLogarithm() -> Number? {
    logarithm(digits: Number.workingDigits)?.roundedToDigits()
  }

  /// The power to 34 digits, for exponents that need not be whole.
  ///
  /// Nil for a fractional power of a negative number, for a power of zero that is not positive
  /// (except zero to the power of zero, which is one) and beyond the range. Inexact: for the standard
  /// semantics only.
  public func raised(to exponent: Number) -> Number? {
    if let whole = exponent.asInt, whole.magnitude < 1000 || isZero || magnitude == .one {
      return raised(toPower: whole)?.roundedToDigits()
    }
    if isZero { return exponent.isNegative ? nil : .zero }
    guard !isNegative || exponent.isInteger else { return nil }
    guard let logarithm = magnitude.logarithm(digits: Number.workingDigits + 10),
      let result = (logarithm * exponent).exponential(digits: Number.workingDigits)
    else { return nil }
    let isOdd = exponent.bigFraction.numerator.isOdd
    return (isNegative && isOdd ? -result : result).roundedToDigits()
  }

  /// The number times ten to the power of `places`.
  private func shifted(by places: Int) -> Number {
    let scale = Number(BigInteger.powerOfTen(abs(places)))
    return places < 0 ? divided(by: scale) ?? self : self * scale
  }

  /// An exponential whose relative error is below 10^-`digits`; nil if far out of range.
  private func exponential(digits: Int) -> Number? {
    guard magnitude < 20_000 else { return isNegative ? .zero : nil }
    let series = Series(digits: digits)
    let value = series.fixed(self)
    let tenfold = series.logarithmOfTen
    let (power, rest) = value.dividedCut(by: tenfold)
    return series.number(series.exponential(rest)).shifted(by: power.asInt ?? 0)
  }

  /// A logarithm whose relative error is below 10^-`digits`; nil if there is none.
  private func logarithm(digits: Int) -> Number? {
    guard !isNegative, let exponent = decimalExponent else { return nil }
    let leading = shifted(by: -exponent)
    let power = leading > 3 ? exponent + 1 : exponent
    let rest = leading > 3 ? shifted(by: -power) : leading
    guard let ratio = (rest - 1).divided(by: rest + 1) else { return nil }
    let lost = ratio.isZero ? 0 : -(ratio.decimalExponent ?? 0)
    let series = Series(digits: digits + (power == 0 ? lost : 0))
    let fraction = series.inverseTangent(series.fixed(ratio))
    return series.number((fraction << 1) + series.logarithmOfTen * BigInteger(power))
  }
}

/// Power series on binary fixed-point numbers: integers that stand for themselves / 2^`bits`.
private struct Series {
  let bits: Int

  /// Enough bits for a number of digits, and 64 more for what the steps lose.
  init(digits: Int) {
    bits = digits * 10 / 3 + 64
  }

  func fixed(_ value: Number) -> BigInteger {
    (value.bigFraction.numerator << bits) / value.bigFraction.denominator
  }

  func number(_ fixed: BigInteger) -> Number {
    Number(fixed, over: .one << bits)
  }

  /// ln 10, from about 500 bits made once where they are enough.
  var logarithmOfTen: BigInteger {
    let kept = Series.tenInFull
    return bits <= kept.bits ? kept.logarithm >> (kept.bits - bits) : sumForTen
  }

  private static let tenInFull: (bits: Int, logarithm: BigInteger) = {
    let series = Series(digits: 134)
    return (series.bits, series.sumForTen)
  }()

  /// ln 10 = 46 artanh(1/31) + 34 artanh(1/49) + 20 artanh(1/161).
  private var sumForTen: BigInteger {
    [(46, 31), (34, 49), (20, 161)].reduce(.zero) { sum, part in
      sum + BigInteger(part.0) * inverseTangent((.one << bits) / BigInteger(part.1))
    }
  }

  /// The inverse hyperbolic tangent.
  ///
  /// z + z³/3 + z⁵/5 and so on.
  func inverseTangent(_ value: BigInteger) -> BigInteger {
    let square = (value * value) >> bits
    var (power, sum, divisor) = (value, value, 3)
    while !power.isZero {
      power = (power * square) >> bits
      sum = sum + power / BigInteger(divisor)
      divisor += 2
    }
    return sum
  }

  /// The exponential of a small value: Taylor's series on a 256th of it, squared eight times.
  func exponential(_ value: BigInteger) -> BigInteger {
    let small = value >> 8
    var (term, sum, divisor) = (BigInteger.one << bits, BigInteger.one << bits, 1)
    while !term.isZero {
      term = ((term * small) >> bits) / BigInteger(divisor)
      sum = sum + term
      divisor += 1
    }
    return (0..<8).reduce(sum) { result, _ in (result * result) >> bits }
  }
}

extension BigInteger {
  /// The greatest integer whose square is not greater (Newton).
  fileprivate func squareRootCut() -> BigInteger {
    guard !isZero else { return self }
    var root = BigInteger.one << ((bitCount + 1) / 2)
    while true {
      let next = (root + self / root) >> 1
      if next >= root { return root }
      root = next
    }
  }
}
