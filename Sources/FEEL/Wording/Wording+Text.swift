extension Wording {
  /// The wording in one language; what has no Vietnamese yet stands in English.
  ///
  /// - Complexity: O(length of the text).
  public func text(in language: Language) -> String {
    switch form {
    case .text(let text): text
    case .words(let words): translation(in: language) ?? words
    case .pieces(let pieces):
      if let translation = translation(in: language) {
        Wording.fill(translation, arguments.map { $0.text(in: language) })
      } else {
        Wording.join(pieces, language)
      }
    }
  }

  private func translation(in language: Language) -> String? {
    language == .english ? nil : Catalogue.vietnamese[template]
  }

  private static func join(_ pieces: [Piece], _ language: Language) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .words(let words): text += words
      case .argument(let argument): text += argument.text(in: language)
      }
    }
  }

  /// Puts the arguments into the holes of a template; a hole without argument stays as it is.
  static func fill(_ template: String, _ arguments: [String]) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      rest = rest[open...]
      if let close = rest.firstIndex(of: "}"),
        let number = Int(rest[rest.index(after: open)..<close]),
        arguments.indices.contains(number - 1)
      {
        text += arguments[number - 1]
        rest = rest[rest.index(after: close)...]
      } else {
        text.append(rest.removeFirst())
      }
    }
    return text + rest
  }
}
