extension Value: CustomStringConvertible {
  /// The value as an expression would write it, where there is a way to write it.
  ///
  /// Numbers whose digits do not end are fractions such as `1/3`. Nesting deeper than 50 levels is
  /// cut to `…`.
  public var description: String { text(quoted: true, depth: 0) }

  /// The value as the function `string` gives it: a text as it is, all else as `description`.
  package var plainText: String { text(quoted: false, depth: 0) }

  private func text(quoted: Bool, depth: Int) -> String {
    guard depth < 50 else { return "…" }
    return switch self {
    case .null: "null"
    case .unknown(let unknown): unknown.description
    case .perhaps(let value, _): "perhaps " + value.text(quoted: true, depth: depth + 1)
    case .boolean(let value): value ? "true" : "false"
    case .number(let number): number.description
    case .string(let string): quoted ? Value.quoted(string) : string
    case .date, .time, .dateTime, .daysDuration, .monthsDuration:
      quoted ? "@\"\(temporalText)\"" : temporalText
    case .list(let items):
      "[" + items.map { $0.text(quoted: true, depth: depth + 1) }.joined(separator: ", ") + "]"
    case .context(let context): Value.text(of: context, depth: depth)
    case .range(let range): Value.text(of: range, depth: depth)
    case .function(let function):
      "function(\(function.parameters.joined(separator: ", ")))"
    case .record(let record): "record \(record.type):\(record.row)"
    case .symbol(let symbol): quoted ? Value.quoted(symbol.name) : symbol.name
    }
  }

  private static func text(of context: Context, depth: Int) -> String {
    let entries = zip(context.names, context.values).map { name, value in
      "\(isPlainName(name) ? name : quoted(name)): \(value.text(quoted: true, depth: depth + 1))"
    }
    return "{" + entries.joined(separator: ", ") + "}"
  }

  private static func text(of range: ValueRange, depth: Int) -> String {
    let lower = range.lower?.text(quoted: true, depth: depth + 1)
    let upper = range.upper?.text(quoted: true, depth: depth + 1)
    switch (lower, upper) {
    case (nil, let upper?): return "(\(range.upperClosed ? "<=" : "<") \(upper))"
    case (let lower?, nil): return "(\(range.lowerClosed ? ">=" : ">") \(lower))"
    default:
      let ends = "\(lower ?? "null")..\(upper ?? "null")"
      return (range.lowerClosed ? "[" : "(") + ends + (range.upperClosed ? "]" : ")")
    }
  }

  private static func isPlainName(_ name: String) -> Bool {
    guard let first = name.first, first.isLetter else { return false }
    return name.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "_" }
  }

  /// A text between quotation marks, with escapes where they are needed.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
