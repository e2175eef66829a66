/// What a built-in function takes and gives, in one of its forms.
struct Signature: Sendable {
  struct Parameter: Sendable {
    let name: String
    let kind: Kind
    let isOptional: Bool
  }

  /// What kind of value is meant.
  enum Kind: String, Sendable {
    case any, number, string, boolean, list, numbers, strings, booleans, function, context, range
    case date, time, dateTime, duration, point
    /// A number or a duration; a date with or without a time; what a date or a time can be made of.
    case amount, day, moment
    /// A text or null.
    case separator
  }

  let parameters: [Parameter]
  /// Whether the last parameter takes any number of arguments.
  let isVariadic: Bool
  let result: Result

  /// What the function gives, where it depends on the arguments.
  enum Result: String, Sendable {
    case any, number, string, boolean, strings, numbers, list, context, range
    case date, time, dateTime, duration, monthsDuration
    /// As the first argument.
    case first
    /// As the elements of the lists, or as the arguments.
    case element
    /// As the first argument, or all arguments, joined to one list.
    case lists
  }

  /// The number of arguments by position that fit.
  func accepts(_ count: Int) -> Bool {
    let required = parameters.prefix { !$0.isOptional }.count
    return count >= required && (isVariadic || count <= parameters.count)
  }

  /// Reads the notation of ``Builtin/notation``, such as `(n: number, scale?: number) -> first`.
  init?(_ notation: Substring) {
    let halves = notation.split(separator: ")")
    guard halves.count == 2, let result = Result(rawValue: String(halves[1].dropFirst(4))) else {
      return nil
    }
    var parameters: [Parameter] = []
    for part in halves[0].dropFirst().split(separator: ",") {
      let pieces = part.split(separator: ":")
      guard pieces.count == 2, let kind = Kind(rawValue: String(pieces[1].dropFirst())) else {
        return nil
      }
      let name = pieces[0].drop { $0 == " " }.filter { $0 != "?" && $0 != "…" }
      parameters.append(
        Parameter(name: String(name), kind: kind, isOptional: pieces[0].last == "?"))
    }
    self.parameters = parameters
    isVariadic = notation.contains("…")
    self.result = result
  }
}

extension Builtin {
  /// The forms of the function, the one with most parameters last.
  var signatures: [Signature] { Builtin.table[self] ?? [] }

  private static let table: [Builtin: [Signature]] = Dictionary(
    uniqueKeysWithValues: allCases.map { builtin in
      (builtin, builtin.notation.split(separator: "|").compactMap(Signature.init))
    })

  /// The forms in a notation of their own; `?` marks what may be left out, `…` what may be repeated.
  var notation: String {
    switch self {
    case .abs: "(n: amount) -> first"
    case .ceiling, .floor: "(n: number, scale?: number) -> first"
    case .decimal, .roundUp, .roundDown, .roundHalfUp, .roundHalfDown:
      "(n: number, scale: number) -> first"
    case .modulo: "(dividend: number, divisor: number) -> first"
    case .sqrt, .exp, .log: "(number: number) -> number"
    case .odd, .even: "(number: number) -> boolean"
    case .number:
      "(from: string) -> number|(from: string, grouping separator: separator, decimal separator: separator) -> number"
    case .string: "(from: any) -> string"
    case .substring:
      "(string: string, start position: number, length?: number) -> string"
    case .stringLength: "(string: string) -> number"
    case .upperCase, .lowerCase: "(string: string) -> string"
    case .substringBefore, .substringAfter: "(string: string, match: string) -> string"
    case .contains, .startsWith, .endsWith: "(string: string, match: string) -> boolean"
    case .matches: "(input: string, pattern: string, flags?: string) -> boolean"
    case .replace:
      "(input: string, pattern: string, replacement: string, flags?: string) -> string"
    case .split: "(string: string, delimiter: string) -> strings"
    case .stringJoin: "(list: strings, delimiter?: string) -> string"
    default: listNotation
    }
  }

  private var listNotation: String {
    switch self {
    case .count: "(list: list) -> number"
    case .sum, .mean, .median, .product: "(list: list) -> element|(n…: any) -> element"
    case .min, .max: "(list: list) -> element|(c…: any) -> element"
    case .stddev: "(list: numbers) -> number|(n…: number) -> number"
    case .mode: "(list: list) -> lists|(n…: any) -> list"
    case .all, .any: "(list: booleans) -> boolean|(b…: boolean) -> boolean"
    case .listContains: "(list: list, element: any) -> boolean"
    case .sublist: "(list: list, start position: number, length?: number) -> first"
    case .append: "(list: list, item…: any) -> list"
    case .concatenate, .union: "(list…: list) -> lists"
    case .remove: "(list: list, position: number) -> first"
    case .reverse, .distinctValues: "(list: list) -> first"
    case .insertBefore: "(list: list, position: number, newItem: any) -> list"
    case .listReplace:
      "(list: list, position: number, newItem: any) -> list|(list: list, match: function, newItem: any) -> list"
    case .indexOf: "(list: list, match: any) -> numbers"
    case .flatten: "(list: list) -> list"
    case .sort: "(list: list, precedes?: function) -> first"
    default: temporalNotation
    }
  }

  private var temporalNotation: String {
    switch self {
    case .date: "(from: moment) -> date|(year: number, month: number, day: number) -> date"
    case .time:
      "(from: moment) -> time|(hour: number, minute: number, second: number, offset?: duration) -> time"
    case .dateAndTime: "(from: moment) -> dateTime|(date: day, time: time) -> dateTime"
    case .duration: "(from: string) -> any"
    case .yearsAndMonthsDuration: "(from: day, to: day) -> monthsDuration"
    case .dayOfYear, .weekOfYear: "(date: day) -> number"
    case .dayOfWeek, .monthOfYear: "(date: day) -> string"
    case .now: "() -> dateTime"
    case .today: "() -> date"
    default: otherNotation
    }
  }

  private var otherNotation: String {
    switch self {
    case .context: "(entries: list) -> context"
    case .getValue: "(m: context, key: string) -> any"
    case .getEntries: "(m: context) -> list"
    case .contextPut:
      "(context: context, key: string, value: any) -> context|(context: context, keys: list, value: any) -> context"
    case .contextMerge: "(contexts: list) -> context"
    case .is: "(value1: any, value2: any) -> boolean"
    case .known: "(value: any) -> boolean"
    case .unknown, .needsDecision: "(reason: string) -> any"
    case .reading: "(name: string) -> any"
    case .workingDays: "(from: date, to: date) -> number"
    default: rangeNotation
    }
  }

  /// Source: DMN 1.5, table 78.
  private var rangeNotation: String {
    let ranges = "(range1: range, range2: range) -> boolean"
    let point = "(point: point, range: range) -> boolean"
    let holder = "(range: range, point: point) -> boolean"
    return switch self {
    case .range: "(from: string) -> range"
    case .before, .after:
      "(point1: point, point2: point) -> boolean|\(point)|\(holder)|\(ranges)"
    case .coincides: "(point1: point, point2: point) -> boolean|\(ranges)"
    case .meets, .metBy, .overlaps, .overlapsBefore, .overlapsAfter: ranges
    case .finishes, .during, .starts: "\(point)|\(ranges)"
    case .finishedBy, .startedBy, .includes: "\(holder)|\(ranges)"
    default: ""
    }
  }
}
