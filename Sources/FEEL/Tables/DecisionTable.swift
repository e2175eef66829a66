/// A decision table as it is written: texts of inputs, tests and outputs, nothing resolved.
///
/// A row holds if all its tests are true of the inputs; the hit policy says what comes of the rows
/// that hold. The texts carry the numbers by which diagnostics and nodes refer to them.
///
/// Source: DMN 1.5, chapter 8.
public struct DecisionTable: Hashable, Sendable {
  /// What a row asks about.
  public struct Input: Hashable, Sendable {
    /// The expression of the value.
    public let expression: Text
    /// Tests of which one must be true of the value; nil if all values are allowed.
    public let allowed: Text?

    /// Creates an input.
    public init(_ expression: Text, allowed: Text? = nil) {
      self.expression = expression
      self.allowed = allowed
    }
  }

  /// What a row gives.
  public struct Output: Hashable, Sendable {
    /// The name in the result, which is a context where there are several outputs.
    public let name: String
    /// The allowed values as tests, the one of the highest priority first; nil if all are allowed.
    public let allowed: Text?
    /// The value where no row holds; nil for none.
    public let otherwise: Text?

    /// Creates an output.
    public init(_ name: String, allowed: Text? = nil, otherwise: Text? = nil) {
      self.name = name
      self.allowed = allowed
      self.otherwise = otherwise
    }
  }

  /// One row: a test for each input and an expression for each output.
  public struct Rule: Hashable, Sendable {
    /// The name of the row, nil for its number.
    public let id: String?
    /// The ground of the row, such as an article of a law.
    public let citation: String?
    /// The tests, in the order of the inputs; `-` holds of everything.
    public let tests: [Text]
    /// The expressions, in the order of the outputs.
    public let outputs: [Text]

    /// Creates a row.
    public init(_ tests: [Text], _ outputs: [Text], id: String? = nil, citation: String? = nil) {
      self.tests = tests
      self.outputs = outputs
      self.id = id
      self.citation = citation
    }
  }

  /// The number by which diagnostics and nodes refer to the table as a whole.
  public let id: Int
  /// What comes of several rows that hold.
  public let hitPolicy: HitPolicy
  /// What the rows ask about.
  public let inputs: [Input]
  /// What the rows give.
  public let outputs: [Output]
  /// The rows, in order.
  public let rules: [Rule]

  /// Creates a table; nothing is checked.
  public init(
    _ hitPolicy: HitPolicy, inputs: [Input], outputs: [Output], rules: [Rule], id: Int = 0
  ) {
    self.hitPolicy = hitPolicy
    self.inputs = inputs
    self.outputs = outputs
    self.rules = rules
    self.id = id
  }
}
