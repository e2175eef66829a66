package import FEEL

extension Scalar {
  /// The scalar as a value of the expression language.
  package var value: Value {
    switch self {
    case .null: .null
    case .boolean(let truth): .boolean(truth)
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    }
  }
}

extension Parameter {
  /// The value in force on a day; unknown where no date range covers it.
  package func value(on day: CalendarDate) -> Value {
    let inForce = values.last { dated in
      (dated.from.map { $0 <= day } ?? true) && (dated.to.map { day <= $0 } ?? true)
    }
    return inForce?.value.value
      ?? .unknown(Unknown("no value of '\(head.id)' is in force on \(day)"))
  }
}

extension Policy {
  /// The value that the agency set, or unknown.
  package var asValue: Value {
    value?.value ?? .unknown(Unknown(.init("the agency has not set '\(head.id)'", field: head.id)))
  }
}

extension Pack {
  /// Sets one policy value, as an agency's decision would.
  package mutating func set(_ policy: String, _ value: Scalar) {
    policies = policies.map { old in
      guard old.head.id == policy else { return old }
      return Policy(
        head: old.head, unit: old.unit, value: value, decision: old.decision ?? "given")
    }
  }
}
