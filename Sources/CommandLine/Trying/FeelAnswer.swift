import FEEL

/// What an expression gave.
struct FeelAnswer {
  let value: Value
  /// Why there is no value, and where that began; nil for a value, and for a null that is meant.
  let failure: Failure?

  /// What went wrong, in the text where it stands: the one that was asked, or one that gave a name.
  struct Failure {
    let diagnostic: Diagnostic
    let source: SourceText

    init(_ diagnostic: Diagnostic, in source: SourceText) {
      self.diagnostic = diagnostic
      self.source = source
    }
  }
}

extension Value {
  /// Whether something went wrong: a null with a reason, or a value that is not known.
  var isMissing: Bool { reason != nil }

  /// Why there is no value.
  var reason: Wording? {
    switch self {
    case .null(let reason): reason
    case .unknown(let unknown): unknown.inWords
    default: nil
    }
  }

  /// The value as an expression writes it, cut to fit on a line.
  var brief: String {
    let text = description
    return text.count > 72 ? text.prefix(71) + "…" : text
  }
}
