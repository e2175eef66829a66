import FEEL
import JSON

/// How answers are printed.
enum FeelForm {
  /// The value alone.
  case plain
  /// For a person at a terminal: the value with its type, and carets under what was typed.
  case typed
  /// A line of JSON.
  case json
}

/// What is printed of an answer, on which stream, and how the program would end with it.
struct FeelReply {
  var output = ""
  var complaint = ""
  var status = Door.Status.done
  private var complainsFirst = false

  init(output: String) { self.output = output }

  init(complaint: String, status: Door.Status = .failed) {
    self.complaint = complaint
    self.status = status
  }

  /// An answer in words: the value as an expression writes it, and why there is none.
  init(_ answer: FeelAnswer) {
    output = answer.value.description
    guard let failure = answer.failure else { return }
    complaint = failure.source.render(failure.diagnostic)
    status = .findings
  }

  /// An answer to a line that was just typed: the value with its type, as a comment of the language;
  /// above it, right under the line, what went wrong.
  init(typed answer: FeelAnswer, _ source: SourceText) {
    self.init(answer)
    guard let failure = answer.failure else {
      output += "  // \(Type(of: answer.value).name)"
      return
    }
    complainsFirst = true
    guard failure.source.text == source.text else { return }
    complaint = source.underline([failure.diagnostic]) ?? complaint
  }

  /// An answer as one line of JSON.
  init(json answer: FeelAnswer) {
    var json = JSONWriter(.compact)
    json.object {
      $0.key("value")
      $0.value(answer.value)
      $0.member("type", Type(of: answer.value).name)
      $0.member("feel", answer.value.description)
      if let failure = answer.failure { $0.write(failure.diagnostic, failure.source) }
    }
    output = json.text
    status = answer.failure == nil ? .done : .findings
  }

  /// A text that is no expression.
  init(_ problems: Problems, _ source: SourceText, as form: FeelForm) {
    status = .failed
    guard form == .json else {
      complaint = source.render(problems)
      guard form == .typed else { return }
      complaint = source.underline(problems.all.map(\.diagnostic)) ?? complaint
      return
    }
    var json = JSONWriter(.compact)
    json.object {
      $0.array("problems") {
        for problem in problems.all { $0.object { $0.write(problem.diagnostic, source) } }
      }
    }
    output = json.text
  }

  /// An answer in a form.
  init(_ answer: FeelAnswer, _ source: SourceText, as form: FeelForm) {
    switch form {
    case .plain: self.init(answer)
    case .typed: self.init(typed: answer, source)
    case .json: self.init(json: answer)
    }
  }

  /// Prints both parts; the value first unless the complaint belongs under a typed line.
  func print() throws {
    if complainsFirst, !complaint.isEmpty { Terminal.tell(complaint) }
    defer { if !complainsFirst, !complaint.isEmpty { Terminal.tell(complaint) } }
    if !output.isEmpty { try Terminal.print(output) }
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ diagnostic: Diagnostic, _ source: SourceText) {
    let place = source.place(of: diagnostic.span.lower)
    member("reason", diagnostic.message.description)
    if let remedy = diagnostic.remedy { member("remedy", remedy.description) }
    member("line", place.line)
    member("column", place.column)
  }
}

extension SourceText {
  /// Carets that fit right under the text where it was just typed after the prompt, a line for each
  /// problem; nil where it does not stand on one line of an ordinary terminal.
  fileprivate func underline(_ problems: [Diagnostic]) -> String? {
    guard text.count <= 72, !text.contains("\n"), !text.contains("\t") else { return nil }
    return problems.map { problem in
      let column = place(of: problem.span.lower).column - 1 + FeelSession.prompt.count
      let tail = String(repeating: "~", count: max(0, excerpt(problem.span).count - 1))
      let remedy = problem.remedy.map { "; \($0)" } ?? ""
      return "".padded(to: column) + "^\(tail) \(problem.message)\(remedy)"
    }.joined(separator: "\n")
  }
}
