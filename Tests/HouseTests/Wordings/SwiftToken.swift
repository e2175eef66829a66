/// A piece of Swift code; a text literal keeps the code of its interpolations.
struct SwiftToken {
  enum Kind {
    case word, mark
    case literal([Part])
  }

  /// A stretch of a text literal.
  enum Part {
    case text(String)
    case code([SwiftToken])
  }

  let kind: Kind
  /// The word or mark; of a literal the template: the text with holes such as `{1}`.
  let text: String
  let line: Int

  func isMark(_ mark: String) -> Bool {
    if case .mark = kind { return text == mark }
    return false
  }

  func isWord(_ word: String) -> Bool {
    if case .word = kind { return text == word }
    return false
  }

  var isWord: Bool {
    if case .word = kind { return true }
    return false
  }

  var parts: [Part]? {
    if case .literal(let parts) = kind { return parts }
    return nil
  }

  var opens: Bool { isMark("(") || isMark("[") || isMark("{") }
  var closes: Bool { isMark(")") || isMark("]") || isMark("}") }

  static func literal(_ parts: [Part], line: Int) -> SwiftToken {
    var holes = 0
    let template = parts.reduce(into: "") { template, part in
      switch part {
      case .text(let text): template += text
      case .code:
        holes += 1
        template += "{\(holes)}"
      }
    }
    return SwiftToken(kind: .literal(parts), text: template, line: line)
  }
}

extension [SwiftToken] {
  /// The place of the bracket that closes the one at `start`.
  func closing(_ start: Int) -> Int {
    var depth = 0
    for index in start..<count {
      if self[index].opens { depth += 1 }
      if self[index].closes { depth -= 1 }
      if depth == 0 { return index }
    }
    return count - 1
  }

  /// What stands between the commas of the brackets at `start`.
  func arguments(_ start: Int) -> [Range<Int>] {
    let end = closing(start)
    var found: [Range<Int>] = []
    var (begin, depth) = (start + 1, 0)
    for index in (start + 1)..<Swift.max(start + 1, end) {
      if self[index].opens { depth += 1 }
      if self[index].closes { depth -= 1 }
      if depth == 0, self[index].isMark(",") {
        found.append(begin..<index)
        begin = index + 1
      }
    }
    if begin < end { found.append(begin..<end) }
    return found
  }
}
