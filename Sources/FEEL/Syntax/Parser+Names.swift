/// The names in scope, by the pieces they are written with, to find the longest one.
///
/// Only the standard semantics needs it: there a name may contain operators and keywords.
struct NameTable {
  private struct Entry {
    let name: String
    let pieces: [String]
  }

  private var byFirst: [String: [Entry]] = [:]

  init(_ names: Set<String>) {
    for name in names { insert(name) }
  }

  mutating func insert(_ name: String) {
    var lexer = Lexer(name, .standard)
    let pieces = lexer.tokens().dropLast().map(\.text)
    guard let first = pieces.first,
      byFirst[first]?.contains(where: { $0.pieces == pieces }) != true
    else { return }
    byFirst[first, default: []].append(Entry(name: name, pieces: pieces))
    byFirst[first]?.sort { $0.pieces.count > $1.pieces.count }
  }

  /// The longest name in scope that begins at `position`, as declared, and how many tokens it has.
  ///
  /// Nil if there is none. White space around the pieces does not matter.
  func longestMatch(_ tokens: [Token], at position: Int) -> (name: String, count: Int)? {
    for entry in byFirst[tokens[position].text] ?? [] {
      let end = position + entry.pieces.count
      guard end < tokens.count else { continue }
      if zip(entry.pieces, tokens[position..<end]).allSatisfy({ $0 == $1.text }) {
        return (entry.name, entry.pieces.count)
      }
    }
    return nil
  }
}

extension Parser {
  /// Built-in functions whose names contain a keyword.
  private static let specialPhrases: [[String]] = [
    ["date", "and", "time"], ["years", "and", "months", "duration"],
    ["days", "and", "time", "duration"],
  ]

  /// A built-in name with a keyword in it, when a bracket or the end of a type follows.
  mutating func specialPhrase(inType: Bool = false) -> String? {
    for phrase in Parser.specialPhrases where current.text == phrase[0] {
      let last = token(after: phrase.count)
      let matches = phrase.indices.allSatisfy { token(after: $0).isMark(phrase[$0]) }
      if matches && (inType || last.isMark("(")) {
        position += phrase.count
        return phrase.joined(separator: " ")
      }
    }
    return nil
  }

  /// The name that begins here; the current token must be a word.
  ///
  /// Words that stand together are one name: a name in scope that is only some of them is not meant.
  mutating func readName() -> (String, SourceSpan) {
    let start = position
    repeat { position += 1 } while current.isNameWord || isNamedNumber(after: start)
    if semantics == .standard, let known = names.longestMatch(tokens, at: start),
      start + known.count >= position
    {
      position = start + known.count
      return (known.name, tokens[start].span.union(tokens[position - 1].span))
    }
    return (spelling(start..<position), tokens[start].span.union(tokens[position - 1].span))
  }

  /// Whether digits stand here as a word of a name, as in `level 2`.
  private func isNamedNumber(after start: Int) -> Bool {
    semantics == .strict && current.kind == .number
      && current.text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  /// The tokens as one name: a single space wherever the text has white space.
  private func spelling(_ range: Range<Int>) -> String {
    var name = ""
    var end = tokens[range.lowerBound].span.lower
    for token in tokens[range] {
      if token.span.lower > end { name += " " }
      name += token.text
      end = token.span.upper
    }
    return name
  }

  /// A name that is being declared here, up to the keyword or mark that follows it.
  mutating func declaredName(_ what: Wording) -> (String, SourceSpan) {
    guard current.isNameWord else {
      let span = current.span
      fail("\(what) is expected here")
      if Token.keywords.contains(current.text), token(after: 1).isMark("in") { position += 1 }
      return ("", span)
    }
    let start = position
    repeat {
      position += 1
    } while current.isNameWord || isNamedNumber(after: start) || isNameSymbol(current)
    let name = spelling(start..<position)
    names.insert(name)
    return (name, tokens[start].span.union(tokens[position - 1].span))
  }

  /// The name after a point.
  mutating func memberName() -> (String, SourceSpan) {
    guard current.isNameWord else {
      let span = current.span
      fail("the name of a field is expected after '.'")
      return ("", span)
    }
    return readName()
  }

  /// The key of an entry of a context.
  mutating func entryName() -> (String, SourceSpan) {
    let span = current.span
    if case .string(let value) = current.kind {
      position += 1
      return (value, span)
    }
    let start = position
    while current.kind == .word || current.kind == .number && position > start
      || position > start && isNameSymbol(current)
    {
      position += 1
    }
    guard position > start else {
      fail("the name of an entry is expected here", remedy: "write a name or a text in quotes")
      return ("", span)
    }
    return (spelling(start..<position), span.union(tokens[position - 1].span))
  }

  /// Whether a token may be part of a name in the standard semantics, though not begin it.
  ///
  /// Source: DMN 1.5, 10.3.1.2, rules 27 to 30.
  private func isNameSymbol(_ token: Token) -> Bool {
    semantics == .standard
      && (token.kind == .number
        || ["+", "-", "*", "**", "/", "'", "."].contains(where: token.isMark))
  }

  /// The name of an argument given by name, with its colon; nil leaves everything as it is.
  mutating func argumentName() -> String? {
    var end = position
    guard current.kind == .word else { return nil }
    while tokens[end].kind == .word || end > position && isNameSymbol(tokens[end]) { end += 1 }
    guard end > position, tokens[end].isMark(":") else { return nil }
    let name = spelling(position..<end)
    position = end + 1
    return name
  }

  /// The name of a type, such as `list<number>`.
  mutating func typeName() -> TypeName {
    let start = position
    let span = current.span
    if let phrase = specialPhrase(inType: true) {
      return TypeName(name: phrase, span: span.union(tokens[position - 1].span))
    }
    takeTypeName()
    guard position > start else {
      fail("the name of a type is expected here", remedy: "write 'number', 'string', 'date', …")
      return TypeName(name: "", span: span, parts: [])
    }
    let name = spelling(start..<position)
    let nameSpan = span.union(tokens[position - 1].span)
    let parts = typeParts()
    return TypeName(name: name, span: nameSpan, parts: parts, result: typeResult(after: name))
  }

  /// Passes over the words of the name of a type, which may be one of another model behind a point.
  private mutating func takeTypeName() {
    if semantics == .standard, let known = names.longestMatch(tokens, at: position) {
      position += known.count
      return
    }
    let start = position
    while current.kind == .word, current.isNameWord || current.isMark("function") {
      position += 1
      let leads = semantics == .standard && current.isMark(".") && token(after: 1).isNameWord
      if leads, position > start { position += 1 }
    }
  }

  /// What a function gives, behind an arrow.
  private mutating func typeResult(after name: String) -> TypeName? {
    guard name == "function", accept("->") else { return nil }
    var result: TypeName?
    _ = nested { parser in
      result = parser.typeName()
      return Syntax(.null, parser.current.span)
    }
    return result
  }

  private mutating func typeParts() -> [(name: String?, type: TypeName)] {
    guard accept("<") else { return [] }
    var parts: [(name: String?, type: TypeName)] = []
    _ = nested { parser in
      guard !parser.current.isMark(">") else { return Syntax(.null, parser.current.span) }
      repeat {
        let name = parser.argumentName()
        parts.append((name, parser.typeName()))
      } while parser.accept(",")
      return Syntax(.null, parser.current.span)
    }
    expect(">", "after the parts of the type")
    return parts
  }
}
