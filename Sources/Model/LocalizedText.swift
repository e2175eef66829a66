package import FEEL

/// One text in both languages.
package struct LocalizedText: Hashable, Sendable {
  package let vietnamese: String
  package let english: String

  /// Creates a text; a missing language falls back on the other.
  package init(_ vietnamese: String, _ english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// The text in one language.
  package subscript(_ language: Language) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}
