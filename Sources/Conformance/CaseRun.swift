internal import DMN
internal import FEEL

/// How one case came out.
struct CaseRun {
  enum Outcome: Equatable {
    case passed
    case failed(String)
    case ignored(String)
  }

  let folder: String
  let file: String
  let id: String
  let outcome: Outcome
  /// Whether it passed only because numbers may differ a little.
  let isRounded: Bool

  var isPassed: Bool { outcome == .passed }
}

extension CaseRun {
  /// Runs a case of a model.
  init(_ test: CaseFile.Case, _ model: Model, folder: String, file: String, host: EmptyHost) {
    var agreement = Agreement()
    var faults: [String] = []
    for result in test.results {
      var evaluation = ModelEvaluation(model, inputs: test.given(model), host: host)
      let got = evaluation.value(of: result, in: test)
      if let fault = CaseRun.fault(result, got, evaluation, &agreement) { faults.append(fault) }
    }
    self.init(
      folder: folder, file: file, id: test.id,
      outcome: faults.isEmpty ? .passed : .failed(faults.joined(separator: "; ")),
      isRounded: agreement.isRounded)
  }

  private static func fault(
    _ result: CaseFile.Result, _ got: Value, _ evaluation: ModelEvaluation,
    _ agreement: inout Agreement
  ) -> String? {
    guard agreement.agree(result.expected, got) else {
      var said = "\(result.name): expected \(result.expected), got \(got)"
      if let reason = got.reason ?? evaluation.failures.first.map({ "\($0.reason)" }) {
        said += " (\(reason))"
      }
      return said
    }
    if result.isError, got.reason == nil, evaluation.failures.isEmpty {
      return "\(result.name): an error is expected, and none was recorded"
    }
    return nil
  }
}

extension Value {
  /// Why there is nothing, if this is null for a reason.
  fileprivate var reason: String? {
    if case .null(let reason?) = self { return "\(reason)" }
    return nil
  }
}

extension CaseFile.Case {
  /// The given values by element; what the model does not know is passed over.
  fileprivate func given(_ model: Model) -> [Int: Value] {
    var given: [Int: Value] = [:]
    for input in inputs {
      if let element = model.element(named: input.name) { given[element] = input.value }
    }
    return given
  }
}

extension ModelEvaluation {
  fileprivate mutating func value(of result: CaseFile.Result, in test: CaseFile.Case) -> Value {
    guard let called = test.called else {
      guard let element = model.element(named: result.name) else {
        return .null(reason: "there is no decision '\(result.name)'")
      }
      if case .service = model.elements[element].kind { return self.result(of: element) }
      return value(of: element)
    }
    guard let element = model.element(named: called) else {
      return .null(reason: "there is nothing named '\(called)' to call")
    }
    let value = self.result(of: element)
    if case .context(let context) = value, let part = context[result.name] { return part }
    return value
  }
}
