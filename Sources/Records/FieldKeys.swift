internal import Model

/// Finds the field that a key of the input belongs to.
///
/// Systems write the keys of all records in one order, so the key that followed this one last time
/// is tried first.
struct FieldKeys: Sendable {
  /// The bytes of all keys, and where each of them begins; one more for the end.
  private let keyBytes: [UInt8]
  private let starts: [Int]
  private let fields: [Int]
  private let byText: [String: Int]
  /// For each key, and for the beginning, the key that came next last time.
  private var following: [Int]
  private var last: Int

  init(_ schema: TableSchema) {
    var bytes: [UInt8] = []
    var starts = [0]
    var fields: [Int] = []
    var byText: [String: Int] = [:]
    for (index, field) in schema.fields.enumerated() {
      for column in field.columns {
        let text = Composition.composed(column)
        bytes += text.utf8
        starts.append(bytes.count)
        fields.append(index)
        byText[text] = index
      }
    }
    keyBytes = bytes
    self.starts = starts
    self.fields = fields
    self.byText = byText
    following = Array(repeating: 0, count: fields.count + 1)
    last = fields.count
  }

  /// Begins a record.
  mutating func begin() { last = fields.count }

  /// The field of a key without escapes, or `nil` when the schema does not have it.
  @inline(__always)
  mutating func field(_ bytes: Span<UInt8>, _ key: ScannedString) -> Int? {
    guard !fields.isEmpty else { return nil }
    let guess = following[last]
    if matches(guess, bytes, key) {
      last = guess
      return fields[guess]
    }
    return search(bytes, key)
  }

  private mutating func search(_ bytes: Span<UInt8>, _ key: ScannedString) -> Int? {
    for index in fields.indices where matches(index, bytes, key) {
      following[last] = index
      last = index
      return fields[index]
    }
    guard key.hasEscapes || !key.isASCII else { return nil }
    return TextReading.string(bytes, key).flatMap { byText[$0] }
  }

  /// The field of a column heading.
  func field(heading: String) -> Int? { byText[heading] }

  @inline(__always)
  private func matches(_ index: Int, _ bytes: Span<UInt8>, _ key: ScannedString) -> Bool {
    let count = key.upper &- key.lower
    let start = starts[index]
    guard starts[index + 1] &- start == count else { return false }
    for offset in 0..<count where keyBytes[start &+ offset] != bytes[key.lower &+ offset] {
      return false
    }
    return true
  }
}
