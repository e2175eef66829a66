extension Semantics {
  /// Functions of texts.
  ///
  /// Positions and lengths count Unicode scalars.
  ///
  /// Source: DMN 1.5, 10.3.4.3.
  func onTexts(_ builtin: Builtin, _ arguments: [Value]) -> Value? {
    switch builtin {
    case .string:
      guard arguments.count == 1 else { return nil }
      return arguments[0].isNull ? .null : text(arguments[0].plainText)
    case .stringJoin: return joined(arguments)
    case .substring: return substring(arguments)
    default: break
    }
    guard case .string(let subject)? = arguments.first else { return nil }
    switch builtin {
    case .stringLength: return .number(Number(subject.unicodeScalars.count))
    case .upperCase: return text(subject.uppercased())
    case .lowerCase: return text(subject.lowercased())
    default: break
    }
    guard arguments.count > 1, case .string(let match) = arguments[1] else { return nil }
    return onTexts(builtin, subject, match)
  }

  private func onTexts(
    _ builtin: Builtin, _ subject: String, _ match: String
  ) -> Value? {
    switch builtin {
    case .contains: return .boolean(match.isEmpty || place(of: match, in: subject) != nil)
    case .startsWith: return .boolean(begins(subject, match))
    case .endsWith: return .boolean(ends(subject, match))
    case .substringBefore:
      if match.isEmpty { return .string("") }
      return .string(place(of: match, in: subject).map { String(subject[..<$0.lowerBound]) } ?? "")
    case .substringAfter:
      if match.isEmpty { return .string(subject) }
      return .string(place(of: match, in: subject).map { String(subject[$0.upperBound...]) } ?? "")
    default: return nil
    }
  }

  /// Where a text stands in another: by code points in the standard semantics, and by letters in the
  /// strict one, so that composed and decomposed letters are the same.
  private func place(of match: String, in subject: String) -> Range<String.Index>? {
    self == .strict
      ? subject.range(ofText: match) : subject.unicodeScalars.range(of: match.unicodeScalars)
  }

  private func begins(_ subject: String, _ match: String) -> Bool {
    self == .strict
      ? subject.hasPrefix(match) : subject.unicodeScalars.starts(with: match.unicodeScalars)
  }

  private func ends(_ subject: String, _ match: String) -> Bool {
    self == .strict
      ? subject.hasSuffix(match)
      : subject.unicodeScalars.reversed().starts(with: match.unicodeScalars.reversed())
  }

  private func text(_ text: String) -> Value {
    text.utf8.count <= Limits.text ? .string(text) : Limits.tooLong(self)
  }

  private func joined(_ arguments: [Value]) -> Value? {
    guard let first = arguments.first else { return nil }
    var delimiter = ""
    if arguments.count > 1 {
      switch arguments[1] {
      case .string(let text): delimiter = text
      case .null: break
      default: return nil
      }
    }
    var pieces: [String] = []
    var length = 0
    for item in first.asList {
      switch item {
      case .string(let piece):
        pieces.append(piece)
        length += piece.utf8.count + delimiter.utf8.count
      case .null: break
      default: return nil
      }
      guard length <= 2 * Limits.text else { return Limits.tooLong(self) }
    }
    return text(pieces.joined(separator: delimiter))
  }

  private func substring(_ arguments: [Value]) -> Value? {
    guard arguments.count > 1, case .string(let subject) = arguments[0],
      case .number(let position) = arguments[1], let start = whole(position)
    else { return nil }
    let scalars = Array(subject.unicodeScalars)
    guard start != 0, start.magnitude <= scalars.count + 1 else { return failure("no such place") }
    let from = start > 0 ? start - 1 : scalars.count + start
    guard from >= 0 else { return failure("no such place") }
    var length = scalars.count - from
    if arguments.count > 2, !arguments[2].isNull {
      guard case .number(let count) = arguments[2], let count = whole(count), count > 0 else {
        return failure("the length must be a whole number above zero")
      }
      length = Swift.min(count, length)
    }
    return .string(String(String.UnicodeScalarView(scalars[from..<from + Swift.max(0, length)])))
  }
}

extension Semantics {
  /// A number as a position or a length: in the standard semantics without its fraction.
  func whole(_ number: Number) -> Int? {
    self == .standard ? number.rounded(toPlaces: 0, .down).asInt : number.asInt
  }
}

extension Value {
  /// The elements of a list; any other value as a list of itself.
  var asList: [Value] {
    if case .list(let items) = self { return items }
    return [self]
  }
}

extension String.UnicodeScalarView {
  /// The first place where `text` stands, scalar by scalar.
  ///
  /// - Complexity: O(length × length of `text`) in the worst case.
  fileprivate func range(of text: Self) -> Range<Index>? {
    guard let first = text.first else { return startIndex..<startIndex }
    var start = startIndex
    while let found = self[start...].firstIndex(of: first) {
      var (end, index) = (found, text.startIndex)
      while index < text.endIndex, end < endIndex, self[end] == text[index] {
        formIndex(after: &end)
        text.formIndex(after: &index)
      }
      if index == text.endIndex { return found..<end }
      start = self.index(after: found)
    }
    return nil
  }
}

extension String {
  /// The first place where `text` stands, compared by canonical equivalence, letter by letter.
  ///
  /// - Complexity: O(length × length of `text`) in the worst case.
  func range(ofText text: String) -> Range<String.Index>? {
    let wanted = Array(text)
    guard let first = wanted.first else { return startIndex..<startIndex }
    var start = startIndex
    while let found = self[start...].firstIndex(of: first) {
      var (end, index) = (found, 0)
      while index < wanted.count, end < endIndex, self[end] == wanted[index] {
        end = self.index(after: end)
        index += 1
      }
      if index == wanted.count { return found..<end }
      start = self.index(after: found)
    }
    return nil
  }
}
