/// The literals of Swift code that become wordings: arguments of parameters that take one, what a
/// declaration of that type gives, and literals inside the interpolations of those.
struct WordingSites {
  /// A template and where it stands.
  private(set) var templates: [(text: String, line: Int)] = []
  private let parameters: WordingParameters

  init(_ tokens: [SwiftToken], _ parameters: WordingParameters) {
    self.parameters = parameters
    walk(tokens, 0..<tokens.count, isWording: false)
  }

  private mutating func walk(_ tokens: [SwiftToken], _ range: Range<Int>, isWording: Bool) {
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      if token.isWord("case") {
        index = afterPattern(tokens, index, range.upperBound)
      } else if let parts = token.parts {
        literal(tokens, index, parts, isWording)
        index += 1
      } else if token.isMark("("), let name = callee(tokens, index) {
        index = call(tokens, index, name)
      } else if token.isMark("["), index > 0, tokens[index - 1].isWord || tokens[index - 1].closes {
        let end = tokens.closing(index)
        walk(tokens, (index + 1)..<max(index + 1, end), isWording: false)
        index = end + 1
      } else if token.isWord("let") || token.isWord("var") {
        index = variable(tokens, index, range.upperBound) ?? index + 1
      } else if token.isWord("func") {
        index = function(tokens, index)
      } else {
        index += 1
      }
    }
  }

  // MARK: Literals and calls

  private mutating func literal(
    _ tokens: [SwiftToken], _ index: Int, _ parts: [SwiftToken.Part], _ isWording: Bool
  ) {
    func mark(_ place: Int) -> String {
      tokens.indices.contains(place) && !tokens[place].isWord ? tokens[place].text : ""
    }
    let before = mark(index - 1) == "=" && ["=", "!"].contains(mark(index - 2))
    let after = ["=", "!"].contains(mark(index + 1)) && mark(index + 2) == "="
    let counts = isWording && !before && !after
    if counts { templates.append((tokens[index].text, tokens[index].line)) }
    for case .code(let inner) in parts { walk(inner, 0..<inner.count, isWording: counts) }
  }

  /// The name before a bracket that holds arguments.
  private func callee(_ tokens: [SwiftToken], _ index: Int) -> String? {
    guard index > 0, tokens[index - 1].isWord else { return nil }
    let name = tokens[index - 1].text
    let before = index > 1 ? tokens[index - 2] : nil
    if before?.isWord("func") ?? false { return nil }
    if name == "init" { return before?.isMark(".") ?? false ? ".init" : nil }
    let keywords = ["if", "switch", "guard", "in", "return", "case", "let", "where", "while"]
    return keywords.contains(name) ? nil : name
  }

  private mutating func call(_ tokens: [SwiftToken], _ index: Int, _ name: String) -> Int {
    for (place, argument) in tokens.arguments(index).enumerated() {
      let isNamed =
        argument.count > 1 && tokens[argument.lowerBound].isWord
        && tokens[argument.lowerBound + 1].isMark(":")
      let label = isNamed ? tokens[argument.lowerBound].text : String(place)
      let value = isNamed ? (argument.lowerBound + 2)..<argument.upperBound : argument
      walk(tokens, value, isWording: parameters.takes(name, label))
    }
    return tokens.closing(index) + 1
  }

  // MARK: Declarations

  /// Goes past the pattern of a case, in which literals are compared.
  private func afterPattern(_ tokens: [SwiftToken], _ start: Int, _ end: Int) -> Int {
    let words = ["var", "func", "case", "public", "private", "static", "init", "struct", "enum"]
    var index = start + 1
    var depth = 0
    while index < end {
      let token = tokens[index]
      if token.isMark("{") { return index }
      if token.opens { depth += 1 }
      if token.closes { depth -= 1 }
      if depth < 0 { return index }
      if depth == 0, token.isMark(":") || token.isMark("=") { return index + 1 }
      if depth == 0, words.contains(where: token.isWord) { return index }
      index += 1
    }
    return index
  }

  /// Walks what a variable of a wording's type is; nil if it is of another type.
  private mutating func variable(_ tokens: [SwiftToken], _ start: Int, _ end: Int) -> Int? {
    guard start + 3 < tokens.count, tokens[start + 2].isMark(":") else { return nil }
    var index = start + 3
    var depth = 0
    while index < tokens.count {
      let token = tokens[index]
      if depth == 0, token.isMark("=") || token.isMark("{") { break }
      if depth == 0, index > start + 3, token.line != tokens[index - 1].line { return nil }
      if token.opens { depth += 1 }
      if token.closes { depth -= 1 }
      if depth < 0 { return nil }
      index += 1
    }
    guard index < tokens.count, isWording(tokens[(start + 3)..<index]) else { return nil }
    let isBody = tokens[index].isMark("{")
    let last = isBody ? tokens.closing(index) : statementEnd(tokens, index + 1, end)
    walk(tokens, (index + 1)..<max(index + 1, last), isWording: true)
    return last
  }

  private func isWording(_ type: ArraySlice<SwiftToken>) -> Bool {
    type.contains { $0.isWord("Wording") }
  }

  private func statementEnd(_ tokens: [SwiftToken], _ start: Int, _ end: Int) -> Int {
    let goOn = ["?", ":", "+", ".", "="]
    var index = start
    var depth = 0
    while index < end {
      let token = tokens[index]
      let isNewLine = index > start && token.line != tokens[index - 1].line
      let goesOn =
        goOn.contains(where: token.isMark)
        || index > 0 && goOn.contains(where: tokens[index - 1].isMark)
      if depth == 0, isNewLine, !goesOn { return index }
      if token.opens { depth += 1 }
      if token.closes { depth -= 1 }
      if depth < 0 { return index }
      index += 1
    }
    return index
  }

  private mutating func function(_ tokens: [SwiftToken], _ start: Int) -> Int {
    var index = start
    while index < tokens.count, !tokens[index].isMark("(") { index += 1 }
    guard index < tokens.count else { return index }
    for parameter in tokens.arguments(index) {
      guard let equals = parameter.first(where: { tokens[$0].isMark("=") }),
        isWording(tokens[parameter.lowerBound..<equals])
      else { continue }
      walk(tokens, (equals + 1)..<parameter.upperBound, isWording: true)
    }
    let signature = tokens.closing(index) + 1
    let words = ["func", "var", "let", "init", "static", "mutating", "private"]
    index = signature
    while index < tokens.count, !tokens[index].isMark("{"),
      !words.contains(where: tokens[index].isWord)
    {
      index += 1
    }
    guard index < tokens.count, tokens[index].isMark("{") else { return index }
    let given = tokens[signature..<index]
    let end = tokens.closing(index)
    walk(
      tokens, (index + 1)..<max(index + 1, end),
      isWording: given.contains { $0.isMark("->") } && isWording(given))
    return end + 1
  }
}
