import FEEL
import Testing

@Suite(.enabled(if: Oracle.isAvailable)) struct ExactOracleTests {
  @Test(.serialized, arguments: Oracle.seeds)
  func arithmeticAgreesWithFractions(seed: Int) throws {
    let oracle = try Oracle(
      operandScript + """
        for _ in range(count):
          a, b = number(), number()
          if r.randrange(20) == 0: b = a
          op = r.choice("+-*/<") if b else r.choice("+-*<")
          c = (a + b if op == "+" else a - b if op == "-" else a * b if op == "*" else
               a / b if op == "/" else (a > b) - (a < b))
          out(f"{op}\\t{a}\\t{b}\\t{c}\\n")
        """, seed: seed)
    #expect(oracle.lines.count == Oracle.count)
    for line in oracle.lines {
      let (left, right) = (try Number(fraction: line[1]), try Number(fraction: line[2]))
      let found = result(line[0], left, right)
      if found?.fractionText != line[3] { Issue.record("\(line) gives \(found as Any)") }
      if let found, try found != Number(fraction: line[3]) { Issue.record("\(line) is not itself") }
    }
  }

  private func result(_ sign: String, _ left: Number, _ right: Number) -> Number? {
    switch sign {
    case "+": left + right
    case "-": left - right
    case "*": left * right
    case "/": left.divided(by: right)
    default: Number(left < right ? -1 : left == right ? 0 : 1)
    }
  }

  @Test func sumsUndoThemselves() throws {
    let oracle = try Oracle(
      operandScript + "for _ in range(count): out(f\"{number()}\\t{number()}\\n\")", count: 5000)
    for line in oracle.lines {
      let (left, right) = (try Number(fraction: line[0]), try Number(fraction: line[1]))
      #expect((left + right) - right == left)
      #expect((left + right).hashValue == (right + left).hashValue)
      if !right.isZero { #expect((left * right).divided(by: right) == left) }
    }
  }

  @Test func longNumbersMultiplyAndDivide() throws {
    let oracle = try Oracle(
      operandScript + """
        for _ in range(count):
          a, b = words(r.randrange(35, 140)), words(r.randrange(35, 140)) or 3
          q = abs(a) // abs(b)
          out(f"{a}\\t{b}\\t{a * b}\\t{q}\\n")
        """, count: 80)
    for line in oracle.lines {
      let (left, right) = (try Number(fraction: line[0]), try Number(fraction: line[1]))
      #expect((left * right).fractionText == line[2])
      let quotient = left.magnitude.divided(by: right.magnitude)
      #expect(quotient?.floor.fractionText == line[3])
    }
  }
}
