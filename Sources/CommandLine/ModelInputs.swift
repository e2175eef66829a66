import DMN
import FEEL
import Files
import JSON
import Merit

/// The inputs of a decision model in a JSON object, by their names.
///
/// Where the model declares a date, a time or a duration, a text stands for it. A decision that is
/// given is not decided.
struct ModelInputs {
  /// The values by element.
  let values: [Int: Value]

  /// - Throws: ``MeritError`` with all problems and their places.
  init(_ path: String, _ model: Model, _ language: Language) throws(MeritError) {
    let document = JSONDocument(try FeelContext.bytes(path))
    let source = SourceText(document.text, name: path == "-" ? "standard input" : path)
    guard let members = document.value?.members, document.isValid else {
      let problem = document.value.map {
        Diagnostic("the inputs are one JSON object, and this is \($0.kind)", at: $0.span)
      }
      throw ModelInputs.error(document.diagnostics + [problem].compactMap(\.self), source, language)
    }
    var values: [Int: Value] = [:]
    var problems: [Diagnostic] = []
    for member in members {
      do throws(Diagnostic) {
        let element = try ModelInputs.element(member, model)
        values[element] = try Value(member.value).read(as: model.type(of: element))
      } catch {
        problems.append(error)
      }
    }
    guard problems.isEmpty else { throw ModelInputs.error(problems, source, language) }
    self.values = values
  }

  private static func element(_ member: JSONMember, _ model: Model) throws(Diagnostic) -> Int {
    let name = member.key.text
    if let element = model.element(named: name) {
      switch model.elements[element].kind {
      case .input, .decision: return element
      case .knowledge, .service: break
      }
    }
    let names = model.elements.map(\.head.name)
    throw Diagnostic(
      "the model has no input '\(name)'", at: member.key.span,
      remedy: nearestName(to: name, among: names).map { "write '\($0)'" })
  }

  private static func error(
    _ problems: [Diagnostic], _ source: SourceText, _ language: Language
  ) -> MeritError {
    MeritError(problems.map { source.render($0, in: language) }.joined(separator: "\n"))
  }
}
