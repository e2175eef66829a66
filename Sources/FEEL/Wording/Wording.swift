/// A sentence or a phrase for a person, which is put into a language only when it is shown.
///
/// It is written in English at the place that needs it, as a text literal. What is interpolated is
/// an argument: a text as it is (a name of the author, a number), or again a wording.
///
///     complain("\(left.inWords) and \(right.inWords) cannot be compared", span)
///
/// The literal with holes for the arguments is the ``template``, here `{1} and {2} cannot be
/// compared`. English is the template itself; Vietnamese stands in the catalogue beside it
/// (`Catalogue.swift`). Two wordings are equal if their templates and arguments are.
///
/// Making a wording without arguments takes no memory, so that it can be the reason of millions of
/// values.
public struct Wording: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    /// A template without arguments.
    case words(String)
    /// A text that is the same in every language.
    case text(String)
    /// The pieces of a template and its arguments, in the order in which they are written.
    case pieces([Piece])
  }

  enum Piece: Hashable, Sendable {
    case words(String)
    case argument(Wording)
  }

  let form: Form

  init(_ form: Form) { self.form = form }

  /// A text that is the same in every language: a name, a number, a piece of somebody's text.
  public init(verbatim text: String) { form = .text(text) }

  /// The template: what is written, with holes such as `{1}` for the arguments; of a verbatim text
  /// the text.
  public var template: String {
    switch form {
    case .words(let words): return words
    case .text(let text): return text
    case .pieces(let pieces):
      var count = 0
      return pieces.reduce(into: "") { template, piece in
        switch piece {
        case .words(let words): template += words
        case .argument:
          count += 1
          template += "{\(count)}"
        }
      }
    }
  }

  /// What fills the holes of the template, in their order.
  public var arguments: [Wording] {
    switch form {
    case .words, .text: []
    case .pieces(let pieces):
      pieces.compactMap { if case .argument(let argument) = $0 { argument } else { nil } }
    }
  }

  /// The text, if it is the same in every language because it is nothing but somebody's text.
  public var verbatim: String? {
    if case .text(let text) = form { return text }
    return nil
  }
}

extension Wording: CustomStringConvertible {
  /// The wording in English.
  public var description: String { text(in: .english) }
}

extension Sequence<Wording> {
  /// The wordings one after the other, with `separator` between them.
  public func joined(separator: Wording) -> Wording {
    var pieces: [Wording.Piece] = []
    for wording in self {
      if !pieces.isEmpty { pieces.append(.argument(separator)) }
      pieces.append(.argument(wording))
    }
    return Wording(.pieces(pieces))
  }
}
