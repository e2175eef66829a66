/// A function as a value: a built-in one, or one written in an expression with what it remembers.
public final class FunctionValue: Hashable, Sendable {
  enum Kind: Sendable {
    case builtin(Builtin)
    /// The slots of the parameters, and the values of all slots where the function was written.
    case written(slots: [Int], body: Node, frame: [Value])
  }

  let kind: Kind
  /// The names of the parameters; of a built-in function, those of its longest form.
  public let parameters: [String]

  init(_ kind: Kind, parameters: [String]) {
    self.kind = kind
    self.parameters = parameters
  }

  /// Whether both are the very same function.
  public static func == (left: FunctionValue, right: FunctionValue) -> Bool { left === right }

  /// Hashes the identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
