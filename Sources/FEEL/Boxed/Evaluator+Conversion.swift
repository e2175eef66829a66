extension Evaluator {
  /// A value as one of a type; null with the reason if it is none, or if the test is not true of it.
  mutating func converted(_ operand: Node, _ type: Type, _ slot: Int, _ test: Node?) -> Value {
    let given = value(operand)
    let result = semantics.converted(given, to: type)
    guard let test, !result.isNull else { return result }
    frame[slot] = result
    if case .yes = semantics.truth(value(test)) { return result }
    return semantics.failure("\(result) is not among the allowed values")
  }
}
