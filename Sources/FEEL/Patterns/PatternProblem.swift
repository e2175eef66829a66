/// What is wrong with a pattern, its flags or a replacement, or why a search was given up.
struct PatternProblem: Error, Hashable {
  /// The whole sentence, with the place where there is one.
  let message: Wording

  init(_ message: Wording) { self.message = message }

  /// A fault at a character of the pattern, counted from 0; its number in words counts from 1.
  init(_ message: Wording, at index: Int) {
    self.init("the pattern is wrong at character \(index + 1): \(message)")
  }
}
