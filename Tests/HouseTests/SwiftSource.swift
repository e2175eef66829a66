/// One Swift file cut into words, texts and marks; comments fall away.
///
/// What stands in an interpolation counts as code, so that nothing hides in a text.
struct SwiftSource {
  enum Kind { case word, text, mark }

  struct Piece {
    let kind: Kind
    let text: String
    let line: Int
  }

  private(set) var pieces: [Piece] = []
  private let characters: [Character]
  private var position = 0
  private var line = 1

  init(_ text: String) {
    characters = Array(text)
    while position < characters.count { step() }
  }

  var words: [Piece] { pieces.filter { $0.kind == .word } }
  var texts: [Piece] { pieces.filter { $0.kind == .text } }

  private func starts(with text: String) -> Bool {
    characters[position...].starts(with: text)
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < characters.count {
      if characters[position].isNewline { line += 1 }
      position += 1
    }
  }

  private mutating func step() {
    let first = characters[position]
    if starts(with: "//") {
      while position < characters.count, !characters[position].isNewline { advance() }
    } else if starts(with: "/*") {
      while position < characters.count, !starts(with: "*/") { advance() }
      advance(2)
    } else if first == "\"" {
      text(closing: starts(with: "\"\"\"") ? "\"\"\"" : "\"")
    } else if first.isLetter || first == "_" {
      let start = position
      let begin = line
      while position < characters.count,
        characters[position].isLetter || characters[position].isNumber
          || characters[position] == "_"
      {
        advance()
      }
      pieces.append(.init(kind: .word, text: String(characters[start..<position]), line: begin))
    } else {
      if !first.isWhitespace {
        pieces.append(.init(kind: .mark, text: String(first), line: line))
      }
      advance()
    }
  }

  private mutating func text(closing mark: String) {
    let begin = line
    var text = ""
    advance(mark.count)
    while position < characters.count, !starts(with: mark) {
      if starts(with: "\\(") {
        advance(2)
        interpolation()
        text += "…"
      } else if characters[position] == "\\" {
        text += String(characters[position...].prefix(2))
        advance(2)
      } else {
        text.append(characters[position])
        advance()
      }
    }
    advance(mark.count)
    pieces.append(.init(kind: .text, text: text, line: begin))
  }

  private mutating func interpolation() {
    var depth = 1
    while position < characters.count, depth > 0 {
      if characters[position] == "(" { depth += 1 }
      if characters[position] == ")" { depth -= 1 }
      if depth == 0 { advance() } else { step() }
    }
  }
}

extension SwiftSource {
  /// The lines that each function and initializer takes, by the line of its first word.
  var functionLengths: [(line: Int, lines: Int)] {
    pieces.indices.filter { index in
      let isFunction = pieces[index].text == "func" && pieces[index].kind == .word
      let isInit =
        pieces[index].text == "init" && pieces[index].kind == .word
        && (index == 0 || pieces[index - 1].text != ".")
      return isFunction || isInit
    }.compactMap { start in body(after: start).map { (pieces[start].line, $0) } }
  }

  /// The lines from a declaration to the brace that closes its body; `nil` where it has none.
  private func body(after start: Int) -> Int? {
    var round = 0
    var curly = 0
    for piece in pieces[(start + 1)...] {
      switch (piece.kind, piece.text) {
      case (.mark, "("): round += 1
      case (.mark, ")"): round -= 1
      case (.mark, "{"): curly += 1
      case (.mark, "}"):
        curly -= 1
        if curly == 0, round == 0 { return piece.line - pieces[start].line + 1 }
        if curly < 0 { return nil }
      case (.word, "func") where curly == 0, (.word, "init") where curly == 0 && round == 0:
        return nil
      default: continue
      }
    }
    return nil
  }
}
