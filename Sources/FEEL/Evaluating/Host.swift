/// Where values outside an expression come from.
///
/// A missing value is `unknown` with its record and field; an optional one that is known to be
/// absent is `null`. No function may fail or wait.
public protocol Host: Sendable {
  /// The value of a member of a record; a list for a relation to many.
  func value(of member: Int, in record: RecordReference) -> Value
  /// A value that is the same for all records.
  func global(_ index: Int) -> Value
  /// A value that the host has computed before, for a node of kind `slot` of an expression about
  /// `record`.
  func slot(_ index: Int, of record: RecordReference?) -> Value
  /// The number of working days from one day to another.
  func workingDays(from: CalendarDate, to: CalendarDate) -> Value
  /// The present moment, nil where there is no clock; the same one during an evaluation.
  var now: DateTime? { get }
}

extension Host {
  /// No clock.
  public var now: DateTime? { nil }
}

/// A host without tables, for expressions that only use what they are given.
public struct EmptyHost: Host {
  /// The present moment, nil where there is no clock.
  public let now: DateTime?

  /// Creates the host; `now` and `today` need the present moment.
  public init(now: DateTime? = nil) { self.now = now }

  /// Always null.
  public func value(of member: Int, in record: RecordReference) -> Value { .null }
  /// Always null.
  public func global(_ index: Int) -> Value { .null }
  /// Always null.
  public func slot(_ index: Int, of record: RecordReference?) -> Value { .null }
  /// Always unknown, as there is no calendar.
  public func workingDays(from: CalendarDate, to: CalendarDate) -> Value {
    .unknown(Unknown("no calendar of working days is given"))
  }
}
