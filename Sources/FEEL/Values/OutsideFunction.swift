/// A function whose body is not an expression, such as a decision service.
public struct OutsideFunction: Sendable {
  /// A parameter with its type.
  public struct Parameter: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The type of the arguments; the body converts them.
    public let type: Type

    /// Creates a parameter.
    public init(_ name: String, _ type: Type) {
      self.name = name
      self.type = type
    }
  }

  /// One call.
  public struct Call {
    /// The arguments, as many as there are parameters.
    public let arguments: [Value]
    /// How deep calls are nested; to be passed on to what the body evaluates.
    public let depth: Int
    /// Collects the errors that are met on the way.
    public let failures: FailureRecorder?
  }

  /// The parameters, in their order.
  public let parameters: [Parameter]
  /// The type of the value.
  public let result: Type
  /// How much a call adds to the depth, which is bounded.
  public let depth: Int
  /// Gives the value; it may not fail, and gives null with the reason instead.
  public let body: @Sendable (Call) -> Value

  /// Creates a function.
  public init(
    _ parameters: [Parameter], gives result: Type, depth: Int,
    body: @escaping @Sendable (Call) -> Value
  ) {
    self.parameters = parameters
    self.result = result
    self.depth = depth
    self.body = body
  }
}
