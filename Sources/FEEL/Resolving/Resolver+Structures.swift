extension Resolver {
  /// Lists, contexts, ranges, loops, tests, functions and calls.
  mutating func resolveStructures(_ syntax: Syntax) -> Node {
    let span = syntax.span
    switch syntax.kind {
    case .list(let items): return list(items, span)
    case .context(let entries): return context(entries, span)
    case .range(let low, let lowClosed, let high, let highClosed):
      return range(low, lowClosed, high, highClosed, span)
    case .path(let base, let name, let nameSpan): return path(base, name, nameSpan, span)
    case .filter(let list, let condition): return filter(list, condition, span)
    case .forEach(let iterators, let body): return forEach(iterators, body, span)
    case .quantified(let quantifier, let iterators, let condition):
      return quantified(quantifier, iterators, condition, span)
    case .membership(let value, let tests): return membership(value, tests, span)
    case .test(let kind, let end): return comparison(kind, input(span), resolve(end), span)
    case .tests(let tests, let negated): return self.tests(tests, negated: negated, span)
    case .function(let parameters, let body): return function(parameters, body, [], span)
    case .call(let callee, let arguments): return call(callee, arguments, span)
    case .boxed(let boxed): return self.boxed(boxed, span)
    case .external:
      return fail("functions from outside are not part of this language", span)
    default: return make(.literal(.null), span, .any)  // Told by the parser.
    }
  }

  private mutating func list(_ items: [Syntax], _ span: SourceSpan) -> Node {
    var nodes = items.map { resolve($0) }
    if let like = nodes.first(where: { $0.type.isSymbol })?.type {
      nodes = nodes.map { symbol($0, like: like) }
    }
    return make(.list(nodes), span, .list(Resolver.joined(nodes)))
  }

  /// A context; an entry sees the entries before it.
  private mutating func context(_ entries: [Syntax.Entry], _ span: SourceSpan) -> Node {
    let outer = scopes
    defer { scopes = outer }
    var made: [Node.Entry] = []
    var names: Set<String> = []
    for entry in entries {
      if !names.insert(entry.name).inserted {
        let failed = fail("there are two entries '\(entry.name)'", entry.span)
        if !isStrict { return failed }
      }
      let slot = slot()
      let value = value(of: entry, in: slot)
      remember(value, in: slot)
      made.append(.init(name: entry.name, slot: slot, value: value))
      scopes.append(.local(entry.name, slot: slot, type: value.type))
    }
    let types = made.map { ContextEntry($0.name, $0.value.type) }
    return make(.context(made), span, Type.context(types).ofLimitedSize)
  }

  /// The value of an entry; in the standard semantics a function may call itself by the entry's name.
  private mutating func value(of entry: Syntax.Entry, in slot: Int) -> Node {
    guard !isStrict else { return resolve(entry.value) }
    let own = [Scope.local(entry.name, slot: slot, type: .function)]
    switch entry.value.kind {
    case .function(let parameters, let body):
      return inside(own) { $0.function(parameters, body, [], entry.value.span, own: slot) }
    case .boxed(.function(let parameters, let body)):
      return inside(own) { $0.function(parameters, body, entry.value.span, own: slot) }
    default: return resolve(entry.value)
    }
  }

  private mutating func range(
    _ low: Syntax?, _ lowClosed: Bool, _ high: Syntax?, _ highClosed: Bool, _ span: SourceSpan
  ) -> Node {
    var (from, to) = (low.map { resolve($0) }, high.map { resolve($0) })
    if let a = from, let b = to {
      let (a, b) = symbols(a, b)
      compare(a, b, ordered: true, span)
      (from, to) = (a, b)
    }
    let type = Resolver.joined([from, to].compactMap(\.self))
    return make(
      .range(from, closed: lowClosed, to, upperClosed: highClosed), span, .range(type))
  }

  // MARK: Parts

  private mutating func path(
    _ base: Syntax, _ name: String, _ nameSpan: SourceSpan, _ span: SourceSpan
  ) -> Node {
    let base = resolve(base)
    var type = base.type
    if case .list(let element) = type { type = element }
    switch type {
    case .record(let index, _): return member(name, of: base, index, nameSpan, span)
    case .context(let entries):
      if let entry = entries.first(where: { $0.name == name }) {
        return make(.path(base, name), span, base.type.isList ? .list(entry.type) : entry.type)
      }
      guard isStrict else { break }
      return missing(name, in: "the context", entries.map(\.name), nameSpan)
    case .any, .null: break
    case .list where isStrict:
      return fail(
        "\(type.inWords) has nothing named '\(name)'", nameSpan,
        remedy: "make one list of it with 'flatten(…)'")
    default:
      let parts = type.parts
      if let part = parts.first(where: { $0.name == name }) {
        return make(.path(base, name), span, base.type.isList ? .list(part.type) : part.type)
      }
      guard isStrict else { break }
      return missing(name, in: type.inWords, parts.map(\.name), nameSpan)
    }
    return make(.path(base, name), span, .any)
  }

  private mutating func member(
    _ name: String, of base: Node, _ type: Int, _ nameSpan: SourceSpan, _ span: SourceSpan
  ) -> Node {
    let record = schema.recordTypes[type]
    if let index = record.members.firstIndex(where: { $0.name == name }) {
      return member(index, of: base, type, span)
    }
    return missing(name, in: "a record of '\(record.name)'", record.members.map(\.name), nameSpan)
  }

  private mutating func missing(
    _ name: String, in place: Wording, _ names: [String], _ span: SourceSpan
  ) -> Node {
    let remedy: Wording? =
      nearestName(to: name, among: names).map { "write '\($0)'" }
      ?? (1...8 ~= names.count
        ? "it has \(names.map { "'\($0)'" }.joined(separator: ", "))" : nil)
    return fail("\(place) has nothing named '\(name)'", span, remedy: remedy)
  }
}

extension Type {
  var isSymbol: Bool {
    if case .symbol = self { return true }
    return false
  }

  /// The parts of a date, time, duration or range.
  ///
  /// Source: DMN 1.5, tables 65 and 66.
  var parts: [ContextEntry] {
    func numbers(_ names: String...) -> [ContextEntry] { names.map { ContextEntry($0, .number) } }
    let ofDay = numbers("year", "month", "day", "weekday")
    let ofTime =
      numbers("hour", "minute", "second")
      + [ContextEntry("time offset", .daysDuration), ContextEntry("timezone", .string)]
    return switch self {
    case .date: ofDay
    case .time: ofTime
    case .dateTime: ofDay + ofTime
    case .daysDuration: numbers("days", "hours", "minutes", "seconds")
    case .monthsDuration: numbers("years", "months")
    case .range(let end):
      [
        ContextEntry("start", end), ContextEntry("end", end),
        ContextEntry("start included", .boolean), ContextEntry("end included", .boolean),
      ]
    default: []
    }
  }
}
