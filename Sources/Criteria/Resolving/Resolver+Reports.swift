package import FEEL
import JSON

extension Resolver {
  mutating func report(
    _ rule: ReportRule, _ layout: Layout
  ) -> ResolvedPack.Report? {
    guard let table = table(rule.head, rule.of, layout) else { return nil }
    checkRows(rule, table, layout)
    let standing = ReportLocals.standing(table)
    let within = rule.within.map { members(rule.head, $0, table, layout) }
    let columns =
      rule.isGrouped
      ? groupColumns(rule, table, within) : recordColumns(rule, table)
    for (column, program) in zip(rule.columns, columns) { check(column, program, rule, table) }
    for check in rule.checks { self.check(check, rule) }
    return .init(
      table: table, rule: rule,
      filter: rule.filter.flatMap {
        program($0, on: table, locals: standing, expecting: .boolean)
      },
      order: rule.order.compactMap {
        order($0, on: rule.isGrouped ? shareTable(within, table) : table)
      },
      rows: rule.rows.compactMap {
        program($0.filter, on: table, locals: standing, expecting: .boolean)
      },
      within: within, columns: columns)
  }

  /// Columns of records: formulas on the record, over what the earlier columns say.
  private mutating func recordColumns(
    _ rule: ReportRule, _ table: Int
  ) -> [Program?] {
    var locals = ReportLocals.standing(table)
    return rule.columns.map { column in
      let program = column.formula.flatMap {
        self.program($0, on: table, locals: locals + ReportLocals.inner(column))
      }
      locals.append((column.head.id, ReportLocals.type(of: program, column)))
      return program
    }
  }

  /// Columns of groups: formulas on each record for counts and sums, else over the earlier columns.
  private mutating func groupColumns(
    _ rule: ReportRule, _ table: Int, _ within: [[Int]]
  ) -> [Program?] {
    let (standing, key) = (ReportLocals.standing(table), shareTable(within, table))
    var locals = rule.quota == nil ? [] : ReportLocals.seats
    return rule.columns.map { column in
      let inner = ReportLocals.inner(column)
      let program: Program? =
        switch column.source {
        case .formula(let text): self.program(text, on: key, locals: locals + inner)
        case .count(let text):
          self.program(text, on: table, locals: standing + inner, expecting: .boolean)
        case .sum(let text), .mean(let text):
          self.program(text, on: table, locals: standing + inner, expecting: .number)
        case .aspect, .byHand: nil
        }
      locals.append((column.head.id, ReportLocals.type(of: program, column)))
      return program
    }
  }

  /// Where the rows come from must be there, and one thing only.
  private mutating func checkRows(_ rule: ReportRule, _ table: Int, _ layout: Layout) {
    if !rule.rows.isEmpty, !rule.within.isEmpty {
      tell("'\(rule.head.id)' has both 'rows' and 'within'", rule, remedy: "remove one of them")
    }
    if let name = rule.list {
      let known = pack.lists.filter { $0.of == rule.of }.map(\.head.id)
      if !known.contains(name) || rule.isGrouped {
        tell(
          "there is no list '\(name)' of '\(rule.of)' whose lines could be rows", rule,
          remedy: nearestName(to: name, among: known).map { "write '\($0)'" })
      }
    } else if rule.columns.isEmpty {
      tell("'\(rule.head.id)' has no columns", rule)
    }
    if let name = rule.quota {
      let known = pack.quotas.filter { $0.of == rule.of }
      let quota = known.first { $0.head.id == name }
      if quota == nil || rule.within.contains(where: { !(quota?.within.contains($0) ?? false) }) {
        tell(
          "there is no quota '\(name)' of '\(rule.of)' within these groups", rule,
          remedy: nearestName(to: name, among: known.map(\.head.id)).map { "write '\($0)'" })
      }
    }
  }

  /// A column must fit the rows, and have words for its heading.
  private mutating func check(
    _ column: ReportColumn, _ program: Program?, _ rule: ReportRule, _ table: Int
  ) {
    let isHeaded = column.head.label != nil || column.each != nil
    if !isHeaded, program?.root.ownMember == nil {
      tell("the column '\(column.head.id)' has no heading", column, remedy: "add \"label\"")
    }
    if StrictName(column.head.id) == nil {
      tell("'\(column.head.id)' cannot stand in a formula", column)
    }
    let isOfResults = table <= EngineTable.units.rawValue && !rule.isGrouped
    let fits =
      switch column.source {
      case .formula, .byHand, .aspect(.number): true
      case .count, .sum, .mean, .aspect(.group): rule.isGrouped
      case .aspect(.readings): isOfResults || rule.quota != nil
      case .aspect: isOfResults
      }
    if !fits || column.addsUp && (rule.isGrouped || column.formula == nil) {
      tell("the column '\(column.head.id)' does not fit the rows of the table", column)
    }
  }

  /// A check must name columns that count.
  private mutating func check(_ check: ReportRule.Check, _ rule: ReportRule) {
    for name in check.columns {
      let column = rule.columns.first { $0.head.id == name }
      let fits =
        switch (check.kind, column?.source) {
        case (_, .count?): true
        case (.addsUp, .sum?): true
        default: false
        }
      guard !fits else { continue }
      let known = rule.columns.filter { if case .count = $0.source { true } else { false } }
      problems.add(
        column == nil
          ? "'\(rule.head.id)' has no column '\(name)'" : "the column '\(name)' counts nothing",
        at: check.head.span, in: check.head.document,
        remedy: nearestName(to: name, among: known.map(\.head.id)).map { "write '\($0)'" })
    }
    if case .addsUp = check.kind, rule.total == nil {
      problems.add(
        "'\(rule.head.id)' has no total that could add up", at: check.head.span,
        in: check.head.document)
    }
  }

  private mutating func tell(_ message: Wording, _ rule: ReportRule, remedy: Wording? = nil) {
    problems.add(message, at: rule.head.span, in: rule.head.document, remedy: remedy)
  }

  private mutating func tell(_ message: Wording, _ column: ReportColumn, remedy: Wording? = nil) {
    problems.add(message, at: column.head.span, in: column.head.document, remedy: remedy)
  }
}

/// The names that formulas of written tables may use beside the pack's own.
package enum ReportLocals {
  /// What is known of a person's or unit's level beside the level.
  ///
  /// The state in its place, the entry that gave either, the decision that stands; null for none.
  package static func standing(_ table: Int) -> [(name: String, type: Type)] {
    guard table <= EngineTable.units.rawValue else { return [] }
    return [
      ("standing state", .string), ("standing entry", .string), ("standing decision", .string),
    ]
  }

  /// The share and number of seats that a quota gives a group.
  package static let seats: [(name: String, type: Type)] = [
    ("seat share", .number), ("seats", .number),
  ]

  /// The inner period that a column is about, by its id, and the ids of the months in it.
  static func inner(_ column: ReportColumn) -> [(name: String, type: Type)] {
    column.each == nil ? [] : [("inner period", .string), ("inner months", .list(.string))]
  }

  /// The type of what later formulas read under the name of a column.
  static func type(of program: Program?, _ column: ReportColumn) -> Type {
    let type: Type =
      switch column.source {
      case .count: .number
      case .formula, .sum, .mean: program?.type ?? .any
      case .aspect, .byHand: .null
      }
    return column.each == nil ? type : .list(type)
  }
}
