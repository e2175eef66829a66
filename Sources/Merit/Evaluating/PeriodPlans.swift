import Criteria
import Model
import Scoring

/// The plans of a period and of every kind of period inside it that leaves something behind for it.
struct PeriodPlans: Sendable {
  private let plans: [PeriodKind: Plan]
  private let folds: [PeriodKind: FoldPlan]
  /// The table whose records are folded and not kept, the same for all plans.
  let foldedTable: Int?

  /// Plans a period of one kind.
  ///
  /// - Parameters:
  ///   - keepsRecords: Whether nothing may be folded. A table is folded only where every plan can;
  ///     otherwise its records are kept, with the same results.
  ///   - bytes: How large each table is, by its name: the largest that can be is folded.
  ///   - limit: So many bytes of one table may be kept where formulas need all records of an owner.
  ///   - isDivisible: Whether a table, by its name, can be divided by owner on disk.
  /// - Throws: Where the pack cannot score one of the kinds.
  init(
    _ pack: CriteriaPack, _ kind: PeriodKind, _ readings: [String: String], keepsRecords: Bool,
    bytes: (String) -> Int = { _ in 0 }, limit: Int = .max,
    isDivisible: (String) -> Bool = { _ in false }
  ) throws(MeritError) {
    let outer = kind
    let kinds = Set(pack.pack.closings.flatMap(\.kinds)).filter { $0.isShorter(than: kind) }
    var plans: [PeriodKind: Plan] = [:]
    for kind in PeriodKind.allCases where kinds.contains(kind) || kind == outer {
      plans[kind] = try pack.plan(kind, readings)
    }
    self.plans = plans
    let tables = plans[kind].map { keepsRecords ? [] : FoldPlan.candidates($0.pack) } ?? []
    let names = tables.map { plans[kind]?.pack.layout.tables[$0].name ?? "" }
    let sizes = names.map(bytes)
    let order = tables.indices.sorted { (sizes[$1], tables[$0]) < (sizes[$0], tables[$1]) }
    for place in order {
      let table = tables[place]
      let isDivided = sizes[place] > limit && isDivisible(names[place])
      let folds = plans.compactMapValues { plan in
        FoldPlan(plan, table: table)
          ?? (isDivided ? FoldPlan(plan, table: table, together: true) : nil)
      }
      guard folds.count == plans.count, folds.values.contains(where: \.isWorthWhile) else {
        continue
      }
      foldedTable = table
      self.folds = folds
      return
    }
    foldedTable = nil
    folds = [:]
  }

  /// The plan for a kind that is the outer one or leaves something behind.
  subscript(kind: PeriodKind) -> Plan? { folds[kind]?.plan ?? plans[kind] }

  /// How the large table is folded in a period of this kind.
  func fold(_ kind: PeriodKind) -> FoldPlan? { folds[kind] }
}

extension FoldPlan {
  /// Whether any formula reads what is folded.
  fileprivate var isWorthWhile: Bool { !folds.isEmpty || readsTogether }
}
