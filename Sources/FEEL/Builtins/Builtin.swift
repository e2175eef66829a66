/// The functions that the language brings along; the raw value is the name in expressions.
///
/// Source: DMN 1.5, 10.3.4; the last group is ours, and only for packs.
public enum Builtin: String, CaseIterable, Hashable, Sendable {
  // Numbers.
  case abs, ceiling, floor, decimal, modulo, sqrt, exp, log, odd, even, number
  case roundUp = "round up"
  case roundDown = "round down"
  case roundHalfUp = "round half up"
  case roundHalfDown = "round half down"

  // Texts.
  case string, substring, contains, matches, replace, split
  case stringLength = "string length"
  case upperCase = "upper case"
  case lowerCase = "lower case"
  case substringBefore = "substring before"
  case substringAfter = "substring after"
  case startsWith = "starts with"
  case endsWith = "ends with"
  case stringJoin = "string join"

  // Lists.
  case count, sum, mean, median, stddev, mode, product, min, max, all, any
  case sublist, append, concatenate, remove, reverse, union, flatten, sort
  case listContains = "list contains"
  case listReplace = "list replace"
  case insertBefore = "insert before"
  case indexOf = "index of"
  case distinctValues = "distinct values"

  // Dates and times.
  case date, time, duration, now, today
  case dateAndTime = "date and time"
  case yearsAndMonthsDuration = "years and months duration"
  case dayOfYear = "day of year"
  case dayOfWeek = "day of week"
  case monthOfYear = "month of year"
  case weekOfYear = "week of year"

  // Contexts.
  case context
  case getValue = "get value"
  case getEntries = "get entries"
  case contextPut = "context put"
  case contextMerge = "context merge"

  // Ranges.
  case range, before, after, meets, overlaps, finishes, includes, during, starts, coincides
  case metBy = "met by"
  case overlapsBefore = "overlaps before"
  case overlapsAfter = "overlaps after"
  case finishedBy = "finished by"
  case startedBy = "started by"

  // Any values.
  case `is`

  // Packs only.
  case known, unknown, reading
  case needsDecision = "needs decision"
  case workingDays = "working days"
}

extension Builtin {
  /// Whether the function exists only in the strict semantics.
  public var isExtension: Bool {
    switch self {
    case .known, .unknown, .reading, .needsDecision, .workingDays: true
    default: false
    }
  }

  /// Names with several words, for finding where a name ends in the standard semantics.
  static let spacedNames = Set(
    allCases.filter { !$0.isExtension && $0.rawValue.contains(" ") }.map(\.rawValue)
      .filter { !$0.contains(" and ") })

  /// Whether the function looks at unknown elements of its lists itself.
  var seesUnknownElements: Bool {
    switch self {
    case .count, .sum, .mean, .product, .min, .max, .all, .any, .append, .concatenate, .reverse,
      .listContains, .known:
      true
    default: false
    }
  }
}
