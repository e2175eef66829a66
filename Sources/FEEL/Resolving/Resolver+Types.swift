extension Resolver {
  /// The type with a name; nil with a problem if there is none.
  ///
  /// Source: DMN 1.5, 10.3.1.2, rules 66 to 69.
  mutating func type(_ written: TypeName) -> Type? {
    if let own = schema.types.first(where: { $0.name == written.name }) { return own.type }
    if let simple = Type.named[written.name] { return simple }
    switch written.name {
    case "list": return part(of: written).map(Type.list)
    case "range": return part(of: written).map(Type.range)
    case "context":
      let entries = written.parts.compactMap { part in
        type(part.type).map { ContextEntry(part.name ?? "", $0) }
      }
      return entries.count == written.parts.count ? .context(entries) : nil
    case "function": return function(written)
    default: return declared(written)
    }
  }

  /// A record type or a scale of the schema; a type with a name of its own has gone before.
  private mutating func declared(_ written: TypeName) -> Type? {
    if let index = schema.recordTypes.firstIndex(where: { $0.name == written.name }) {
      return .record(index, via: [])
    }
    if let index = schema.scales.firstIndex(where: { $0.name == written.name }) {
      return .symbol(scale: index)
    }
    let names =
      Type.named.keys.sorted() + schema.recordTypes.map(\.name) + schema.scales.map(\.name)
      + schema.types.map(\.name)
    complain(
      "there is no type '\(written.name)'", written.span,
      remedy: nearestName(to: written.name, among: names).map { "write '\($0)'" })
    return nil
  }

  /// A function: what it takes stands between the signs, what it gives behind the arrow.
  private mutating func function(_ written: TypeName) -> Type? {
    guard let result = written.result else { return .function }
    var parameters: [Type] = []
    for part in written.parts {
      guard let type = type(part.type) else { return nil }
      parameters.append(type)
    }
    return type(result).map { .function(of: FunctionType(parameters, gives: $0)) }
  }

  /// What a list or range consists of; any if that is not written.
  private mutating func part(of written: TypeName) -> Type? {
    guard let part = written.parts.first else { return .any }
    return type(part.type)
  }
}

extension Type {
  /// The type with a name of the standard, such as `number`; nil if there is none.
  public init?(named name: String) {
    guard let type = Type.named[name] else { return nil }
    self = type
  }

  /// The names of the types of the standard that are not made of others.
  public static var names: [String] { named.keys.sorted() }

  fileprivate static let named: [String: Type] = [
    "Any": .any, "Null": .null, "boolean": .boolean, "number": .number, "string": .string,
    "date": .date, "time": .time, "date and time": .dateTime,
    "days and time duration": .daysDuration, "years and months duration": .monthsDuration,
  ]
}
