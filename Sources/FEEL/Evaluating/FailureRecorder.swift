/// Where and why an evaluation met errors: each null that came from one, also if what surrounds it
/// went on with another value.
///
/// Give it to ``Program`` when it is evaluated, then read `failures`. A null
/// that only passes through, or that follows from another, is told once, where it arose.
public final class FailureRecorder {
  /// One error.
  public struct Failure: Hashable, Sendable {
    /// Why there is no value.
    public let reason: Wording
    /// Where, in the text `textID`.
    public let span: SourceSpan
    /// The text that `span` points into.
    public let textID: Int
  }

  /// The most failures that are kept.
  public static let limit = 100

  /// The failures, in the order in which they happened.
  public private(set) var failures: [Failure] = []
  /// Whether there were more than are kept.
  public private(set) var more = false

  /// Creates an empty recorder.
  public init() {}

  /// Takes a failure that another evaluation recorded, which was part of this one.
  public func record(_ failure: Failure) {
    guard failures.count < FailureRecorder.limit else {
      more = true
      return
    }
    failures.append(failure)
  }

  /// Takes the failure of a node, unless it follows from one that arose inside, which is after the
  /// first `count` failures.
  func record(_ reason: Wording, at node: Node, after count: Int) {
    guard failures.count == count, !node.readsSlot else { return }
    if node.passesValues, failures.contains(where: { $0.reason == reason }) { return }
    guard failures.count < FailureRecorder.limit else {
      more = true
      return
    }
    failures.append(Failure(reason: reason, span: node.span, textID: node.textID))
  }
}

extension Node {
  /// Whether the value was made by another expression or an earlier part of this one.
  fileprivate var readsSlot: Bool {
    switch kind {
    case .local, .global, .slot, .selfRecord: true
    default: false
    }
  }

  /// Whether the value may be one that was put into a list or context before.
  fileprivate var passesValues: Bool {
    switch kind {
    case .path, .entry, .element, .filter, .member, .invoke: true
    default: false
    }
  }
}
