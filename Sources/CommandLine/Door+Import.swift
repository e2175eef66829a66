import DMN
import FEEL
import Merit

extension Door {
  /// `merit dmn import`: a decision of a model as entries of a pack.
  static func importModel(_ path: String, _ arguments: Arguments) throws -> Status {
    guard let name = arguments.value(.decision) else {
      throw UsageError("--decision is missing: which decision to turn into entries of a pack")
    }
    let language = try arguments.language().language
    let model = try Model(file: path)
    let decisions = model.elements.filter { if case .decision = $0.kind { true } else { false } }
    guard let element = model.element(named: name),
      case .decision = model.elements[element].kind
    else { throw UsageError(unknown: "decision", name, among: decisions.map(\.head.name)) }
    let packed = PackedModel(element, of: model)
    let problems = model.problems + packed.problems.filter { !model.problems.contains($0) }
    for problem in problems { Terminal.tell(model.render(problem, in: language)) }
    guard !packed.values.isEmpty else { return .failed }
    try Terminal.print(packed.json(table: arguments.value(.table) ?? "people"))
    return problems.isEmpty ? .done : .findings
  }
}
