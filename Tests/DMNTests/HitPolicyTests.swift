import FEEL
import Testing

/// Decision tables in models: how many rows hold, and what comes of it.
@Suite struct HitPolicyTests {
  /// Rows `x > 0: "b", 1`, `x > 5: "a", 2`, `x > 9: "b", 1` and what each policy makes of them.
  private static func table(_ attributes: String, defaults: Bool = false) -> TestModel {
    let outputs = [("letter", "\"a\", \"b\"", "\"none\""), ("number", "1, 2", "0")].map {
      name, values, otherwise in
      let otherwise =
        defaults ? "<defaultOutputEntry><text>\(otherwise)</text></defaultOutputEntry>" : ""
      return """
        <output name="\(name)"><outputValues><text>\(values)</text></outputValues>\(otherwise)</output>
        """
    }
    let rules = [("&gt; 0", "\"b\"", "1"), ("&gt; 5", "\"a\"", "2"), ("&gt; 9", "\"b\"", "1")].map {
      "<rule><inputEntry><text>\($0)</text></inputEntry><outputEntry><text>\($1)</text></outputEntry>"
        + "<outputEntry><text>\($2)</text></outputEntry></rule>"
    }
    return TestModel(
      TestModel.input("x", type: "number")
        + TestModel.decision(
          "d", needs: ["requiredInput:x"],
          """
          <decisionTable \(attributes)><input><inputExpression><text>x</text></inputExpression></input>
          \(outputs.joined())\(rules.joined())</decisionTable>
          """))
  }

  private static let b = "{letter: \"b\", number: 1}"
  private static let a = "{letter: \"a\", number: 2}"

  @Test(arguments: [
    ("", 3, b), ("hitPolicy=\"UNIQUE\"", 7, "null"), ("hitPolicy=\"UNIQUE\"", -1, "null"),
    ("hitPolicy=\"ANY\"", 3, b), ("hitPolicy=\"ANY\"", 12, "null"), ("hitPolicy=\"FIRST\"", 12, b),
    ("hitPolicy=\"PRIORITY\"", 12, a), ("hitPolicy=\"RULE ORDER\"", 12, "[\(b), \(a), \(b)]"),
    ("hitPolicy=\"OUTPUT ORDER\"", 12, "[\(a), \(b), \(b)]"),
    ("hitPolicy=\"COLLECT\"", 7, "[\(b), \(a)]"),
    ("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", 12, "3"),
  ])
  func `each hit policy`(attributes: String, x: Int, value: String) {
    let test = HitPolicyTests.table(attributes)
    #expect(test.problems == [])
    #expect(test.decide("d", ["x": .number(Number(x))]).value == value)
  }

  @Test func `default outputs stand where no row holds`() {
    let test = HitPolicyTests.table("", defaults: true)
    #expect(test.decide("d", ["x": .number(Number(-1))]).value == "{letter: \"none\", number: 0}")
  }

  @Test func `an unknown policy is told`() {
    #expect(
      HitPolicyTests.table("hitPolicy=\"LAST\"").problems.map {
        $0.split(separator: " ", maxSplits: 1)[1]
      }
        == ["there is no hit policy 'LAST'"])
  }
}
