import Criteria
import FEEL

/// A kernel that is being written.
///
/// Every function gives the register of a node, or nil if columns do not say what it means.
struct ColumnDraft {
  /// What a name in a formula stands for.
  enum Operand {
    case record
    case number(Int)
    case truth(Int)
  }

  /// The names of one formula: the record it is about, and the slots that have a meaning.
  struct Names {
    /// Whether `self` is the record; in a fold it is the owner.
    let isOwn: Bool
    var slots: [Int: Operand] = [:]
  }

  let table: Int
  let world: World
  var steps: [ColumnStep] = []
  var numbers: [ColumnKernel.Constant] = []
  var truths: [ColumnTruth?] = []
  var texts: [[UInt8]] = []
  /// The fields that name records, with their tables.
  let references: [(field: Int, table: Int)]
  private(set) var lookups: [ColumnLookup] = []
  /// The registers of fields and named values that are there already.
  private var known: [MemberSource: Operand] = [:]

  init(_ table: Int, _ world: World) {
    self.table = table
    self.world = world
    let fields = world.pack.layout.tables[table].fields
    references = fields.enumerated().compactMap { index, field in
      if case .reference(let table) = field.kind { (index, table) } else { nil }
    }
  }

  /// The truth of a formula about the record.
  mutating func truth(_ program: Program) -> Int? {
    truth(program.root, Names(isOwn: true))
  }

  // MARK: Folds

  /// What a fold adds for a record.
  mutating func output(_ fold: FoldPlan.Fold) -> ColumnKernel.Output? {
    let root = fold.program.root
    switch fold.kind {
    case .sum, .count, .least, .greatest:
      guard let chain = chain(root) else { return nil }
      var number: Int?
      if fold.kind != .count {
        guard let (node, names) = chain.value, let register = self.number(node, names) else {
          return nil
        }
        number = register
      }
      return ColumnKernel.Output(conditions: chain.conditions, number: number, isNegated: false)
    case .list:
      // A record that gives something is left to the evaluator: columns hold no lists.
      return chain(root).map {
        ColumnKernel.Output(conditions: $0.conditions, number: constant(nil), isNegated: false)
      }
    case .some, .every:
      guard case .quantified(_, let iterators, let condition) = root.kind,
        let chain = chain(iterators[0].from), chain.value == nil,
        let truth = truth(condition, Names(isOwn: false, slots: [iterators[0].slot: .record]))
      else { return nil }
      return ColumnKernel.Output(
        conditions: chain.conditions + [truth], number: nil, isNegated: fold.kind == .every)
    }
  }

  /// Whether a record is kept.
  mutating func output(_ keep: FoldPlan.Keep) -> ColumnKernel.Output? {
    switch keep {
    case .picked(let fold), .any(let fold): return output(fold)
    case .line(let condition):
      return truth(condition).map {
        ColumnKernel.Output(conditions: [$0], number: nil, isNegated: false)
      }
    case .all: return ColumnKernel.Output(conditions: [], number: nil, isNegated: false)
    }
  }

  private typealias Chain = (conditions: [Int], value: (Node, Names)?)

  /// Filters of the owner's records, and what is taken of each record in the end.
  private mutating func chain(_ node: Node) -> Chain? {
    switch node.kind {
    case .filter(let list, let condition, let slot):
      guard var chain = chain(list), chain.value == nil,
        let truth = truth(condition, Names(isOwn: false, slots: [slot: .record]))
      else { return nil }
      chain.conditions.append(truth)
      return chain
    case .forEach(let iterators, let body, nil):
      guard let chain = chain(iterators[0].from), chain.value == nil else { return nil }
      return (chain.conditions, (body, Names(isOwn: false, slots: [iterators[0].slot: .record])))
    case .member(let base, let member):
      if case .selfRecord = base.kind { return ([], nil) }
      guard let chain = chain(base), chain.value == nil else { return nil }
      let record = Node(.selfRecord, span: node.span, textID: node.textID, type: base.type.element)
      let value = Node(
        .member(record, member: member), span: node.span, textID: node.textID,
        type: node.type.element)
      return (chain.conditions, (value, Names(isOwn: true)))
    default: return nil
    }
  }

  // MARK: Members

  func isRecord(_ node: Node, _ names: Names) -> Bool {
    switch node.kind {
    case .selfRecord: return names.isOwn
    case .local(let slot):
      if case .record? = names.slots[slot] { return true }
      return false
    default: return false
    }
  }

  mutating func member(_ member: Int) -> Operand? {
    let source = world.pack.layout.tables[table].members[member].source
    if let operand = known[source] { return operand }
    let operand: Operand?
    switch source {
    case .field(let field): operand = self.field(field)
    case .value(let value): operand = self.value(value)
    case .related, .level: operand = nil
    }
    known[source] = operand
    return operand
  }

  private mutating func field(_ field: Int) -> Operand? {
    let layout = world.pack.layout.tables[table].fields[field]
    switch layout.kind {
    case .number, .date:
      let absent = layout.ifAbsent.flatMap { ColumnStep.Decimal($0.value) }
      return .number(number { .field($0, field: field, absent: absent) })
    case .boolean:
      let absent = layout.ifAbsent?.value.columnTruth ?? .open
      return .truth(truth { .truthOfField($0, field: field, absent: absent) })
    case .text, .reference: return nil
    }
  }

  /// A number or day of the record that a field names.
  mutating func lookup(_ base: Node, _ member: Int, _ type: Type, _ names: Names) -> Int? {
    guard type.isOrdered, case .member(let record, let reference) = base.kind,
      isRecord(record, names),
      case .field(let field) = world.pack.layout.tables[table].members[reference].source,
      let place = references.firstIndex(where: { $0.field == field })
    else { return nil }
    lookups.append(ColumnLookup(member, of: references[place].table, in: world))
    let column = lookups.count - 1
    return number { .lookup($0, reference: place, column: column) }
  }

  /// Whether a field of the record is not null.
  mutating func isGiven(_ node: Node, _ names: Names) -> Int? {
    guard case .member(let base, let member) = node.kind, isRecord(base, names),
      case .field(let field) = world.pack.layout.tables[table].members[member].source
    else { return nil }
    guard world.pack.layout.tables[table].fields[field].ifAbsent == .null else {
      return constant(truth: .yes)
    }
    return truth { .given($0, field: field) }
  }

  /// A named value of the record.
  mutating func value(_ index: Int) -> Operand? {
    let value = world.pack.values[index]
    guard value.when == nil, world.given[index] == nil else { return nil }
    let names = Names(isOwn: true)
    if value.program.root.type == .boolean {
      return truth(value.program.root, names).map(Operand.truth)
    }
    guard value.program.root.type.isOrdered else { return nil }
    return number(value.program.root, names).map(Operand.number)
  }

  /// The named values of the table that columns say.
  mutating func values() -> [ColumnKernel.KeptValue] {
    world.pack.layout.tables[table].members.indices.compactMap { member in
      guard case .value(let index) = world.pack.layout.tables[table].sources[member],
        let operand = self.member(member)
      else { return nil }
      let isDay = world.pack.values[index].program.root.type == .date
      return ColumnKernel.KeptValue(index: index, operand: operand, isDay: isDay)
    }
  }

  mutating func bound(_ slots: [Int], _ values: [Node], _ names: Names) -> Names {
    var inner = names
    for (slot, value) in zip(slots, values) {
      if value.type == .boolean, let truth = truth(value, names) {
        inner.slots[slot] = .truth(truth)
      } else if value.type.isOrdered, let number = number(value, names) {
        inner.slots[slot] = .number(number)
      } else {
        // Whatever reads it is left to the evaluator.
        inner.slots[slot] = nil
      }
    }
    return inner
  }

  /// The registers of two nodes of which columns say at least one; nil where they say neither.
  ///
  /// Records that need the other one are left to the evaluator.
  mutating func either(
    _ one: (inout ColumnDraft) -> Int?, _ other: (inout ColumnDraft) -> Int?
  ) -> (one: Int?, other: Int?)? {
    let found = (attempt(one), attempt(other))
    return found.0 == nil && found.1 == nil ? nil : found
  }

  /// Writes the steps of a node, or none of them.
  private mutating func attempt(_ write: (inout ColumnDraft) -> Int?) -> Int? {
    let before = self
    guard let register = write(&self) else {
      self = before
      return nil
    }
    return register
  }

  // MARK: Registers

  /// The value of a node that is the same for all records, if it is known.
  func constant(_ node: Node) -> Value? {
    switch node.kind {
    case .literal(let value): return value
    case .global(let index): return world.globals[index]
    case .path(let base, let name):
      if case .context(let context)? = constant(base) { return context[name] }
      return nil
    case .member(let base, let member):
      if case .record(let record)? = constant(base) { return world.value(of: member, in: record) }
      return nil
    default: return nil
    }
  }

  mutating func constant(_ number: ColumnStep.Decimal?) -> Int {
    numbers.append(.init(number: number, isLacking: number == nil))
    return numbers.count - 1
  }

  mutating func constant(truth: ColumnTruth) -> Int {
    truths.append(truth)
    return truths.count - 1
  }

  /// The register of a number that a step writes.
  mutating func number(_ step: (Int) -> ColumnStep) -> Int {
    numbers.append(.init(number: nil, isLacking: false))
    steps.append(step(numbers.count - 1))
    return numbers.count - 1
  }

  /// The register of a truth that a step writes.
  mutating func truth(_ step: (Int) -> ColumnStep) -> Int {
    truths.append(nil)
    steps.append(step(truths.count - 1))
    return truths.count - 1
  }

  mutating func emit(
    _ step: (Int, Int, Int) -> ColumnStep, _ left: Int, _ right: Int
  ) -> Int {
    number { step($0, left, right) }
  }

  mutating func emitTruth(
    _ step: (Int, Int, Int) -> ColumnStep, _ left: Int, _ right: Int
  ) -> Int {
    truth { step($0, left, right) }
  }
}

extension Value {
  /// What columns say of a condition that has this value.
  var columnTruth: ColumnTruth {
    if case .boolean(let truth) = self { ColumnTruth(truth: truth) } else { .open }
  }
}

extension Type {
  /// The type of the elements of a list, else the type itself.
  fileprivate var element: Type {
    if case .list(let element) = self { element } else { self }
  }
}
