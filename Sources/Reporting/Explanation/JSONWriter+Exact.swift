import FEEL
import JSON

extension JSONWriter {
  /// Writes a value so that it can be read back exactly.
  ///
  /// | value | form |
  /// |---|---|
  /// | null, true, false, text, list | as in JSON |
  /// | number | `{"number": "27.5"}`, with `"exact": "1/3"` where the decimal does not end |
  /// | date and times | `{"date": "2026-07-31"}`, `{"duration": "P4D"}`, … |
  /// | record, level | `{"record": "tasks/T-1"}`, `{"level": "good"}` |
  /// | unknown | `{"unknown": [{"reason": …, "record": …, "field": …}]}` |
  /// | perhaps in its list | `{"perhaps": value, "because": [causes]}` |
  ///
  /// - Parameter name: What a record is called.
  mutating func exact(_ value: Value, _ name: (RecordReference) -> String) {
    switch value {
    case .null: null()
    case .boolean(let truth): boolean(truth)
    case .string(let text): string(text)
    case .number(let number): object { $0.exact(number) }
    case .list(let items): array { for item in items { $0.exact(item, name) } }
    case .unknown(let unknown): object { $0.causes("unknown", unknown) }
    case .perhaps(let inner, let unknown):
      object {
        $0.key("perhaps")
        $0.exact(inner, name)
        $0.causes("because", unknown)
      }
    case .record(let reference): object { $0.member("record", name(reference)) }
    case .symbol(let symbol): object { $0.member("level", symbol.name) }
    default: object { $0.rare(value, name) }
    }
  }

  private mutating func rare(_ value: Value, _ name: (RecordReference) -> String) {
    switch value {
    case .date(let day): member("date", day.description)
    case .time(let time): member("time", time.description)
    case .dateTime(let moment): member("date time", moment.description)
    case .daysDuration(let duration): member("duration", duration.description)
    case .monthsDuration(let duration): member("months", duration.description)
    case .range(let range):
      array("range") {
        $0.exact(range.lower ?? .null, name)
        $0.exact(range.upper ?? .null, name)
      }
      array("closed") {
        $0.boolean(range.lowerClosed)
        $0.boolean(range.upperClosed)
      }
    case .context(let context):
      object("context") {
        for (key, value) in zip(context.names, context.values) {
          $0.key(key)
          $0.exact(value, name)
        }
      }
    case .function(let function):
      array("function") { for parameter in function.parameters { $0.string(parameter) } }
    default: member("text", "\(value)")
    }
  }

  private mutating func exact(_ number: Number) {
    if let text = number.decimalText {
      member("number", text)
    } else {
      member("number", number.decimalText(places: 20))
      member("exact", "\(number.numeratorText)/\(number.denominatorText)")
    }
  }

  /// Writes the causes of an unknown value.
  mutating func causes(_ key: String, _ unknown: Unknown) {
    array(key) {
      for cause in unknown.causes {
        $0.object {
          $0.member("reason", cause.reason.description)
          if let record = cause.record { $0.member("record", record) }
          if let field = cause.field { $0.member("field", field) }
          if cause.needsDecision { $0.member("needs decision", true) }
        }
      }
    }
    if unknown.more { member("more", true) }
  }
}
