/// A piece of a formula, cut without any of the engine's code.
package struct FormulaToken: Hashable, Sendable {
  package enum Kind: Sendable { case word, number, text, mark }

  package let kind: Kind
  /// The piece as written; of a text with its quotes.
  package let text: String
  /// Where it stands, in bytes of UTF-8.
  package let bytes: Range<Int>
}

extension FormulaToken {
  /// The pieces of a formula without white space; a text in quotes is one piece.
  package static func all(in formula: String) -> [FormulaToken] {
    var tokens: [FormulaToken] = []
    var rest = formula[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
        continue
      }
      let kind = Kind(first)
      let length = kind.length(rest)
      let piece = rest.prefix(length)
      let start = formula.utf8.distance(from: formula.startIndex, to: piece.startIndex)
      tokens.append(.init(kind: kind, text: String(piece), bytes: start..<start + piece.utf8.count))
      rest = rest.dropFirst(length)
    }
    return tokens
  }
}

extension FormulaToken.Kind {
  fileprivate init(_ first: Character) {
    if first == "\"" {
      self = .text
    } else if first.isASCII, first.isNumber {
      self = .number
    } else if first.isLetter {
      self = .word
    } else {
      self = .mark
    }
  }

  /// How many characters from the start belong to one piece of this kind.
  fileprivate func length(_ text: Substring) -> Int {
    switch self {
    case .word: return text.prefix { $0.isLetter || $0.isNumber }.count
    case .mark:  // a date or duration is no text of the author
      let literal = text.dropFirst()
      return text.first == "@" && literal.first == "\"" ? 1 + Self.text.length(literal) : 1
    case .number:
      let whole = text.prefix { $0.isASCII && $0.isNumber }.count
      let rest = text.dropFirst(whole)
      guard rest.first == "." else { return whole }
      let decimals = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }.count
      return decimals == 0 ? whole : whole + 1 + decimals
    case .text:
      var length = 1
      var escaped = false
      for character in text.dropFirst() {
        length += 1
        if character == "\"", !escaped { break }
        escaped = character == "\\" && !escaped
      }
      return length
    }
  }
}
