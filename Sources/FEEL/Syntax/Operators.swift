/// The operators that compute a new value out of two.
public enum ArithmeticOperator: String, Hashable, Sendable, CaseIterable {
  /// Sum, joined text, or a date moved by a duration.
  case add = "+"
  /// Difference.
  case subtract = "-"
  /// Product.
  case multiply = "*"
  /// Quotient.
  case divide = "/"
  /// Power.
  case power = "**"
}

/// The operators that compare two values.
public enum ComparisonOperator: String, Hashable, Sendable, CaseIterable {
  /// Same value.
  case equal = "="
  /// Different value.
  case notEqual = "!="
  /// Before.
  case less = "<"
  /// Before or same.
  case lessOrEqual = "<="
  /// After.
  case greater = ">"
  /// After or same.
  case greaterOrEqual = ">="
}

/// The two ways to ask a condition of all elements of a list.
public enum Quantifier: String, Hashable, Sendable {
  /// At least one element satisfies the condition.
  case some
  /// No element fails the condition.
  case every
}
