import FEEL
import Foundation
import Testing

/// Everything that the language says of an expression, whole and in both languages, as golden pages.
///
/// A page of `Told` holds blocks: lines with `> ` are an expression in the strict semantics, with
/// `standard> ` one in the standard semantics; below stands what is told, in Vietnamese and in
/// English. With `RECORD=1` the pages are written anew, and the test fails.
@Suite struct ToldTests {
  static let pages = ["syntax", "names", "operators", "calls", "reasons", "tables", "patterns"]

  @Test(arguments: pages)
  func aPageTellsWhatIsTold(page: String) throws {
    let path = ToldTests.folder.appending(path: "\(page).txt")
    let written = try String(contentsOf: path, encoding: .utf8)
    let told =
      page == "tables"
      ? ToldTables.text : ToldPage(written).cases.map(\.text).joined(separator: "\n")
    if told == written { return }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try told.write(to: path, atomically: true, encoding: .utf8)
      Issue.record("\(page).txt was recorded")
    } else {
      Issue.record("\(page).txt differs; RECORD=1 writes it anew\n--- is told\n\(told)")
    }
  }

  @Test func everySentenceIsToldByACase() throws {
    var told = Set(ToldWorlds.templates + ToldTables.templates)
    for page in ToldTests.pages {
      let text = try String(
        contentsOf: ToldTests.folder.appending(path: "\(page).txt"), encoding: .utf8)
      told.formUnion(ToldPage(text).cases.flatMap(\.templates))
    }
    told.formUnion(ToldTests.elsewhere)
    let silent = Catalogue.language.flatMap { $0.map(\.key) }.filter { !told.contains($0) }
    #expect(silent.isEmpty, "no case tells: \(silent.joined(separator: "\n"))")
  }

  /// Sentences without a case here: after millions of rounds or steps, see the hostile tests; of functions
  /// that a pack may not use; kept inside the analysis of tables; of values that are handed on; of values
  /// that a host nests deeper than an expression can.
  private static let elsewhere = [
    "the loop has too many rounds", "a list of numbers", "a value that can lie in a range",
    "not known yet", "an unknown value",
    "the computation takes too many steps", "the values are nested too deep",
  ]

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Told")
}

extension Wording {
  /// The templates of the wording and of everything in it.
  var templates: [String] { [template] + arguments.flatMap(\.templates) }
}

extension Diagnostic {
  var templates: [String] {
    let notes = notes.flatMap(\.message.templates) + (notes.isEmpty ? [] : ["note: {1}"])
    return severity.inWords.templates + message.templates + (remedy?.templates ?? []) + notes
  }
}
