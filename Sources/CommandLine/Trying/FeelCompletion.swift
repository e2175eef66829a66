import FEEL

/// How the end of a line can go on: names, functions, words of the language and commands.
struct FeelCompletion {
  private let candidates: [String]

  init(_ scope: FeelScope) {
    let functions = Builtin.allCases
      .filter { scope.semantics == .strict || !$0.isExtension }.map { $0.rawValue + "(" }
    let words = [
      "and", "between", "else", "every", "false", "for", "function(", "if", "in", "instance of",
      "not(", "null", "or", "return", "satisfies", "some", "then", "true",
    ]
    let commands = FeelCommand.allCases.map { ":\($0.rawValue)" + ($0.operand == nil ? "" : " ") }
    candidates = (scope.names + functions + words + commands).sorted()
  }

  /// What is typed of a name at the end of `line`, and all that it can become, sorted.
  ///
  /// The longest end counts that begins where a word begins and is the beginning of a candidate, so
  /// that names of several words are completed too. Composed and decomposed letters are the same.
  func endings(of line: String) -> (typed: String, candidates: [String]) {
    for start in FeelCompletion.starts(line) {
      let typed = String(line[start...])
      let found = candidates.filter { $0.hasPrefix(typed) && $0 != typed }
      if !found.isEmpty { return (typed, found) }
    }
    return ("", [])
  }

  /// The longest beginning that all texts have.
  static func common(_ texts: [String]) -> String {
    guard var common = texts.first else { return "" }
    for text in texts { while !text.hasPrefix(common) { common.removeLast() } }
    return common
  }

  /// Where the words of a line begin, the first one first; the last few are enough.
  private static func starts(_ line: String) -> ArraySlice<String.Index> {
    var starts: [String.Index] = []
    var before: Character = " "
    for index in line.indices {
      if isWord(line[index]), !isWord(before) || before == ":" { starts.append(index) }
      before = line[index]
    }
    return starts.suffix(6)
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == ":"
  }
}

extension FeelCompletion {
  /// What the completing key does with the text before the cursor: goes on as far as all candidates
  /// agree, else shows them.
  func step(_ line: String) -> (typed: String, insert: String, choices: [String]) {
    let (typed, candidates) = endings(of: line)
    let common = FeelCompletion.common(candidates)
    if common.count > typed.count { return (typed, common, []) }
    return (typed, "", candidates)
  }
}
