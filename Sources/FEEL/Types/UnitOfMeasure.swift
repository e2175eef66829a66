/// A product of named base units with whole exponents, such as `points / day`.
///
/// The empty product is the unit of a pure ratio, which is not the same as no stated unit.
public struct UnitOfMeasure: Hashable, Sendable {
  /// The base units with their exponents, none zero, sorted by name.
  public let powers: [Power]

  /// A base unit with its exponent.
  public struct Power: Hashable, Sendable {
    /// The name of the base unit, as the author writes it.
    public let name: String
    /// How often it is multiplied; never zero.
    public let exponent: Int

    /// Creates a power.
    public init(_ name: String, _ exponent: Int) {
      self.name = name
      self.exponent = exponent
    }
  }

  /// The unit of a pure ratio.
  public static let ratio = UnitOfMeasure([:])

  private init(_ exponents: [String: Int]) {
    powers = exponents.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { Power($0.key, $0.value) }
  }

  /// Reads a unit such as `points`, `standard products`, `points / day` or `day^2`.
  ///
  /// Names are words with single spaces; factors stand between `*` and `/`; `1` is a pure ratio.
  /// Nil for any other text.
  public init?(parsing text: String) {
    var exponents: [String: Int] = [:]
    var sign = 1
    var factor = ""
    for character in text + "*" {
      guard character == "*" || character == "/" else {
        factor.append(character)
        continue
      }
      guard let (name, exponent) = UnitOfMeasure.factor(factor) else { return nil }
      if let name {
        let (sum, overflow) = exponents[name, default: 0].addingReportingOverflow(sign * exponent)
        guard !overflow else { return nil }
        exponents[name] = sum
      }
      sign = character == "/" ? -1 : 1
      factor = ""
    }
    self.init(exponents)
  }

  private static func factor(_ text: String) -> (name: String?, exponent: Int)? {
    let parts = text.split(separator: "^", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2 else { return nil }
    let words = first.split(whereSeparator: \.isWhitespace)
    let name = words.joined(separator: " ")
    if name == "1", parts.count == 1 { return (nil, 1) }
    guard words.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "%" } }),
      let start = name.first, start.isLetter || start == "%"
    else { return nil }
    guard parts.count == 2 else { return (name, 1) }
    guard let exponent = Int(parts[1].filter { !$0.isWhitespace }), abs(exponent) <= 1000 else {
      return nil
    }
    return (name, exponent)
  }

  /// The unit of a product.
  public func multiplied(by other: UnitOfMeasure) -> UnitOfMeasure { combined(with: other, 1) }

  /// The unit of a quotient.
  public func divided(by other: UnitOfMeasure) -> UnitOfMeasure { combined(with: other, -1) }

  private func combined(with other: UnitOfMeasure, _ sign: Int) -> UnitOfMeasure {
    var exponents: [String: Int] = [:]
    for power in powers { exponents[power.name] = power.exponent }
    for power in other.powers {
      exponents[power.name] = exponents[power.name, default: 0] &+ sign &* power.exponent
    }
    return UnitOfMeasure(exponents)
  }
}

extension UnitOfMeasure: CustomStringConvertible {
  /// The unit in the notation that it is read from; `1` for a pure ratio.
  public var description: String {
    let above = powers.filter { $0.exponent > 0 }.map { UnitOfMeasure.text($0.name, $0.exponent) }
    let below = powers.filter { $0.exponent < 0 }
      .map { UnitOfMeasure.text($0.name, 0 &- $0.exponent) }
    let head = above.isEmpty ? "1" : above.joined(separator: " * ")
    return ([head] + below).joined(separator: " / ")
  }

  private static func text(_ name: String, _ exponent: Int) -> String {
    exponent == 1 ? name : "\(name)^\(exponent)"
  }
}
