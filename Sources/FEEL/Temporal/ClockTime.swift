/// A time of day, exact to any fraction of a second, with or without a zone.
///
/// Equality is of the parts: `10:00:00Z` and `11:00:00+01:00` are different values, though
/// ``since(_:)`` finds no time between them.
///
/// Source: DMN 1.5, section 10.3.2.3.4.
public struct ClockTime: Hashable, Sendable {
  /// The seconds since midnight, from 0 to below 86,400.
  public let secondOfDay: Number
  /// The zone, if the time has one.
  public let zone: Zone?

  /// Creates a time, or nil if the parts are out of range; `second` is at least 0 and below 60.
  public init?(hour: Int, minute: Int, second: Number, zone: Zone? = nil) {
    guard 0...23 ~= hour, 0...59 ~= minute, second >= 0, second < 60 else { return nil }
    self.init(secondOfDay: Number(hour * 3600 + minute * 60) + second, zone: zone)
  }

  /// Creates a time from seconds since midnight, or nil outside a day or with an offset beyond
  /// ``Zone/offsets``.
  public init?(secondOfDay: Number, zone: Zone? = nil) {
    guard secondOfDay >= 0, secondOfDay < 86_400 else { return nil }
    if case .offset(let offset) = zone, !Zone.offsets.contains(offset) { return nil }
    self.secondOfDay = secondOfDay
    self.zone = zone
  }

  private var wholeSecond: Int { secondOfDay.floor.asInt ?? 0 }

  /// The hour, from 0 to 23.
  public var hour: Int { wholeSecond / 3600 }
  /// The minute, from 0 to 59.
  public var minute: Int { wholeSecond / 60 % 60 }
  /// The second with its fraction, from 0 to below 60.
  public var second: Number { secondOfDay - Number(wholeSecond / 60 * 60) }

  /// The time at the beginning of its second.
  var withoutFraction: ClockTime {
    secondOfDay.isInteger ? self : ClockTime(secondOfDay: secondOfDay.floor, zone: zone) ?? self
  }

  /// The time a duration later, past midnight into the next day, in the same zone.
  public func adding(_ duration: DaysDuration) -> ClockTime {
    let sum = secondOfDay + duration.seconds
    let days = sum.divided(by: 86_400)?.floor ?? 0
    return ClockTime(secondOfDay: sum - days * 86_400, zone: zone) ?? self
  }

  /// The duration from `other` to this time on one day; its sign orders the two.
  ///
  /// Nil if the times cannot be compared: only one has a zone, or a zone whose offset changes meets
  /// another zone (without a day its offset is not known).
  public func since(_ other: ClockTime) -> DaysDuration? {
    let difference = secondOfDay - other.secondOfDay
    if zone == other.zone { return DaysDuration(seconds: difference) }
    guard let mine = zone?.fixedOffset, let theirs = other.zone?.fixedOffset else { return nil }
    return DaysDuration(seconds: difference - Number(mine - theirs))
  }
}

extension ClockTime: CustomStringConvertible {
  /// The time as `09:30:00`, `09:30:00.5Z` or `09:30:00@Asia/Ho_Chi_Minh`.
  ///
  /// A fraction of a second whose digits never end is cut after nine.
  public var description: String {
    let text = second.decimalText ?? second.rounded(toPlaces: 9, .down).decimalText(places: 9)
    let seconds = second < 10 ? "0\(text)" : text
    return "\(twoDigits(hour)):\(twoDigits(minute)):\(seconds)\(zone?.description ?? "")"
  }

  /// Reads a time written as ``description`` writes it.
  ///
  /// `24:00:00` is midnight. Nil for any other text, and for a zone that is not in the table.
  ///
  /// Source: XML Schema 1.1 part 2, section 3.3.8; DMN 1.5, section 10.3.4.1 for `@` zones.
  public init?(_ text: some StringProtocol, zones: ZoneTable = .universal) {
    var scanner = TemporalScanner(text, zones: zones)
    guard let (time, _) = scanner.time(), scanner.isAtEnd else { return nil }
    self = time
  }
}

extension TemporalScanner {
  /// A time of day, and whether it was written as the 24th hour.
  mutating func time() -> (time: ClockTime, isEndOfDay: Bool)? {
    guard let hour = pair(), take(":"), let minute = pair(), take(":"), let second = second(),
      let zone = zone()
    else { return nil }
    let isEndOfDay = hour == 24 && minute == 0 && second.isZero
    return ClockTime(hour: isEndOfDay ? 0 : hour, minute: minute, second: second, zone: zone.zone)
      .map { ($0, isEndOfDay) }
  }

  private mutating func second() -> Number? {
    guard let whole = pair() else { return nil }
    guard take(".") else { return Number(whole) }
    let fraction = digits()
    guard !fraction.isEmpty else { return nil }
    return Number(decimal: [UInt8(ascii: ".")] + fraction).map { Number(whole) + $0 }
  }

  /// The zone, if one follows; nil if what follows is none.
  private mutating func zone() -> (zone: Zone?, Void)? {
    if isAtEnd { return (nil, ()) }
    if take("Z") { return (.utc, ()) }
    if take("@") {
      return zones[rest()].map { (.named($0), ()) }
    }
    let negative = take("-")
    guard negative || take("+"), let hours = pair(), take(":"), let minutes = pair(), minutes < 60
    else { return nil }
    var seconds = hours * 3600 + minutes * 60
    if take(":") {
      guard let rest = pair(), rest < 60 else { return nil }
      seconds += rest
    }
    return (.offset(negative ? -seconds : seconds), ())
  }
}
