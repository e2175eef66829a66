package import FEEL

/// Something wrong in a model, with its place.
package struct ModelProblem: Error, Hashable, Sendable {
  /// The number of the file.
  package let file: Int
  /// What is wrong; the span points into the file.
  package let diagnostic: Diagnostic

  /// Creates a problem.
  package init(_ diagnostic: Diagnostic, in file: Int) {
    self.diagnostic = diagnostic
    self.file = file
  }
}

extension ModelTexts {
  /// A problem of a text as one of its file.
  func located(_ problem: Problem) -> ModelProblem {
    let old = problem.diagnostic
    let (file, span) = place(of: old.span, in: problem.textID)
    let notes = old.notes.map { note in
      Diagnostic.Note(note.message, at: note.span.map { place(of: $0, in: problem.textID).span })
    }
    let new = Diagnostic(
      old.message, at: span, remedy: old.remedy, severity: old.severity, notes: notes)
    return ModelProblem(new, in: file)
  }
}
