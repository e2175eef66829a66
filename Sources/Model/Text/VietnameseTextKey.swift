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
  package init(_ text: some StringProtocol) {
    let levels = VietnameseWeights(text)
    weights = levels.letters + [0] + levels.tones + [0] + levels.cases
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
  package init(_ name: some StringProtocol) {
    let words = name.split(whereSeparator: \.isWhitespace)
    let given = VietnameseWeights(words.last ?? "")
    let before = VietnameseWeights(words.dropLast().joined(separator: " "))
    weights =
      given.letters + [0] + given.tones + [0] + before.letters + [0] + before.tones + [0]
      + given.cases + before.cases
  }

  /// Compares the places of two names.
  package static func < (one: VietnameseNameKey, other: VietnameseNameKey) -> Bool {
    one.weights.lexicographicallyPrecedes(other.weights)
  }
}

/// The three levels by which texts are compared; every weight is greater than nought.
private struct VietnameseWeights {
  var letters: [UInt32] = []
  var tones: [UInt32] = []
  var cases: [UInt32] = []

  /// The weights of the letters of a text, in its order.
  init(_ text: some StringProtocol) {
    let bytes = text.utf8
    self.init()
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      for character in text { add(character) }
      return
    }
    letters.reserveCapacity(bytes.count)
    for byte in bytes {
      let known = VietnameseWeights.ascii[Int(byte)]
      letters.append(known.letter)
      tones.append(1)
      cases.append(known.letterCase)
    }
  }

  /// The weights of the ASCII characters, which are the same in every text: no mark follows them.
  private static let ascii: [(letter: UInt32, letterCase: UInt32)] = (0..<0x80).map { byte in
    var weights = VietnameseWeights()
    weights.add(Character(Unicode.Scalar(UInt8(byte))))
    return (weights.letters[0], weights.cases[0])
  }

  private init() {}

  private mutating func add(_ character: Character) {
    guard let letter = VietnameseLetter(character) else {
      for scalar in character.unicodeScalars {
        letters.append(VietnameseWeights.weight(of: scalar, in: character))
        tones.append(1)
        cases.append(1)
      }
      return
    }
    letters.append(0x30_0000 + UInt32(letter.place))
    tones.append(1 + UInt32(letter.tone))
    cases.append(letter.isCapital ? 2 : 1)
  }

  /// The weight of a sign, a digit or a letter of another alphabet.
  private static func weight(of scalar: Unicode.Scalar, in character: Character) -> UInt32 {
    if character.isWhitespace { return 1 }
    if let digit = character.wholeNumberValue, (0...9).contains(digit), scalar.isASCII {
      return 0x20_0000 + UInt32(digit)
    }
    return (character.isLetter ? 0x40_0000 : 0x2) + scalar.value
  }
}
