import FEEL
import Foundation
import TestSupport
import Testing

/// Every sentence in the code has its Vietnamese in the catalogue, and every line of the catalogue its
/// sentence in the code.
@Suite struct WordingTests {
  /// The rooms whose sentences are wordings, with the rooms that they call.
  private static let rooms: [String: [String]] = [
    "FEEL": [], "JSON": ["FEEL"], "Criteria": ["FEEL", "JSON"], "DMN": ["FEEL"],
    "Scoring": ["FEEL", "Criteria"], "Standing": ["FEEL", "Criteria"],
    "Merit": ["FEEL", "JSON", "Criteria"], "CommandLine": ["FEEL", "JSON", "DMN"],
  ]

  private struct Site {
    let template: String
    let place: String
  }

  private static let sites: [Site] = {
    var code: [String: [(path: String, tokens: [SwiftToken])]] = [:]
    for room in rooms.keys {
      code[room] = Repository.files(under: "Sources/\(room)", suffix: ".swift")
        .filter { !$0.hasPrefix("Sources/FEEL/Wording/") }
        .map { path in
          var lexer = SwiftLexer((try? Repository.text(path)) ?? "")
          return (path, lexer.tokens())
        }
    }
    return rooms.keys.sorted().flatMap { room -> [Site] in
      let seen = ([room] + (rooms[room] ?? [])).flatMap { code[$0] ?? [] }
      let parameters = WordingParameters(seen.map(\.tokens))
      return (code[room] ?? []).flatMap { path, tokens in
        WordingSites(tokens, parameters).templates.map {
          Site(template: $0.text, place: "\(path):\($0.line)")
        }
      }
    }
  }()

  /// Whether there is anything to translate besides the arguments.
  private static func speaks(_ template: String) -> Bool {
    template.replacing(/\{[0-9]+\}/, with: "").contains(where: \.isLetter)
  }

  private static let entries = Catalogue.pages.flatMap { page in page.map { ($0.key, $0.value) } }

  @Test func `every sentence has its Vietnamese`() {
    let known = Set(WordingTests.entries.map(\.0))
    let sites = WordingTests.sites.filter { WordingTests.speaks($0.template) }
    #expect(sites.count > 400, "the reader of the code finds too little")
    for site in sites where !known.contains(site.template) {
      Issue.record("\(site.place): no Vietnamese for \"\(site.template)\"")
    }
  }

  @Test func `every line of the catalogue has its sentence`() {
    let used = Set(WordingTests.sites.map(\.template))
    for (template, _) in WordingTests.entries where !used.contains(template) {
      Issue.record("nothing says \"\(template)\"")
    }
  }

  @Test func `every template stands once, with the same holes in both languages`() {
    var seen: Set<String> = []
    for (template, translation) in WordingTests.entries {
      #expect(seen.insert(template).inserted, "\(template) stands twice")
      let holes = [template, translation].map { text in
        text.matches(of: /\{[0-9]+\}/).map { String($0.output) }.sorted()
      }
      #expect(holes[0] == holes[1], "\(template)")
    }
  }

  @Test func `the Vietnamese is composed and in the manner of messages`() {
    for (template, translation) in WordingTests.entries {
      let composed = translation.precomposedStringWithCanonicalMapping
      #expect(Array(translation.utf8) == Array(composed.utf8), "\(template)")
      #expect(!translation.hasSuffix("."), "\(template)")
      #expect(
        translation.first?.isUppercase != true || translation.hasPrefix("UTF")
          || translation.hasPrefix("JSON"), "\(template)")
    }
  }
}
