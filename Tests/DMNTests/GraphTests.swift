import DMN
import FEEL
import Testing

/// What elements need of one another.
@Suite struct GraphTests {
  @Test func `decisions see what they need and nothing else`() {
    let test = TestModel(
      TestModel.input("given sum") + TestModel.decision("a b", TestModel.literal("2"))
        + TestModel.decision(
          "d", needs: ["requiredInput:given sum", "requiredDecision:a b"],
          TestModel.literal("a b * given sum"))
        + TestModel.decision("blind", TestModel.literal("a b")))
    #expect(test.problems == [])
    #expect(test.decide("d", ["given sum": .number(21)]).value == "42")
    #expect(test.decide("d").value == "null")
    #expect(test.decide("blind").value == "null")
  }

  @Test func `a circle is told with its members and makes them null`() {
    let test = TestModel(
      TestModel.decision("a", needs: ["requiredDecision:b"], TestModel.literal("b"))
        + TestModel.decision("b", needs: ["requiredDecision:c"], TestModel.literal("c"))
        + TestModel.decision("c", needs: ["requiredDecision:a"], TestModel.literal("a"))
        + TestModel.decision("free", TestModel.literal("1")))
    #expect(test.problems.count == 3)
    #expect(
      test.problems.contains {
        $0.hasSuffix("the decision 'a' needs itself: 'a' needs 'b' needs 'c' needs 'a'")
      })
    #expect(test.decide("a").value == "null")
    #expect(test.decide("free").value == "1")
  }

  @Test func `a long chain is decided`() {
    let chain = (1...3000).map { number in
      TestModel.decision(
        "d\(number)", needs: number > 1 ? ["requiredDecision:d\(number - 1)"] : [],
        TestModel.literal(number > 1 ? "d\(number - 1) + 1" : "1"))
    }
    let test = TestModel(chain.reversed().joined())
    #expect(test.problems == [])
    #expect(test.decide("d3000").value == "3000")
  }

  @Test func `wrong addresses, kinds and names are told with their places`() {
    let test = TestModel(
      TestModel.input("x") + TestModel.input("x")
        + "\n<decision name=\"d\">\n<informationRequirement>"
        + "<requiredInput href=\"#y\"/></informationRequirement>\n<informationRequirement>"
        + "<requiredDecision href=\"#x\"/></informationRequirement>\n</decision>"
        + "\n<decision/>\n<decisoin name=\"e\"/>")
    #expect(
      test.problems == [
        "3:60: the input 'x' has the name of the input 'x'", "3:60: the id 'x' is given twice",
        "5:25: there is no element with the id 'y'", "6:25: the input 'x' cannot be needed here",
        "8:1: <decision> has no attribute 'name'", "9:1: <definitions> has no <decisoin> inside",
      ])
  }

  @Test func `mistakes in a text are told where they stand`() {
    let test = TestModel(
      "<decision name=\"d\"><literalExpression>\n<text>1 +\n  2 &lt; <![CDATA[3 <]]> ]</text>"
        + "</literalExpression></decision>")
    #expect(test.problems.count == 1)
    #expect(test.problems[0].hasPrefix("5:27: "), "\(test.problems)")
    #expect(test.decide("d").value == "null")
  }

  @Test func `services decide with what they are given`() {
    let model = TestModel(
      TestModel.input("x", type: "number") + TestModel.decision("base", TestModel.literal("100"))
        + TestModel.decision(
          "sum", needs: ["requiredInput:x", "requiredDecision:base"], TestModel.literal("base + x"))
        + TestModel.decision("twice", needs: ["requiredDecision:sum"], TestModel.literal("2 * sum"))
          + """
          <decisionService id="s" name="s"><outputDecision href="#sum"/><outputDecision href="#twice"/>
          <inputDecision href="#base"/><inputData href="#x"/></decisionService>
          """
        + TestModel.decision(
          "call", needs: ["requiredKnowledge:s"], TestModel.literal("s(1, 10).twice"))
        + TestModel.decision(
          "wrong", needs: ["requiredKnowledge:s"], TestModel.literal("s(1)")))
    #expect(model.problems == [])
    #expect(model.decide("sum", ["x": .number(1)]).value == "101")
    #expect(model.decide("call").value == "22")
    #expect(model.decide("wrong").value == "null")
    let given: [String: Value] = ["x": .number(1), "base": .number(5)]
    #expect(model.decide("s", given).value == "{sum: 6, twice: 12}")
    #expect(model.decide("s", ["x": .number(1)]).value == "{sum: null, twice: null}")
  }

  @Test func `functions that call one another without end are stopped`() {
    let test = TestModel(
      """
      <businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="n"/>
      \(TestModel.literal("f(n + 1)"))</encapsulatedLogic></businessKnowledgeModel>
      """ + TestModel.decision("d", needs: ["requiredKnowledge:f"], TestModel.literal("f(1)")))
    #expect(test.decide("d").value == "null")
    #expect(test.decide("d").errors.contains("functions call one another too deep"))
  }
}

/// Models that use elements of others.
@Suite struct ImportTests {
  private static let other = TestModel.file(
    """
    <itemDefinition name="tSmall"><typeRef>number</typeRef>
    <allowedValues><text>&lt; 10</text></allowedValues></itemDefinition>
    <decision id="ten" name="number ten"><literalExpression><text>10</text></literalExpression></decision>
    <businessKnowledgeModel id="twice" name="twice"><encapsulatedLogic>
    <formalParameter name="x" typeRef="tSmall"/><literalExpression><text>2 * x</text>
    </literalExpression></encapsulatedLogic></businessKnowledgeModel>
    """, name: "other.dmn", namespace: "urn:other")

  private static func model(_ name: String, _ text: String) -> TestModel {
    TestModel(
      """
      <import namespace="urn:other" name="\(name)" importType="\(TestModel.namespace)"/>
      <decision name="d"><variable name="d" typeRef="\(name.isEmpty ? "" : name + ".")tSmall"/>
      <informationRequirement><requiredDecision href="urn:other#ten"/></informationRequirement>
      <knowledgeRequirement><requiredKnowledge href="urn:other#twice"/></knowledgeRequirement>
      \(TestModel.literal(text))</decision>
      """, among: [other, ModelFile("broken.dmn", Array("<no".utf8))])
  }

  @Test(arguments: [
    ("o", "o.twice(o.number ten - 6)", "8"), ("o", "o.number ten", "null"),
    ("my other", "my other.twice(4)", "8"), ("", "twice(number ten - 9)", "2"),
  ])
  func `elements are known by the name of the import`(name: String, text: String, value: String) {
    let test = ImportTests.model(name, text)
    #expect(test.problems == [])
    #expect(test.decide("d").value == value)
  }

  @Test func `an import that is not there is told`() {
    let test = TestModel("<import namespace=\"urn:nowhere\" name=\"n\" importType=\"\"/>")
    #expect(test.problems == ["3:1: there is no model with the namespace 'urn:nowhere'"])
  }

  @Test func `models that import one another are read`() {
    let back = TestModel.file(
      "<import namespace=\"urn:test\" name=\"t\" importType=\"\"/>", name: "b", namespace: "urn:b")
    let test = TestModel("<import namespace=\"urn:b\" name=\"b\" importType=\"\"/>", among: [back])
    #expect(test.problems == [])
  }
}
