import FEEL
import JSON

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

  /// An answer in a style.
  init(_ answer: FeelAnswer, _ source: SourceText, _ style: FeelStyle) {
    switch style.form {
    case .plain: self.init(plain: answer, style)
    case .typed: self.init(typed: answer, source, style)
    case .json: self.init(json: answer, style)
    }
  }

  /// The value as an expression writes it, and why there is none.
  private init(plain answer: FeelAnswer, _ style: FeelStyle) {
    output = answer.value.description
    guard let failure = answer.failure else { return }
    complaint = style.render([failure.diagnostic], failure.source)
    status = .findings
  }

  /// The value with its type, as a comment of the language; above it, right under the line, what went
  /// wrong.
  private init(typed answer: FeelAnswer, _ source: SourceText, _ style: FeelStyle) {
    self.init(plain: answer, style)
    guard let failure = answer.failure else {
      output += "  // \(Type(of: answer.value).name)"
      return
    }
    complainsFirst = true
    guard failure.source.text == source.text else { return }
    complaint = style.underline([failure.diagnostic], source) ?? complaint
  }

  private init(json answer: FeelAnswer, _ style: FeelStyle) {
    var json = JSONWriter(.compact)
    json.object {
      $0.key("value")
      $0.value(answer.value)
      $0.member("type", Type(of: answer.value).name)
      $0.member("feel", answer.value.description)
      if let failure = answer.failure {
        $0.write(failure.diagnostic, failure.source, style.language)
      }
    }
    output = json.text
    status = answer.failure == nil ? .done : .findings
  }

  /// A text that is no expression.
  init(_ problems: Problems, _ source: SourceText, _ style: FeelStyle) {
    status = .failed
    let all = problems.all.map(\.diagnostic)
    switch style.form {
    case .plain: complaint = style.render(all, source)
    case .typed: complaint = style.underline(all, source) ?? style.render(all, source)
    case .json:
      var json = JSONWriter(.compact)
      json.object {
        $0.array("problems") {
          for problem in all { $0.object { $0.write(problem, source, style.language) } }
        }
      }
      output = json.text
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
  fileprivate mutating func write(
    _ diagnostic: Diagnostic, _ source: SourceText, _ language: Language
  ) {
    let place = source.place(of: diagnostic.span.lower)
    member("reason", diagnostic.message.text(in: language))
    if let remedy = diagnostic.remedy { member("remedy", remedy.text(in: language)) }
    member("line", place.line)
    member("column", place.column)
  }
}
