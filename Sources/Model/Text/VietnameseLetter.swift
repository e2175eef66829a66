/// A letter of Vietnamese writing: which of the 33 it is, its tone, and its case.
///
/// The 29 letters of the alphabet stand with f, j, w and z at their Latin places. A tone is a mark
/// on a letter; circumflex, breve and horn make letters of their own.
struct VietnameseLetter: Hashable, Sendable {
  /// The place in the alphabet, from 0.
  let place: Int
  /// The tone: 0 ngang, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.
  let tone: Int
  /// Whether it is a capital.
  let isCapital: Bool

  /// Finds the letter, composed or decomposed, for both are the same character; or nothing.
  init?(_ character: Character) {
    guard let letter = VietnameseLetter.all[character] else { return nil }
    self = letter
  }

  private init(place: Int, tone: Int, isCapital: Bool) {
    self.place = place
    self.tone = tone
    self.isCapital = isCapital
  }

  /// The letters in their order, vowels with their six tones.
  private static let alphabet = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "c", "d", "đ", "eèẻẽéẹ", "êềểễếệ", "f", "g", "h", "iìỉĩíị",
    "j", "k", "l", "m", "n", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "p", "q", "r", "s", "t", "uùủũúụ",
    "ưừửữứự", "v", "w", "x", "yỳỷỹýỵ", "z",
  ]

  private static let all: [Character: VietnameseLetter] = {
    var all: [Character: VietnameseLetter] = [:]
    for (place, tones) in alphabet.enumerated() {
      for (tone, small) in tones.enumerated() {
        all[small] = VietnameseLetter(place: place, tone: tone, isCapital: false)
        for capital in small.uppercased() {
          all[capital] = VietnameseLetter(place: place, tone: tone, isCapital: true)
        }
      }
    }
    return all
  }()
}
