/// A function as a value: a built-in one, or one written in an expression with what it remembers.
public final class FunctionValue: Hashable, Sendable {
  enum Kind: Sendable {
    case builtin(Builtin)
    case written(Written)
    case outside(OutsideFunction)
  }

  /// A function that an expression writes.
  struct Written: Sendable {
    /// Where the arguments go, and of which types they are.
    let parameters: [Node.Parameter]
    /// The slot in which the function finds itself, nil where it has no name yet.
    let own: Int?
    let body: Node
    /// The values of all slots where the function was written.
    let frame: [Value]
  }

  let kind: Kind
  /// The names of the parameters; of a built-in function, those of its longest form.
  public let parameters: [String]

  init(_ builtin: Builtin) {
    kind = .builtin(builtin)
    parameters = builtin.signatures.last?.parameters.map(\.name) ?? []
  }

  init(_ written: Written) {
    kind = .written(written)
    parameters = written.parameters.map(\.name)
  }

  /// Creates a function that is not written in an expression.
  public init(_ function: OutsideFunction) {
    kind = .outside(function)
    parameters = function.parameters.map(\.name)
  }

  /// Whether both are the very same function.
  public static func == (left: FunctionValue, right: FunctionValue) -> Bool { left === right }

  /// Hashes the identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension FunctionValue {
  /// Whether the function can stand where one of a type is asked for; what is not known of it, such as
  /// what a body gives, is taken to fit.
  func conforms(to wanted: FunctionType) -> Bool {
    types(taking: wanted.parameters.count).contains { own in
      let result = own.result == .any ? wanted.result : own.result
      return FunctionType(own.parameters, gives: result).conforms(to: wanted)
    }
  }

  /// What the function takes and gives, one type for each of its forms for so many arguments.
  private func types(taking count: Int) -> [FunctionType] {
    switch kind {
    case .builtin(let builtin):
      builtin.signatures.filter { $0.accepts(count) }.map { $0.type(taking: count) }
    case .written(let function):
      [FunctionType(function.parameters.map(\.type), gives: function.body.type)]
    case .outside(let function):
      [FunctionType(function.parameters.map(\.type), gives: function.result)]
    }
  }
}

extension FunctionValue {
  /// Arguments given by name in the order of the parameters; nil if they do not fit.
  ///
  /// Optional parameters that are left out before one that is given become null.
  func sorted(_ arguments: [Value], _ names: [String]) -> [Value]? {
    let forms: [[(name: String, isOptional: Bool)]] =
      switch kind {
      case .builtin(let builtin):
        builtin.signatures.map { $0.parameters.map { ($0.name, $0.isOptional) } }
      case .written, .outside: [parameters.map { ($0, false) }]
      }
    for form in forms {
      if let sorted = FunctionValue.sorted(arguments, names, form) { return sorted }
    }
    return nil
  }

  private static func sorted(
    _ arguments: [Value], _ names: [String], _ form: [(name: String, isOptional: Bool)]
  ) -> [Value]? {
    let places = form.map { parameter in names.firstIndex(of: parameter.name) }
    guard Set(names).count == names.count, places.compactMap(\.self).count == names.count,
      zip(form, places).allSatisfy({ $0.isOptional || $1 != nil })
    else { return nil }
    let last = places.lastIndex { $0 != nil } ?? -1
    return places.prefix(last + 1).map { $0.map { arguments[$0] } ?? .null }
  }
}
