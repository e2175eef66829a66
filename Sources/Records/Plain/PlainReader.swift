internal import FEEL
internal import Files
internal import Model

/// Reads blocks of lines into ``PlainBatch``; each thread has its own.
///
/// Whatever it does not take at once it leaves to ``RecordDecoder``: speed never changes what is
/// accepted or reported.
struct PlainReader: Sendable {
  private let fields: [PlainField]
  private let required: UInt64
  private var keys: PlainKeys

  /// Creates a reader; nil for a table with too many fields.
  init?(_ schema: TableSchema) {
    guard schema.fields.count <= UInt64.bitWidth, let keys = PlainKeys(schema) else {
      return nil
    }
    self.keys = keys
    let key = schema.keyIndex
    fields = schema.fields.enumerated().map { PlainField($1, isKey: $0 == key) }
    required = schema.fields.indices.reduce(0) { bits, index in
      schema.fields[index].isRequired || index == key ? bits | 1 << UInt64(index) : bits
    }
  }

  /// The plain records of a block, and where the others are.
  mutating func read(_ block: RecordBlock) -> (batch: PlainBatch, others: [RecordPlace]) {
    var batch = PlainBatch(block, width: fields.count)
    let held = block.bytes
    let bytes = held.span
    batch.reserve(bytes.count / 128)
    var others: [RecordPlace] = []
    var line = block.firstLine
    var start = 0
    while start < bytes.count {
      var position = start
      PlainReader.skipBlank(bytes, &position)
      if position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
        if readRecord(bytes, &position, &batch, line) {
          start = position
          line += 1
          continue
        }
        let end = ByteSearch.first(UInt8(ascii: "\n"), in: bytes, from: start)
        var first = start
        JSONScan.skipSpace(bytes, &first, end)
        others.append(RecordPlace(lower: first, upper: end, line: line))
        position = end
      }
      line += 1
      start = position + 1
    }
    return (batch, others)
  }

  /// Reads one object into a batch, wherever it stands in a text, and leaves `position` after it; false
  /// if it is not plain.
  mutating func readObject(
    _ bytes: Span<UInt8>, _ position: inout Int, _ batch: inout PlainBatch
  ) -> Bool {
    let start = position
    let base = batch.begin()
    guard let given = readMembers(bytes, &position, &batch, base), given & required == required,
      position &- start <= RecordLimit.bytes
    else { return false }
    batch.keep(given, start, 0)
    return true
  }

  @inline(__always)
  private static func skipBlank(_ bytes: Span<UInt8>, _ position: inout Int) {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0D else { return }
      position &+= 1
    }
  }

  /// Reads the record at `position` and leaves it after the line end; false if it is not plain.
  @inline(__always)
  private mutating func readRecord(
    _ bytes: Span<UInt8>, _ position: inout Int, _ batch: inout PlainBatch, _ line: Int
  ) -> Bool {
    let start = position
    let base = batch.begin()
    guard let given = readMembers(bytes, &position, &batch, base), given & required == required
    else { return false }
    PlainReader.skipBlank(bytes, &position)
    guard position == bytes.count || bytes[position] == UInt8(ascii: "\n"),
      position &- start <= RecordLimit.bytes
    else { return false }
    position &+= 1
    batch.keep(given, start, line)
    return true
  }

  /// The fields given by an object; nil if it is not plain.
  @inline(__always)
  private mutating func readMembers(
    _ bytes: Span<UInt8>, _ position: inout Int, _ batch: inout PlainBatch, _ base: Int
  ) -> UInt64? {
    guard bytes[position] == UInt8(ascii: "{") else { return nil }
    position &+= 1
    keys.begin()
    var given: UInt64 = 0
    var known: UInt64 = 0
    let end = bytes.count
    while true {
      JSONScan.skipSpace(bytes, &position, end)
      guard let field = readKey(bytes, &position, end),
        JSONScan.colon(bytes, &position, end), position < end
      else { return nil }
      if field < 0 {
        guard JSONScan.value(bytes, &position, end) else { return nil }
      } else {
        let bit: UInt64 = 1 &<< UInt64(field)
        guard known & bit == 0 else { return nil }
        known |= bit
        switch readValue(bytes, &position, field, &batch, base &+ field) {
        case .given: given |= bit
        case .missing: break
        case .other: return nil
        }
      }
      JSONScan.skipSpace(bytes, &position, end)
      guard position < end else { return nil }
      let byte = bytes[position]
      position &+= 1
      if byte == UInt8(ascii: "}") { return given }
      guard byte == UInt8(ascii: ",") else { return nil }
    }
  }

  /// The field of a key, −1 for none; nil if the key is not plain, or there twice.
  @inline(__always)
  private mutating func readKey(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
  ) -> Int? {
    guard position &+ 18 <= end else { return nil }
    if let expected = keys.takeExpected(bytes, &position) { return expected.index }
    guard let key = JSONScan.string(bytes, &position, end), !key.hasEscapes, key.isASCII else {
      return nil
    }
    return keys.field(bytes, key.lower, key.upper)
  }

  private enum Reading { case given, missing, other }

  @inline(__always)
  private func readValue(
    _ bytes: Span<UInt8>, _ position: inout Int, _ field: Int, _ batch: inout PlainBatch,
    _ place: Int
  ) -> Reading {
    let end = bytes.count
    switch (fields[field].kind, bytes[position]) {
    case (_, UInt8(ascii: "n")):
      return JSONScan.word(bytes, &position, end) == UInt8(ascii: "n") ? .missing : .other
    case (.number, _):
      guard let number = PlainNumber(bytes, &position, end), fields[field].allows(number) else {
        return .other
      }
      batch.words[place] = number.significand
      batch.scales[place] = UInt8(truncatingIfNeeded: number.scale)
      return .given
    case (.boolean, _):
      guard let letter = JSONScan.word(bytes, &position, end) else { return .other }
      batch.words[place] = letter == UInt8(ascii: "t") ? 1 : 0
      return .given
    case (.text, _), (.date, _):
      guard let text = JSONScan.string(bytes, &position, end), !text.hasEscapes else {
        return .other
      }
      return readText(text, bytes, field, &batch, place)
    }
  }

  @inline(__always)
  private func readText(
    _ text: ScannedString, _ bytes: Span<UInt8>, _ field: Int, _ batch: inout PlainBatch,
    _ place: Int
  ) -> Reading {
    if case .date = fields[field].kind {
      guard let date = CellReader.isoDate(bytes, text.lower, text.upper) else { return .other }
      batch.words[place] = date.dayNumber
      return .given
    }
    if text.lower == text.upper, fields[field].emptyIsMissing { return .missing }
    guard text.isASCII || !Composition.mayChange(bytes.extracting(text.lower..<text.upper)) else {
      return .other
    }
    batch.words[place] = PlainBatch.text(text.lower, text.upper)
    return .given
  }
}

extension PlainBatch {
  mutating func reserve(_ records: Int) {
    words.reserveCapacity(records * width)
    scales.reserveCapacity(records * width)
    given.reserveCapacity(records)
    starts.reserveCapacity(records)
    lines.reserveCapacity(records)
  }

  /// Makes room for a record and gives the place of its first word; a record that is not kept leaves
  /// the room to the next one.
  @inline(__always)
  mutating func begin() -> Int {
    let base = count &* width
    if words.count == base {
      words.append(contentsOf: repeatElement(0, count: width))
      scales.append(contentsOf: repeatElement(0, count: width))
    }
    return base
  }

  @inline(__always)
  mutating func keep(_ fields: UInt64, _ start: Int, _ line: Int) {
    given.append(fields)
    starts.append(Int32(truncatingIfNeeded: start))
    lines.append(Int32(clamping: line))
    count &+= 1
  }
}
