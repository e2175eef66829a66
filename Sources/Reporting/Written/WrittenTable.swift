import Criteria
import FEEL
import Model
import Scoring
import Standing

/// A written table of the pack as it comes out of one run.
///
/// Rows are records in the table's order, the lines of a list, or groups. Cells of records are made
/// when they are asked for, so that a table of a million people is never held.
struct WrittenTable: Sendable {
  /// What a row is about.
  enum Row: Sendable {
    case record(Int)
    /// A line of the list.
    case line(Int)
    case group(WrittenGroup)
    /// The totals over all rows.
    case total
  }
  /// A heading: a column, or one of the periods that a column is spread over.
  struct Heading: Sendable {
    let column: Int
    let inner: Period?
  }
  /// A record of which it is not known whether it belongs here.
  struct Open: Sendable {
    let row: Int
    let why: Unknown
  }

  let report: ResolvedPack.Report
  let grading: Grading
  /// The world for formulas of some rows, on one thread.
  let host: FixedWorld
  var world: World { grading.world }
  var rule: ReportRule { report.rule }
  let headings: [Heading]
  /// The list whose lines are the rows.
  let list: ListResult?
  /// In order, without the total.
  private(set) var rows: [Row] = []
  private(set) var open: [Open] = []
  /// The values of the groups by heading; empty where rows are records or lines.
  private(set) var groups: [[Value?]] = []
  /// The values of the total by heading; nothing where the table has none.
  private(set) var total: [Value?]?
  /// Every check of the table with what was found.
  private(set) var findings: [Finding] = []
  /// What the groups are made of.
  let counted: CountedRecords?

  /// Finds the rows of a table.
  ///
  /// - Complexity: O(records × formulas of groups and counts), and O(n log n) for the order.
  init(_ report: ResolvedPack.Report, _ outcome: Outcome) {
    self.report = report
    grading = outcome.grading
    host = FixedWorld(outcome.grading.world)
    let period = outcome.grading.world.period
    headings = report.rule.columns.enumerated().flatMap { column, rule in
      rule.each.map { period.inside($0).map { Heading(column: column, inner: $0) } }
        ?? [Heading(column: column, inner: nil)]
    }
    list = report.rule.list.flatMap { name in
      outcome.lists.first { $0.list.rule.head.id == name }
    }
    counted = report.rule.isGrouped ? CountedRecords(report, headings, grading) : nil
    if let counted {
      rows = counted.groups.map { .group($0) }
    } else if report.rule.list != nil {
      rows = (list?.lines.indices).map { $0.map(Row.line) } ?? []
    } else {
      findRecords()
    }
    groups = groupValues
    total = rule.total == nil ? nil : values(.total)
    findings = checked
  }

  private mutating func findRecords() {
    let records = (0..<world.tables[report.table].count).filter {
      grading.mayBeRow($0, of: report)
    }
    var found: [Int: Value] = [:]
    for (row, holds) in zip(records, grading.truths(of: report.filter, report.table, records))
    where holds != .boolean(false) {
      found[row] = holds
    }
    for row in LineOrder(report.order, world).sorted(found.keys.sorted(), of: report.table) {
      switch found[row] {
      case .boolean(true): rows.append(.record(row))
      case .unknown(let why): open.append(Open(row: row, why: why))
      default: continue
      }
    }
  }
}

extension Grading {
  /// Whether a record may be a row of a written table, or count in one.
  func mayBeRow(_ row: Int, of report: ResolvedPack.Report) -> Bool {
    report.rule.isBeyondScope
      ? world.isUsed(report.table, row) : mayBeListed(report.table, row)
  }

  /// Whether a formula of a written table holds for records that may count: true, false or unknown.
  func truths(of program: Program?, _ table: Int, _ rows: [Int]) -> [Value] {
    let holds = program.map { column($0, table, rows) } ?? rows.map { _ in .boolean(true) }
    return zip(rows, holds).map { row, holds in
      guard let doubt = world.doubt(table, row) else { return holds.asTruth }
      return holds.asTruth.and(.unknown(doubt))
    }
  }

  /// The value of a formula of a written table on some records.
  func column(
    _ program: Program, _ table: Int, _ rows: [Int], inner: Period? = nil
  ) -> [Value] {
    world.column(
      program, of: table, rows, locals: locals(of: program, table, rows, inner: inner))
  }

  /// The columns of values that a formula reads under local names: those of
  /// ``ReportLocals/standing(_:)``, then what earlier columns say, then the inner period.
  func locals(
    of program: Program, _ table: Int, _ rows: [Int], earlier: [[Value]] = [], inner: Period?
  ) -> [(local: Int, values: [Value])] {
    let standing = ReportLocals.standing(table).count
    let last = inner?.locals ?? []
    return program.localsRead.compactMap { local in
      let place = local - standing - earlier.count
      if local < standing { return (local, rows.map { self.standing(local, table, $0) }) }
      if place < 0 { return (local, earlier[local - standing]) }
      return last.indices.contains(place)
        ? (local, Array(repeating: last[place], count: rows.count)) : nil
    }
  }

  /// One of the values of ``ReportLocals/standing(_:)``.
  private func standing(_ local: Int, _ table: Int, _ row: Int) -> Value {
    let note = notes[table][row]
    let text = local == 0 ? note.state : local == 1 ? note.entry : note.decision
    return text.map(Value.string) ?? .null
  }
}

extension Period {
  /// What a formula reads of the inner period that its column is about.
  var locals: [Value] {
    let months = kind == .month ? [self] : inside(.month)
    return [.string(id), .list(months.map { .string($0.id) })]
  }
}

extension Value {
  /// The value as an answer: what is neither true nor unknown is false.
  var asTruth: Value {
    switch self {
    case .boolean, .unknown: self
    case .perhaps(_, let why): .unknown(why)
    default: .boolean(false)
    }
  }

  /// Both answers together: false if one is false, else unknown if one is unknown.
  func and(_ other: Value) -> Value {
    switch (self, other) {
    case (.boolean(false), _), (_, .boolean(false)): .boolean(false)
    case (.unknown(let one), .unknown(let two)): .unknown(one.union(two))
    case (.unknown, _): self
    default: other
    }
  }
}
