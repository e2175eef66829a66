import DMN
import FEEL
import Testing

/// Files that are no models, by accident or on purpose.
@Suite struct HostileTests {
  private static func problems(_ text: String) -> [String] {
    TestModel.words(Model(ModelFile("bad.dmn", Array(text.utf8))))
  }

  private static let whole = TestModel.file(
    """
    <itemDefinition name="t" isCollection="true"><typeRef>number</typeRef></itemDefinition>
    \(TestModel.input("x", type: "t"))
    \(TestModel.decision("d", needs: ["requiredInput:x"], TestModel.literal("x[1] <= 3")))
    """
  ).bytes

  @Test func `a file cut anywhere is told or still a model`() {
    for end in 0..<HostileTests.whole.count {
      let model = Model(ModelFile("cut.dmn", Array(HostileTests.whole[..<end])))
      #expect(!model.problems.isEmpty, "\(end)")
      #expect(model.problems.allSatisfy { $0.diagnostic.span.upper <= HostileTests.whole.count })
    }
  }

  @Test func `a file with any byte changed does no harm`() {
    for index in HostileTests.whole.indices {
      for byte in [0, UInt8(ascii: "<"), UInt8(ascii: "\""), 0xFF] {
        var bytes = HostileTests.whole
        bytes[index] = byte
        let model = Model(ModelFile("changed.dmn", bytes))
        for problem in model.problems { _ = model.render(problem) }
        var evaluation = ModelEvaluation(model, host: EmptyHost())
        for element in model.elements.indices { _ = evaluation.value(of: element) }
      }
    }
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
    "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://localhost/x\"> %p;]><a/>",
    "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\"><!ENTITY d \"&c;&c;\">]><a>&d;</a>",
  ])
  func `document types are refused`(text: String) {
    let problems = HostileTests.problems(text)
    #expect(problems.count == 1)
    #expect(
      problems[0].hasSuffix(": the file declares a document type, and entities could hide in it"))
  }

  @Test(arguments: [
    ("", "1:1: this is not well-formed XML: no element found"),
    ("<a", "1:1: this is not well-formed XML: unclosed token"),
    ("<a></b>", "1:6: this is not well-formed XML: mismatched tag"),
    ("<a b='1' b='2'/>", "1:10: this is not well-formed XML: duplicate attribute"),
    ("<a>\n&nbsp;</a>", "2:1: this is not well-formed XML: undefined entity"),
    (
      "<a/>",
      "1:1: a decision model begins with <definitions> in a namespace of DMN 1.1 to 1.5, and this is "
        + "<a> in ''"
    ),
    (
      "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
      "1:1: the file says that its encoding is ISO-8859-1"
    ),
  ])
  func `what is no model is told with its place`(text: String, problem: String) {
    #expect(HostileTests.problems(text) == [problem])
  }

  @Test func `deep nesting is refused`() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(HostileTests.problems(deep).first?.contains("nested more than 150 levels") == true)
    let lists = String(repeating: "<list>", count: 140)
    let closed = String(repeating: "</list>", count: 140)
    let test = TestModel(TestModel.decision("d", lists + closed))
    #expect(test.problems == [])
    #expect(test.decide("d").value.hasPrefix("[[[["))
  }

  @Test func `too many elements are refused`() {
    let many = "<a>" + String(repeating: "<b/>", count: 500_001) + "</a>"
    #expect(HostileTests.problems(many).first?.contains("more than 500000 elements") == true)
  }

  @Test func `elements of other namespaces are passed over`() {
    let test = TestModel(
      "<extensionElements><x:y xmlns:x=\"urn:x\"><x:z/></x:y></extensionElements>"
        + "<x:decision xmlns:x=\"urn:x\"/>" + TestModel.decision("d", TestModel.literal("1")))
    #expect(test.problems == [])
    #expect(test.decide("d").value == "1")
  }
}
