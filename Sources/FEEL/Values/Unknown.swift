/// Why a value is not known: the causes, and through them the records to chase.
///
/// Only the 16 smallest causes are kept, so that a sum over a million missing values stays small;
/// `more` tells that there were others. Which causes are kept depends on the set of causes alone,
/// never on the order in which they came together.
public struct Unknown: Hashable, Sendable {
  /// One reason for not knowing.
  public struct Cause: Hashable, Comparable, Sendable {
    /// The reason in words.
    public let reason: Wording
    /// Whether an authority has to decide, and data cannot.
    public let needsDecision: Bool
    /// The id of the record that lacks the value, if there is one.
    public let record: String?
    /// The field that lacks the value, if there is one.
    public let field: String?

    /// Creates a cause.
    public init(
      _ reason: Wording, record: String? = nil, field: String? = nil, needsDecision: Bool = false
    ) {
      self.reason = reason
      self.record = record
      self.field = field
      self.needsDecision = needsDecision
    }

    /// Decisions first, then by record, field and reason; an absent part comes first.
    public static func < (left: Cause, right: Cause) -> Bool {
      if left.needsDecision != right.needsDecision { return left.needsDecision }
      if left.record != right.record { return precedes(left.record, right.record) }
      if left.field != right.field { return precedes(left.field, right.field) }
      return left.reason.description < right.reason.description
    }

    private static func precedes(_ left: String?, _ right: String?) -> Bool {
      guard let right else { return false }
      guard let left else { return true }
      return left < right
    }
  }

  /// The most causes that are kept.
  public static let limit = 16

  /// The smallest causes, sorted, each once; never empty.
  public let causes: [Cause]
  /// Whether there are further causes.
  public let more: Bool

  /// Creates an unknown with one cause.
  public init(_ cause: Cause) {
    causes = [cause]
    more = false
  }

  /// Creates an unknown with a reason in words.
  public init(_ reason: Wording) { self.init(Cause(reason)) }

  /// Creates an unknown with several causes; nil if there is none.
  public init?(_ causes: [Cause]) {
    guard !causes.isEmpty else { return nil }
    self.init(sorted: Set(causes).sorted(), more: false)
  }

  private init(sorted: [Cause], more: Bool) {
    causes = Array(sorted.prefix(Unknown.limit))
    self.more = more || sorted.count > Unknown.limit
  }

  /// Whether an authority has to decide one of the causes.
  public var needsDecision: Bool { causes.contains(where: \.needsDecision) }

  /// The causes of both; associative, commutative and idempotent.
  ///
  /// - Complexity: O(1), as at most `limit` causes are kept.
  public func union(_ other: Unknown) -> Unknown {
    if self == other { return self }
    var merged: [Cause] = []
    merged.reserveCapacity(causes.count + other.causes.count)
    var (i, j) = (0, 0)
    while i < causes.count || j < other.causes.count {
      if j == other.causes.count || i < causes.count && causes[i] < other.causes[j] {
        merged.append(causes[i])
        i += 1
      } else {
        if i < causes.count, causes[i] == other.causes[j] { i += 1 }
        merged.append(other.causes[j])
        j += 1
      }
    }
    return Unknown(sorted: merged, more: more || other.more)
  }
}

extension Unknown: CustomStringConvertible {
  /// The causes in words, such as `unknown (no date: task 17, finished)`.
  public var inWords: Wording {
    let words = causes.map { cause -> Wording in
      let place = [cause.record, cause.field].compactMap(\.self).joined(separator: ", ")
      return place.isEmpty ? cause.reason : "\(cause.reason): \(place)"
    }
    let kind: Wording = needsDecision ? "needs decision" : "unknown"
    return "\(kind) (\(words.joined(separator: "; "))\(more ? "; and more" : ""))"
  }

  /// The causes in English.
  public var description: String { inWords.description }
}
