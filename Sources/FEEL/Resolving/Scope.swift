/// A place where names have a meaning.
enum Scope {
  /// One name for the value of a slot.
  case local(String, slot: Int, type: Type)
  /// The members of a record, which is in a slot, or the one that the expression is about.
  case record(Int, slot: Int?, via: [Int])
  /// The entries of a context in a slot.
  case entries([ContextEntry], slot: Int)
  /// The entries that a value in a slot will turn out to have. Standard semantics only.
  case dynamic(slot: Int)
}

extension Resolver {
  /// The names that have a meaning here, the innermost first.
  var visibleNames: [String] {
    let inner = scopes.reversed().flatMap { scope -> [String] in
      switch scope {
      case .local(let name, _, _): [name]
      case .record(let type, _, _): schema.recordTypes[type].members.map(\.name)
      case .entries(let entries, _): entries.map(\.name)
      case .dynamic: []
      }
    }
    return inner + schema.globals.map(\.name) + (partials.isEmpty ? [] : ["partial"])
  }

  /// What a name means: in the scopes, the innermost first, then as a global value, then as a
  /// function.
  mutating func name(_ name: String, _ span: SourceSpan) -> Node {
    find(name, span, below: scopes.count) ?? unknown(name, span)
  }

  /// The meaning of a name as a value; nil if it has none.
  mutating func find(_ name: String, _ span: SourceSpan, below end: Int) -> Node? {
    for index in (0..<end).reversed() {
      switch scopes[index] {
      case .local(name, let slot, let type): return make(.local(slot), span, type)
      case .record(let type, let slot, let via):
        let members = schema.recordTypes[type].members
        guard let member = members.firstIndex(where: { $0.name == name }) else { continue }
        let record = make(slot.map(Node.Kind.local) ?? .selfRecord, span, .record(type, via: via))
        return self.member(member, of: record, type, span)
      case .entries(let entries, let slot):
        guard let entry = entries.first(where: { $0.name == name }) else { continue }
        return make(.path(make(.local(slot), span, .context(entries)), name), span, entry.type)
      case .dynamic(let slot):
        let otherwise = find(name, span, below: index)
        return make(.entry(slot: slot, name: name, otherwise: otherwise), span, .any)
      default: continue
      }
    }
    return global(name, span)
  }

  private mutating func global(_ name: String, _ span: SourceSpan) -> Node? {
    if let index = schema.globals.firstIndex(where: { $0.name == name }) {
      return make(.global(index), span, schema.globals[index].type)
    }
    if name == "partial", let partial = partials.last {
      return make(.local(partial.slot), span, partial.type)
    }
    return functionValue(name, span)
  }

  /// A built-in function as a value.
  private mutating func functionValue(_ name: String, _ span: SourceSpan) -> Node? {
    guard let builtin = Builtin(rawValue: name), !builtin.isExtension, isUsable(builtin, span)
    else {
      return nil
    }
    return make(.literal(.function(FunctionValue(builtin))), span, .function)
  }

  /// A member of a record or of every record of a list, with the relations that lead to it.
  mutating func member(_ index: Int, of base: Node, _ type: Int, _ span: SourceSpan) -> Node {
    let member = schema.recordTypes[type].members[index]
    var via: [Int] = []
    var isList = false
    switch base.type {
    case .record(_, let steps): via = steps
    case .list(.record(_, let steps)): (via, isList) = (steps, true)
    default: break
    }
    if let relation = member.relation { via.append(relation) }
    let reached = member.type.reached(via: via)
    return make(.member(base, member: index), span, isList ? .list(reached) : reached)
  }

  // MARK: Names without a meaning

  private mutating func unknown(_ name: String, _ span: SourceSpan) -> Node {
    if name == "?" { return fail("'?' stands only for the value that a test is about", span) }
    if name == "item" { return fail("'item' stands only for the element inside a filter", span) }
    if schema.functions.contains(where: { $0.name == name }) || Builtin(rawValue: name) != nil {
      return fail("'\(name)' is a function", span, remedy: "give its arguments in brackets")
    }
    return fail("nothing is named '\(name)' here", span, remedy: remedy(for: name))
  }

  private func remedy(for name: String) -> Wording? {
    guard isStrict else { return nil }
    let names = visibleNames
    if let near = nearestName(to: name, among: names) { return "write '\(near)'" }
    let words = name.split(separator: " ").map { String($0) }
    for count in 1..<max(1, words.count) {
      let first = words[..<count].joined(separator: " ")
      let rest = words[count...].joined(separator: " ")
      if names.contains(first), names.contains(rest) || rest.first?.isNumber == true {
        return "put an operator between '\(first)' and '\(rest)'"
      }
    }
    let broken = names.first { candidate in
      let parts = candidate.split(separator: " ").map { String($0) }
      return parts.contains(where: Token.keywords.contains) && parts.contains(name)
    }
    return broken.map { "'\($0)' has a word of the language in it; give it another name" }
  }
}

extension Type {
  /// The type with other relations, if it is a record or a list of records.
  fileprivate func reached(via: [Int]) -> Type {
    switch self {
    case .record(let type, _): .record(type, via: via)
    case .list(let element): .list(element.reached(via: via))
    default: self
    }
  }
}
