package import FEEL

extension Value {
  /// A JSON value as a value of the expression language.
  ///
  /// Objects are contexts, arrays lists, numbers exact. Texts stay texts; nothing is taken for a date.
  ///
  /// - Throws: The number that has more digits or a greater exponent than a number can have.
  /// - Complexity: O(values × members of one object).
  package init(_ json: JSONValue) throws(Diagnostic) {
    switch json.content {
    case .null: self = .null
    case .boolean(let truth): self = .boolean(truth)
    case .string(let string): self = .string(string.text)
    case .number(let text):
      guard let number = Number(text) else {
        throw Diagnostic("this number is out of range", at: json.span)
      }
      self = .number(number)
    case .array(let elements):
      var items: [Value] = []
      for element in elements { items.append(try Value(element)) }
      self = .list(items)
    case .object(let members):
      var entries: [(name: String, value: Value)] = []
      for member in members { entries.append((member.key.text, try Value(member.value))) }
      self = .context(Context(entries))
    }
  }
}

extension JSONWriter {
  /// Writes a value of the expression language: numbers as JSON numbers with all their digits, lists
  /// as arrays, contexts as objects, null and unknown as null.
  ///
  /// What JSON has no form for is a string: a number whose digits never end as a fraction such as
  /// `1/3`, dates, times and durations as ISO 8601, ranges and functions as an expression writes them.
  package mutating func value(_ value: Value) {
    switch value {
    case .null, .unknown: null()
    case .perhaps(let inner, _): self.value(inner)
    case .boolean(let truth): boolean(truth)
    case .number(let number):
      if let text = number.decimalText { self.number(text) } else { string(number.description) }
    case .list(let items): array { for item in items { $0.value(item) } }
    case .context(let context):
      object {
        for (name, value) in zip(context.names, context.values) {
          $0.key(name)
          $0.value(value)
        }
      }
    default: string(value.plainText)
    }
  }
}
