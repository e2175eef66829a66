/// A folder with the files of time zones, such as `/usr/share/zoneinfo`.
package struct ZoneFolder: Sendable {
  /// Where most systems keep them.
  package static let usual = Place("/usr/share/zoneinfo")
  /// The most bytes of one file.
  private static let fileSize = 1 << 18

  private let place: Place

  /// Creates the folder; nothing is looked up.
  package init(_ place: Place = usual) { self.place = place }

  /// The bytes of the file of a zone; nil if there is none, or if the name can be none.
  ///
  /// - Complexity: O(bytes of the file).
  package func bytes(of name: String) -> [UInt8]? {
    guard ZoneFolder.isName(name) else { return nil }
    let file = place.appending(name)
    guard file.kind == .file, let size = file.size, size <= ZoneFolder.fileSize else { return nil }
    return try? InputFile.contents(of: file.path)
  }

  /// Whether a text can be the name of a zone: words with single slashes between.
  ///
  /// The words are of letters, digits, `_`, `+` and `-`, so that no name leads out of the folder.
  static func isName(_ text: String) -> Bool {
    guard 1...255 ~= text.utf8.count else { return false }
    return text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { word in !word.isEmpty && word.allSatisfy(isNameByte) }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "A"..."Z", "a"..."z", "0"..."9", "_", "+", "-": true
    default: false
    }
  }
}
