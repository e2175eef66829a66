internal import Files

/// The composed form (NFC) of the letters of Vietnamese.
///
/// Input from some systems writes `ậ` as `a` with two marks. Formulas, keys and references compare
/// bytes, so every text is composed when it is read. Only the letters of Vietnamese are composed;
/// any other text is left as it is, and no table of all Unicode is needed.
///
/// Source: Unicode Standard Annex 15, canonical composition, for these letters and marks.
package enum Composition {
  /// Each row: a letter, then the letter with grave, acute, tilde, hook above and dot below.
  private static let rows: [(Unicode.Scalar, String)] = [
    ("a", "àáãảạ"), ("ă", "ằắẵẳặ"), ("â", "ầấẫẩậ"), ("e", "èéẽẻẹ"), ("ê", "ềếễểệ"),
    ("i", "ìíĩỉị"), ("o", "òóõỏọ"), ("ô", "ồốỗổộ"), ("ơ", "ờớỡởợ"), ("u", "ùúũủụ"),
    ("ư", "ừứữửự"), ("y", "ỳýỹỷỵ"), ("A", "ÀÁÃẢẠ"), ("Ă", "ẰẮẴẲẶ"), ("Â", "ẦẤẪẨẬ"),
    ("E", "ÈÉẼẺẸ"), ("Ê", "ỀẾỄỂỆ"), ("I", "ÌÍĨỈỊ"), ("O", "ÒÓÕỎỌ"), ("Ô", "ỒỐỖỔỘ"),
    ("Ơ", "ỜỚỠỞỢ"), ("U", "ÙÚŨỦỤ"), ("Ư", "ỪỨỮỬỰ"), ("Y", "ỲÝỸỶỴ"),
  ]

  /// The letters that have a mark without a tone.
  private static let marked: [(Unicode.Scalar, Unicode.Scalar, Unicode.Scalar)] = [
    ("a", breve, "ă"), ("a", circumflex, "â"), ("e", circumflex, "ê"), ("o", circumflex, "ô"),
    ("o", horn, "ơ"), ("u", horn, "ư"), ("A", breve, "Ă"), ("A", circumflex, "Â"),
    ("E", circumflex, "Ê"), ("O", circumflex, "Ô"), ("O", horn, "Ơ"), ("U", horn, "Ư"),
  ]

  private static let tones: [Unicode.Scalar] = [
    "\u{0300}", "\u{0301}", "\u{0303}", "\u{0309}", dotBelow,
  ]
  private static let dotBelow: Unicode.Scalar = "\u{0323}"
  private static let circumflex: Unicode.Scalar = "\u{0302}"
  private static let breve: Unicode.Scalar = "\u{0306}"
  private static let horn: Unicode.Scalar = "\u{031B}"

  private struct Pair: Hashable {
    let letter: Unicode.Scalar
    let mark: Unicode.Scalar
  }

  /// What a letter and a mark compose to, as the standard pairs them.
  ///
  /// The dot below is nearer to the letter than circumflex and breve, but farther than the horn.
  private static let pairs: [Pair: Unicode.Scalar] = {
    var pairs: [Pair: Unicode.Scalar] = [:]
    for (letter, mark, result) in marked { pairs[Pair(letter: letter, mark: mark)] = result }
    for (letter, toned) in rows {
      for (tone, result) in zip(tones, toned.unicodeScalars) {
        pairs[Pair(letter: letter, mark: tone)] = result
      }
    }
    for (letter, mark, result) in marked where mark != horn {
      guard let dotted = pairs[Pair(letter: letter, mark: dotBelow)],
        let both = pairs.removeValue(forKey: Pair(letter: result, mark: dotBelow))
      else { continue }
      pairs[Pair(letter: dotted, mark: mark)] = both
    }
    return pairs
  }()

  private static let parts: [Unicode.Scalar: Pair] = Dictionary(
    pairs.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })

  /// Whether bytes of UTF-8 hold a mark that could be composed.
  ///
  /// - Complexity: O(bytes).
  static func mayChange(_ bytes: Span<UInt8>) -> Bool {
    ByteSearch.first(0xCC, in: bytes, from: 0) < bytes.count
  }

  /// The composed form of a text.
  ///
  /// - Complexity: O(characters).
  package static func composed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var output = String.UnicodeScalarView()
    var cluster: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if combiningClass(scalar) == 0 || cluster.isEmpty {
        output.append(contentsOf: joined(cluster))
        cluster.removeAll(keepingCapacity: true)
      }
      cluster.append(scalar)
    }
    output.append(contentsOf: joined(cluster))
    return String(output)
  }

  /// The order of a mark among others on one letter; 0 for everything that is no mark here.
  private static func combiningClass(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case horn: 216
    case dotBelow: 220
    case circumflex, breve, "\u{0300}", "\u{0301}", "\u{0303}", "\u{0309}": 230
    default: 0
    }
  }

  /// Takes a letter and its marks apart, orders the marks, and composes what can be.
  private static func joined(_ cluster: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard cluster.count > 1 else { return cluster }
    var letter = cluster[0]
    var marks = Array(cluster.dropFirst())
    while let part = parts[letter] {
      marks.insert(part.mark, at: 0)
      letter = part.letter
    }
    let ordered = marks.enumerated().sorted {
      (combiningClass($0.element), $0.offset) < (combiningClass($1.element), $1.offset)
    }
    var left: [Unicode.Scalar] = []
    for mark in ordered.map(\.element) {
      let isBlocked = left.last.map { combiningClass($0) >= combiningClass(mark) } ?? false
      if !isBlocked, let result = pairs[Pair(letter: letter, mark: mark)] {
        letter = result
      } else {
        left.append(mark)
      }
    }
    return [letter] + left
  }
}
