internal import FEEL
internal import Model

extension CellReader {
  /// Why a value of JSON could not be read, and what was expected.
  func reason(
    _ bytes: Span<UInt8>, _ lower: Int, _ upper: Int
  ) -> (RecordProblem.Kind, Expectation) {
    let isString = bytes[lower] == UInt8(ascii: "\"")
    return switch kind {
    // A string that is no text has half a character in an escape.
    case .text: isString ? (.encoding, .utf8) : (.wrongType, .text)
    case .date: (.invalidDate, .date)
    case .boolean: (.wrongType, .boolean)
    case .number:
      (
        .wrongType,
        isString ? CellReader.numberExpected(bytes, lower + 1, upper - 1) : .number
      )
    }
  }

  /// Why a cell of a table could not be read, and what was expected.
  func reasonOfCell(
    _ bytes: Span<UInt8>, _ lower: Int, _ upper: Int
  ) -> (RecordProblem.Kind, Expectation) {
    switch kind {
    case .text: (.encoding, .utf8)
    case .date: (.invalidDate, .dateCell)
    case .boolean: (.wrongType, .booleanCell)
    case .number: (.wrongType, CellReader.numberExpected(bytes, lower, upper))
    }
  }

  /// A number that was expected; where a comma was written, the number with a point.
  private static func numberExpected(
    _ bytes: Span<UInt8>, _ lower: Int, _ upper: Int
  ) -> Expectation {
    guard upper - lower <= 40 else { return .number }
    let text = TextReading.excerpt(bytes, lower, upper)
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let point = parts.joined(separator: ".")
    return parts.count == 2 && Number(point) != nil ? .point(insteadOf: point) : .number
  }
}

/// What a field has to say beside the bits that every value needs.
struct FieldLimits: Sendable {
  let name: String
  private let least: Number?
  private let most: Number?

  init(_ field: FieldSchema) {
    name = field.name
    least = field.least
    most = field.most
  }

  /// What a number should be, if it is out of range.
  func expectation(for number: Number) -> Expectation? {
    if let least, number < least { return .least(least) }
    if let most, number > most { return .most(most) }
    return nil
  }
}
