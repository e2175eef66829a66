import Criteria
import FEEL

/// How one kind of node is named in an explanation, and which part its children play.
struct OperationWords {
  var operation = ""
  var name: String?
  var option: String?
  var slots: [Int] = []
  var closed: [Bool] = []
  private var roles: [(node: Node, role: String)] = [] {
    didSet {
      byNode = Dictionary(roles.map { (ObjectIdentifier($0.node), $0.role) }) { first, _ in first }
    }
  }
  private var byNode: [ObjectIdentifier: String] = [:]

  init(_ kind: Node.Kind, _ pack: ResolvedPack) {
    switch kind {
    case .literal: operation = "literal"
    case .local(let slot): (operation, slots) = ("local", [slot])
    case .selfRecord: operation = "self"
    case .global(let index): (operation, name) = ("global", pack.schema.globals[index].name)
    case .slot: operation = "slot"
    case .member(let base, let member): self.member(base, member, pack)
    case .path(_, let part): (operation, name) = ("path", part)
    case .negate: operation = "negate"
    case .arithmetic(let kind, _, _): operation = kind.rawValue
    case .comparison(let kind, _, _): operation = kind.rawValue
    case .between: operation = "between"
    case .and: operation = "and"
    case .or: operation = "or"
    case .not: operation = "not"
    case .known: operation = "known"
    default: rest(kind)
    }
  }

  private mutating func rest(_ kind: Node.Kind) {
    switch kind {
    case .conditional(let condition, let yes, let no):
      operation = "if"
      roles = [(condition, "condition"), (yes, "then"), (no, "else")]
    case .filter(let list, let condition, let slot):
      (operation, slots) = ("filter", [slot])
      roles = [(list, "list"), (condition, "condition")]
    case .element: operation = "element"
    case .forEach(let iterators, let body, let partial):
      operation = "for"
      loop(iterators, body)
      if let partial { name = "partial in \(partial)" }
    case .quantified(let quantifier, let iterators, let condition):
      operation = quantifier.rawValue
      loop(iterators, condition)
    case .list: operation = "list"
    case .context(let entries):
      (operation, slots) = ("context", entries.map(\.slot))
      roles = entries.map { ($0.value, $0.name) }
    case .range(let lower, let lowerClosed, let upper, let upperClosed):
      (operation, closed) = ("range", [lowerClosed, upperClosed])
      roles = [lower.map { ($0, "lower") }, upper.map { ($0, "upper") }].compactMap(\.self)
    case .membership(_, let slot, _): (operation, slots) = ("in", [slot])
    case .includes: operation = "test"
    default: call(kind)
    }
  }

  private mutating func call(_ kind: Node.Kind) {
    switch kind {
    case .call(let builtin, _): (operation, name) = ("call", builtin.rawValue)
    case .bind(let function, let slots, _, let body):
      (operation, name, self.slots) = ("apply", function, slots)
      roles = [(body, "body")]
    case .reading(let reading, let option, _):
      (operation, name, self.option) = ("reading", reading, option)
    case .invoke: operation = "invoke"
    case .function(let parameters, _, _):
      (operation, slots) = ("function", parameters.map(\.slot))
    case .instanceOf(_, let type): (operation, name) = ("instance of", "\(type)")
    case .entry(let slot, let entry, _): (operation, name, slots) = ("entry", entry, [slot])
    case .decide(let table):
      (operation, slots) = ("decide", table.inputs.map(\.slot) + table.outputs.map(\.slot))
      roles = table.roles
    default: operation = "unexplained"
    }
  }

  private mutating func member(_ base: Node, _ member: Int, _ pack: ResolvedPack) {
    operation = "member"
    var type = base.type
    if case .list(let element) = type { type = element }
    if case .record(let table, _) = type {
      name = pack.layout.tables[table].members[member].name
    }
  }

  private mutating func loop(_ iterators: [Node.Iterator], _ body: Node) {
    slots = iterators.map(\.slot)
    roles =
      [(body, "body")]
      + iterators.flatMap { iterator in
        [(iterator.from, "from")] + (iterator.to.map { [($0, "to")] } ?? [])
      }
  }

  /// The part that a child plays, nil where its place tells it.
  func role(of child: Node) -> String? { byNode[ObjectIdentifier(child)] }
}
