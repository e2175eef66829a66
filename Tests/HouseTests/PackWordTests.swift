import Foundation
import TestSupport
import Testing

/// The law is data: no word of a pack stands in the engine.
@Suite struct PackWordTests {
  /// Words that packs use and that are the engine's, Swift's or plain English as well.
  static let allowed: [(reason: String, words: Set<String>)] = [
    (
      "the engine's own fields and nouns",
      [
        "id", "name", "from", "to", "by", "document", "value", "what", "period", "kind", "members",
        "everyone", "plan", "row", "line", "group", "groups", "findings", "candidates", "title",
        "source", "most", "share", "results", "calendar", "absent", "level",
      ]
    ),
    (
      "names in the standard of the expression language, or plain arithmetic",
      [
        "months", "product", "part", "whole", "times", "denominator", "quantity", "total",
        "operation", "component",
      ]
    ),
    ("words of Swift", ["self", "optional", "each", "step", "until"]),
    (
      "plain English, in sentences and for local values",
      [
        "one", "two", "four", "done", "closed", "piece", "wanted", "side", "late", "faults",
        "history", "progress", "ground", "worked", "working", "points", "by points", "score",
        "no posting", "beyond", "left out", "leave", "sheets", "role", "steps",
      ]
    ),
    ("the head of an entry and the head text of a list", ["head"]),
  ]

  /// Allowed words that as a text alone would be a rule of some pack, and where they are none.
  static let literals: [String: Set<String>] = [
    "head": [
      "Sources/Criteria/Reading/PackReader+Standing.swift",
      "Sources/Criteria/Entries/PackShape.swift", "Sources/Reporting/Tables/ListReport+JSON.swift",
      "Sources/Criteria/Entries/PackShape+Reports.swift",
      "Sources/Criteria/Reading/PackReader+Reports.swift",
      "Sources/Reporting/Written/WrittenReport+JSON.swift",
    ],
    "share": [
      "Sources/Criteria/Reading/PackReader+Standing.swift",
      "Sources/Criteria/Entries/PackShape.swift", "Sources/Reporting/Tables/QuotaReport.swift",
      "Sources/Reporting/Explanation/ExplanationJSON+Standing.swift",
      "Sources/Reporting/Explanation/ExplanationWords.swift",
    ],
    // What a part is to the whole of an explanation, the ends of a range, the steps of a reckoning.
    "role": ["Sources/Reporting/Explanation/ExplanationJSON+Nodes.swift"],
    "closed": [
      "Sources/Reporting/Explanation/ExplanationJSON+Nodes.swift",
      "Sources/Reporting/Explanation/JSONWriter+Exact.swift",
    ],
    "worked": ["Sources/Reporting/Explanation/ExplanationJSON.swift"],
    "score": [], "points": [], "progress": [], "quantity": [], "operation": [], "late": [],
    "faults": [], "done": [],
    // An element of the standard's conformance kit.
    "component": ["Sources/Conformance/CaseFile.swift"],
    // The name of an option.
    "history": ["Sources/CommandLine/Option.swift"],
  ]

  /// All but what is measured, whose formulas are made to be like those of packs.
  static let sources = SourceTests.files.filter { !$0.hasPrefix("Sources/Benchmarks/") }

  @Test func `no word of a pack stands in the engine`() throws {
    let words = try PackWords().all
    try #require(words.count > 200, "the words of the packs were found")
    let allowed = PackWordTests.allowed.reduce(into: Set<String>()) { $0.formUnion($1.words) }
    var seen: Set<String> = []
    for path in PackWordTests.sources {
      let source = SwiftSource(try Repository.text(path))
      let identifiers = Set(source.words.map(\.text))
      for (word, origin) in words.sorted(by: { $0.key < $1.key }) {
        let named = PackWords.identifiers(word).filter(identifiers.contains)
        let said = source.texts.filter { $0.text.hasWord(word) }
        if named.isEmpty && said.isEmpty { continue }
        seen.insert(word)
        if !allowed.contains(word) {
          Issue.record("\(path): '\(word)' belongs to \(origin): \(named) \(said.map(\.text))")
        }
        let alone = source.texts.filter { $0.text == word }
        if let places = PackWordTests.literals[word], !alone.isEmpty, !places.contains(path) {
          Issue.record("\(path):\(alone[0].line): the text '\(word)' alone, \(origin)")
        }
      }
    }
    let idle = allowed.subtracting(seen).sorted()
    #expect(idle.isEmpty, "allowed, but nowhere used: \(idle.joined(separator: ", "))")
  }

  @Test(arguments: sources) func `no text of law stands in the engine`(path: String) throws {
    for text in SwiftSource(try Repository.text(path)).texts {
      #expect(
        !text.text.contains(/\b\d+\/\d{4}\/\p{Lu}|Đ\.\d|\bL?\d+ Đ|\b335\b/), "\(path):\(text.line)")
    }
  }
}

extension String {
  /// Whether the text holds a word or several, whole, in capitals or not.
  func hasWord(_ word: String) -> Bool {
    guard contains(word) || lowercased().contains(word.lowercased()) else { return false }
    var rest = self[...]
    while let range = rest.range(of: word, options: [.caseInsensitive]) {
      let before = range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
      let after = range.upperBound == endIndex ? nil : self[range.upperBound]
      if ![before, after].contains(where: { $0.map { $0.isLetter || $0.isNumber } ?? false }) {
        return true
      }
      rest = self[range.upperBound...]
    }
    return false
  }
}
