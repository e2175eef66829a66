import FEEL
import Scoring

/// A computed value as a caller sees it.
public enum ResultValue: Hashable, Sendable {
  /// An exact number: as a decimal where it ends, and always as a fraction `n/d`.
  case number(decimal: String?, fraction: String)
  /// A text, a date or the id of a record.
  case text(String)
  /// True or false.
  case truth(Bool)
  /// Values in an order.
  case list([ResultValue])
  /// The value does not apply, or is known to be absent.
  case none
  /// The value is not known; the reasons name what is missing and where.
  case unknown([String])
}

extension ResultValue {
  init(_ value: Value, _ world: World) {
    self.init(value) { world.tables[Int($0.type)].names[Int($0.row)] }
  }

  /// - Parameter name: What a record is called.
  init(_ value: Value, name: (RecordReference) -> String) {
    switch value {
    case .number(let number):
      let fraction =
        number.isInteger
        ? number.numeratorText : "\(number.numeratorText)/\(number.denominatorText)"
      self = .number(decimal: number.decimalText, fraction: fraction)
    case .string(let text): self = .text(text)
    case .symbol(let symbol): self = .text(symbol.name)
    case .boolean(let truth): self = .truth(truth)
    case .date(let date): self = .text(date.description)
    case .record(let reference): self = .text(name(reference))
    case .list(let items): self = .list(items.map { ResultValue($0, name: name) })
    case .unknown(let why), .perhaps(_, let why):
      self = .unknown(
        why.causes.map { cause in
          [cause.reason.description, cause.record, cause.field].compactMap(\.self).joined(
            separator: ", ")
        })
    case .null: self = .none
    default: self = .text("\(value)")
    }
  }
}
