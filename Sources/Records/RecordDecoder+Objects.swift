internal import Model

extension RecordDecoder {
  /// Reads the JSON object at `place` into the row.
  ///
  /// - Returns: whether it is one whole object and nothing else.
  mutating func readObject(_ bytes: Span<UInt8>, _ place: RecordPlace) -> Bool {
    let end = place.upper
    var position = place.lower
    JSONScan.skipSpace(bytes, &position, end)
    guard position < end, bytes[position] == UInt8(ascii: "{") else { return false }
    position &+= 1
    JSONScan.skipSpace(bytes, &position, end)
    guard position < end else { return false }
    if bytes[position] == UInt8(ascii: "}") {
      position &+= 1
    } else {
      guard readMembers(bytes, &position, end) else { return false }
    }
    JSONScan.skipSpace(bytes, &position, end)
    return position == end
  }

  private mutating func readMembers(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
  ) -> Bool {
    while true {
      guard let key = JSONScan.string(bytes, &position, end),
        JSONScan.colon(bytes, &position, end), position < end,
        readMember(key, bytes, &position, end)
      else { return false }
      JSONScan.skipSpace(bytes, &position, end)
      guard position < end else { return false }
      let byte = bytes[position]
      position &+= 1
      if byte == UInt8(ascii: "}") { return true }
      guard byte == UInt8(ascii: ",") else { return false }
      JSONScan.skipSpace(bytes, &position, end)
    }
  }

  @inline(__always)
  private mutating func readMember(
    _ key: ScannedString, _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
  ) -> Bool {
    guard let field = keys.field(bytes, key) else {
      if !unknownKeys.insert(key, of: bytes) { noteTwice(key, bytes) }
      return JSONScan.value(bytes, &position, end)
    }
    let start = position
    if seen[field] == recordNumber {
      guard JSONScan.value(bytes, &position, end) else { return false }
      row[field] = .wrong
      note(
        .duplicateKey, field, .oneValue, given: TextReading.excerpt(bytes, start, position))
      return true
    }
    seen[field] = recordNumber
    guard let cell = read(readers[field], bytes, &position, end) else { return false }
    if case .wrong = cell {
      let (kind, expected) = readers[field].reason(bytes, start, position)
      note(kind, field, expected, given: TextReading.excerpt(bytes, start, position))
    }
    store(cell, field, bytes, start, position)
    return true
  }

  /// Reads one value for a field; nil when it is no JSON.
  @inline(__always)
  private func read(
    _ reader: CellReader, _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
  ) -> Cell? {
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "\""):
      guard let scanned = JSONScan.string(bytes, &position, end) else { return nil }
      return reader.read(scanned, of: bytes)
    case UInt8(ascii: "-"), 0x30...0x39:
      guard JSONScan.number(bytes, &position, end) else { return nil }
      return reader.readNumber(bytes, start, position)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return JSONScan.value(bytes, &position, end) ? .wrong : nil
    default:
      return JSONScan.word(bytes, &position, end).map { reader.readWord($0) }
    }
  }

  /// Puts a cell into the row, unless its number is out of range or its bytes were damaged.
  @inline(__always)
  mutating func store(
    _ cell: Cell, _ field: Int, _ bytes: Span<UInt8>, _ lower: Int, _ upper: Int
  ) {
    row[field] = cell
    if readers[field].hasLimits, case .number(let number) = cell,
      let expected = limits[field].expectation(for: number)
    {
      row[field] = .wrong
      note(.outOfRange, field, expected, given: TextReading.excerpt(bytes, lower, upper))
    }
    if !damaged.isEmpty { noteDamage(field, bytes, lower, upper) }
  }

  /// Says that a value had bytes that are not UTF-8, and nothing else of it.
  private mutating func noteDamage(
    _ field: Int, _ bytes: Span<UInt8>, _ lower: Int, _ upper: Int
  ) {
    guard damaged.contains(where: { $0.overlaps(lower..<upper) }) else { return }
    row[field] = .wrong
    rowProblems.removeAll { $0.field == limits[field].name }
    note(.encoding, field, .utf8, given: TextReading.excerpt(bytes, lower, upper))
  }

  private mutating func noteTwice(_ key: ScannedString, _ bytes: Span<UInt8>) {
    rowProblems.append(
      RecordProblem(
        .duplicateKey, table: table, file: fileNames[file], line: line,
        field: TextReading.excerpt(bytes, key.lower, key.upper), expected: .oneValue))
  }
}
