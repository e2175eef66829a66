package import FEEL

/// The kinds of period in which results exist.
package enum PeriodKind: String, CaseIterable, Hashable, Sendable {
  case month
  case quarter
  case halfYear = "half-year"
  case year

  /// Whether a period of this kind can lie inside one of another.
  package func isShorter(than other: PeriodKind) -> Bool { rank < other.rank }

  private var rank: Int { PeriodKind.allCases.firstIndex(of: self) ?? 0 }
}

/// A stretch of days with a name: `2026-07`, `2026-Q3`, `2026-H2` or `2026`.
///
/// The first and last day come from the dataset's calendar where it has the period, because offices
/// close a month before the month ends; otherwise they are those of the civil calendar.
package struct Period: Hashable, Sendable {
  package let id: String
  package let kind: PeriodKind
  package let from: CalendarDate
  package let to: CalendarDate

  /// Creates a period with the days of an office's own calendar.
  package init(id: String, kind: PeriodKind, from: CalendarDate, to: CalendarDate) {
    self.id = id
    self.kind = kind
    self.from = from
    self.to = to
  }

  /// The civil period of that name, or `nil` when the text names none.
  package init?(_ id: String) {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.count == 4, parts.count <= 2,
      first.utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(first)
    else { return nil }
    let months: ClosedRange<Int>
    switch parts.count == 2 ? String(parts[1]) : "" {
    case "": (kind, months) = (.year, 1...12)
    case "H1": (kind, months) = (.halfYear, 1...6)
    case "H2": (kind, months) = (.halfYear, 7...12)
    case "Q1": (kind, months) = (.quarter, 1...3)
    case "Q2": (kind, months) = (.quarter, 4...6)
    case "Q3": (kind, months) = (.quarter, 7...9)
    case "Q4": (kind, months) = (.quarter, 10...12)
    case let text:
      guard text.utf8.count == 2, let month = Int(text), (1...12).contains(month) else {
        return nil
      }
      (kind, months) = (.month, month...month)
    }
    guard let from = CalendarDate(year: year, month: months.lowerBound, day: 1),
      let lastMonth = CalendarDate(year: year, month: months.upperBound, day: 1),
      let to = lastMonth.adding(months: 1)?.adding(days: -1)
    else { return nil }
    self.id = id
    self.from = from
    self.to = to
  }
}

extension Period {
  /// The civil periods of a shorter kind inside this one, in their order; none for a kind that is not
  /// shorter.
  ///
  /// They go by the names: the first month of `2026` is `2026-01`, whatever the days that an office
  /// gives to either.
  package func inside(_ kind: PeriodKind) -> [Period] {
    guard kind.isShorter(than: self.kind), let civil = Period(id) else { return [] }
    let year = String(id.prefix(4))
    let names: [String] =
      switch kind {
      case .month: (1...12).map { $0 < 10 ? "0\($0)" : "\($0)" }
      case .quarter: (1...4).map { "Q\($0)" }
      case .halfYear: ["H1", "H2"]
      case .year: []
      }
    return names.compactMap { Period("\(year)-\($0)") }
      .filter { civil.from <= $0.from && $0.to <= civil.to }
  }
}
