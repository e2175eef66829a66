/// Cuts Swift code into tokens, literals with their interpolations; comments fall away.
struct SwiftLexer {
  private let characters: [Character]
  private var position = 0
  private var line = 1

  init(_ text: String) { characters = Array(text) }

  /// All tokens, or those up to the bracket that closes an interpolation.
  mutating func tokens(inside: Bool = false) -> [SwiftToken] {
    var found: [SwiftToken] = []
    var depth = 0
    while position < characters.count {
      if skipped() { continue }
      if inside, starts("(") { depth += 1 }
      if inside, starts(")") {
        if depth == 0 {
          position += 1
          return found
        }
        depth -= 1
      }
      found.append(token())
    }
    return found
  }

  private func starts(_ text: String, at offset: Int = 0) -> Bool {
    let start = position + offset
    return start <= characters.count && characters[start...].starts(with: text)
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < characters.count {
      if characters[position].isNewline { line += 1 }
      position += 1
    }
  }

  /// Passes white space or a comment.
  private mutating func skipped() -> Bool {
    if starts("//") {
      while position < characters.count, !characters[position].isNewline { advance() }
    } else if starts("/*") {
      while position < characters.count, !starts("*/") { advance() }
      advance(2)
    } else if characters[position].isWhitespace {
      advance()
    } else {
      return false
    }
    return true
  }

  private mutating func token() -> SwiftToken {
    let begin = line
    let first = characters[position]
    if first == "\"" { return literal() }
    if first == "#", let raw = rawLiteral() { return raw }
    if first.isLetter || first.isNumber || "_$@#".contains(first) {
      let start = position
      repeat { advance() } while position < characters.count && isWordPart(characters[position])
      return SwiftToken(
        kind: .word, text: String(characters[start..<position]), line: begin)
    }
    let mark = starts("->") ? "->" : String(first)
    advance(mark.count)
    return SwiftToken(kind: .mark, text: mark, line: begin)
  }

  private func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  /// A literal such as `#"…"#`, which has no interpolations here.
  private mutating func rawLiteral() -> SwiftToken? {
    let hashes = String(characters[position...].prefix { $0 == "#" })
    guard starts("\"", at: hashes.count) else { return nil }
    let begin = line
    advance(hashes.count + 1)
    var text = ""
    while position < characters.count, !starts("\"" + hashes) {
      text.append(characters[position])
      advance()
    }
    advance(hashes.count + 1)
    return .literal([.text(text)], line: begin)
  }

  private mutating func literal() -> SwiftToken {
    let begin = line
    let isLong = starts("\"\"\"")
    let quote = isLong ? "\"\"\"" : "\""
    advance(quote.count)
    let indentation = isLong ? self.indentation() : 0
    if isLong { passLineEnd(indentation) }
    var parts: [SwiftToken.Part] = []
    var text = ""
    while position < characters.count, !starts(quote) {
      if starts("\\(") {
        advance(2)
        if !text.isEmpty { parts.append(.text(text)) }
        text = ""
        parts.append(.code(tokens(inside: true)))
      } else if starts("\\") {
        text += escape(indentation)
      } else if characters[position].isNewline {
        passLineEnd(indentation)
        if !starts(quote) { text += "\n" }
      } else {
        text.append(characters[position])
        advance()
      }
    }
    advance(quote.count)
    if !text.isEmpty { parts.append(.text(text)) }
    return .literal(parts, line: begin)
  }

  /// The spaces before the quotes that close a literal of several lines.
  private func indentation() -> Int {
    var index = position
    while index + 2 < characters.count {
      if characters[index] == "\"", characters[index...].starts(with: "\"\"\""),
        characters[index - 1] != "\\"
      {
        return characters[..<index].reversed().prefix { $0 == " " }.count
      }
      index += 1
    }
    return 0
  }

  private mutating func passLineEnd(_ indentation: Int) {
    while position < characters.count, !characters[position].isNewline { advance() }
    advance()
    for _ in 0..<indentation where starts(" ") { advance() }
  }

  private mutating func escape(_ indentation: Int) -> String {
    let mark = position + 1 < characters.count ? characters[position + 1] : " "
    if mark.isNewline {
      advance()
      passLineEnd(indentation)
      return ""
    }
    if mark == "u" {
      let digits = String(characters[(position + 3)...].prefix { $0 != "}" })
      advance(digits.count + 4)
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map(String.init) ?? ""
    }
    advance(2)
    return ["n": "\n", "t": "\t", "r": "\r", "0": "\0"][mark] ?? String(mark)
  }
}
