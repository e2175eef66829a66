/// An exact number of the strict semantics: a fraction of double words, not in lowest terms.
///
/// Finding common divisors is most of the work with fractions, so they are looked for only when a
/// result does not fit.
struct MachineFraction: MachineNumber {
  /// Never `Int128.min`.
  let numerator: Int128
  /// Positive; zero in an open number.
  let denominator: Int128

  static let open = MachineFraction(0, 0)

  @inline(__always)
  init(_ numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  @inline(__always)
  init(_ number: Number) {
    switch number.form {
    case .small(let numerator, let denominator): self.init(numerator, over: denominator)
    case .big(let fraction): self.init(fraction)
    }
  }

  @inline(__always)
  init(_ numerator: Int, over denominator: Int) {
    self.init(Int128(numerator), Int128(denominator))
  }

  private init(_ fraction: BigFraction) {
    guard let above = fraction.numerator.asInt128, let below = fraction.denominator.asInt128 else {
      self = .open
      return
    }
    self.init(above, below)
  }

  var number: Number {
    let (above, below) = (numerator.magnitude, denominator.magnitude)
    let divisor =
      above <= UInt128(UInt.max) && below <= UInt128(UInt.max)
      ? UInt128(
        commonDivisor(UInt(truncatingIfNeeded: above), UInt(truncatingIfNeeded: below)))
      : commonDivisor(above, below)
    return Number(negative: numerator < 0, above / divisor, below / divisor)
  }

  var asConstant: MachineFraction { self }

  @inline(__always)
  var isOpen: Bool { denominator == 0 }

  /// Whether both parts fit into single words, so that products need no check.
  @inline(__always)
  private var isNarrow: Bool {
    numerator.isNarrow && denominator.isNarrow && denominator != 0
  }

  @inline(__always)
  static func + (left: MachineFraction, right: MachineFraction) -> MachineFraction {
    guard left.isNarrow, right.isNarrow else { return wide(left, right, wideSum) }
    if left.denominator == right.denominator {
      return MachineFraction(left.numerator &+ right.numerator, left.denominator)
    }
    return MachineFraction(
      left.numerator.narrowProduct(with: right.denominator)
        &+ right.numerator.narrowProduct(with: left.denominator),
      left.denominator.narrowProduct(with: right.denominator))
  }

  @inline(__always)
  static func - (left: MachineFraction, right: MachineFraction) -> MachineFraction {
    left + -right
  }

  @inline(__always)
  static func * (left: MachineFraction, right: MachineFraction) -> MachineFraction {
    guard left.isNarrow, right.isNarrow else { return wide(left, right, wideProduct) }
    return MachineFraction(
      left.numerator.narrowProduct(with: right.numerator),
      left.denominator.narrowProduct(with: right.denominator))
  }

  @inline(__always)
  static func / (left: MachineFraction, right: MachineFraction) -> MachineFraction {
    guard !right.isOpen, right.numerator != 0 else { return .open }
    return left
      * (right.numerator < 0
        ? MachineFraction(-right.denominator, -right.numerator)
        : MachineFraction(right.denominator, right.numerator))
  }

  @inline(__always)
  static prefix func - (value: MachineFraction) -> MachineFraction {
    MachineFraction(0 &- value.numerator, value.denominator)
  }

  @inline(__always)
  static func order(_ left: MachineFraction, _ right: MachineFraction) -> Order? {
    guard left.isNarrow, right.isNarrow else { return wideOrder(left, right) }
    return Order(
      left.numerator.narrowProduct(with: right.denominator),
      right.numerator.narrowProduct(with: left.denominator))
  }
}

// MARK: - Double words

extension MachineFraction {
  /// Tries an operation, and tries it again in lowest terms.
  @inline(never)
  private static func wide(
    _ left: MachineFraction, _ right: MachineFraction,
    _ operation: (MachineFraction, MachineFraction) -> MachineFraction?
  ) -> MachineFraction {
    guard !left.isOpen, !right.isOpen else { return .open }
    return operation(left, right) ?? operation(left.reduced, right.reduced) ?? .open
  }

  private var reduced: MachineFraction {
    let divisor = Int128(
      truncatingIfNeeded: commonDivisor(numerator.magnitude, denominator.magnitude))
    return MachineFraction(numerator / divisor, denominator / divisor)
  }

  private static func wideSum(_ left: MachineFraction, _ right: MachineFraction) -> MachineFraction?
  {
    if left.denominator == right.denominator {
      return sum(left.numerator, right.numerator).map { MachineFraction($0, left.denominator) }
    }
    guard let first = product(left.numerator, right.denominator),
      let second = product(right.numerator, left.denominator),
      let above = sum(first, second), let below = product(left.denominator, right.denominator)
    else { return nil }
    return MachineFraction(above, below)
  }

  private static func wideProduct(
    _ left: MachineFraction, _ right: MachineFraction
  ) -> MachineFraction? {
    guard let above = product(left.numerator, right.numerator),
      let below = product(left.denominator, right.denominator)
    else { return nil }
    return MachineFraction(above, below)
  }

  @inline(never)
  private static func wideOrder(_ left: MachineFraction, _ right: MachineFraction) -> Order? {
    guard !left.isOpen, !right.isOpen else { return nil }
    let first = left.numerator.multipliedFullWidth(by: right.denominator)
    let second = right.numerator.multipliedFullWidth(by: left.denominator)
    return first.high == second.high
      ? Order(first.low, second.low) : Order(first.high, second.high)
  }

  private static func sum(_ left: Int128, _ right: Int128) -> Int128? {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow || sum == .min ? nil : sum
  }

  private static func product(_ left: Int128, _ right: Int128) -> Int128? {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow || product == .min ? nil : product
  }
}
