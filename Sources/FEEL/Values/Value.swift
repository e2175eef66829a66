/// Everything that an expression can give.
///
/// Equality here is that of the representation; what `=` means in an expression is
/// ``Semantics/compare(_:_:_:)``.
public enum Value: Hashable, Sendable {
  /// Nothing, with the error that led to it, if one did.
  case null(reason: Wording?)
  /// There is a value, but it is not known which.
  case unknown(Unknown)
  /// An element of a list of which it is not known whether it belongs to the list.
  ///
  /// Stands only directly inside a list, and never holds another `perhaps`. What it holds may be
  /// unknown itself; then the causes of the doubt include those of the value. A filter with an
  /// unknown condition makes it.
  indirect case perhaps(Value, Unknown)
  /// True or false.
  case boolean(Bool)
  /// An exact number.
  case number(Number)
  /// A text.
  case string(String)
  /// A day.
  case date(CalendarDate)
  /// A time of day.
  indirect case time(ClockTime)
  /// A day and a time.
  indirect case dateTime(DateTime)
  /// A duration in days, hours, minutes and seconds.
  case daysDuration(DaysDuration)
  /// A duration in years and months.
  case monthsDuration(MonthsDuration)
  /// Values in an order.
  case list([Value])
  /// Values with names.
  case context(Context)
  /// All values between two ends.
  indirect case range(ValueRange)
  /// Something that can be called.
  case function(FunctionValue)
  /// A row of a table of the host.
  case record(RecordReference)
  /// An ordered symbol, such as a level.
  case symbol(Symbol)

  /// Nothing, and for no particular reason.
  public static let null = Value.null(reason: nil)
}

/// A row of a table of the host.
public struct RecordReference: Hashable, Sendable {
  /// The index of the record type in the schema.
  public let type: Int32
  /// The row in the host's table.
  public let row: Int32

  /// Creates a reference.
  public init(type: Int32, row: Int32) {
    self.type = type
    self.row = row
  }
}

/// An ordered symbol: one of the names of a scale.
public struct Symbol: Hashable, Sendable {
  /// The index of the scale in the schema.
  public let scale: Int32
  /// The place in the scale, from 0 for the lowest.
  public let rank: Int32
  /// The name.
  public let name: String

  /// Creates a symbol.
  public init(scale: Int32, rank: Int32, name: String) {
    self.scale = scale
    self.rank = rank
    self.name = name
  }
}

/// All values between two ends; a missing end is open to infinity.
public struct ValueRange: Hashable, Sendable {
  /// The lower end, nil for none.
  public let lower: Value?
  /// Whether the lower end belongs to the range.
  public let lowerClosed: Bool
  /// The upper end, nil for none.
  public let upper: Value?
  /// Whether the upper end belongs to the range.
  public let upperClosed: Bool

  /// Creates a range; nothing is checked.
  public init(
    _ lower: Value?, closed lowerClosed: Bool, _ upper: Value?, closed upperClosed: Bool
  ) {
    self.lower = lower
    self.lowerClosed = lowerClosed
    self.upper = upper
    self.upperClosed = upperClosed
  }
}

/// Values with names, in the order in which they were given.
public struct Context: Hashable, Sendable {
  /// The names, each once.
  public private(set) var names: [String] = []
  /// The values, in the order of the names.
  public private(set) var values: [Value] = []

  /// Creates an empty context.
  public init() {}

  /// Creates a context; of entries with one name the last wins, in the place of the first.
  ///
  /// - Complexity: O(number of entries).
  public init(_ entries: [(name: String, value: Value)]) {
    guard entries.count > 16 else {
      for entry in entries { self[entry.name] = entry.value }
      return
    }
    var places: [String: Int] = [:]
    for entry in entries {
      if let place = places[entry.name] {
        values[place] = entry.value
      } else {
        places[entry.name] = names.count
        names.append(entry.name)
        values.append(entry.value)
      }
    }
  }

  /// The value of a name, nil if there is no such entry; setting nil changes nothing.
  ///
  /// - Complexity: O(number of entries).
  public subscript(name: String) -> Value? {
    get { names.firstIndex(of: name).map { values[$0] } }
    set {
      guard let newValue else { return }
      if let index = names.firstIndex(of: name) {
        values[index] = newValue
      } else {
        names.append(name)
        values.append(newValue)
      }
    }
  }
}
