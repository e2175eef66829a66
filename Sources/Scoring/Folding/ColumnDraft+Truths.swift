import Criteria
import FEEL

extension ColumnDraft {
  mutating func truth(_ node: Node, _ names: Names) -> Int? {
    if let constant = constant(node) { return self.constant(truth: constant.columnTruth) }
    switch node.kind {
    case .local(let slot):
      if case .truth(let register)? = names.slots[slot] { return register }
      return nil
    case .member(let base, let member):
      guard isRecord(base, names), case .truth(let register)? = self.member(member) else {
        return nil
      }
      return register
    case .comparison(let kind, let left, let right): return comparison(kind, left, right, names)
    case .between(let value, let low, let high):
      guard let value = number(value, names), let low = number(low, names),
        let high = number(high, names)
      else { return nil }
      let first = emitTruth(ColumnStep.lessOrEqual, low, value)
      return emitTruth(ColumnStep.and, first, emitTruth(ColumnStep.lessOrEqual, value, high))
    case .and(let left, let right): return joined(left, right, names, ColumnStep.and)
    case .or(let left, let right): return joined(left, right, names, ColumnStep.or)
    case .not(let operand):
      guard let truth = truth(operand, names) else { return nil }
      return negated(truth)
    case .conditional(let test, let yes, let no):
      guard let first = truth(test, names),
        let (yes, no) = either({ $0.truth(yes, names) }, { $0.truth(no, names) })
      else { return nil }
      return emitTruth(
        { .chooseTruth($0, test: first, $1, $2) }, yes ?? constant(truth: .open),
        no ?? constant(truth: .open))
    case .membership(let operand, let slot, let tests):
      return membership(operand, slot, tests, names)
    case .call(let builtin, _) where builtin.leavesOpen: return constant(truth: .open)
    case .reading(_, _, let body): return truth(body, names)
    case .bind(_, let slots, let values, let body):
      return truth(body, bound(slots, values, names))
    default: return nil
    }
  }

  /// Two truths of which one may settle a record where columns do not say the other.
  private mutating func joined(
    _ left: Node, _ right: Node, _ names: Names, _ step: (Int, Int, Int) -> ColumnStep
  ) -> Int? {
    guard let (first, second) = either({ $0.truth(left, names) }, { $0.truth(right, names) })
    else { return nil }
    return emitTruth(
      step, first ?? constant(truth: .open), second ?? constant(truth: .open))
  }

  private mutating func both(
    _ left: Node, _ right: Node, _ names: Names, _ step: (Int, Int, Int) -> ColumnStep
  ) -> Int? {
    guard let first = truth(left, names), let second = truth(right, names) else { return nil }
    return emitTruth(step, first, second)
  }

  private mutating func negated(_ truth: Int) -> Int {
    self.truth { .not($0, truth) }
  }

  mutating func comparison(
    _ kind: ComparisonOperator, _ left: Node, _ right: Node, _ names: Names
  ) -> Int? {
    if let given = comparedWithNull(left, right, names) {
      return equality(kind, negated(given))
    }
    if let same = sameText(left, right, names) ?? sameText(right, left, names) {
      return equality(kind, same)
    }
    if left.type == .boolean, right.type == .boolean {
      guard let same = both(left, right, names, ColumnStep.same) else { return nil }
      return equality(kind, same)
    }
    guard left.type.isOrdered, right.type.isOrdered, let first = number(left, names),
      let second = number(right, names)
    else { return nil }
    switch kind {
    case .equal: return emitTruth(ColumnStep.equal, first, second)
    case .notEqual: return negated(emitTruth(ColumnStep.equal, first, second))
    case .less: return emitTruth(ColumnStep.less, first, second)
    case .lessOrEqual: return emitTruth(ColumnStep.lessOrEqual, first, second)
    case .greater: return emitTruth(ColumnStep.less, second, first)
    case .greaterOrEqual: return emitTruth(ColumnStep.lessOrEqual, second, first)
    }
  }

  private mutating func equality(_ kind: ComparisonOperator, _ same: Int) -> Int? {
    switch kind {
    case .equal: same
    case .notEqual: negated(same)
    default: nil
    }
  }

  /// Whether a field is given, where one side of a comparison is it and the other is null.
  private mutating func comparedWithNull(_ left: Node, _ right: Node, _ names: Names) -> Int? {
    if constant(right)?.isNull == true { return isGiven(left, names) }
    return constant(left)?.isNull == true ? isGiven(right, names) : nil
  }

  /// Whether a field of text is a constant one.
  private mutating func sameText(_ field: Node, _ text: Node, _ names: Names) -> Int? {
    guard case .member(let base, let member) = field.kind, isRecord(base, names),
      case .field(let index) = world.pack.layout.tables[table].members[member].source,
      world.pack.layout.tables[table].fields[index].kind == .text,
      case .string(let literal)? = constant(text)
    else { return nil }
    texts.append(Array(literal.utf8))
    var absent = ColumnTruth.no  // null is no text
    if case .text(let text)? = world.pack.layout.tables[table].fields[index].ifAbsent {
      absent = ColumnTruth(truth: text == literal)
    }
    let place = texts.count - 1
    return truth { .sameText($0, field: index, text: place, absent: absent) }
  }
}
