extension Resolver {
  /// The type with a name; `any` with a problem if there is none.
  ///
  /// Source: DMN 1.5, 10.3.1.2, rules 66 to 69.
  mutating func type(_ written: TypeName) -> Type {
    if let simple = Type.named[written.name] { return simple }
    switch written.name {
    case "list": return .list(written.parts.first.map { type($0.type) } ?? .any)
    case "range": return .range(written.parts.first.map { type($0.type) } ?? .any)
    case "context":
      return .context(written.parts.map { ContextEntry($0.name ?? "", type($0.type)) })
    case "function": return .function
    default: return declared(written)
    }
  }

  /// A record type or a scale of the schema.
  private mutating func declared(_ written: TypeName) -> Type {
    if let index = schema.recordTypes.firstIndex(where: { $0.name == written.name }) {
      return .record(index, via: [])
    }
    if let index = schema.scales.firstIndex(where: { $0.name == written.name }) {
      return .symbol(scale: index)
    }
    let names =
      Type.named.keys.sorted() + schema.recordTypes.map(\.name) + schema.scales.map(\.name)
    complain(
      "there is no type '\(written.name)'", written.span,
      remedy: nearest(to: written.name, among: names).map { "write '\($0)'" })
    return .any
  }
}

extension Type {
  fileprivate static let named: [String: Type] = [
    "Any": .any, "Null": .null, "boolean": .boolean, "number": .number, "string": .string,
    "date": .date, "time": .time, "date and time": .dateTime,
    "days and time duration": .daysDuration, "years and months duration": .monthsDuration,
  ]
}
