package import FEEL
package import Model

/// A pack made ready for one kind of period: every name a place, every reading chosen.
///
/// It never changes and knows no records. It and what is read from it for every record are classes, so that
/// whatever computes holds them by one reference.
package final class ResolvedPack: Sendable {
  package final class Value: Sendable {
    package let table: Int
    package let member: Int
    package let rule: ValueRule
    package let program: Program
    package let when: Program?

    init(
      table: Int, member: Int, rule: ValueRule, program: Program, when: Program?
    ) {
      self.table = table
      self.member = member
      self.rule = rule
      self.program = program
      self.when = when
    }
  }
  package final class Level: Sendable {
    package let table: Int
    package let rule: LevelRule
    package let states: [Program]
    package let rows: [(level: Symbol, when: Program)]

    init(
      table: Int, rule: LevelRule, states: [Program], rows: [(level: Symbol, when: Program)]
    ) {
      self.table = table
      self.rule = rule
      self.states = states
      self.rows = rows
    }
  }
  package final class Cap: Sendable {
    package let table: Int
    package let rule: CapRule
    package let when: Program?
    package let atMost: Program

    init(
      table: Int, rule: CapRule, when: Program?, atMost: Program
    ) {
      self.table = table
      self.rule = rule
      self.when = when
      self.atMost = atMost
    }
  }
  package struct Quota: Sendable {
    package let table: Int
    package let rule: QuotaRule
    package let level: Symbol
    package let refused: Symbol
    package let who: Program?
    package let share: Program
    package let base: Program
    /// The members whose values make a scope, by scope.
    package let within: [[Int]]
    package let by: [Int]
    package let then: [Int]
  }
  package struct Ranking: Sendable {
    package let table: Int
    package let rule: RankingRule
    package let by: Int
    package let then: [Int]
    package let within: [[Int]]
  }
  package struct List: Sendable {
    package let table: Int
    package let rule: ListRule
    package let who: Program
    package let columns: [Program?]
    package let order: [Program]
    package let guards: [Program]
    package let attention: [Program]
  }
  package struct Report: Sendable {
    package let table: Int
    package let rule: ReportRule
    package let filter: Program?
    package let order: [Program]
    package let rows: [Program]
    /// The members whose values make a group, by scope.
    package let within: [[Int]]
    /// In the order of the rule's columns; `nil` where a person fills in or the engine tells.
    package let columns: [Program?]
  }
  package struct Closing: Sendable {
    /// The table that the rows enter, and the one whose records leave them.
    package let table: Int
    package let owner: Int
    package let rule: ClosingRule
    package let when: Program?
    package let fields: [(field: Int, program: Program)]
  }
  package struct Waiting: Sendable {
    package let table: Int
    package let rule: WaitingRule
    package let when: Program
    package let until: Program?
  }
  package struct TableRules: Sendable {
    package let countsWhen: Program?
    package let checks: [Program]
  }
  package struct Constraint: Sendable {
    package enum Kind: Sendable {
      case onePerDay
      /// The sum of a field is at most what a formula gives.
      case atMost(Program, sumOf: Int)
    }
    package let table: Int
    package let rule: ConstraintRule
    package let filter: Program?
    package let fields: [Int]
    package let kind: Kind
  }

  package let pack: Pack
  package let kind: PeriodKind
  package let layout: Layout
  package let schema: Schema
  /// The option in force of each reading.
  package let chosen: [String: String]
  package let membership: Program?
  package let scopes: [(table: Int, program: Program)]
  package let tableRules: [TableRules]
  package let constraints: [Constraint]
  /// In the order of the layout's values, which share their indices.
  package let values: [Value]
  package let levels: [Level]
  package let caps: [Cap]
  package let quotas: [Quota]
  package let rankings: [Ranking]
  package let lists: [List]
  package let reports: [Report]
  /// What a period of this kind leaves behind for longer ones.
  package let closings: [Closing]
  package let waiting: [Waiting]

  init(
    pack: Pack,
    kind: PeriodKind,
    layout: Layout,
    schema: Schema,
    chosen: [String: String],
    membership: Program?,
    scopes: [(table: Int, program: Program)],
    tableRules: [TableRules],
    constraints: [Constraint],
    values: [Value],
    levels: [Level],
    caps: [Cap],
    quotas: [Quota],
    rankings: [Ranking],
    lists: [List],
    reports: [Report],
    closings: [Closing],
    waiting: [Waiting]
  ) {
    self.pack = pack
    self.kind = kind
    self.layout = layout
    self.schema = schema
    self.chosen = chosen
    self.membership = membership
    self.scopes = scopes
    self.tableRules = tableRules
    self.constraints = constraints
    self.values = values
    self.levels = levels
    self.caps = caps
    self.quotas = quotas
    self.rankings = rankings
    self.lists = lists
    self.reports = reports
    self.closings = closings
    self.waiting = waiting
  }
}
