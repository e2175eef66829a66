/// TEMPORARY minimal resolver.
public struct Program: Sendable {
  public let root: Node
  public var type: Type { root.type }
  let semantics: Semantics
  let slots: Int

  public init(
    _ expression: Expression, self recordType: Int?, locals: [(name: String, type: Type)] = [],
    schema: Schema
  ) throws(Problems) {
    var r = MiniResolver(schema: schema, textID: expression.textID, semantics: expression.semantics)
    var scopes: [MiniScope] = []
    if let recordType { scopes.append(.record(recordType, nil)) }
    for (i, l) in locals.enumerated() { scopes.append(.local(l.name, i, l.type)) }
    r.next = locals.count
    root = r.node(expression.syntax, scopes)
    if !r.problems.isEmpty { throw Problems(r.problems) }
    slots = r.next
    semantics = expression.semantics
  }

  init(root: Node, semantics: Semantics, slots: Int) { self.root = root; self.semantics = semantics; self.slots = slots }
  public func with(root: Node) -> Program { Program(root: root, semantics: semantics, slots: slots) }
  public func replacing(_ transform: (Node) -> Node?) -> Program { with(root: root.replacing(transform)) }
  public func evaluate(
    self record: RecordReference?, locals: [Value] = [], host: some Host, trace: TraceRecorder?
  ) -> Value {
    var frame = locals
    while frame.count < slots { frame.append(.null) }
    var e = Evaluator(semantics, self: record, frame: frame, host: host, trace: trace)
    return e.value(root)
  }
}

enum MiniScope {
  case local(String, Int, Type)
  case record(Int, Int?)  // type, slot (nil self)
}

struct MiniResolver {
  let schema: Schema
  var textID: Int
  let semantics: Semantics
  var next = 0
  var problems: [Problem] = []

  mutating func slot() -> Int { defer { next += 1 }; return next }

  func mk(_ k: Node.Kind, _ s: Syntax, _ t: Type) -> Node { Node(k, span: s.span, textID: textID, type: t) }
  mutating func fail(_ m: String, _ s: Syntax) -> Node {
    problems.append(Problem(Diagnostic(m, at: s.span), in: textID))
    return mk(.literal(.null), s, .any)
  }

  mutating func name(_ n: String, _ s: Syntax, _ scopes: [MiniScope]) -> Node {
    for scope in scopes.reversed() {
      switch scope {
      case .local(let name, let slot, let type): if name == n { return mk(.local(slot), s, type) }
      case .record(let type, let slot):
        if let m = schema.recordTypes[type].members.firstIndex(where: { $0.name == n }) {
          let base: Node
          if let slot { base = mk(.local(slot), s, slotTypes[slot] ?? .record(type, via: [])) }
          else { base = mk(.selfRecord, s, .record(type, via: [])) }
          return member(base, m, type, s)
        }
        if n == "item", let slot { return mk(.local(slot), s, slotTypes[slot] ?? .any) }
      }
    }
    if let g = schema.globals.firstIndex(where: { $0.name == n }) { return mk(.global(g), s, schema.globals[g].type) }
    return fail("no name '\(n)'", s)
  }
  var slotTypes: [Int: Type] = [:]

  func member(_ base: Node, _ m: Int, _ type: Int, _ s: Syntax) -> Node {
    let mem = schema.recordTypes[type].members[m]
    var via: [Int] = []
    var many = false
    switch base.type {
    case .record(_, let v): via = v
    case .list(.record(_, let v)): via = v; many = true
    default: break
    }
    var t = mem.type
    if let rel = mem.relation { via.append(rel) }
    switch t {
    case .record(let r, _): t = .record(r, via: via)
    case .list(.record(let r, _)): t = .list(.record(r, via: via))
    default: break
    }
    if many { if case .list = t {} else { t = .list(t) } }
    return mk(.member(base, member: m), s, t)
  }

  mutating func coerce(_ a: Node, _ b: Node) -> (Node, Node) {
    func sym(_ n: Node, _ t: Type) -> Node {
      guard case .symbol(let sc) = t, case .literal(.string(let x)) = n.kind, let y = schema.scales[sc].symbol(named: x, index: sc) else { return n }
      return Node(.literal(.symbol(y)), span: n.span, textID: n.textID, type: t)
    }
    return (sym(a, b.type), sym(b, a.type))
  }

  mutating func node(_ s: Syntax, _ sc: [MiniScope]) -> Node {
    switch s.kind {
    case .null: return mk(.literal(.null), s, .null)
    case .boolean(let b): return mk(.literal(.boolean(b)), s, .boolean)
    case .number(let t): return mk(.literal(.number(Number(t) ?? .zero)), s, .number)
    case .string(let t): return mk(.literal(.string(t)), s, .string)
    case .temporal(let t): return mk(.literal(CalendarDate(t).map(Value.date) ?? .null), s, .any)
    case .name(let n): return name(n, s, sc)
    case .negate(let a): let x = node(a, sc); return mk(.negate(x), s, x.type)
    case .arithmetic(let o, let a, let b):
      let x = node(a, sc), y = node(b, sc)
      var t: Type = .any
      if case .number = x.type, case .number = y.type { t = .number }
      return mk(.arithmetic(o, x, y), s, t)
    case .comparison(let o, let a, let b):
      let (x, y) = coerce(node(a, sc), node(b, sc)); return mk(.comparison(o, x, y), s, .boolean)
    case .and(let a, let b): return mk(.and(node(a, sc), node(b, sc)), s, .boolean)
    case .or(let a, let b): return mk(.or(node(a, sc), node(b, sc)), s, .boolean)
    case .not(let a): return mk(.not(node(a, sc)), s, .boolean)
    case .between(let a, let b, let c): return mk(.between(node(a, sc), node(b, sc), node(c, sc)), s, .boolean)
    case .conditional(let a, let b, let c):
      let x = node(b, sc), y = node(c, sc)
      return mk(.conditional(node(a, sc), x, y), s, x.type.joined(with: y.type))
    case .path(let a, let n, _):
      let base = node(a, sc)
      var t = base.type
      if case .list(let e) = t { t = e }
      if case .record(let r, _) = t {
        guard let m = schema.recordTypes[r].members.firstIndex(where: { $0.name == n }) else { return fail("no member '\(n)'", s) }
        return member(base, m, r, s)
      }
      return mk(.path(base, n), s, .any)
    case .filter(let a, let b):
      let list = node(a, sc)
      if case .number = b.kind { return mk(.element(list, index: node(b, sc)), s, list.type.element ?? .any) }
      if case .negate = b.kind { return mk(.element(list, index: node(b, sc)), s, list.type.element ?? .any) }
      let sl = slot()
      let e = list.type.element ?? .any
      slotTypes[sl] = e
      var inner = sc
      if case .record(let r, _) = e { inner.append(.record(r, sl)) } else { inner.append(.local("item", sl, e)) }
      let c = node(b, inner)
      return mk(.filter(list, condition: c, itemSlot: sl), s, list.type)
    case .list(let items): let n = items.map { node($0, sc) }; return mk(.list(n), s, .list(n.first?.type ?? .any))
    case .forEach(let its, let body):
      let (iters, inner) = iterate(its, sc)
      let b = node(body, inner)
      return mk(.forEach(iters, body: b, partial: nil), s, .list(b.type))
    case .quantified(let q, let its, let body):
      let (iters, inner) = iterate(its, sc)
      return mk(.quantified(q, iters, condition: node(body, inner)), s, .boolean)
    case .call(let f, let args): return call(f, args, s, sc)
    default: return fail("unsupported here", s)
    }
  }

  mutating func iterate(_ its: [Syntax.Iterator], _ sc: [MiniScope]) -> ([Node.Iterator], [MiniScope]) {
    var inner = sc
    var out: [Node.Iterator] = []
    for it in its {
      let from = node(it.from, inner)
      let to = it.to.map { node($0, inner) }
      let sl = slot()
      let e = to == nil ? (from.type.element ?? .any) : .number
      slotTypes[sl] = e
      out.append(.init(name: it.name, slot: sl, from: from, to: to))
      inner.append(.local(it.name, sl, e))
    }
    return (out, inner)
  }

  mutating func call(_ f: Syntax, _ args: [Syntax.Argument], _ s: Syntax, _ sc: [MiniScope]) -> Node {
    guard case .name(let n) = f.kind else { return fail("call", s) }
    if n == "reading", case .string(let r)? = args.first?.value.kind {
      guard let reading = schema.readings[r], let o = reading.options.first(where: { $0.name == reading.chosen }) else { return fail("reading \(r)", s) }
      guard let e = try? Expression(parsing: o.text.text, textID: o.text.id, semantics: .strict) else { return fail("bad reading", s) }
      let saved = textID
      textID = o.text.id
      let b = node(e.syntax, sc)
      textID = saved
      return mk(.reading(name: r, option: o.name, b), s, b.type)
    }
    let nodes = args.map { node($0.value, sc) }
    if n == "known" { return mk(.known(nodes[0]), s, .boolean) }
    if let def = schema.functions.first(where: { $0.name == n }) {
      guard let e = try? Expression(parsing: def.body.text, textID: def.body.id, semantics: .strict) else { return fail("bad function", s) }
      var inner: [MiniScope] = []
      var slots: [Int] = []
      for (p, a) in zip(def.parameters, nodes) {
        let sl = slot()
        slotTypes[sl] = a.type
        slots.append(sl)
        inner.append(.local(p, sl, a.type))
      }
      let saved = textID
      textID = def.body.id
      let b = node(e.syntax, inner)
      textID = saved
      return mk(.bind(name: n, slots: slots, values: nodes, body: b), s, b.type)
    }
    guard let b = Builtin(rawValue: n) else { return fail("no function '\(n)'", s) }
    var t: Type = .any
    switch b {
    case .count, .sum, .mean, .median: t = .number
    case .min, .max: t = nodes.first?.type.element ?? nodes.first?.type ?? .any
    default: break
    }
    return mk(.call(b, nodes), s, t)
  }
}
