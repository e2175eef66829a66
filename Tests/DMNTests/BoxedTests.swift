import FEEL
import Testing

/// What the boxes mean: each kind with a value worked out by hand.
@Suite struct BoxedTests {
  private static func value(_ logic: String) -> String {
    let test = TestModel(TestModel.decision("d", logic))
    #expect(test.problems == [])
    return test.decide("d").value
  }

  private static func text(_ text: String) -> String { TestModel.literal(text) }

  private static func entry(_ name: String?, _ logic: String, type: String = "Any") -> String {
    let variable = name.map { "<variable name=\"\($0)\" typeRef=\"\(type)\"/>" } ?? ""
    return "<contextEntry>\(variable)\(logic)</contextEntry>"
  }

  @Test func `an entry sees those before it, and the last one is the value`() {
    let entries =
      BoxedTests.entry("net pay", BoxedTests.text("80"))
      + BoxedTests.entry("tax-rate", BoxedTests.text("net pay / 400"))
    #expect(BoxedTests.value("<context>\(entries)</context>") == "{net pay: 80, \"tax-rate\": 0.2}")
    let result = entries + BoxedTests.entry(nil, BoxedTests.text("net pay * tax-rate"))
    #expect(BoxedTests.value("<context>\(result)</context>") == "16")
  }

  @Test func `a function in a context may call itself by its name`() {
    let function = """
      <functionDefinition><formalParameter name="n" typeRef="number"/>
      \(BoxedTests.text("if n < 2 then 1 else n * factorial(n - 1)"))</functionDefinition>
      """
    let entries =
      BoxedTests.entry("factorial", function)
      + BoxedTests.entry(nil, BoxedTests.text("factorial(20)"))
    #expect(BoxedTests.value("<context>\(entries)</context>") == "2432902008176640000")
  }

  @Test func `lists and relations`() {
    #expect(BoxedTests.value("<list>\(BoxedTests.text("1"))<list/></list>") == "[1, []]")
    let relation = """
      <relation><column name="a"/><column name="b c"/>
      <row>\(BoxedTests.text("1"))\(BoxedTests.text("\"x\""))</row>
      <row>\(BoxedTests.text("2"))\(BoxedTests.text("null"))</row></relation>
      """
    #expect(BoxedTests.value(relation) == "[{a: 1, b c: \"x\"}, {a: 2, b c: null}]")
  }

  @Test(arguments: [("true", "1"), ("false", "2"), ("null", "2"), ("5", "2")])
  func `a conditional takes all but true for false`(condition: String, value: String) {
    let logic = """
      <conditional><if>\(BoxedTests.text(condition))</if><then>\(BoxedTests.text("1"))</then>
      <else>\(BoxedTests.text("2"))</else></conditional>
      """
    #expect(BoxedTests.value(logic) == value)
  }

  @Test(arguments: [
    ("item > 1", "[2, 3]"), ("2", "2"), ("-1", "3"), ("4", "null"), ("false", "[]"),
  ])
  func `a filter takes elements or one of them`(match: String, value: String) {
    let logic = """
      <filter><in>\(BoxedTests.text("[1, 2, 3]"))</in>
      <match>\(BoxedTests.text(match))</match></filter>
      """
    #expect(BoxedTests.value(logic) == value)
  }

  @Test func `loops and quantifiers`() {
    let list = "<in>\(BoxedTests.text("[1, 2, 3]"))</in>"
    let loop = """
      <for iteratorVariable="x">\(list)<return>\(BoxedTests.text("x * x"))</return></for>
      """
    #expect(BoxedTests.value(loop) == "[1, 4, 9]")
    for (kind, bound, value) in [
      ("some", "2", "true"), ("every", "2", "false"), ("some", "3", "false"),
      ("every", "0", "true"),
    ] {
      let logic = """
        <\(kind) iteratorVariable="x">\(list)
        <satisfies>\(BoxedTests.text("x > \(bound)"))</satisfies></\(kind)>
        """
      #expect(BoxedTests.value(logic) == value, "\(kind) > \(bound)")
    }
  }

  @Test func `an invocation gives arguments by name`() {
    let model = """
      <businessKnowledgeModel id="minus" name="a minus b"><encapsulatedLogic>
      <formalParameter name="a"/><formalParameter name="b"/>\(BoxedTests.text("a - b"))
      </encapsulatedLogic></businessKnowledgeModel>
      """
    let call = """
      <invocation>\(BoxedTests.text("a minus b"))
      <binding><parameter name="b"/>\(BoxedTests.text("1"))</binding>
      <binding><parameter name="a"/>\(BoxedTests.text("10"))</binding></invocation>
      """
    let needs = ["requiredKnowledge:minus"]
    let test = TestModel(model + TestModel.decision("d", needs: needs, call))
    #expect(test.problems == [])
    #expect(test.decide("d").value == "9")
    let value = TestModel(
      model + TestModel.decision("d", needs: needs, TestModel.literal("a minus b")))
    #expect(value.decide("d").value == "function(a, b)")
  }

  @Test func `a function from outside is null with a reason`() {
    let function = """
      <functionDefinition kind="Java"><formalParameter name="x"/>
      \(BoxedTests.text("{class: \"a.B\"}"))</functionDefinition>
      """
    let entries =
      BoxedTests.entry("f", function) + BoxedTests.entry(nil, BoxedTests.text("f(1)"))
    let found = TestModel(TestModel.decision("d", "<context>\(entries)</context>")).decide("d")
    #expect(found.value == "null")
    #expect(found.errors == ["the function is written in Java, which is not run here"])
  }
}
