/// What a run is asked for beside the dataset and the pack.
public struct EvaluationOptions: Sendable {
  /// The reporting period: `2026-07`, `2026-Q3`, `2026-H2` or `2026`.
  public var period: String
  /// The day on which the results are drawn up, such as `2026-07-28`; facts known later are hidden.
  ///
  /// By default the last day of the period.
  public var asOf: String?
  /// Readings chosen for this run, by name; they go before the choices of the pack.
  public var readings: [String: String]
  /// Whether any problem in the records refuses the whole run.
  public var isStrict: Bool
  /// How many threads read, compute and write; results do not depend on it.
  public var threads: Int

  /// The folders of closed periods whose rows are added to the dataset, after their receipts were
  /// verified.
  public var history: [String] = []

  /// Whether every record is kept in memory, as explanations need; results do not depend on it.
  ///
  /// By default records are kept where the dataset is small, and otherwise those that can be folded
  /// into their owners are not.
  public var keepsRecords: Bool?
  /// How many bytes of records are kept in memory where formulas need all records of an owner together; a
  /// table with more of them is divided by owner on disk first, with the same results.
  ///
  /// In bytes of the files; 1 GiB by default.
  public var bytesOfRecords = 1 << 30
  /// How many bytes of a table a thread takes at a time, for tests: results do not depend on it.
  package var bytesOfBlock: Int?
  /// The largest dataset whose records are kept unasked, in bytes.
  static let smallDataset = 16 << 20

  /// Is told how far the evaluation is, many times a second, by several threads; it must not wait.
  public var onProgress: (@Sendable (EvaluationProgress) -> Void)?

  /// Creates options.
  public init(
    period: String, asOf: String? = nil, readings: [String: String] = [:], isStrict: Bool = false,
    threads: Int = 1
  ) {
    self.period = period
    self.asOf = asOf
    self.readings = readings
    self.isStrict = isStrict
    self.threads = threads
  }
}
