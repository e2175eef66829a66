package import FEEL

extension ModelEvaluation {
  /// A failure as a person reads it: where it has a place, with file, line, column and a caret.
  package func render(_ failure: Failure, in language: Language) -> String {
    let element = model.elements[failure.element]
    guard let origin = failure.origin else {
      return "\(element.head.name): \(failure.reason.text(in: language))"
    }
    let (file, span) = model.texts.place(of: origin.span, in: origin.textID)
    let note = Diagnostic.Note("in the \(element.inWords)")
    return model.render(
      ModelProblem(Diagnostic(failure.reason, at: span, notes: [note]), in: file), in: language)
  }
}
