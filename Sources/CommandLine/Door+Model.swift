import DMN
import FEEL
import Files
import JSON
import Merit

extension Door {
  /// `merit dmn`: decides by a decision model.
  static func model(_ arguments: Arguments) throws -> Status {
    let operands = arguments.operands
    if operands.count == 2 {
      guard operands[0] == "import" else {
        throw UsageError("there is one MODEL.dmn, behind 'import' or alone")
      }
      return try importModel(operands[1], arguments)
    }
    let language = try arguments.language().language
    let model = try Model(file: operands[0])
    for problem in model.problems { Terminal.tell(model.render(problem, in: language)) }
    guard model.definitions[0] != nil else { return .failed }
    let asked = try arguments.decisions(of: model)
    let inputs = try arguments.value(.input).map { try ModelInputs($0, model, language).values }
    let now = DateTime(universalSecond: Number(Terminal.second))
    var evaluation = ModelEvaluation(model, inputs: inputs ?? [:], host: EmptyHost(now: now))
    var results = Context()
    for element in asked { results[model.elements[element].head.name] = evaluation.answer(element) }
    var json = JSONWriter(.pretty)
    json.value(.context(results))
    json.endLine()
    try Terminal.print(json.text)
    for failure in evaluation.failures { Terminal.tell(evaluation.render(failure, in: language)) }
    let isClean = model.problems.isEmpty && evaluation.failures.isEmpty
    return isClean && results.values.allSatisfy { !$0.isMissing } ? .done : .findings
  }
}

extension Model {
  /// The model of a file, with the files beside it among which imports are looked for.
  init(file path: String) throws(MeritError) {
    do throws(FileProblem) {
      let place = Place(path)
      let file = ModelFile(path, try InputFile.contents(of: path))
      var others: [ModelFile] = []
      for name in try place.parent.names() where name.hasSuffix(".dmn") && name != place.name {
        let other = place.parent.appending(name)
        others.append(ModelFile(other.path, try InputFile.contents(of: other.path)))
      }
      self.init(file, among: others, zones: .machine())
    } catch {
      throw MeritError(error.message)
    }
  }
}

extension ModelEvaluation {
  /// The value of a decision, or what a service gives.
  fileprivate mutating func answer(_ element: Int) -> Value {
    if case .service = model.elements[element].kind { return result(of: element) }
    return value(of: element)
  }
}

extension Arguments {
  /// The decisions and services that are asked for; all decisions of the model unless told.
  fileprivate func decisions(of model: Model) throws(UsageError) -> [Int] {
    var found: [Int] = []
    for name in all(.decision) {
      guard let element = model.element(named: name), model.elements[element].isDecided else {
        let names = model.elements.filter(\.isDecided).map(\.head.name)
        throw UsageError(unknown: "decision", name, among: names)
      }
      found.append(element)
    }
    guard found.isEmpty else { return found }
    return model.elements.indices.filter { index in
      guard model.elements[index].model == 0 else { return false }
      if case .decision = model.elements[index].kind { return true }
      return false
    }
  }
}

extension Element {
  /// Whether a value of it can be asked for.
  fileprivate var isDecided: Bool {
    switch kind {
    case .decision, .service: true
    case .input, .knowledge: false
    }
  }
}
