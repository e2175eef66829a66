/// A node with the value that it had, and with everything that the value was computed from.
///
/// `children` are in the order of evaluation; a loop's body appears once per iteration. Parts that
/// were not evaluated, such as the branch of an `if` that was not taken, do not appear.
public struct TraceNode: Sendable {
  /// The node.
  public let node: Node
  /// Its value.
  public let value: Value
  /// The evaluations inside it.
  public let children: [TraceNode]
}

/// Collects the trace of one evaluation.
///
/// Give it to ``Program`` when it is evaluated, then read `root`.
public final class TraceRecorder {
  private var open: [[TraceNode]] = [[]]
  private var room: Int

  /// Creates an empty recorder.
  ///
  /// - Parameter limit: The most evaluations that are kept; of those that end later only the
  ///   outermost stays.
  public init(limit: Int = .max) { room = limit }

  /// The outermost node, once evaluation has ended.
  public var root: TraceNode? { open.first?.last }

  func begin() { open.append([]) }

  func end(_ node: Node, _ value: Value) {
    let children = open.popLast() ?? []
    if open.isEmpty { open.append([]) }
    room -= 1
    guard room >= 0 || open.count == 1 else { return }
    open[open.count - 1].append(TraceNode(node: node, value: value, children: children))
  }
}
