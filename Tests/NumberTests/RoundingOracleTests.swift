import FEEL
import Testing

@Suite(.enabled(if: Oracle.isAvailable)) struct RoundingOracleTests {
  @Test(.serialized, arguments: Oracle.seeds)
  func roundingAgreesWithDecimal(seed: Int) throws {
    let oracle = try Oracle(
      operandScript + """
        rules = {"up": D.ROUND_UP, "down": D.ROUND_DOWN, "halfUp": D.ROUND_HALF_UP,
                 "halfDown": D.ROUND_HALF_DOWN, "halfEven": D.ROUND_HALF_EVEN,
                 "floor": D.ROUND_FLOOR, "ceiling": D.ROUND_CEILING}
        # Five more digits than a number has, and a digit for what lies behind them, decide all.
        wide = D.Context(prec=2000, Emin=-10**6, Emax=10**6)
        for _ in range(count):
          p = r.randrange(-4, 24)
          a = number()
          if r.randrange(3) == 0: a = F(r.randrange(-2000, 2000) * 5, 1) / F(10) ** (p + 1)
          rule = r.choice(sorted(rules))
          s = abs(a) * F(10) ** (p + 2)
          n = s.numerator // s.denominator * 10 + (s.denominator != 1)
          n = D.Decimal(n if a >= 0 else -n).scaleb(-(p + 3), wide)
          q = n.quantize(D.Decimal(1).scaleb(-p), rounding=rules[rule], context=wide)
          out(f"{a}\\t{p}\\t{rule}\\t{F(q)}\\n")
        """, seed: seed)
    for line in oracle.lines {
      let rule = try #require(RoundingRule(rawValue: line[2]))
      let found = try Number(fraction: line[0]).rounded(toPlaces: #require(Int(line[1])), rule)
      if found.fractionText != line[3] { Issue.record("\(line) gives \(found)") }
    }
  }

  @Test(.serialized, arguments: Oracle.seeds)
  func decimal128AgreesWithDecimal(seed: Int) throws {
    let oracle = try Oracle(
      operandScript + """
        c = D.Context(prec=34, rounding=D.ROUND_HALF_EVEN, Emin=-6143, Emax=6144, traps=[])
        for _ in range(count):
          a = number()
          k = r.randrange(400)
          if k < 80: a = F(r.randrange(10**34) * 10 + 5) * F(10) ** r.randrange(-50, 20)
          if k == 80: a *= F(10) ** r.choice((1, -1)) ** r.randrange(2) * F(10) ** r.randrange(6100, 6150)
          if k == 81: a *= F(10) ** -r.randrange(6130, 6200)
          if 82 <= k < 90: a = (F(10) ** r.randrange(34, 40) - F(1, r.randrange(1, 4)))
          d = c.divide(D.Decimal(a.numerator), D.Decimal(a.denominator))
          out(f"{a}\\t{F(d) if d.is_finite() else 'nil'}\\n")
        """, seed: seed)
    for line in oracle.lines {
      let found = try Number(fraction: line[0]).roundedToDigits()
      if found?.fractionText ?? "nil" != line[1] { Issue.record("\(line) gives \(found as Any)") }
    }
  }
}
