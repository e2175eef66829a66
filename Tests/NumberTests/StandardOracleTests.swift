import FEEL
import Testing

/// The arithmetic of the standard semantics against Python's `decimal`: 34 digits, half even.
@Suite(.enabled(if: Oracle.isAvailable)) struct StandardOracleTests {
  /// Operands around the sizes at which the form of a number changes: 2^63, 2^64, 2^127, 10^34,
  /// quotients of one and two words, exponents near both ends of decimal128.
  private static let script =
    operandScript + """
      c = D.Context(prec=34, rounding=D.ROUND_HALF_EVEN, Emin=-6143, Emax=6144, traps=[])
      edges = [2**63, 2**64, 2**126, 2**127, 2**128, 10**17, 10**18, 10**19, 10**33, 10**34]
      def near(x): return (x + r.randrange(-3, 4)) * r.choice((-1, 1))
      def decimal():
        k = r.randrange(12)
        if k < 3: return D.Decimal(r.randrange(-10**5, 10**5)).scaleb(-r.randrange(0, 5), c)
        if k < 5: return c.scaleb(c.plus(D.Decimal(near(r.choice(edges)))), r.randrange(-40, 40))
        if k == 5: return c.scaleb(D.Decimal(near(10**34 - 5)), r.randrange(-40, 10))
        if k == 6: return c.divide(D.Decimal(r.randrange(1, 1000)), D.Decimal(r.randrange(1, 1000)))
        if k == 7: return c.divide(D.Decimal(r.getrandbits(60)), D.Decimal(near(2**r.randrange(3, 70)) or 3))
        if k == 8: return D.Decimal(r.randrange(10**r.randrange(1, 35)) * r.choice((1, 5, 2**20, 5**12)) % 10**34).scaleb(-r.randrange(0, 40), c)
        if k == 9: return D.Decimal(r.choice((-1, 1)) * 5).scaleb(r.randrange(-40, 5), c)
        if k == 10 and r.randrange(50) == 0:
          return D.Decimal(r.randrange(1, 10**9)).scaleb(r.choice((-6150, -6100, -3005, -2995, 2995, 3005, 6100)), c)
        return D.Decimal(r.randrange(-1000, 1000))
      for _ in range(count):
        a, b = decimal(), decimal()
        if r.randrange(15) == 0: b = a
        if r.randrange(15) == 0: b = c.multiply(a, D.Decimal(r.choice(("1e34", "1e-33", "-1", "1e-18", "3"))))
        a, b = c.plus(a), c.plus(b)
        if not (a.is_finite() and b.is_finite()): continue
        op = r.choice("+-*//<") if b else r.choice("+-*<")
        x = (c.add(a, b) if op == "+" else c.subtract(a, b) if op == "-" else
             c.multiply(a, b) if op == "*" else c.divide(a, b) if op == "/" else
             D.Decimal((a > b) - (a < b)))
        out(f"{op}\\t{F(a)}\\t{F(b)}\\t{F(x) if x.is_finite() else 'nil'}\\n")
      """

  @Test(.serialized, arguments: Oracle.seeds)
  func arithmeticAgreesWithDecimal(seed: Int) throws {
    let oracle = try Oracle(StandardOracleTests.script, seed: seed)
    #expect(oracle.lines.count > Oracle.count * 9 / 10)
    var compiled = try CompiledOperators()
    var settled = 0
    for line in oracle.lines {
      let (left, right) = (try Number(fraction: line[1]), try Number(fraction: line[2]))
      let found = general(line[0], left, right)
      if found?.fractionText ?? "nil" != line[3] { Issue.record("\(line) gives \(found as Any)") }
      guard let quick = compiled.value(line[0], left, right) else { continue }
      settled += 1
      if quick.fractionText != line[3] { Issue.record("\(line) gives \(quick) compiled") }
    }
    #expect(settled > oracle.lines.count / 2)
  }

  private func general(_ sign: String, _ left: Number, _ right: Number) -> Number? {
    guard let kind = CompiledOperators.kinds[sign] else {
      return Number(left < right ? -1 : left == right ? 0 : 1)
    }
    guard case .number(let number) = Semantics.standard.arithmetic(kind, left, right) else {
      return nil
    }
    return number
  }
}

/// One compiled expression for each operator.
private struct CompiledOperators {
  static let kinds: [String: ArithmeticOperator] = [
    "+": .add, "-": .subtract, "*": .multiply, "/": .divide,
  ]
  private var computations: [String: Computation] = [:]

  init() throws {
    for sign in ["+", "-", "*", "/"] { computations[sign] = try computation("a \(sign) b") }
    computations["<"] = try computation("if a < b then -1 else if a = b then 0 else 1")
  }

  private func computation(_ text: String) throws -> Computation {
    let expression = try Expression(parsing: text, semantics: .standard, names: ["a", "b"])
    let locals = [
      (name: "a", type: Type.number(unit: nil)), (name: "b", type: Type.number(unit: nil)),
    ]
    return Computation(try Program(expression, self: nil, locals: locals, schema: Schema()))
  }

  /// What compiled code says, nil if it leaves it to the evaluator.
  mutating func value(_ sign: String, _ left: Number, _ right: Number) -> Number? {
    computations[sign]?[0] = .number(left)
    computations[sign]?[1] = .number(right)
    guard case .number(let number)? = computations[sign]?.settledValue() else { return nil }
    return number
  }
}
