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
  private var shapes = PlainShapes()
  private var map: StopMap
  /// The bytes of a record in the last block, about.
  private var recordBytes = 128

  /// Creates a reader; nil for a table with too many fields.
  ///
  /// - Parameter usesMachine: Whether the machine's own instructions find where strings stop.
  init?(_ schema: TableSchema, usesMachine: Bool = StopMap.isBuiltIn) {
    let key = schema.keyIndex
    let fields = schema.fields.enumerated().map { PlainField($1, isKey: $0 == key) }
    guard fields.count <= UInt64.bitWidth, let keys = PlainKeys(schema, fields) else {
      return nil
    }
    (self.fields, self.keys) = (fields, keys)
    map = StopMap(usesMachine: usesMachine)
    required = schema.fields.indices.reduce(0) { bits, index in
      schema.fields[index].isRequired || index == key ? bits | 1 << UInt64(index) : bits
    }
  }

  /// The plain records of a block, and where the others are.
  mutating func read(_ block: RecordBlock) -> (batch: PlainBatch, others: [RecordPlace]) {
    let bytes = block.bytes
    map.fill(bytes.span)
    var batch = PlainBatch(block, width: fields.count)
    var others: [RecordPlace] = []
    var (start, line) = (0, block.firstLine)
    while start < bytes.count {
      batch.makeRoom((bytes.count - start) / recordBytes + 16)
      readLines(bytes.span, &start, &line, &batch, &others)
    }
    batch.dropRoom()
    if batch.count > 0 { recordBytes = bytes.count / batch.count + 1 }
    return (batch, others)
  }

  /// Reads lines as long as there is room for records and no shape is learnt.
  private mutating func readLines(
    _ bytes: Span<UInt8>, _ start: inout Int, _ line: inout Int, _ batch: inout PlainBatch,
    _ others: inout [RecordPlace]
  ) {
    let (bits, members) = (map.stopBits, shapes.steps)
    // Bytes may be read as any bits.
    let stopBits = unsafe bits.span.bytes
    let steps = members.span
    let values = PlainValues(fields, map)
    // Out of the batch, so that all can be written to at once.
    var (allWords, allScales, allGiven, allStarts, allLines) = batch.takeRoom()
    var words = allWords.mutableSpan
    var scales = allScales.mutableSpan
    var givens = allGiven.mutableSpan
    var starts = allStarts.mutableSpan
    var lines = allLines.mutableSpan
    let room = givens.count
    var hasLearnt = false
    while start < bytes.count, batch.count < room, !hasLearnt {
      var position = start
      let base = batch.count &* batch.width
      var given = follow(steps, values, bytes, stopBits, &position, &words, &scales, base)
      if given == nil {
        position = start
        let end = ByteSearch.first(UInt8(ascii: "\n"), in: bytes, from: start)
        (given, hasLearnt) = readNew(
          values, bytes, stopBits, &position, end, &words, &scales, base)
      }
      if let given, given & required == required, PlainReader.endLine(bytes, &position),
        position &- start <= RecordLimit.bytes
      {
        givens[batch.count] = given
        starts[batch.count] = Int32(truncatingIfNeeded: start)
        lines[batch.count] = Int32(clamping: line)
        batch.count &+= 1
        start = position
      } else {
        PlainReader.leave(bytes, &start, line, &others)
      }
      line &+= 1
    }
    batch.putRoom(allWords, allScales, allGiven, allStarts, allLines)
  }

  /// Passes over a line that holds no plain record, and notes it unless it is empty.
  private static func leave(
    _ bytes: Span<UInt8>, _ start: inout Int, _ line: Int, _ others: inout [RecordPlace]
  ) {
    let end = ByteSearch.first(UInt8(ascii: "\n"), in: bytes, from: start)
    JSONScan.skipSpace(bytes, &start, end)
    if start < end { others.append(RecordPlace(lower: start, upper: end, line: line)) }
    start = end + 1
  }

  /// Passes over the end of a line; false where something else stands.
  @inline(__always)
  private static func endLine(_ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
    while position < bytes.count {
      let byte = bytes[position]
      position &+= 1
      if byte == UInt8(ascii: "\n") { return true }
      guard byte == 0x20 || byte == 0x09 || byte == 0x0D else { return false }
    }
    return true
  }
}

// Records in a list.
extension PlainReader {
  /// Reads the records of a list in a text whose stops are known, from behind its bracket to behind the
  /// closing one; false if one of them is not plain.
  mutating func readList(
    _ bytes: Span<UInt8>, _ map: StopMap, _ position: inout Int, _ batch: inout PlainBatch
  ) -> Bool {
    JSONScan.skipSpace(bytes, &position, bytes.count)
    guard position < bytes.count else { return false }
    if bytes[position] == UInt8(ascii: "]") {
      position &+= 1
      return true
    }
    while true {
      if batch.isFull { batch.makeRoom(batch.count + 8) }
      guard let isWhole = readRecords(bytes, map, &position, &batch) else { return false }
      if isWhole { return true }
    }
  }

  /// Reads records as long as there is room for them and no shape is learnt; nil if one is not plain, true
  /// once the list has ended.
  private mutating func readRecords(
    _ bytes: Span<UInt8>, _ map: StopMap, _ position: inout Int, _ batch: inout PlainBatch
  ) -> Bool? {
    let (bits, members) = (map.stopBits, shapes.steps)
    // Bytes may be read as any bits.
    let stopBits = unsafe bits.span.bytes
    let steps = members.span
    let values = PlainValues(fields, map)
    var (allWords, allScales, allGiven, allStarts, allLines) = batch.takeRoom()
    defer { batch.putRoom(allWords, allScales, allGiven, allStarts, allLines) }
    var words = allWords.mutableSpan
    var scales = allScales.mutableSpan
    var givens = allGiven.mutableSpan
    var starts = allStarts.mutableSpan
    let room = givens.count
    var hasLearnt = false
    while batch.count < room, !hasLearnt {
      let start = position
      let base = batch.count &* batch.width
      var given = follow(steps, values, bytes, stopBits, &position, &words, &scales, base)
      if given == nil {
        position = start
        (given, hasLearnt) = readNew(
          values, bytes, stopBits, &position, bytes.count, &words, &scales, base)
      }
      guard let given, given & required == required, position &- start <= RecordLimit.bytes else {
        return nil
      }
      givens[batch.count] = given
      starts[batch.count] = Int32(truncatingIfNeeded: start)
      batch.count &+= 1
      JSONScan.skipSpace(bytes, &position, bytes.count)
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      position &+= 1
      if byte == UInt8(ascii: "]") { return true }
      guard byte == UInt8(ascii: ",") else { return nil }
      JSONScan.skipSpace(bytes, &position, bytes.count)
    }
    return false
  }
}

// Records of a known shape.
extension PlainReader {
  /// Reads a record in one of the shapes that are known, and gives the fields that it gives.
  @inline(__always)
  private mutating func follow(
    _ steps: Span<PlainStep>, _ values: PlainValues, _ bytes: Span<UInt8>, _ stopBits: RawSpan,
    _ position: inout Int, _ words: inout MutableSpan<Int>, _ scales: inout MutableSpan<UInt8>,
    _ base: Int
  ) -> UInt64? {
    let start = position
    for _ in 0..<shapes.trials {
      let (first, last) = shapes.current
      if steps[first].matches(bytes, start) {
        position = start
        let given = PlainReader.follow(
          steps, first, last, values, bytes, stopBits, &position, &words, &scales, base)
        if let given {
          shapes.noteMet()
          return given
        }
      }
      shapes.tryNext()
    }
    return nil
  }

  @inline(__always)
  private static func follow(
    _ steps: Span<PlainStep>, _ first: Int, _ last: Int, _ values: PlainValues,
    _ bytes: Span<UInt8>, _ stopBits: RawSpan, _ position: inout Int,
    _ words: inout MutableSpan<Int>, _ scales: inout MutableSpan<UInt8>, _ base: Int
  ) -> UInt64? {
    var given: UInt64 = 0
    var index = first
    while true {
      position &+= steps[index].count
      let (way, field) = (steps[index].way, steps[index].field)
      let value = values.read(way, field, bytes, stopBits, &position)
      switch value.found {
      case .given:
        words[base &+ field] = value.word
        scales[base &+ field] = UInt8(truncatingIfNeeded: value.scale)
        given |= steps[index].bit
      case .missing: break
      case .other: return nil
      }
      index &+= 1
      if index < last, steps[index].matches(bytes, position) { continue }
      guard position < bytes.count else { return nil }
      if bytes[position] == UInt8(ascii: "}") {
        position &+= 1
        return given
      }
      // Members that are left out.
      repeat {
        index &+= 1
        guard index < last else { return nil }
      } while !steps[index].matches(bytes, position)
    }
  }
}

// Records of any shape.
extension PlainReader {
  /// Reads a record in no shape that is known, and says whether its own has been learnt.
  @inline(__always)
  private mutating func readNew(
    _ values: PlainValues, _ bytes: Span<UInt8>, _ stopBits: RawSpan, _ position: inout Int,
    _ end: Int, _ words: inout MutableSpan<Int>, _ scales: inout MutableSpan<UInt8>, _ base: Int
  ) -> (given: UInt64?, hasLearnt: Bool) {
    let start = position
    let given = readKeys(values, bytes, stopBits, &position, end, &words, &scales, base)
    guard shapes.noteMissed(), given != nil else { return (given, false) }
    return (given, learn(values, bytes, stopBits, start, end))
  }

  /// Reads a record key by key.
  @inline(never)
  private mutating func readKeys(
    _ values: PlainValues, _ bytes: Span<UInt8>, _ stopBits: RawSpan, _ position: inout Int,
    _ end: Int, _ words: inout MutableSpan<Int>, _ scales: inout MutableSpan<UInt8>, _ base: Int
  ) -> UInt64? {
    let record = bytes.extracting(0..<end)
    var place = position
    guard place < end, record[place] == UInt8(ascii: "{") else { return nil }
    var given: UInt64 = 0
    var seen = PlainKeys.Seen()
    repeat {
      place &+= 1
      JSONScan.skipSpace(record, &place, record.count)
      guard let key = readKey(bytes, stopBits, &place), seen.insert(key),
        JSONScan.colon(record, &place, record.count)
      else { return nil }
      let value = values.read(key.way, key.field, bytes, stopBits, &place)
      switch value.found {
      case .given:
        words[base &+ key.field] = value.word
        scales[base &+ key.field] = UInt8(truncatingIfNeeded: value.scale)
        given |= 1 &<< UInt64(truncatingIfNeeded: key.field)
      case .missing: break
      case .other: return nil
      }
      JSONScan.skipSpace(record, &place, record.count)
      guard place < record.count else { return nil }
    } while record[place] == UInt8(ascii: ",")
    guard record[place] == UInt8(ascii: "}") else { return nil }
    position = place &+ 1
    return given
  }

  /// Learns the shape of a record that has been read key by key; says whether it did.
  @inline(never)
  private mutating func learn(
    _ values: PlainValues, _ bytes: Span<UInt8>, _ stopBits: RawSpan, _ start: Int, _ end: Int
  ) -> Bool {
    var steps: [PlainStep] = []
    var (before, position) = (start, start)
    repeat {
      position &+= 1
      JSONScan.skipSpace(bytes, &position, end)
      guard let key = readKey(bytes, stopBits, &position), JSONScan.colon(bytes, &position, end),
        position &- before <= PlainShapes.longest
      else { return false }
      let member = TextReading.copy(bytes.extracting(before..<position))
      steps.append(PlainStep(member, key.way, field: key.field))
      _ = values.read(key.way, key.field, bytes, stopBits, &position)
      before = position
      JSONScan.skipSpace(bytes, &position, end)
    } while position < end && bytes[position] == UInt8(ascii: ",")
    shapes.learn(steps)
    return true
  }

  /// The key at `position`; nil if it is not plain.
  @inline(__always)
  private mutating func readKey(
    _ bytes: Span<UInt8>, _ stopBits: RawSpan, _ position: inout Int
  ) -> PlainKeys.Key? {
    guard position &+ 18 <= bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
    let lower = position &+ 1
    let upper = StopMap.next(stopBits, lower)
    guard upper < bytes.count, bytes[upper] == UInt8(ascii: "\"") else { return nil }
    position = upper &+ 1
    return keys.key(bytes, lower, upper)
  }
}
