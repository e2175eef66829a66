import DMN
import FEEL
import Testing

/// Decisions as entries of a pack.
@Suite struct PackingTests {
  private static func packed(_ body: String, _ decision: String) -> (PackedModel, TestModel) {
    let test = TestModel(body)
    let element = test.model.element(named: decision) ?? 0
    return (PackedModel(element, of: test.model), test)
  }

  @Test func `a decision comes with what it needs, in order`() {
    let (packed, _) = PackingTests.packed(
      TestModel.input("points", type: "number")
        + TestModel.decision(
          "bonus", needs: ["requiredDecision:half", "requiredKnowledge:twice"],
          TestModel.literal("twice(half)"))
        + TestModel.decision(
          "half", needs: ["requiredInput:points"], TestModel.literal("points / 2"))
        + "<businessKnowledgeModel id=\"twice\" name=\"twice\"><encapsulatedLogic>"
        + "<formalParameter name=\"x\"/>\(TestModel.literal("2 * x"))</encapsulatedLogic>"
        + "</businessKnowledgeModel>" + TestModel.decision("other", TestModel.literal("1")), "bonus"
    )
    #expect(packed.problems.isEmpty)
    #expect(packed.fields.map(\.name) == ["points"])
    #expect(packed.fields.map(\.type) == ["number"])
    #expect(packed.functions.map(\.name) == ["twice"])
    #expect(packed.values.map(\.name) == ["half", "bonus"])
  }

  @Test(arguments: [
    ("sqrt(points)", "may not reach a score"), ("points + \"a\"", "a text"),
    ("pints", "nothing is named"),
    ("points / 0", "zero"),
  ])
  func `what the strict semantics refuses is told with its place`(text: String, words: String) {
    let (packed, test) = PackingTests.packed(
      TestModel.input("points", type: "number")
        + TestModel.decision("d", needs: ["requiredInput:points"], TestModel.literal(text)), "d")
    #expect(packed.problems.count == 1)
    #expect(packed.problems.contains { "\($0.diagnostic.message)".contains(words) })
    for problem in packed.problems { #expect(test.model.render(problem).hasPrefix("test.dmn:")) }
  }

  @Test func `what a pack cannot say is told`() {
    let (packed, _) = PackingTests.packed(
      TestModel.input("a-b", type: "number") + TestModel.input("or else", type: "time")
        + TestModel.decision(
          "d", needs: ["requiredInput:a-b", "requiredInput:or else"], "<list/>"), "d")
    #expect(packed.values.isEmpty)
    let said = packed.problems.map { "\($0.diagnostic.message)" }
    #expect(said.count == 4)
    #expect(said.contains("'a-b' cannot be a name in a pack"))
    #expect(said.contains("'or else' cannot be a name in a pack"))
    #expect(said.contains { $0.contains("which no field of a pack can be") })
    #expect(said.contains { $0.contains("neither one expression nor a decision table") })
  }
}
