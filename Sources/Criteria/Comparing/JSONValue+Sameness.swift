import FEEL
import JSON

extension JSONValue {
  /// Whether another value says the same, wherever it stands; numbers are compared as numbers.
  func says(_ other: JSONValue) -> Bool {
    switch (content, other.content) {
    case (.null, .null): return true
    case (.boolean(let one), .boolean(let another)): return one == another
    case (.number(let one), .number(let another)):
      return one == another || Number(one).map { $0 == Number(another) } ?? false
    case (.string(let one), .string(let another)): return one.text == another.text
    case (.array(let ones), .array(let others)):
      return ones.count == others.count && zip(ones, others).allSatisfy { $0.says($1) }
    case (.object(let ones), .object(let others)):
      return ones.count == others.count
        && zip(ones, others).allSatisfy {
          $0.key.text == $1.key.text && $0.value.says($1.value)
        }
    default: return false
    }
  }
}
