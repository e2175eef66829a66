extension Semantics {
  /// A value as one of a type: as it is if it conforms, converted if the standard converts it by
  /// itself, else null with the reason.
  ///
  /// Converted are one value to the list of it, a list of one element to that element, and a date to
  /// its midnight in universal time. Only the standard semantics converts; the strict one has
  /// checked the types before.
  ///
  /// Source: DMN 1.5, 10.3.2.9.4.
  public func converted(_ value: Value, to type: Type) -> Value {
    if self == .strict || type == .any || Semantics.conforms(value, to: type) { return value }
    switch (value, type) {
    case (.list(let items), _) where items.count == 1 && !type.isList:
      if Semantics.conforms(items[0], to: type) { return items[0] }
    case (.date(let day), .dateTime):
      if let moment = DateTime(midnightUTC: day) { return .dateTime(moment) }
    case (_, .list(let element)):
      if Semantics.conforms(value, to: element) { return .list([value]) }
    default: break
    }
    return failure("\(value.kindInWords) is not \(type.inWords)")
  }

  /// Whether a value can stand where a type is asked for; null can everywhere.
  ///
  /// Source: DMN 1.5, 10.3.2.9.2.
  static func conforms(_ value: Value, to type: Type) -> Bool {
    value.isNull || belongs(value, to: type)
  }
}
