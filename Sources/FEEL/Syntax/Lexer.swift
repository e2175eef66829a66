/// Cuts a text into tokens.
///
/// White space and comments (`//` to the end of the line, `/* */`) fall away. The lexer never stops:
/// what it cannot read becomes an `invalid` token and a diagnostic.
///
/// Source: DMN 1.5, 10.3.1.2, rules 22 to 34.
struct Lexer {
  private let semantics: Semantics
  private let scalars: [Unicode.Scalar]
  /// The UTF-8 offset of every scalar, and of the end.
  private let offsets: [Int]
  private var position = 0
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the text ended inside a comment.
  private(set) var opensComment = false
  /// Whether the text ended inside quotation marks.
  private(set) var opensText = false

  init(_ text: String, _ semantics: Semantics) {
    self.semantics = semantics
    scalars = Array(text.unicodeScalars)
    var offset = 0
    var offsets = [0]
    offsets.reserveCapacity(scalars.count + 1)
    for scalar in scalars {
      offset += UTF8.width(scalar)
      offsets.append(offset)
    }
    self.offsets = offsets
  }

  /// All tokens of the text, the last one being the end.
  ///
  /// - Complexity: O(length of the text).
  mutating func tokens() -> [Token] {
    var tokens: [Token] = []
    while true {
      skipSpace()
      guard position < scalars.count else { break }
      tokens.append(next())
    }
    tokens.append(Token(kind: .end, text: "", span: span(from: position)))
    return tokens
  }

  private mutating func next() -> Token {
    let start = position
    let scalar = scalars[position]
    if isDigit(scalar) || (scalar == "." && isDigit(peek(1)) && peek(-1) != ".") {
      return number()
    }
    if scalar == "\"" { return string() }
    if scalar == "@", peek(1) == "\"" { return temporal() }
    if startsWord(scalar) { return word() }
    for symbol in Token.symbols where starts(with: symbol) {
      position += symbol.unicodeScalars.count
      return token(.symbol, from: start)
    }
    position += 1
    while position < scalars.count, isMark(scalars[position]) { position += 1 }
    let invalid = token(.invalid, from: start)
    if diagnostics.count < Problems.limit {
      diagnostics.append(
        Diagnostic(
          "the character '\(invalid.text)' has no meaning here", at: invalid.span,
          remedy: Lexer.remedy(invalid.text)))
    }
    return invalid
  }

  private mutating func word() -> Token {
    let start = position
    while position < scalars.count, continuesWord(scalars[position]) { position += 1 }
    return token(.word, from: start)
  }

  /// In the strict semantics words are made of letters; in the standard also of signs such as 🐎.
  private func startsWord(_ scalar: Unicode.Scalar) -> Bool {
    isWordStart(scalar) || semantics == .standard && isNameStart(scalar)
  }

  private func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
    isWordPart(scalar) || semantics == .standard && isNamePart(scalar)
  }

  private mutating func number() -> Token {
    let start = position
    skipDigits()
    if peek(0) == ".", isDigit(peek(1)) {
      position += 1
      skipDigits()
    }
    if peek(0) == "e" || peek(0) == "E" {
      let signed = peek(1) == "+" || peek(1) == "-"
      if isDigit(peek(signed ? 2 : 1)) {
        position += signed ? 2 : 1
        skipDigits()
      }
    }
    return token(.number, from: start)
  }

  private mutating func temporal() -> Token {
    let start = position
    position += 1
    let quoted = string()
    guard case .string(let value) = quoted.kind else { return quoted }
    return token(.temporal(value), from: start)
  }

  private mutating func string() -> Token {
    let start = position
    position += 1
    var value = String.UnicodeScalarView()
    while position < scalars.count, scalars[position] != "\"" {
      if scalars[position] == "\\", let escaped = escape() {
        value.append(contentsOf: escaped)
      } else {
        value.append(scalars[position])
        position += 1
      }
    }
    if position < scalars.count {
      position += 1
    } else {
      opensText = true
      diagnostics.append(
        Diagnostic(
          "this text has no closing quotation mark", at: span(from: start),
          remedy: "close it with \""))
    }
    return token(.string(String(value)), from: start)
  }

  /// Reads an escape and gives what it stands for; nil leaves the backslash as it is.
  private mutating func escape() -> [Unicode.Scalar]? {
    let simple: [Unicode.Scalar: Unicode.Scalar] = [
      "n": "\n", "r": "\r", "t": "\t", "\"": "\"", "'": "'", "\\": "\\",
    ]
    guard let mark = peek(1) else { return nil }
    if let plain = simple[mark] {
      position += 2
      return [plain]
    }
    guard mark == "u" || mark == "U" else { return nil }
    let digits = mark == "u" ? 4 : 6
    guard let first = hexadecimal(at: position + 2, digits) else { return nil }
    if let scalar = Unicode.Scalar(first) {
      position += 2 + digits
      return [scalar]
    }
    guard mark == "u", (0xD800..<0xDC00).contains(first), peek(6) == "\\", peek(7) == "u",
      let second = hexadecimal(at: position + 8, 4), (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { return nil }
    position += 12
    return [scalar]
  }

  private func hexadecimal(at start: Int, _ count: Int) -> UInt32? {
    guard start + count <= scalars.count else { return nil }
    let digits = String(String.UnicodeScalarView(scalars[start..<start + count]))
    return digits.allSatisfy(\.isHexDigit) ? UInt32(digits, radix: 16) : nil
  }

  private mutating func skipSpace() {
    while position < scalars.count {
      if isSpace(scalars[position]) {
        position += 1
      } else if starts(with: "//") {
        while position < scalars.count, scalars[position] != "\n" { position += 1 }
      } else if starts(with: "/*") {
        skipComment()
      } else {
        return
      }
    }
  }

  private mutating func skipComment() {
    let start = position
    position += 2
    while position < scalars.count, !starts(with: "*/") { position += 1 }
    if position < scalars.count {
      position += 2
    } else {
      opensComment = true
      diagnostics.append(
        Diagnostic("this comment has no end", at: span(from: start), remedy: "close it with */"))
    }
  }

  private mutating func skipDigits() {
    while position < scalars.count, isDigit(scalars[position]) { position += 1 }
  }

  private func peek(_ distance: Int) -> Unicode.Scalar? {
    let index = position + distance
    return scalars.indices.contains(index) ? scalars[index] : nil
  }

  private func starts(with symbol: String) -> Bool {
    var index = position
    for scalar in symbol.unicodeScalars {
      guard index < scalars.count, scalars[index] == scalar else { return false }
      index += 1
    }
    return true
  }

  private func span(from start: Int) -> SourceSpan {
    SourceSpan(offsets[start], offsets[position])
  }

  private func token(_ kind: Token.Kind, from start: Int) -> Token {
    let piece = String(String.UnicodeScalarView(scalars[start..<position]))
    return Token(kind: kind, text: piece, span: span(from: start))
  }

  private static func remedy(_ text: String) -> Wording? {
    switch text {
    case "&": "write 'and'"
    case "|": "write 'or'"
    case "!": "write 'not(…)'"
    case "%": "divide by 100"
    case "×": "write '*'"
    case "÷": "write '/'"
    case "≤": "write '<='"
    case "≥": "write '>='"
    case "≠": "write '!='"
    case "“", "”": "write \" for a quotation mark"
    case "–", "−": "write '-' for a minus"
    default: nil
    }
  }
}

private func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
  guard let scalar else { return false }
  return ("0"..."9").contains(scalar)
}

/// White space as Unicode has it, and the characters without width that the standard adds.
///
/// Source: DMN 1.5, 10.3.1.2, rule 61.
private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isWhitespace || ["\u{FEFF}", "\u{180E}", "\u{200B}"].contains(scalar)
}

/// Source: DMN 1.5, 10.3.1.2, rule 28.
private func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "?", "_", "A"..."Z", "a"..."z", "\u{C0}"..."\u{D6}", "\u{D8}"..."\u{F6}",
    "\u{F8}"..."\u{2FF}", "\u{370}"..."\u{37D}", "\u{37F}"..."\u{1FFF}",
    "\u{200C}"..."\u{200D}", "\u{2070}"..."\u{218F}", "\u{2C00}"..."\u{2FEF}",
    "\u{3001}"..."\u{D7FF}", "\u{F900}"..."\u{FDCF}", "\u{FDF0}"..."\u{FFFD}",
    "\u{10000}"..."\u{EFFFF}":
    !isSpace(scalar)
  default: false
  }
}

/// Source: DMN 1.5, 10.3.1.2, rule 29.
private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "0"..."9", "\u{B7}", "\u{300}"..."\u{36F}", "\u{203F}"..."\u{2040}": true
  default: isNameStart(scalar)
  }
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .spacingMark: true
  default: false
  }
}

private func isWordStart(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "_" || scalar == "?" || scalar.properties.isAlphabetic && !isMark(scalar)
}

private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
  isWordStart(scalar) || isMark(scalar) || scalar.properties.generalCategory == .decimalNumber
}
