/// A piece of an expression as it was written: names are still text.
struct Syntax: Sendable {
  let kind: Kind
  let span: SourceSpan
  /// How many pieces are nested in one another, this one included.
  let depth: Int

  init(_ kind: Kind, _ span: SourceSpan) {
    self.kind = kind
    self.span = span
    depth = 1 + kind.children.reduce(0) { max($0, $1.depth) }
  }

  indirect enum Kind: Sendable {
    case null
    case boolean(Bool)
    /// A number, as written.
    case number(String)
    case string(String)
    /// `@"..."`, as written between the quotes.
    case temporal(String)
    case name(String)
    case negate(Syntax)
    case arithmetic(ArithmeticOperator, Syntax, Syntax)
    case comparison(ComparisonOperator, Syntax, Syntax)
    case and(Syntax, Syntax)
    case or(Syntax, Syntax)
    case not(Syntax)
    case between(Syntax, Syntax, Syntax)
    case membership(Syntax, [Syntax])
    /// `< 5` and its like, as a test of a value that stands elsewhere.
    case test(ComparisonOperator, Syntax)
    /// The tests of an input of a decision table; an empty list is `-`.
    case tests([Syntax], negated: Bool)
    case conditional(Syntax, Syntax, Syntax)
    case forEach([Iterator], Syntax)
    case quantified(Quantifier, [Iterator], Syntax)
    case path(Syntax, String, SourceSpan)
    case filter(Syntax, Syntax)
    case list([Syntax])
    case context([Entry])
    case range(Syntax?, Bool, Syntax?, Bool)
    case function([Parameter], Syntax)
    /// The body of a function that another language has, with what says where it is.
    case external(Syntax)
    case call(Syntax, [Argument])
    case instanceOf(Syntax, TypeName)
    /// A piece that is drawn as boxes around texts of their own.
    case boxed(Boxed)
    /// Stands where a diagnostic has been given.
    case error
  }

  struct Iterator: Sendable {
    let name: String
    let span: SourceSpan
    let from: Syntax
    /// The end of `from..to`, nil for a list.
    let to: Syntax?
  }

  struct Entry: Sendable {
    let name: String
    let span: SourceSpan
    let value: Syntax
  }

  struct Parameter: Sendable {
    let name: String
    let span: SourceSpan
    let type: TypeName?
  }

  struct Argument: Sendable {
    /// The parameter's name, nil for an argument by position.
    let name: String?
    let span: SourceSpan
    let value: Syntax
  }
}

/// The name of a type as written after `instance of` or `:`.
struct TypeName: Sendable {
  let name: String
  let span: SourceSpan
  /// What stands between `<` and `>`.
  let parts: [(name: String?, type: TypeName)]
  /// What stands behind `->`: one type or none.
  private let results: [TypeName]

  init(
    name: String, span: SourceSpan, parts: [(name: String?, type: TypeName)] = [],
    result: TypeName? = nil
  ) {
    self.name = name
    self.span = span
    self.parts = parts
    results = [result].compactMap(\.self)
  }

  /// What stands behind `->`.
  var result: TypeName? { results.first }
}

extension Syntax.Kind {
  var children: [Syntax] {
    switch self {
    case .null, .boolean, .number, .string, .temporal, .name, .error: []
    case .negate(let a), .not(let a), .test(_, let a), .path(let a, _, _), .external(let a): [a]
    case .instanceOf(let a, _), .function(_, let a): [a]
    case .arithmetic(_, let a, let b), .comparison(_, let a, let b): [a, b]
    case .and(let a, let b), .or(let a, let b), .filter(let a, let b): [a, b]
    case .between(let a, let b, let c), .conditional(let a, let b, let c): [a, b, c]
    case .membership(let a, let tests): [a] + tests
    case .tests(let items, _), .list(let items): items
    case .forEach(let iterators, let body), .quantified(_, let iterators, let body):
      iterators.flatMap { [$0.from] + ($0.to.map { [$0] } ?? []) } + [body]
    case .context(let entries): entries.map(\.value)
    case .range(let a, _, let b, _): [a, b].compactMap(\.self)
    case .call(let a, let arguments): [a] + arguments.map(\.value)
    case .boxed(let boxed): boxed.children
    }
  }
}
