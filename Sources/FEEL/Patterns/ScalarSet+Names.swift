extension ScalarSet.Shape {
  /// What a letter after a backslash stands for: `\d \w \s \i \c` and, in upper case, all else; nil
  /// for other letters.
  ///
  /// Source: XML Schema 1.1 part 2, appendix G.4.2.5.
  init?(escape letter: Unicode.Scalar) {
    switch letter {
    case "d": self = .categories([.decimalNumber])
    case "w": self = .not(ScalarSet.Shape.categories("PZC"))
    case "s": self = .scalars([0x09, 0x0A, 0x0D, 0x20])
    case "i": self = .ranges(ScalarSet.Shape.nameStarts, anyCase: false)
    case "c": self = .ranges(ScalarSet.Shape.nameStarts + ScalarSet.Shape.nameRest, anyCase: false)
    case "D", "W", "S", "I", "C":
      guard let small = Unicode.Scalar(letter.value + 32), let inner = Self(escape: small) else {
        return nil
      }
      self = .not(inner)
    default: return nil
    }
  }

  /// What `\p{…}` stands for: a general category such as `Lu`, a group of them such as `L`, or a
  /// block such as `IsBasicLatin`; nil for other names.
  init?(property name: String) {
    if name.hasPrefix("Is") {
      guard let ranges = UnicodeBlock.ranges(of: String(name.dropFirst(2))) else { return nil }
      self = .ranges(ranges, anyCase: false)
      return
    }
    let members = ScalarSet.Shape.abbreviations.filter {
      $0.key == name || (name.utf8.count == 1 && $0.key.hasPrefix(name))
    }
    guard !members.isEmpty else { return nil }
    self = .categories(Set(members.values))
  }

  /// Single scalars.
  static func scalars(_ scalars: [UInt32]) -> Self {
    .ranges(scalars.map { $0...$0 }, anyCase: false)
  }

  private static func categories(_ groups: String) -> Self {
    .categories(
      Set(abbreviations.filter { $0.key.first.map(groups.contains) ?? false }.map(\.value)))
  }

  private static let abbreviations: [String: Unicode.GeneralCategory] = [
    "Lu": .uppercaseLetter, "Ll": .lowercaseLetter, "Lt": .titlecaseLetter, "Lm": .modifierLetter,
    "Lo": .otherLetter, "Mn": .nonspacingMark, "Mc": .spacingMark, "Me": .enclosingMark,
    "Nd": .decimalNumber, "Nl": .letterNumber, "No": .otherNumber, "Pc": .connectorPunctuation,
    "Pd": .dashPunctuation, "Ps": .openPunctuation, "Pe": .closePunctuation,
    "Pi": .initialPunctuation, "Pf": .finalPunctuation, "Po": .otherPunctuation,
    "Zs": .spaceSeparator, "Zl": .lineSeparator, "Zp": .paragraphSeparator, "Sm": .mathSymbol,
    "Sc": .currencySymbol, "Sk": .modifierSymbol, "So": .otherSymbol, "Cc": .control, "Cf": .format,
    "Co": .privateUse, "Cn": .unassigned,
  ]

  /// The scalars that may begin a name of XML (XML 1.0, fifth edition, production 4).
  private static let nameStarts: [ClosedRange<UInt32>] = [
    0x3A...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
    0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF,
    0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF,
  ]

  /// The further scalars that a name of XML may hold (production 4a).
  private static let nameRest: [ClosedRange<UInt32>] = [
    0x2D...0x2E, 0x30...0x39, 0xB7...0xB7, 0x300...0x36F, 0x203F...0x2040,
  ]
}
