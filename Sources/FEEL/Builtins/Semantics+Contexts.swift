extension Semantics {
  /// Functions of contexts, and `is`.
  ///
  /// Source: DMN 1.5, 10.3.4.7 and 10.3.4.9.
  func onContexts(_ builtin: Builtin, _ arguments: [Value]) -> Value? {
    switch builtin {
    case .is where arguments.count == 2: return .boolean(identical(arguments[0], arguments[1]))
    case .context: return context(entries: arguments.first?.asList ?? [])
    case .contextMerge: return merged(arguments.first?.asList ?? [])
    default: break
    }
    guard case .context(let context)? = arguments.first else { return nil }
    switch builtin {
    case .getEntries: return .list(entries(of: context))
    case .getValue:
      guard arguments.count == 2, case .string(let key) = arguments[1] else { return nil }
      return context[key] ?? failure("there is no entry \(Value.quoted(key))")
    case .contextPut: return put(context, arguments)
    default: return nil
    }
  }

  private func identical(_ left: Value, _ right: Value) -> Bool {
    left.isNull && right.isNull || left == right
  }

  private func entries(of context: Context) -> [Value] {
    zip(context.names, context.values).map { name, value in
      .context(Context([("key", .string(name)), ("value", value)]))
    }
  }

  private func context(entries: [Value]) -> Value? {
    var result: [(name: String, value: Value)] = []
    var names: Set<String> = []
    for entry in entries {
      guard case .context(let entry) = entry, case .string(let key)? = entry["key"],
        let value = entry["value"], names.insert(key).inserted
      else { return nil }
      result.append((key, value))
    }
    return .context(Context(result))
  }

  private func merged(_ contexts: [Value]) -> Value? {
    var result: [(name: String, value: Value)] = []
    for context in contexts {
      guard case .context(let context) = context else { return nil }
      for (name, value) in zip(context.names, context.values) { result.append((name, value)) }
    }
    return .context(Context(result))
  }

  private func put(_ context: Context, _ arguments: [Value]) -> Value? {
    guard arguments.count == 3 else { return nil }
    var keys: [String] = []
    for key in arguments[1].asList {
      guard case .string(let key) = key else { return nil }
      keys.append(key)
    }
    return put(context, keys[...], arguments[2]).map(Value.context)
  }

  private func put(_ context: Context, _ keys: ArraySlice<String>, _ value: Value) -> Context? {
    guard let key = keys.first, keys.count <= Parser.nesting else { return nil }
    var result = context
    if keys.count == 1 {
      result[key] = value
      return result
    }
    guard case .context(let inner)? = context[key] ?? .context(Context()),
      let changed = put(inner, keys.dropFirst(), value)
    else { return nil }
    result[key] = .context(changed)
    return result
  }
}
