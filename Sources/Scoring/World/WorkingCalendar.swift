import Criteria
package import FEEL

/// Which days are working days: Monday to Friday, with the exceptions that the dataset gives.
///
/// The exceptions are the rows of the table `calendar`: public holidays and exchanged days off, and
/// weekends that are worked instead, each with the document that says so.
package struct WorkingCalendar: Sendable {
  /// Days from Monday to Friday that are not worked.
  package private(set) var daysOff: Set<CalendarDate> = []
  /// Saturdays and Sundays that are worked.
  package private(set) var workedWeekends: Set<CalendarDate> = []
  /// Days of which the dataset does not say clearly whether they are worked.
  private var doubtful: [CalendarDate: Unknown] = [:]

  package init() {}

  /// Reads the exceptions from the joined table `calendar`; exceptions that change nothing, such as
  /// a holiday on a Sunday, are left out.
  init(_ table: HeldTable, _ layout: LayoutTable) {
    guard table.count > 0, let date = layout.field("date"), let working = layout.field("working")
    else { return }
    for row in 0..<table.count {
      guard case .date(let day) = table.columns[date][row] else { continue }
      switch (table.columns[working][row], table.states[row]) {
      case (.boolean(let works), .used): add(day, works: works)
      case (.unknown(let why), _): doubtful[day] = why
      default:
        let record = "\(layout.name)/\(table.names[row])"
        doubtful[day] = Unknown(
          .init("contradicts another record of the same key", record: record))
      }
    }
  }

  private mutating func add(_ day: CalendarDate, works: Bool) {
    let isWeekend = day.weekday > 5
    if works, isWeekend { workedWeekends.insert(day) }
    if !works, !isWeekend { daysOff.insert(day) }
  }

  package func isWorking(_ day: CalendarDate) -> Bool {
    workedWeekends.contains(day) || day.weekday <= 5 && !daysOff.contains(day)
  }

  /// The working days after `from` up to and with `to`; negative the other way round, and unknown
  /// where the calendar contradicts itself about a day between them.
  ///
  /// - Complexity: O(exceptions of the calendar).
  package func workingDays(from: CalendarDate, to: CalendarDate) -> Value {
    let (first, last) = from <= to ? (from, to) : (to, from)
    let doubts = doubtful.keys.sorted().filter { first < $0 && $0 <= last }
    if let day = doubts.first, let why = doubtful[day] {
      return .unknown(doubts.dropFirst().reduce(why) { $0.union(doubtful[$1] ?? $0) })
    }
    let weekdays = WorkingCalendar.weekdays(upTo: last) - WorkingCalendar.weekdays(upTo: first)
    let off = daysOff.count { first < $0 && $0 <= last }
    let worked = workedWeekends.count { first < $0 && $0 <= last }
    let days = weekdays - off + worked
    return .number(Number(from <= to ? days : -days))
  }

  /// The days from Monday to Friday since Monday, 5 January 1970, up to and with `day`.
  private static func weekdays(upTo day: CalendarDate) -> Int {
    let days = day.dayNumber - 4 + 1
    let weeks = days >= 0 ? days / 7 : (days - 6) / 7
    return weeks * 5 + min(5, days - weeks * 7)
  }
}
