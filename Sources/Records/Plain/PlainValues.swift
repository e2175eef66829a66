internal import FEEL
internal import Files

/// What the plain reader finds where a value should be.
struct PlainValue {
  enum Found {
    case given
    /// A null, an empty name, or what no field has.
    case missing
    /// What is left to the exact reader.
    case other
  }

  let found: Found
  /// As in ``PlainBatch/words``, and the digits behind the point.
  let word: Int
  let scale: Int

  @inline(__always)
  static func given(_ word: Int, scale: Int = 0) -> PlainValue {
    PlainValue(found: .given, word: word, scale: scale)
  }

  static let missing = PlainValue(found: .missing, word: 0, scale: 0)
  static let other = PlainValue(found: .other, word: 0, scale: 0)
}

/// Reads the values of plain records in a block whose stops are known.
///
/// Every function begins at `position`, which may be the end of the bytes, and leaves it after the value;
/// where the answer is that there is none, `position` is of no use.
struct PlainValues {
  private let fields: [PlainField]
  private let isUTF8: Bool
  private let hasMarks: Bool

  init(_ fields: [PlainField], _ map: StopMap) {
    self.fields = fields
    isUTF8 = map.isUTF8
    hasMarks = map.hasMarks
  }

  /// Reads a value of a field.
  @inline(__always)
  func read(
    _ way: PlainField.Way, _ field: Int, _ bytes: Span<UInt8>, _ stopBits: RawSpan,
    _ position: inout Int
  ) -> PlainValue {
    guard position < bytes.count else { return .other }
    switch way {
    case .passed:
      return pass(bytes, stopBits, &position) ? .missing : .other
    case .number, .amount, .bounded:
      let start = position
      guard let number = PlainNumber(bytes, &position, bytes.count) else {
        return PlainValues.null(bytes, start, &position)
      }
      if case .amount = way, number.significand < 0 { return .other }
      if case .bounded = way, !fields[field].allows(number) { return .other }
      return .given(number.significand, scale: number.scale)
    case .boolean:
      guard let letter = JSONScan.word(bytes, &position, bytes.count) else { return .other }
      return letter == UInt8(ascii: "n") ? .missing : .given(letter == UInt8(ascii: "t") ? 1 : 0)
    case .text, .name, .date:
      let start = position
      guard let (lower, upper) = text(bytes, stopBits, &position) else {
        return PlainValues.null(bytes, start, &position)
      }
      if case .date = way {
        return CellReader.isoDate(bytes, lower, upper).map { .given($0.dayNumber) } ?? .other
      }
      if case .name = way, lower == upper { return .missing }
      guard !hasMarks || !Composition.mayChange(bytes.extracting(lower..<upper)) else {
        return .other
      }
      return .given(PlainBatch.text(lower, upper))
    }
  }

  @inline(never)
  private static func null(
    _ bytes: Span<UInt8>, _ start: Int, _ position: inout Int
  ) -> PlainValue {
    position = start
    return JSONScan.word(bytes, &position, bytes.count) == UInt8(ascii: "n") ? .missing : .other
  }

  /// The bounds of a string without escapes; nil for anything else.
  @inline(__always)
  private func text(
    _ bytes: Span<UInt8>, _ stopBits: RawSpan, _ position: inout Int
  ) -> (lower: Int, upper: Int)? {
    guard bytes[position] == UInt8(ascii: "\"") else { return nil }
    let lower = position &+ 1
    let upper = StopMap.next(stopBits, lower)
    guard upper < bytes.count, bytes[upper] == UInt8(ascii: "\""),
      isUTF8 || JSONScan.isUTF8(bytes, lower, upper)
    else { return nil }
    position = upper &+ 1
    return (lower, upper)
  }

  /// Passes over a value that no field has.
  @inline(__always)
  private func pass(_ bytes: Span<UInt8>, _ stopBits: RawSpan, _ position: inout Int) -> Bool {
    text(bytes, stopBits, &position) != nil || passOther(bytes, stopBits, &position)
  }

  /// Passes over what is no string without escapes.
  @inline(never)
  private func passOther(
    _ bytes: Span<UInt8>, _ stopBits: RawSpan, _ position: inout Int
  ) -> Bool {
    switch bytes[position] {
    case UInt8(ascii: "\""):
      return passEscapes(bytes, stopBits, &position)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      // A record ends with its line.
      let end = ByteSearch.first(UInt8(ascii: "\n"), in: bytes, from: position)
      return JSONScan.value(bytes, &position, end)
    default:
      return JSONScan.value(bytes, &position, bytes.count)
    }
  }

  private func passEscapes(
    _ bytes: Span<UInt8>, _ stopBits: RawSpan, _ position: inout Int
  ) -> Bool {
    let lower = position &+ 1
    position = StopMap.next(stopBits, lower)
    while position < bytes.count, bytes[position] == UInt8(ascii: "\\") {
      guard JSONScan.escape(bytes, &position, bytes.count) else { return false }
      position = StopMap.next(stopBits, position)
    }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\""),
      isUTF8 || JSONScan.isUTF8(bytes, lower, position)
    else { return false }
    position &+= 1
    return true
  }
}
