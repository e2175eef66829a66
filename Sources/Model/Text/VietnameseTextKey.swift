/// The place of a text in the Vietnamese order of words.
///
/// Letters decide first (a ă â b c d đ e ê … y z), over the whole text; then tones from the left
/// (ngang, huyền, hỏi, ngã, sắc, nặng); then case, small before capital. Space comes before other
/// signs, these before digits, digits before letters, and letters of other alphabets last, signs
/// and other letters by their Unicode number. Composed and decomposed writing give the same key. The
/// order does not depend on locale, platform or version of Unicode data.
package struct VietnameseTextKey: Hashable, Comparable, Sendable {
  /// The letters' weights, then a nought and the tones, then a nought and the cases.
  private let weights: [UInt32]

  /// Makes the key of a text; work O(length).
  package init(_ text: String) {
    let letters = VietnameseWeights.all(of: text)
    var weights: [UInt32] = []
    weights.reserveCapacity(3 * letters.count + 2)
    weights.add(letters[...]) { $0.letter }
    weights.append(0)
    weights.add(letters[...]) { $0.tone }
    weights.append(0)
    weights.add(letters[...]) { $0.letterCase }
    self.weights = weights
  }

  /// Compares the places of two texts.
  package static func < (one: VietnameseTextKey, other: VietnameseTextKey) -> Bool {
    one.weights.lexicographicallyPrecedes(other.weights)
  }
}

/// The place of a personal name in a list of an office.
///
/// Vietnamese lists go by the given name, which is the last word; people of one given name by the
/// words before it, family name first. Both are compared by letters and tones as texts are, and
/// case decides only where everything else is the same. Spaces at the ends do not count, and several
/// spaces count as one.
package struct VietnameseNameKey: Hashable, Comparable, Sendable {
  /// Letters and tones of the given name, then of the words before it, then the cases.
  private let weights: [UInt32]

  /// Makes the key of a full name, family name first as Vietnamese names are written.
  package init(_ name: String) {
    let letters = VietnameseWeights.all(of: name)
    var words = letters.split { $0.isSpace }
    let given = words.popLast() ?? []
    let before = Array(words.joined(separator: [VietnameseWeights.space]))[...]
    var weights: [UInt32] = []
    weights.reserveCapacity(3 * letters.count + 4)
    for word in [given, before] {
      weights.add(word) { $0.letter }
      weights.append(0)
      weights.add(word) { $0.tone }
      weights.append(0)
    }
    for word in [given, before] { weights.add(word) { $0.letterCase } }
    self.weights = weights
  }

  /// Compares the places of two names.
  package static func < (one: VietnameseNameKey, other: VietnameseNameKey) -> Bool {
    one.weights.lexicographicallyPrecedes(other.weights)
  }
}

/// What is compared of one letter or sign; every weight is greater than nought.
private struct VietnameseWeights {
  let letter: UInt32
  let tone: UInt32
  let letterCase: UInt32

  /// What stands between words.
  static let space = VietnameseWeights(letter: 1, tone: 1, letterCase: 1)
  var isSpace: Bool { letter == VietnameseWeights.space.letter }

  /// The weights of the letters of a text, in its order.
  static func all(of text: String) -> [VietnameseWeights] {
    var found: [VietnameseWeights] = []
    found.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard let place = place(of: scalar) else { return text.flatMap(of) }
      found.append(known[place])
    }
    return found
  }

  /// Where the weights of a letter or sign stand that is a character of its own whatever stands
  /// beside it; nothing for marks, and for other signs that may go with marks.
  private static func place(of scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0..<0x300: Int(scalar.value)
    case 0x1EA0..<0x1F00: Int(scalar.value - 0x1EA0 + 0x300)
    default: nil
    }
  }

  /// The weights of the letters and signs before the combining marks, and of composed letters.
  private static let known: [VietnameseWeights] = [0..<0x300, 0x1EA0..<0x1F00].joined().map {
    of(Character(Unicode.Scalar($0) ?? " "))[0]
  }

  private static func of(_ character: Character) -> [VietnameseWeights] {
    guard let letter = VietnameseLetter(character) else {
      return character.unicodeScalars.map {
        VietnameseWeights(letter: weight(of: $0, in: character), tone: 1, letterCase: 1)
      }
    }
    return [
      VietnameseWeights(
        letter: 0x30_0000 + UInt32(letter.place), tone: 1 + UInt32(letter.tone),
        letterCase: letter.isCapital ? 2 : 1)
    ]
  }

  /// The weight of a sign, a digit or a letter of another alphabet.
  private static func weight(of scalar: Unicode.Scalar, in character: Character) -> UInt32 {
    if character.isWhitespace { return space.letter }
    if let digit = character.wholeNumberValue, (0...9).contains(digit), scalar.isASCII {
      return 0x20_0000 + UInt32(digit)
    }
    return (character.isLetter ? 0x40_0000 : 0x2) + scalar.value
  }
}

extension [UInt32] {
  /// Adds one weight of each of some letters.
  fileprivate mutating func add(
    _ letters: ArraySlice<VietnameseWeights>, _ weight: (VietnameseWeights) -> UInt32
  ) {
    for letter in letters { append(weight(letter)) }
  }
}
