extension TraceNode {
  /// The evaluation that a missing value began with: the innermost null with a reason, or unknown,
  /// that the evaluations around it only handed on; this node itself if nothing inside is missing.
  ///
  /// Of several missing operands, the one that gave the value as it is, else the first, counts.
  ///
  /// - Complexity: O(children on the way).
  public var origin: TraceNode {
    var node = self
    while node.value.failure != nil, let next = node.cause { node = next }
    return node
  }

  private var cause: TraceNode? {
    children.last { $0.value.failure == value.failure }
      ?? children.first { $0.value.failure != nil }
  }
}

extension Value {
  /// Why the value is missing, if it is.
  fileprivate var failure: Value? {
    switch self {
    case .null(.some), .unknown: self
    default: nil
    }
  }
}
