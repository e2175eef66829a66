extension Wording: ExpressibleByStringInterpolation {
  /// A wording without arguments.
  public init(stringLiteral words: String) { form = .words(words) }

  /// A wording with arguments.
  public init(stringInterpolation: StringInterpolation) {
    form = .pieces(stringInterpolation.pieces)
  }

  /// Gathers the pieces of a wording.
  public struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    /// Begins a wording.
    public init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Adds a piece of the template.
    public mutating func appendLiteral(_ words: String) {
      if !words.isEmpty { pieces.append(.words(words)) }
    }

    /// Adds an argument that is put into a language itself.
    public mutating func appendInterpolation(_ argument: Wording) {
      pieces.append(.argument(argument))
    }

    /// Adds an argument that is the same in every language: a name, a number, a piece of a text.
    ///
    /// Disfavoured, so that a literal inside an interpolation is a wording.
    @_disfavoredOverload
    public mutating func appendInterpolation(_ argument: some CustomStringConvertible) {
      pieces.append(.argument(Wording(verbatim: argument.description)))
    }
  }
}
