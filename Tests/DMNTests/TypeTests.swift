import FEEL
import Testing

/// Types of a model: what they refuse and what they convert.
@Suite struct TypeTests {
  private static let types = """
    <itemDefinition name="tGrade"><typeRef>string</typeRef>
    <allowedValues><text>"A", "B"</text></allowedValues></itemDefinition>
    <itemDefinition name="tGrades" isCollection="true"><typeRef>tGrade</typeRef>
    <typeConstraint><text>count(?) &lt; 3</text></typeConstraint></itemDefinition>
    <itemDefinition name="tPerson"><itemComponent name="name"><typeRef>string</typeRef></itemComponent>
    <itemComponent name="grades"><typeRef>tGrades</typeRef></itemComponent></itemDefinition>
    <itemDefinition name="tTwice"><functionItem outputTypeRef="number">
    <parameters name="x" typeRef="number"/></functionItem></itemDefinition>
    """

  private static func converted(_ text: String, to type: String) -> (
    value: String, errors: [String]
  ) {
    let test = TestModel(types + TestModel.decision("d", type: type, TestModel.literal(text)))
    #expect(test.problems == [])
    return test.decide("d")
  }

  @Test(arguments: [
    ("\"A\"", "tGrade", "\"A\""), ("[\"A\"]", "tGrade", "\"A\""), ("\"C\"", "tGrade", "null"),
    ("null", "tGrade", "null"), ("1", "tGrade", "null"), ("\"A\"", "tGrades", "[\"A\"]"),
    ("[\"A\", \"B\"]", "tGrades", "[\"A\", \"B\"]"), ("[\"A\", \"C\"]", "tGrades", "null"),
    ("[\"A\", \"B\", \"A\"]", "tGrades", "null"),
    ("{name: \"x\", grades: [\"A\"]}", "tPerson", "{name: \"x\", grades: [\"A\"]}"),
    ("{name: \"x\", grades: [\"C\"]}", "tPerson", "null"), ("{name: \"x\"}", "tPerson", "null"),
    ("{name: 1, grades: []}", "tPerson", "null"), ("@\"2026-02-28\"", "date", "@\"2026-02-28\""),
    ("@\"2026-02-28\"", "dateTime", "@\"2026-02-28T00:00:00Z\""),
    ("function(x: number) 2 * x", "tTwice", "function(x)"),
    ("function(x: number, y: number) x", "tTwice", "null"),
    ("function(x: number) \"x\"", "tTwice", "null"),
  ])
  func `a value becomes one of its type or null`(text: String, type: String, value: String) {
    let found = TypeTests.converted(text, to: type)
    #expect(found.value == value)
    #expect(found.errors.isEmpty == (value != "null" || text == "null"), "\(found.errors)")
  }

  @Test func `an input outside its allowed values is null with an error`() {
    let test = TestModel(
      TypeTests.types + TestModel.input("grade", type: "tGrade")
        + TestModel.decision(
          "d", needs: ["requiredInput:grade"], TestModel.literal("if grade = null then 0 else 1")))
    #expect(test.decide("d", ["grade": .string("A")]).value == "1")
    let found = test.decide("d", ["grade": .string("Z")])
    #expect(found.value == "0")
    #expect(found.errors == ["\"Z\" is not among the allowed values"])
  }

  @Test func `types that are not there or made of themselves are told`() {
    let test = TestModel(
      """
      <itemDefinition name="tA"><typeRef>tB</typeRef></itemDefinition>
      <itemDefinition name="tB"><itemComponent name="a"><typeRef>tA</typeRef></itemComponent>
      </itemDefinition>
      \(TestModel.decision("d", type: "nmber", TestModel.literal("1")))
      """)
    #expect(test.problems.contains { $0.hasSuffix("there is no type 'nmber'") })
    #expect(test.problems.contains { $0.contains("is made of itself") })
    #expect(test.decide("d").value == "1")
  }

  @Test func `arguments that do not fit make a call null`() {
    let model = """
      \(TypeTests.types)<businessKnowledgeModel id="f" name="f"><encapsulatedLogic>
      <formalParameter name="g" typeRef="tGrade"/>\(TestModel.literal("\"is \" + g"))
      </encapsulatedLogic></businessKnowledgeModel>
      """
    for (argument, value) in [("\"B\"", "\"is B\""), ("\"C\"", "null"), ("1", "null")] {
      let test = TestModel(
        model
          + TestModel.decision(
            "d", needs: ["requiredKnowledge:f"], TestModel.literal("f(\(argument))")))
      #expect(test.decide("d").value == value, "\(argument)")
    }
  }
}
