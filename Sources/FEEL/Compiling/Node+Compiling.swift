extension Node {
  /// Whether there is something to compute that compiled code may know.
  var isOperation: Bool {
    switch kind {
    case .arithmetic, .negate, .comparison, .between, .and, .or, .not, .conditional: true
    case .call(let builtin, let arguments):
      switch builtin {
      case .min, .max, .sum, .mean: arguments.count > 1
      default: false
      }
    case .reading(_, _, let body), .bind(_, _, _, let body): body.isOperation
    default: false
    }
  }

  /// Whether this is a number if it is a value of any type.
  var isArithmetic: Bool {
    switch kind {
    case .arithmetic, .negate: true
    case .reading(_, _, let body): body.isArithmetic
    default: false
    }
  }

  /// Whether the host or a record says the value, so that it costs little to ask twice.
  var isLeaf: Bool {
    switch kind {
    case .global, .slot: true
    case .member(let base, _), .path(let base, _): base.isSource
    default: false
    }
  }

  private var isSource: Bool {
    switch kind {
    case .local, .selfRecord: true
    default: isLeaf
    }
  }

  /// Whether values of the type are compared by their names.
  var isNamed: Bool {
    switch type {
    case .string, .symbol: true
    default: false
    }
  }
}
