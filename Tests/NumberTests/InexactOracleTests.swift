import FEEL
import Testing

@Suite(.enabled(if: Oracle.isAvailable)) struct InexactOracleTests {
  /// Python works with 80 digits here and rounds to 34 at the end, which is right unless 46 digits
  /// in a row are nines or zeros.
  @Test func functionsAgreeWithDecimal() throws {
    let oracle = try Oracle(
      operandScript + """
        c = D.Context(prec=34, rounding=D.ROUND_HALF_EVEN, Emin=-6143, Emax=6144, traps=[])
        w = D.Context(prec=80, Emin=-10**6, Emax=10**6, traps=[])
        def value():
          k = r.randrange(5)
          if k == 0: return D.Decimal(r.randrange(-1000, 1000))
          if k == 1: return D.Decimal(r.randrange(-10**6, 10**6)).scaleb(-r.randrange(0, 6))
          if k == 2: return D.Decimal(r.randrange(10**34)).scaleb(-r.randrange(0, 60))
          if k == 3: return 1 + D.Decimal(r.randrange(-99, 99)).scaleb(-r.randrange(2, 30))
          return D.Decimal(r.randrange(-9, 9)).scaleb(r.randrange(-40, 40))
        for _ in range(count):
          a, b = value(), value()
          f = r.choice(("sqrt", "exp", "ln", "**"))
          if f == "exp" and a > 20000: a = a / 10**40
          if f == "**" and (a < 0 or abs(b) > 10**4): a, b = abs(a), b.scaleb(-36)
          if f == "**" and a == 0 and b <= 0: b = D.Decimal(1)
          a, b = c.plus(a), c.plus(b)
          x = (w.sqrt(a) if f == "sqrt" else w.exp(a) if f == "exp" else
               w.ln(a) if f == "ln" else w.power(a, b))
          x = c.plus(x)
          out(f"{f}\\t{F(a)}\\t{F(b)}\\t{F(x) if x.is_finite() else 'nil'}\\n")
        """, count: 1000)
    for line in oracle.lines {
      let (left, right) = (try Number(fraction: line[1]), try Number(fraction: line[2]))
      let found = result(line[0], left, right)
      if found?.fractionText ?? "nil" != line[3] { Issue.record("\(line) gives \(found as Any)") }
    }
  }

  private func result(_ name: String, _ left: Number, _ right: Number) -> Number? {
    switch name {
    case "sqrt": left.squareRoot()
    case "exp": left.exponential()
    case "ln": left.naturalLogarithm()
    default: left.raised(to: right)
    }
  }
}
