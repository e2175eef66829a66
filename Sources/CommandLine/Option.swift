/// One option of a command: what is typed, what it does, and how often it may come.
struct Option: Sendable {
  /// The name after `--`.
  let name: String
  /// What stands for its value in help; `nil` for an option without one.
  let value: String?
  /// What it does, in one line.
  let help: String
  var isRequired = false
  var isRepeatable = false

  static let help = Option(name: "help", value: nil, help: "Show this help.")
  static let language = Option(
    name: "lang", value: "vi|en", help: "The language of what is printed; vi unless told.")
  static let criteria = Option(
    name: "criteria", value: "FOLDER",
    help: "A folder with criteria packs, looked into first; also MERIT_CRITERIA.",
    isRepeatable: true)
  static let threads = Option(
    name: "threads", value: "N", help: "How many threads work; results do not depend on it.")
  static let memory = Option(
    name: "memory", value: "MIB",
    help: "Divide larger tables on disk where formulas need a person's records together; 1024.")
  static let pack = Option(
    name: "pack", value: "PACK", help: "The criteria: a name that 'merit packs' lists, or a path.",
    isRequired: true)
  static let period = Option(
    name: "period", value: "PERIOD",
    help: "The period: 2026-07, 2026-Q3, 2026-H2 or 2026.", isRequired: true)
  static let out = Option(
    name: "out", value: "OUT", help: "The folder for the results; it appears whole or not at all.",
    isRequired: true)
  static let reading = Option(
    name: "reading", value: "NAME=OPTION",
    help: "Choose how an open question of the law is read, for this run.", isRepeatable: true)
  static let history = Option(
    name: "history", value: "OUT",
    help: "A closed period whose rows are added to the dataset; its receipt is verified.",
    isRepeatable: true)
  static let reopen = Option(
    name: "reopen", value: "OUT",
    help: "The closed period that this run corrects; it stays as it is.")
  static let because = Option(
    name: "because", value: "TEXT", help: "Why the closed period is scored again.")
  static let by = Option(
    name: "by", value: "TEXT", help: "Who closes the period, with the document.",
    isRequired: true)
  static let on = Option(
    name: "on", value: "DATE", help: "The day on which it is closed.", isRequired: true)
  static let previous = Option(
    name: "previous", value: "OUT", help: "The folder of the period closed before.")
  static let despiteFindings = Option(
    name: "despite-findings", value: nil,
    help: "Close although something is still open; that alone stays open.")
  static let asOf = Option(
    name: "as-of", value: "DATE",
    help: "Hide facts known later; the last day of the period unless told.")
  static let strict = Option(
    name: "strict", value: nil, help: "Score nothing where any record is wrong.")
  static let withoutExplanations = Option(
    name: "without-explanations", value: nil,
    help: "Write no explanations, which take most of a small run's time; all else is the same.")
  static let replace = Option(
    name: "replace", value: nil, help: "Replace OUT if it is there.")
  static let plan = Option(
    name: "plan", value: nil,
    help: "Tell how formulas on large tables are computed, and which tables are kept.")
  static let quiet = Option(
    name: "quiet", value: nil, help: "Print no summary, and no progress at a terminal.")
  static let json = Option(name: "json", value: nil, help: "Print JSON in place of text.")

  /// The option as it is typed, such as `--pack PACK`.
  var form: String { "--\(name)" + (value.map { " \($0)" } ?? "") }
  static let inPeriod = Option(
    name: "for", value: "PERIOD",
    help: "Tell which packs apply in a period such as 2026-07, and why the others do not.")
  static let ofKind = Option(
    name: "kind", value: "KIND",
    help: "With --for: to people of this kind, such as \"civil servant\" (as in the dataset).")
  static let person = Option(name: "person", value: "ID", help: "The person to explain.")
  static let unit = Option(name: "unit", value: "ID", help: "The unit to explain.")
  static let from = Option(
    name: "from", value: "OUT", help: "A finished run to explain, in place of DATASET.")

  static let context = Option(
    name: "context", value: "FILE", help: "Names for the expression: JSON, or FEEL in *.feel.")
  static let exact = Option(
    name: "strict", value: nil,
    help: "The semantics of criteria packs: exact fractions, unknown in place of null.")
  static let tests = Option(
    name: "tests", value: "TESTS",
    help: "Whether a value passes unary tests, such as '< 5, [10..20]'.")
  static let value = Option(
    name: "value", value: "EXPRESSION", help: "The value that --tests are about.")
  static let noHistory = Option(
    name: "no-history", value: nil, help: "Neither read nor keep the lines of earlier sessions.")

  static let input = Option(
    name: "input", value: "FILE", help: "The inputs: one JSON object; - is standard input.")
  static let decision = Option(
    name: "decision", value: "NAME",
    help: "A decision or decision service to give; all decisions unless told.", isRepeatable: true)

  static let table = Option(
    name: "table", value: "TABLE",
    help:
      "For 'import': the table of the pack whose values the decisions become; people unless told.")

  /// The same option where a command takes it more than once.
  var repeated: Option {
    var option = self
    option.isRepeatable = true
    return option
  }

  /// The same option where a command can do without it.
  var optional: Option {
    var option = self
    option.isRequired = false
    return option
  }
}
