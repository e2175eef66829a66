/// Turns the names of an expression into places, and collects every problem on the way.
///
/// In the strict semantics what can have no meaning is a problem; in the standard semantics it
/// becomes null with a reason, and only what exceeds a bound is a problem.
struct Resolver {
  /// The deepest nesting, bodies of functions included.
  static let depth = 300
  /// The most nodes, bodies of functions included.
  static let size = 200_000

  let schema: Schema
  let semantics: Semantics
  /// The text that is being resolved.
  var text: Int
  /// What names mean, the innermost scope last.
  var scopes: [Scope] = []
  /// The number of slots given away.
  var slots: Int
  /// The functions and readings whose texts are being resolved, the innermost last.
  var uses: [Use] = []
  /// The lists that `partial` means inside loops, the innermost last.
  var partials: [(slot: Int, type: Type)] = []
  /// The parameters of the function values that are known to be in a slot.
  var parameters: [Int: [String]] = [:]
  private(set) var problems: [Problem] = []
  /// Texts already parsed, nil for those that are no expressions.
  private var parsed: [Int: Expression?] = [:]
  /// Cells of a table already parsed, by what is written in them.
  private var cells: [Text: Expression] = [:]
  private var level = 0
  private var made = 0
  private var isExhausted = false

  init(_ semantics: Semantics, text: Int, _ schema: Schema, slots: Int) {
    self.schema = schema
    self.slots = slots
    self.semantics = semantics
    self.text = text
  }

  /// Brings the names of a record and of the locals, which fill the first slots, into scope.
  mutating func enter(_ recordType: Int?, _ locals: [(name: String, type: Type)]) {
    if let recordType, schema.recordTypes.indices.contains(recordType) {
      scopes.append(.record(recordType, slot: nil, via: []))
    }
    for (slot, local) in locals.enumerated() {
      scopes.append(.local(local.name, slot: slot, type: local.type))
    }
  }

  var isStrict: Bool { semantics == .strict }

  /// The node of a piece of syntax.
  mutating func resolve(_ syntax: Syntax) -> Node {
    guard level < Resolver.depth, made < Resolver.size else { return exhausted(syntax.span) }
    level += 1
    defer { level -= 1 }
    return resolveOperators(syntax)
  }

  mutating func make(
    _ kind: Node.Kind, _ span: SourceSpan, _ type: Type, pattern: Pattern? = nil
  ) -> Node {
    made += 1
    return Node(kind, span: span, textID: text, type: type, pattern: pattern)
  }

  mutating func slot() -> Int {
    defer { slots += 1 }
    return slots
  }

  /// Runs `body` with further scopes inside the present ones.
  mutating func inside<T>(_ inner: [Scope], _ body: (inout Resolver) -> T) -> T {
    let outer = scopes
    scopes += inner
    defer { scopes = outer }
    return body(&self)
  }

  // MARK: Problems

  /// Reports what can have no meaning and gives a node in its place: null in the standard semantics.
  mutating func fail(_ message: Wording, _ span: SourceSpan, remedy: Wording? = nil) -> Node {
    if isStrict {
      let notes = uses.reversed().map { Diagnostic.Note($0.words) }
      report(Diagnostic(message, at: span, remedy: remedy, notes: notes))
    }
    return make(.literal(.null(reason: message)), span, .any)
  }

  /// Reports types that do not fit, if the semantics is strict.
  mutating func complain(_ message: Wording, _ span: SourceSpan, remedy: Wording? = nil) {
    guard isStrict else { return }
    let notes = uses.reversed().map { Diagnostic.Note("\($0.words)\($0.types)") }
    report(Diagnostic(message, at: span, remedy: remedy, notes: notes))
  }

  /// Reports what is wrong in both semantics.
  mutating func refuse(_ message: Wording, _ span: SourceSpan, remedy: Wording? = nil) {
    report(Diagnostic(message, at: span, remedy: remedy))
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    let isNew = !problems.contains {
      $0.textID == text && $0.diagnostic.span == diagnostic.span
        && $0.diagnostic.message == diagnostic.message
    }
    if isNew, problems.count < Problems.limit { problems.append(Problem(diagnostic, in: text)) }
  }

  private mutating func exhausted(_ span: SourceSpan) -> Node {
    if !isExhausted {
      isExhausted = true
      let message: Wording =
        level < Resolver.depth
        ? "the expression has more than \(Resolver.size) parts, bodies of functions included"
        : "the expression is nested more than \(Resolver.depth) levels deep, functions included"
      report(
        Diagnostic(
          message, at: span, remedy: "move parts of it into values with names",
          notes: uses.reversed().map { Diagnostic.Note($0.words) }))
    }
    return make(.literal(.null), span, .any)
  }

  // MARK: Other texts

  /// The expression of a text of the schema; nil if it is none, which is reported.
  mutating func parse(_ other: Text) -> Expression? {
    if let known = parsed[other.id] { return known }
    var expression: Expression?
    do throws(Problems) {
      expression = try Expression(
        parsing: other.text, textID: other.id, semantics: semantics,
        names: isStrict ? [] : Set(visibleNames))
    } catch {
      problems += error.all.prefix(max(0, Problems.limit - problems.count))
    }
    parsed[other.id] = .some(expression)
    return expression
  }

  /// The expression or the tests of a cell of a table; nil if it is none, which is reported.
  ///
  /// What is the same in many cells is parsed once.
  mutating func parseCell(_ cell: Text, asTests: Bool) -> Expression? {
    let key = Text(cell.text, id: asTests ? 1 : 0)
    if let known = cells[key] { return known }
    do throws(Problems) {
      let names = isStrict ? [] : Set(visibleNames)
      let expression =
        asTests
        ? try Expression(
          parsingTests: cell.text, textID: cell.id, semantics: semantics, names: names)
        : try Expression(parsing: cell.text, textID: cell.id, semantics: semantics, names: names)
      cells[key] = expression
      return expression
    } catch {
      problems += error.all.prefix(max(0, Problems.limit - problems.count))
      return nil
    }
  }
}

/// The use of a text of the schema: a function that is called, or a reading.
struct Use {
  enum Kind { case function, reading }
  let kind: Kind
  let name: String
  /// What is said of a problem inside the text.
  let words: Wording
  /// What is added to it where the types of the arguments matter.
  var types: Wording = ""
}
