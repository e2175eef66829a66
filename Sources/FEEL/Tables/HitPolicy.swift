/// What a decision table gives where several of its rows hold.
///
/// Source: DMN 1.5, 8.2.8 and 8.2.10.
public enum HitPolicy: Hashable, Sendable {
  /// At most one row may hold.
  case unique
  /// Several rows may hold if their outputs are the same.
  case any
  /// The row whose output stands first among the allowed outputs.
  case priority
  /// The first row that holds.
  case first
  /// A list of the outputs, in the order of the rows.
  case ruleOrder
  /// A list of the outputs, in the order of the allowed outputs.
  case outputOrder
  /// A list of the outputs, or what the aggregator makes of it.
  case collect(Aggregator?)

  /// How a list of outputs becomes one value.
  public enum Aggregator: String, CaseIterable, Hashable, Sendable {
    /// Their sum.
    case sum = "SUM"
    /// The smallest.
    case min = "MIN"
    /// The largest.
    case max = "MAX"
    /// How many there are.
    case count = "COUNT"
  }

  /// The policy with a name of the standard, such as `RULE ORDER`; nil if there is none.
  ///
  /// - Parameters:
  ///   - name: The name in capital letters.
  ///   - aggregator: The name of the aggregator, only beside `COLLECT`.
  public init?(_ name: String, aggregator: String? = nil) {
    if name == "COLLECT", let aggregator {
      guard let found = Aggregator(rawValue: aggregator) else { return nil }
      self = .collect(found)
      return
    }
    guard aggregator == nil, let found = HitPolicy.plain.first(where: { $0.name == name }) else {
      return nil
    }
    self = found
  }

  /// The policies that need no further word.
  public static let plain: [HitPolicy] = [
    .unique, .any, .priority, .first, .ruleOrder, .outputOrder, .collect(nil),
  ]

  /// The name in the standard, without the aggregator.
  public var name: String {
    switch self {
    case .unique: "UNIQUE"
    case .any: "ANY"
    case .priority: "PRIORITY"
    case .first: "FIRST"
    case .ruleOrder: "RULE ORDER"
    case .outputOrder: "OUTPUT ORDER"
    case .collect: "COLLECT"
    }
  }

  /// Whether the outputs of one row are the result.
  public var isSingle: Bool {
    switch self {
    case .unique, .any, .priority, .first: true
    case .ruleOrder, .outputOrder, .collect: false
    }
  }

  /// Whether the order of the allowed outputs decides.
  var isByOutput: Bool { self == .priority || self == .outputOrder }
}
