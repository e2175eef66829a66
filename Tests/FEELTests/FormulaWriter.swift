import FEEL

/// Writes formulas over a few local names, and rows of values for them: the same for the same seed.
struct FormulaWriter {
  static let locals: [(name: String, type: Type)] = [
    ("a", .number), ("b", .number), ("c", .any), ("d", .any), ("p", .boolean), ("q", .any),
    ("s", .string), ("t", .any),
  ]

  /// Functions as a pack has them; parameters stand more than once, and in one branch only.
  static let schema = Schema(functions: [
    .init(
      "share", parameters: ["part", "whole"],
      body: Text(
        "if whole = 0 then unknown(\"no work\") else min(1, part / whole)", id: 1)),
    .init(
      "chosen", parameters: ["test", "x", "y"],
      body: Text("if test or test then max(x, y) - x else x", id: 2)),
    .init(
      "both", parameters: ["one", "other", "x"],
      body: Text("(one and other) or (other and one and x > 1) or share(x, 2) = 1", id: 3)),
  ])

  private var numbers: SplitMix

  init(seed: UInt64) { numbers = SplitMix(state: seed) }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &numbers) }

  private mutating func one<T>(of choices: [T]) -> T { choices[below(choices.count)] }

  // MARK: Formulas

  mutating func formula() -> String { below(3) == 0 ? number(4) : truth(4) }

  private mutating func number(_ depth: Int) -> String {
    if depth == 0 || below(5) == 0 {
      return below(3) == 0 ? one(of: FormulaWriter.literals) : one(of: ["a", "b", "c", "d"])
    }
    let (left, right) = (number(depth - 1), number(depth - 1))
    switch below(17) {
    case 0: return "-(\(left))"
    case 12: return "\(one(of: ["min", "max", "mean", "sum"]))(\(left), \(right), \(number(0)))"
    case 13: return "\(one(of: ["min", "max"]))(\(left), \(right))"
    case 14: return "share(\(left), \(right))"
    case 15: return "chosen(\(truth(depth - 1)), \(left), \(right))"
    case 1: return "(if \(truth(depth - 1)) then \(left) else \(right))"
    default: return "(\(left) \(one(of: ["+", "-", "*", "*", "/"])) \(right))"
    }
  }

  private mutating func truth(_ depth: Int) -> String {
    if depth == 0 || below(6) == 0 { return one(of: ["p", "q", "p", "true", "false"]) }
    switch below(11) {
    case 9: return "both(\(truth(depth - 1)), \(truth(depth - 1)), \(number(0)))"
    case 10: return "(\(truth(depth - 1)) and unknown(\"not said\"))"
    case 0: return "(\(truth(depth - 1)) and \(truth(depth - 1)))"
    case 1: return "(\(truth(depth - 1)) or \(truth(depth - 1)))"
    case 2: return "not(\(truth(depth - 1)))"
    case 3:
      return "(if \(truth(depth - 1)) then \(truth(depth - 1)) else \(truth(depth - 1)))"
    case 4: return "(\(text()) \(one(of: ["=", "!="])) \(text()))"
    case 5: return "(\(number(depth - 1)) between \(number(0)) and \(number(0)))"
    case 6: return "(\(truth(depth - 1)) \(one(of: ["=", "!="])) \(truth(0)))"
    default:
      let sign = one(of: ["=", "!=", "<", "<=", ">", ">="])
      return "(\(number(depth - 1)) \(sign) \(number(depth - 1)))"
    }
  }

  private mutating func text() -> String {
    one(of: ["s", "t", "\"on time\"", "\"\u{1EC7}\"", "(if p then s else \"late\")"])
  }

  private static let literals = [
    "0", "1", "3", "70", "0.5", "0.1", "90", "140", "1e20", "1e-20", "9223372036854775807",
    "3.333333333333333333333333333333333", "9999999999999999999999999999999999", "1e34",
    "170141183460469231731687303715884105727",
  ]

  // MARK: Values

  mutating func row() -> [Value] { FormulaWriter.locals.map { value(of: $0.name) } }

  private mutating func value(of name: String) -> Value {
    switch below(25) {
    case 0: return .null
    case 1: return .unknown(Unknown(.init("no value", record: "7", field: name)))
    case 2: return one(of: [.list([.number(1)]), .boolean(true), .string("late"), .number(7)])
    default: break
    }
    switch name {
    case "p", "q": return .boolean(below(2) == 0)
    case "s", "t":
      return .string(one(of: ["on time", "late", "\u{1EC7}", "e\u{323}\u{302}", ""]))
    default: return .number(number())
    }
  }

  private mutating func number() -> Number {
    switch below(10) {
    case 0: return ratio(below(141), 140)
    case 1: return ratio(below(2001) - 1000, below(400) + 1)
    case 2: return one(of: FormulaWriter.edges)
    case 3: return whole() * power(below(80) - 40)
    case 4: return ratio(Int(truncatingIfNeeded: numbers.next()), 1 + below(1 << 62))
    case 5: return Number(below(21) - 10)
    default: return ratio(below(20_001) - 10_000, one(of: [10, 100, 1000, 10_000]))
    }
  }

  private func ratio(_ numerator: Int, _ denominator: Int) -> Number {
    Number(numerator: numerator, denominator: denominator) ?? .zero
  }

  /// A whole number of up to 40 digits.
  private mutating func whole() -> Number {
    let digits = Number(Int(truncatingIfNeeded: numbers.next()) >> below(63))
    return below(3) == 0 ? digits * Number(below(1 << 62)) : digits
  }

  private func power(_ exponent: Int) -> Number { Number(10).raised(toPower: exponent) ?? .zero }

  /// Where forms change: around the sizes of words and of 34 digits.
  private static let edges: [Number] = [(2, 63), (2, 64), (2, 127), (2, 128), (10, 34), (10, 37)]
    .flatMap { base, exponent -> [Number] in
      let power = Number(base).raised(toPower: exponent) ?? .zero
      let below = power - 1
      return [power, below, power + 1, -power, -below, Number.one.divided(by: power) ?? .zero]
        + [below.divided(by: power) ?? .zero]
    }
}

/// Numbers that look random and are the same in every run with one seed (Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators").
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
