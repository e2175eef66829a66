package import FEEL
package import JSON

/// One `pack.json` as it stands in its file.
package struct PackDocument: Sendable {
  /// The path to print in diagnostics.
  package let path: String
  /// The bytes of the file, for hashing.
  package let bytes: [UInt8]
  /// The text of the file, for lines, columns and carets.
  package let source: SourceText
  /// The JSON of the file, with what is wrong with it.
  package let json: JSONDocument

  /// Reads the bytes of a file; what is wrong with its JSON is in `json.diagnostics`.
  package init(_ bytes: [UInt8], path: String) {
    self.path = path
    self.bytes = bytes
    json = JSONDocument(bytes)
    source = SourceText(json.text, name: path)
  }

  /// The pack's own name, or an empty text where it is missing.
  package var name: String { json.value?["name"]?.string?.text ?? "" }

  /// The names of the packs that this one builds on, in the order in which they apply.
  package var parents: [JSONString] {
    json.value?["extends"]?.elements?.compactMap(\.string) ?? []
  }
}

/// A diagnostic and the document it is about.
package struct PackProblem: Hashable, Sendable {
  /// The index of the document in ``Pack/documents``.
  package let document: Int
  /// What is wrong, with spans in that document.
  package let diagnostic: Diagnostic

  /// Creates a problem.
  package init(_ diagnostic: Diagnostic, in document: Int) {
    self.document = document
    self.diagnostic = diagnostic
  }
}

/// What is wrong with a pack, collected over the whole reading.
package struct PackProblems: Sendable {
  package private(set) var all: [PackProblem] = []

  package init() {}

  /// Whether the pack cannot be used.
  package var hasErrors: Bool { all.contains { $0.diagnostic.severity == .error } }

  /// Adds a problem once; the same words at the same place are not repeated.
  package mutating func add(_ diagnostic: Diagnostic, in document: Int) {
    let problem = PackProblem(diagnostic, in: document)
    if !all.contains(problem) { all.append(problem) }
  }

  /// Adds an error.
  package mutating func add(
    _ message: Wording, at span: SourceSpan, in document: Int, remedy: Wording? = nil
  ) {
    add(Diagnostic(message, at: span, remedy: remedy), in: document)
  }

  /// All problems as a person reads them, by document and place, at most `limit` of them.
  package func rendered(
    _ documents: [PackDocument], in language: Language, limit: Int = 100
  ) -> String {
    let sorted = all.sorted {
      ($0.document, $0.diagnostic.span.lower, $0.diagnostic.message.description)
        < ($1.document, $1.diagnostic.span.lower, $1.diagnostic.message.description)
    }
    var lines = sorted.prefix(limit).map {
      documents[$0.document].source.render($0.diagnostic, in: language)
    }
    if sorted.count > limit {
      let more: Wording = "… and \(sorted.count - limit) more"
      lines.append(more.text(in: language))
    }
    return lines.joined(separator: "\n")
  }
}
