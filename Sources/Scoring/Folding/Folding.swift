import Criteria
import FEEL

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
  private(set) var wholes: [Program] = []
  private let together: Bool

  init(_ table: Int, _ pack: ResolvedPack, together: Bool = false) {
    (self.table, self.together) = (table, together)
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
    guard pack.groundPrograms.allSatisfy({ !reads($0) }),
      pack.closings.allSatisfy({ $0.owner != table })
    else { return nil }
    keepLines()
    var areAllKept = false
    let pack = pack
    let replaced = pack.with(values).replacingReports { about, program in
      let program = self.replaced(program, about: about)
      if !picks(program) { areAllKept = true }
      return program
    }
    if areAllKept { keeps.append(.all) }
    if keeps.contains(where: \.isOfAll) { keeps = [.all] }
    return replaced
  }

  /// Keeps what may be a line of a list or report of the table itself.
  private mutating func keepLines() {
    if standsInOrder { keeps.append(.all) }
    let conditions: [Program?] =
      pack.lists.filter { $0.table == table }.map(\.who)
      + pack.reports.filter { $0.table == table }.map(\.filter)
      + pack.waiting.filter { $0.table == table }.map(\.when)
    for condition in conditions { keeps.append(line(condition)) }
  }

  /// What keeps the lines for which a condition holds: all where there is none, or where it cannot be told
  /// of a record alone.
  func line(_ condition: Program?) -> FoldPlan.Keep {
    guard let condition, isSelfContained(condition) else { return .all }
    return .line(condition)
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
    if isRecords(node), case .member(let base, let member) = node.kind, case .record = base.type {
      return records(of: base, member, node)
    }
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
    return Node(
      .filter(records(of: base, member, list), condition: condition, itemSlot: slot),
      span: node.span, textID: node.textID, type: list.type)
  }

  /// The records of an owner, whoever that is in a formula.
  private func records(of owner: Node, _ member: Int, _ node: Node) -> Node {
    let owner = Node(.selfRecord, span: owner.span, textID: owner.textID, type: owner.type)
    return Node(
      .member(owner, member: member), span: node.span, textID: node.textID, type: node.type)
  }

  /// Whether a condition reads nothing but the record in a slot and facts of it.
  private func standsAlone(_ condition: Node, _ slot: Int) -> Bool {
    var alone = isSelfContained(condition) && condition.type == .boolean
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
    let before = self
    var program = listed(value.program) ?? replaced(value.program, about: value.table)
    if together, reads(program) {
      self = before
      program = value.program.replacing {
        slot(for: $0, in: value.program) ?? whole($0, in: value.program)
      }
    }
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

  /// A new slot for a piece of a formula that needs all records of its owner.
  mutating func slot(forWhole node: Node, in program: Program) -> Node {
    wholes.append(program.with(root: node))
    slots.append(.whole(wholes.count - 1))
    return Node(.slot(slots.count - 1), span: node.span, textID: node.textID, type: node.type)
  }

  /// The slot for a value that is itself a list of what is taken of each record; `nil` for any other.
  private mutating func listed(_ program: Program) -> Program? {
    let root = program.root
    guard case .list = root.type, root.type.outlivesRecords, isFoldable(root) else { return nil }
    folds.append(.init(kind: .list, program: program))
    slots.append(.fold(folds.count - 1))
    return program.with(
      root: Node(.slot(slots.count - 1), span: root.span, textID: root.textID, type: root.type))
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
  /// of the owner that is computed, nor the records once more: they are not held against each other.
  private func isFoldable(_ node: Node) -> Bool {
    var reads = 0
    var free = true
    // The owner stands for a record's own here, so it may only be asked for its members.
    var owners = 0
    node.forEach { piece in
      if case .selfRecord = piece.kind { owners += 1 }
      if case .member(let base, _) = piece.kind, case .selfRecord = base.kind { owners -= 1 }
      if related(piece)?.ownRecords == table {
        reads += 1
      } else if case .member(let base, let member) = piece.kind,
        case .record(owner, _) = base.type,
        case .value = pack.layout.tables[owner].members[member].source
      {
        free = false
      }
    }
    return reads == 1 && free && owners == 0 && isChain(node)
  }

  /// Whether the node is a chain of filters and members that ends at the owner's records.
  private func isChain(_ node: Node) -> Bool {
    if isRecords(node), case .member(let base, _) = node.kind, case .selfRecord = base.kind {
      return true
    }
    switch node.kind {
    // What is no condition may be a position among all.
    case .filter(let list, let condition, _): return condition.type == .boolean && isChain(list)
    case .member(let base, _): return isChain(base)
    case .quantified(_, let iterators, _):
      return iterators.first.map { $0.to == nil && isChain($0.from) } ?? false
    case .forEach(let iterators, _, nil):
      return iterators.count == 1 && iterators[0].to == nil && isChain(iterators[0].from)
    default: return false
    }
  }
}
