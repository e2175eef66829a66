package import Criteria
package import FEEL

/// How the records of one large table are folded into values of their owners, so that no record has
/// to be kept.
///
/// A formula such as `sum(tasks.completed work)` reads the records of a person only through an
/// aggregate. Each such aggregate becomes a slot of the owner; the formula then reads the slot.
///
///     share(sum(tasks.completed work), sum(tasks.assigned work))   becomes   share(slot 0, slot 1)
///
/// Lists and reports may also pick records out, such as `tasks[done > deadline].id`: of a record for
/// which none of these conditions can hold nothing is kept, and they find the same among the others.
///
/// Records of other tables may name some of the folded ones, as the steps of a task do. Those that are
/// named are kept, and those that name them are joined once the table was read; of all others it is known
/// that nothing names them.
///
/// A table is folded only when every formula reads it so; otherwise its records are kept, with the
/// same results. Explanations always read the records themselves.
package struct FoldPlan: Sendable {
  /// One aggregate over the records of an owner.
  package struct Fold: Sendable {
    package enum Kind: Sendable { case sum, count, least, greatest, some, every }
    package let kind: Kind
    /// For a quantifier the whole condition, else the list itself.
    ///
    /// Evaluated on an owner who has a single record.
    package let program: Program
  }

  /// What stands in a formula in the place of an aggregate.
  enum Slot: Sendable {
    case fold(Int)
    /// One fold divided by another.
    case mean(sum: Int, count: Int)
  }

  /// What a record is kept for.
  package enum Keep: Sendable {
    /// What is evaluated.
    package var program: Program {
      switch self {
      case .picked(let fold), .any(let fold): fold.program
      case .line(let condition): condition
      }
    }

    /// A formula of a list or report picks it out of the records of its owner.
    ///
    /// As that of a fold, evaluated on an owner who has a single record: a list, empty or not.
    case picked(Fold)
    /// A formula of a list or report asks whether its owner has such a record: one is enough.
    case any(Fold)
    /// It may be a line of its own; the condition is about the record itself.
    case line(Program)
  }

  /// The table whose records are not kept.
  package let table: Int
  package let owner: Int
  package let folds: [Fold]
  /// By the numbers of the slots in ``plan``.
  let slots: [Slot]
  /// A record is kept for each of these that may hold of it.
  package let keeps: [Keep]
  /// The plan in which the aggregates are slots.
  package let plan: Plan
  /// What must be computed before records can be folded.
  package let needs: Set<PlanNode>
  /// The tables whose records name those of the table, directly or by way of others.
  package let naming: Set<Int>
  /// What must be computed of these before the records that they name can be folded.
  let late: Set<PlanNode>
  /// The fields by which records belong together that add up to a whole: those records are held back
  /// until all are read.
  package let shared: [Int]

  /// The tables of a pack that might be folded.
  package static func candidates(_ pack: ResolvedPack) -> [Int] {
    pack.layout.tables.indices.filter { table in
      table >= EngineTable.allCases.count && pack.layout.tables[table].owner != nil
        && pack.layout.tables[table].key != nil
        && pack.layout.tables[table].rule?.rows.isEmpty == true
    }
  }

  /// The plan that folds one table, or `nil` where a formula needs its records.
  ///
  /// ``folds`` is empty where no formula reads the table at all.
  package init?(_ plan: Plan, table: Int) {
    var folding = Folding(table, plan.pack)
    guard let naming = folding.naming, let folded = folding.folded() else { return nil }
    let programs = folding.folds.map(\.program) + folding.keeps.map(\.program)
    guard
      let needs = FoldNeeds(plan.with(folded), table: table, naming: naming, programs)
    else { return nil }
    (self.table, self.naming, self.needs, late) = (table, naming, needs.early, needs.late)
    owner = plan.pack.layout.tables[table].owner ?? 0
    (folds, slots) = (folding.folds, folding.slots)
    keeps = folding.keeps
    shared = plan.pack.constraints.filter { $0.table == table && $0.isOfSums }.flatMap(\.fields)
    self.plan = plan.with(folded)
  }
}

/// Replaces the aggregates over one table by slots.
struct Folding {
  let table: Int
  let owner: Int
  let pack: ResolvedPack
  /// The tables whose records name those of the table; `nil` where it cannot be folded because of them.
  let naming: Set<Int>?
  private(set) var folds: [FoldPlan.Fold] = []
  private(set) var slots: [FoldPlan.Slot] = []
  private(set) var keeps: [FoldPlan.Keep] = []

  init(_ table: Int, _ pack: ResolvedPack) {
    self.table = table
    self.pack = pack
    let layout = pack.layout.tables[table]
    owner = layout.owner ?? 0
    let naming = pack.layout.naming(table, closings: Set(pack.closings.map(\.table)))
    // Which records are named is told by the texts of their keys.
    let hasTextKey = layout.key.map { layout.fields[$0].kind == .text } ?? false
    self.naming = hasTextKey || naming?.isEmpty == true ? naming : nil
  }

  /// The pack with slots in the place of aggregates, or `nil` where a formula needs the records.
  mutating func folded() -> ResolvedPack? {
    var values: [ResolvedPack.Value] = []
    for value in pack.values {
      guard value.table == owner else {
        if value.table != table, reads(value.program) || reads(value.when) { return nil }
        if value.table == table, !isSelfContained(value.program) { return nil }
        values.append(value)
        continue
      }
      guard let folded = replaced(value) else { return nil }
      values.append(folded)
    }
    guard pack.groundPrograms.allSatisfy({ !reads($0) }), keepsLines() else { return nil }
    var rest = true
    let pack = pack
    let replaced = pack.with(values).replacingReports { about, program in
      let program = self.replaced(program, about: about)
      if !picks(program) { rest = false }
      return program
    }
    return rest ? replaced : nil
  }

  /// Keeps what may be a line of a list or report of the table itself; false where that cannot be told
  /// of a record alone.
  private mutating func keepsLines() -> Bool {
    guard !standsInOrder else { return false }
    let conditions: [Program?] =
      pack.lists.filter { $0.table == table }.map(\.who)
      + pack.reports.filter { $0.table == table }.map(\.filter)
      + pack.waiting.filter { $0.table == table }.map(\.when)
    for condition in conditions {
      guard let condition, isSelfContained(condition) else { return false }
      keeps.append(.line(condition))
    }
    return pack.closings.allSatisfy { $0.owner != table }
  }

  /// Whether records of the table stand in an order of their own, or beside the others of a report:
  /// there every one of them counts.
  var standsInOrder: Bool {
    pack.rankings.contains { $0.table == table }
      || pack.reports.contains { $0.table == table && $0.rule.rows.contains(where: \.isApart) }
  }

  /// A formula about records of a table, with slots where these are owners.
  mutating func replaced(_ program: Program, about table: Int) -> Program {
    guard table == owner else { return program }
    return program.replacing { slot(for: $0, in: program) }
  }

  /// Whether a formula reads the records only to pick some of them out, each by itself; these are
  /// kept.
  mutating func picks(_ program: Program) -> Bool {
    let rest = program.replacing { node in
      guard let picked = picked(by: node) else { return nil }
      let fold = FoldPlan.Fold(kind: .count, program: program.with(root: picked))
      if case .quantified = node.kind {
        keeps.append(.any(fold))
      } else {
        keeps.append(.picked(fold))
      }
      return Node(.literal(.null), span: node.span, textID: node.textID, type: node.type)
    }
    return !reads(rest)
  }

  /// The records of the owner itself that a node picks out, or `nil` where it is no such node.
  private func picked(by node: Node) -> Node? {
    let (list, condition, slot): (Node, Node, Int)
    switch node.kind {
    case .filter(let from, let test, let item): (list, condition, slot) = (from, test, item)
    case .quantified(.some, let iterators, let test):
      guard iterators.count == 1, iterators[0].to == nil else { return nil }
      (list, condition, slot) = (iterators[0].from, test, iterators[0].slot)
    default: return nil
    }
    guard isRecords(list), case .member(let base, let member) = list.kind,
      case .record = base.type, standsAlone(condition, slot)
    else { return nil }
    let owner = Node(.selfRecord, span: base.span, textID: base.textID, type: base.type)
    let records = Node(
      .member(owner, member: member), span: list.span, textID: list.textID, type: list.type)
    return Node(
      .filter(records, condition: condition, itemSlot: slot), span: node.span, textID: node.textID,
      type: list.type)
  }

  /// Whether a condition reads nothing but the record in a slot and facts of it.
  private func standsAlone(_ condition: Node, _ slot: Int) -> Bool {
    var alone = isSelfContained(condition)
    condition.forEach { node in
      switch node.kind {
      case .local(let local): if local != slot { alone = false }
      case .selfRecord, .slot: alone = false
      default: break
      }
    }
    return alone
  }

  /// A value of an owner with slots in the place of aggregates, or `nil` where it needs the records.
  mutating func replaced(_ value: ResolvedPack.Value) -> ResolvedPack.Value? {
    let program = replaced(value.program, about: value.table)
    return reads(program) || reads(value.when) ? nil : value.with(program)
  }

  /// Whether a formula reads the table's records through an owner, or through a record that they name.
  func reads(_ program: Program?) -> Bool {
    program.map { !isSelfContained($0.root) } ?? false
  }

  private func isRecords(_ node: Node) -> Bool {
    related(node) == .records(table: table)
  }

  /// The edge that a node follows.
  private func related(_ node: Node) -> Related? {
    guard case .member(let base, let member) = node.kind else { return nil }
    var type = base.type
    if case .list(let element) = type { type = element }
    guard case .record(let table, _) = type,
      case .related(let related) = pack.layout.tables[table].members[member].source
    else { return nil }
    return related
  }

  /// Whether a formula of the table reads no other records of the table than the one it is about.
  ///
  /// What else it reads must be known before, which ``FoldNeeds`` finds.
  func isSelfContained(_ program: Program) -> Bool { isSelfContained(program.root) }

  private func isSelfContained(_ root: Node) -> Bool {
    var contained = true
    root.forEach { if related($0)?.ownRecords == table { contained = false } }
    return contained
  }

  /// The slot for an aggregate over the records, or `nil` for any other node.
  private mutating func slot(for node: Node, in program: Program) -> Node? {
    guard let (kinds, part) = aggregate(node), isFoldable(part) else { return nil }
    let first = folds.count
    folds += kinds.map { .init(kind: $0, program: program.with(root: part)) }
    slots.append(kinds.count == 1 ? .fold(first) : .mean(sum: first, count: first + 1))
    return Node(.slot(slots.count - 1), span: node.span, textID: node.textID, type: node.type)
  }

  /// The folds that an aggregate takes, and what they go over; a mean is a sum and a count.
  private func aggregate(_ node: Node) -> ([FoldPlan.Fold.Kind], Node)? {
    switch node.kind {
    case .call(.count, let arguments): return arguments.count == 1 ? ([.count], arguments[0]) : nil
    case .call(let builtin, let arguments):
      guard arguments.count == 1, case .list(.number) = arguments[0].type else { return nil }
      switch builtin {
      case .sum: return ([.sum], arguments[0])
      case .mean: return ([.sum, .count], arguments[0])
      case .min: return ([.least], arguments[0])
      case .max: return ([.greatest], arguments[0])
      default: return nil
      }
    case .quantified(let quantifier, let iterators, _):
      guard iterators.count == 1 else { return nil }
      return ([quantifier == .some ? .some : .every], node)
    default: return nil
    }
  }

  /// Whether `node` is the owner's records, filtered, mapped or tested one by one, and reads nothing
  /// of the owner that is computed.
  private func isFoldable(_ node: Node) -> Bool {
    var rests = false
    var free = true
    // The owner stands for a record's own here, so it may only be asked for its members.
    var owners = 0
    node.forEach { piece in
      if case .selfRecord = piece.kind { owners += 1 }
      if case .member(let base, _) = piece.kind, case .selfRecord = base.kind { owners -= 1 }
      if isRecords(piece) {
        if case .member(let base, _) = piece.kind, case .selfRecord = base.kind { rests = true }
      } else if related(piece)?.ownRecords == table {
        free = false
      } else if case .member(let base, let member) = piece.kind,
        case .record(owner, _) = base.type,
        case .value = pack.layout.tables[owner].members[member].source
      {
        free = false
      }
    }
    return rests && free && owners == 0 && isChain(node)
  }

  /// Whether the node is a chain of filters and members that ends at the owner's records.
  private func isChain(_ node: Node) -> Bool {
    if isRecords(node) { return true }
    switch node.kind {
    case .filter(let list, _, _): return isChain(list)
    case .member(let base, _): return isChain(base)
    case .quantified(_, let iterators, _):
      return iterators.first.map { $0.to == nil && isChain($0.from) } ?? false
    case .forEach(let iterators, _, _):
      return iterators.count == 1 && iterators[0].to == nil && isChain(iterators[0].from)
    default: return false
    }
  }
}
