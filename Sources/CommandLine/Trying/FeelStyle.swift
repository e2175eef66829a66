import FEEL

/// How answers are printed, and in which language problems are told.
struct FeelStyle {
  /// What is printed of an answer.
  enum Form {
    /// The value alone.
    case plain
    /// For a person at a terminal: the value with its type, and carets under what was typed.
    case typed
    /// A line of JSON.
    case json
  }

  let form: Form
  let language: Language

  init(form: Form, _ language: Language) {
    self.form = form
    self.language = language
  }

  /// Problems with their places, one after the other.
  func render(_ problems: [Diagnostic], _ source: SourceText) -> String {
    problems.map { source.render($0, in: language) }.joined(separator: "\n")
  }

  /// Carets that fit right under the text where it was just typed after the prompt, a line for each
  /// problem; nil where it does not stand on one line of an ordinary terminal.
  func underline(_ problems: [Diagnostic], _ source: SourceText) -> String? {
    let text = source.text
    guard text.count <= 72, !text.contains("\n"), !text.contains("\t") else { return nil }
    return problems.map { problem in
      let column = source.place(of: problem.span.lower).column - 1 + FeelSession.prompt.count
      let tail = String(repeating: "~", count: max(0, source.excerpt(problem.span).count - 1))
      let remedy = problem.remedy.map { "; " + $0.text(in: language) } ?? ""
      return "".padded(to: column) + "^\(tail) \(problem.message.text(in: language))\(remedy)"
    }.joined(separator: "\n")
  }
}
