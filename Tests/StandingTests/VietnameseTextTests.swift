import Foundation
import Model
import Testing

@Suite("The Vietnamese order of texts and names")
struct VietnameseTextTests {
  private static let vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
  private static let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
  private static let letters =
    vowels.flatMap { vowel in tones.map { (vowel + $0).precomposedStringWithCanonicalMapping } }
    + "bcdđfghjklmnpqrstvwxz".map(String.init)

  private func order(_ one: String, _ other: String) -> ComparisonResult {
    one.compare(other, options: [], range: nil, locale: Locale(identifier: "vi_VN"))
  }

  private func order(keys one: String, _ other: String) -> ComparisonResult {
    let (one, other) = (VietnameseTextKey(one), VietnameseTextKey(other))
    return one < other ? .orderedAscending : other < one ? .orderedDescending : .orderedSame
  }

  @Test("any two letters, small and capital, as the platform's Vietnamese locale orders them")
  func letters() {
    let all = Self.letters + Self.letters.map { $0.uppercased() }
    #expect(all.count == 186)
    for one in all {
      for other in all { #expect(order(keys: one, other) == order(one, other), "\(one) \(other)") }
    }
  }

  @Test("random words as the platform's Vietnamese locale orders them")
  func words() {
    var numbers = SeededNumbers(state: 11)
    func word() -> String {
      let length = 1 + numbers.below(4)
      let word = (0..<length).map { _ in Self.letters[numbers.below(Self.letters.count)] }.joined()
      return numbers.below(3) == 0 ? word.capitalized : word
    }
    func text() -> String { (0...numbers.below(3)).map { _ in word() }.joined(separator: " ") }
    for _ in 0..<10_000 {
      let one = text()
      let other = numbers.below(4) == 0 ? variant(of: one, &numbers) : text()
      #expect(order(keys: one, other) == order(one, other), "\(one) | \(other)")
    }
  }

  /// The same text with one letter changed, so that later levels decide.
  private func variant(of text: String, _ numbers: inout SeededNumbers) -> String {
    var characters = Array(text)
    let place = numbers.below(characters.count)
    if characters[place] == " " { return text }
    let plain = String(characters[place]).lowercased()
    let vowel = Self.vowels.first { vowel in
      Self.tones.contains { (vowel + $0).precomposedStringWithCanonicalMapping == plain }
    }
    let other = (vowel ?? plain) + (vowel == nil ? "" : Self.tones[numbers.below(6)])
    let cased = numbers.below(2) == 0 ? other : other.uppercased()
    characters.replaceSubrange(place...place, with: Array(cased))
    return String(characters)
  }

  @Test("composed and decomposed writing is the same")
  func forms() {
    for text in ["Nguyễn Thị Ậu", "Đặng Văn Ưởng", "Lê Hoàng Ngọc Ánh"] {
      let decomposed = text.decomposedStringWithCanonicalMapping
      #expect(Array(decomposed.utf8) != Array(text.utf8))
      #expect(VietnameseTextKey(text) == VietnameseTextKey(decomposed))
      #expect(VietnameseNameKey(text) == VietnameseNameKey(decomposed))
      #expect(VietnameseNameKey("a\u{302}\u{323}") == VietnameseNameKey("a\u{323}\u{302}"))
    }
  }

  @Test("numbers before letters, spaces before all")
  func signs() {
    let texts = ["Phòng 1", "Phòng 2", "Phòng A", "Phòng-1", "Phònga", "Phong", "Ω", "Z"]
    let sorted = texts.sorted { VietnameseTextKey($0) < VietnameseTextKey($1) }
    #expect(
      sorted == ["Phong", "Phòng 1", "Phòng 2", "Phòng A", "Phòng-1", "Phònga", "Z", "Ω"])
  }

  @Test("names go by the given name, then by the words before it")
  func names() {
    let list = [
      "Trần Văn An", "Lê Thị Ân", "Nguyễn Bình", "Đỗ Văn Dũng", "Nguyễn Văn Dũng",
      "Bùi Văn Đức", "Hoàng Hà", "Đinh Thị Hà", "Lê Hạ", "Trần Hạ",
    ]
    let sorted = [
      "Trần Văn An", "Lê Thị Ân", "Nguyễn Bình", "Đỗ Văn Dũng", "Nguyễn Văn Dũng",
      "Bùi Văn Đức", "Đinh Thị Hà", "Hoàng Hà", "Lê Hạ", "Trần Hạ",
    ]
    var numbers = SeededNumbers(state: 12)
    for _ in 0..<20 {
      let shuffled = list.shuffled(using: &numbers)
      #expect(shuffled.sorted { VietnameseNameKey($0) < VietnameseNameKey($1) } == sorted)
    }
  }

  @Test("case decides last, spaces at the ends and doubled ones not at all")
  func caseAndSpace() {
    let key = VietnameseNameKey("trần văn hà")
    #expect(key < VietnameseNameKey("Trần Văn Hà"))
    #expect(VietnameseNameKey("Trần Văn Hà") < VietnameseNameKey("vũ văn hà"))
    #expect(VietnameseNameKey("Trần Văn hà") < VietnameseNameKey("trần văn Hà"))
    #expect(VietnameseNameKey("  trần  văn hà ") == key)
    #expect(VietnameseNameKey("") < VietnameseNameKey("A"))
  }
}
