import FEEL

/// A page of expressions with what is told of each.
struct ToldPage {
  private(set) var cases: [ToldCase] = []

  init(_ text: String) {
    var lines: [String] = []
    var semantics = Semantics.strict
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isStandard = line.hasPrefix("standard> ")
      if isStandard || line.hasPrefix("> ") {
        semantics = isStandard ? .standard : .strict
        lines.append(String(line.dropFirst(isStandard ? 10 : 2)))
      } else if !lines.isEmpty {
        cases.append(ToldCase(lines.joined(separator: "\n"), semantics))
        lines = []
      }
    }
    if !lines.isEmpty { cases.append(ToldCase(lines.joined(separator: "\n"), semantics)) }
  }
}

/// One expression about a person of the small world, with what is told of it.
struct ToldCase {
  let expression: String
  let semantics: Semantics
  private(set) var diagnostics: [Diagnostic] = []
  /// Why there is no value, if there is none.
  private(set) var reason: Wording?

  init(_ expression: String, _ semantics: Semantics, _ world: World = World()) {
    self.expression = expression
    self.semantics = semantics
    do throws(Problems) {
      let program = try Program(
        Expression(parsing: expression, semantics: semantics), self: 0, schema: world.schema)
      diagnostics = program.settledConditions().map(\.diagnostic)
      let value = program.evaluate(self: World.binh, host: world, trace: nil)
      switch value {
      case .unknown(let unknown): reason = unknown.inWords
      case .null(let why): reason = why
      default: break
      }
    } catch {
      diagnostics = error.all.map(\.diagnostic)
    }
  }

  var templates: [String] { diagnostics.flatMap(\.templates) + (reason?.templates ?? []) }

  /// The block of the page.
  var text: String {
    let mark = semantics == .strict ? "> " : "standard> "
    var lines = expression.split(separator: "\n", omittingEmptySubsequences: false)
      .map { mark + $0 }
    for language in Language.allCases {
      let source = SourceText(expression, name: language.rawValue)
      lines += diagnostics.map { source.render($0, in: language) }
      if let reason { lines.append("\(language.rawValue): \(reason.text(in: language))") }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
