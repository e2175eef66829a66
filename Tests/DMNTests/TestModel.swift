import DMN
import FEEL

/// A small model written in a test.
struct TestModel {
  static let namespace = "https://www.omg.org/spec/DMN/20230324/MODEL/"

  /// A file around the elements of a model.
  static func file(
    _ body: String, name: String = "test.dmn", namespace: String = "urn:test"
  ) -> ModelFile {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="\(TestModel.namespace)" name="test" namespace="\(namespace)">
      \(body)
      </definitions>
      """
    return ModelFile(name, Array(text.utf8))
  }

  let model: Model

  init(_ body: String, among others: [ModelFile] = []) {
    model = Model(TestModel.file(body), among: others)
  }

  /// The problems, each as `line:column: message`.
  var problems: [String] { TestModel.words(model) }

  static func words(_ model: Model) -> [String] {
    model.problems.map { problem in
      let file = model.files[problem.file]
      let source = SourceText(String(decoding: file.bytes, as: UTF8.self), name: "")
      let (line, column) = source.place(of: problem.diagnostic.span.lower)
      return "\(line):\(column): \(problem.diagnostic.message)"
    }
  }

  /// The value of a decision or service as an expression writes it, and the errors on the way.
  func decide(_ name: String, _ inputs: [String: Value] = [:]) -> (value: String, errors: [String])
  {
    var given: [Int: Value] = [:]
    for (name, value) in inputs {
      if let element = model.element(named: name) { given[element] = value }
    }
    guard let element = model.element(named: name) else { return ("there is no '\(name)'", []) }
    var evaluation = ModelEvaluation(model, inputs: given, host: EmptyHost())
    let value: Value
    if case .service = model.elements[element].kind {
      value = evaluation.result(of: element)
    } else {
      value = evaluation.value(of: element)
    }
    return ("\(value)", evaluation.failures.map { "\($0.reason)" })
  }

  /// A decision with what it needs.
  static func decision(
    _ name: String, type: String? = nil, needs: [String] = [], _ logic: String
  ) -> String {
    let requirements = needs.map { need in
      let parts = need.split(separator: ":", maxSplits: 1).map(String.init)
      let kind = parts[0] == "requiredKnowledge" ? "knowledge" : "information"
      return "<\(kind)Requirement><\(parts[0]) href=\"#\(parts[1])\"/></\(kind)Requirement>"
    }
    return """
      <decision id="\(name)" name="\(name)">
      <variable name="\(name)"\(type.map { " typeRef=\"\($0)\"" } ?? "")/>
      \(requirements.joined())
      \(logic)
      </decision>
      """
  }

  static func input(_ name: String, type: String? = nil) -> String {
    let type = type.map { " typeRef=\"\($0)\"" } ?? ""
    return
      "<inputData id=\"\(name)\" name=\"\(name)\"><variable name=\"\(name)\"\(type)/></inputData>"
  }

  static func literal(_ text: String) -> String {
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    return "<literalExpression><text>\(escaped)</text></literalExpression>"
  }
}
