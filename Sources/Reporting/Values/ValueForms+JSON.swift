package import FEEL
package import JSON
import Model

extension ValueForms {
  /// The decimals of a number whose digits never end.
  static let jsonPlaces = 12

  /// Writes a value as JSON.
  ///
  /// Numbers are strings with all their digits; where these never end, an object with 12 decimals
  /// (more beside a threshold) and the exact fraction. Unknown values are objects that name their
  /// causes. Levels are names, records ids, dates those of ISO 8601.
  package func write(_ value: Value, to json: inout JSONWriter) {
    switch value {
    case .null: json.null()
    case .unknown(let why): json.object { write(why, to: &$0) }
    case .perhaps(let inner, let why):
      json.object {
        $0.key("perhaps")
        write(inner, to: &$0)
        write(why, to: &$0)
      }
    case .boolean(let truth): json.boolean(truth)
    case .number(let number): write(number, to: &json)
    case .string(let text): json.string(text)
    case .list(let items): json.array { for item in items { write(item, to: &$0) } }
    case .context(let context):
      json.object {
        for (name, value) in zip(context.names, context.values) {
          $0.key(name)
          write(value, to: &$0)
        }
      }
    case .record(let record): json.string(name(of: record))
    case .symbol(let symbol): json.string(symbol.name)
    case .date(let date): json.string("\(date)")
    default: json.string(plain(value))
    }
  }

  /// Writes a number as a decimal string, or as a fraction where its digits never end.
  package func write(_ number: Number, to json: inout JSONWriter) {
    if let places = number.decimalPlaces {
      return json.plainString { text in number.withDigits(places: places) { text.append($0) } }
    }
    json.object {
      $0.key(decimalKey)
      $0.plainString { numbers.append(number, leastPlaces: ValueForms.jsonPlaces, to: &$0) }
      $0.key(exactKey)
      $0.plainString { text in number.withFraction { text.append($0) } }
    }
  }

  /// Writes the causes of an unknown value as members of an object that is open.
  package func write(_ why: Unknown, to json: inout JSONWriter) {
    json.array("unknown") { for cause in why.causes { write(cause, to: &$0) } }
    if why.more { json.member("more", true) }
  }

  /// Writes one cause with its words in both languages.
  package func write(_ cause: Unknown.Cause, to json: inout JSONWriter) {
    json.object {
      $0.member("reason", cause.reason.description)
      $0.members(reasons[cause.reason])
      if let record = cause.record { $0.member("record", record) }
      if let field = cause.field { $0.member("field", field) }
      if cause.needsDecision { $0.member("needsDecision", true) }
    }
  }

  /// Times and durations in the notation of ISO 8601, without the signs of the language.
  private func plain(_ value: Value) -> String {
    let text = "\(value)"
    return text.hasPrefix("@\"") ? String(text.dropFirst(2).dropLast()) : text
  }
}

extension JSONWriter {
  /// Writes the members `vi` and `en` of an object that is open.
  mutating func members(_ text: LocalizedText) {
    member("vi", text.vietnamese)
    member("en", text.english)
  }

  /// Writes a text in both languages, or null.
  mutating func member(_ name: String, _ text: LocalizedText?) {
    key(name)
    guard let text else { return null() }
    object { $0.members(text) }
  }

  /// Writes a text, or null.
  mutating func member(_ name: String, orNull text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  /// Writes a text, or null, by a key made once.
  mutating func member(_ key: borrowing JSONKey, orNull text: String?) {
    self.key(key)
    if let text { string(text) } else { null() }
  }

  /// Writes an array of texts.
  mutating func member(_ name: String, _ texts: some Sequence<String>) {
    array(name) { for text in texts { $0.string(text) } }
  }
}
