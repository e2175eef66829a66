internal import Files
internal import Model

/// Finds the rows in a file of cells, in which a quoted cell may hold line ends.
///
/// The cutter is fed the bytes of a file in any pieces and gives the same rows. A row that grows
/// beyond the limit, or that is still within quotes at the end of the file, can only come from a
/// stray quote: its first line is given up, and reading goes on at the next line.
struct CellCutter {
  private enum State { case start, plain, quoted, quoteInQuoted, skipping }

  let separator: UInt8
  private var state = State.start
  /// The next byte to look at.
  private var position = 0
  /// Where the row under way begins, and the line on which it does.
  private(set) var rowStart = 0
  private(set) var rowLine: Int
  private var line: Int
  /// Where the next quote is, or the end of the bytes when they were searched; else less than 0.
  private var nextQuote = -1

  /// Rows found and not yet taken, with the lines of rows given up.
  var places: [RecordPlace] = []
  var givenUp: [(line: Int, expected: Expectation)] = []

  init(separator: UInt8, line: Int) {
    self.separator = separator
    self.line = line
    rowLine = line
  }

  /// Tells the cutter that the bytes before the row under way have been dropped from the buffer.
  mutating func rebase() {
    position -= rowStart
    nextQuote = -1
    rowStart = 0
  }

  /// Looks at all bytes not looked at yet.
  mutating func scan(_ bytes: Span<UInt8>, isEnd: Bool) {
    repeat {
      while position < bytes.count {
        if !passPlainRow(bytes) { step(bytes) }
      }
      guard isEnd, rowStart < bytes.count, state != .skipping else { return }
      if state == .quoted {
        giveUp(bytes, .closingQuote)
      } else {
        endRow(bytes, at: bytes.count)
        rowStart = bytes.count
      }
    } while position < bytes.count
  }

  /// Passes a whole row without any quote, which is most of them; false when there is none here.
  private mutating func passPlainRow(_ bytes: Span<UInt8>) -> Bool {
    guard state == .start, position == rowStart else { return false }
    if nextQuote < position {
      nextQuote = ByteSearch.first(UInt8(ascii: "\""), in: bytes, from: position)
    }
    let end = ByteSearch.first(UInt8(ascii: "\n"), in: bytes, from: position)
    guard end < bytes.count, end < nextQuote, end - rowStart <= RecordLimit.bytes else {
      return false
    }
    position = end
    step(bytes)
    return true
  }

  private mutating func step(_ bytes: Span<UInt8>) {
    let byte = bytes[position]
    if byte == UInt8(ascii: "\n") {
      line += 1
      if state != .quoted {
        if state != .skipping { endRow(bytes, at: position) }
        rowStart = position + 1
        rowLine = line
        state = .start
        position += 1
        return
      }
    }
    advance(byte)
    position &+= 1
    if state == .skipping { rowStart = position }
    if position &- rowStart > RecordLimit.bytes, state != .skipping {
      giveUp(bytes, .size(mebibytes: RecordLimit.mebibytes))
    }
  }

  @inline(__always)
  private mutating func advance(_ byte: UInt8) {
    switch state {
    case .start:
      state =
        byte == UInt8(ascii: "\"") ? .quoted : byte == separator ? .start : .plain
    case .plain: if byte == separator { state = .start }
    case .quoted: if byte == UInt8(ascii: "\"") { state = .quoteInQuoted }
    case .quoteInQuoted:
      state =
        byte == UInt8(ascii: "\"") ? .quoted : byte == separator ? .start : .plain
    case .skipping: break
    }
  }

  /// Ends the row under way; a row of nothing but separators and spaces is none.
  private mutating func endRow(_ bytes: Span<UInt8>, at end: Int) {
    let upper = end > rowStart && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
    var first = rowStart
    while first < upper, bytes[first] == separator || bytes[first] == UInt8(ascii: " ") {
      first += 1
    }
    if first < upper {
      places.append(RecordPlace(lower: rowStart, upper: upper, line: rowLine))
    }
  }

  /// Gives up the first line of the row under way.
  private mutating func giveUp(_ bytes: Span<UInt8>, _ expected: Expectation) {
    givenUp.append((rowLine, expected))
    var end = rowStart
    while end < position, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    guard end < position else {
      state = .skipping
      rowStart = position
      return
    }
    rowLine += 1
    line = rowLine
    rowStart = end + 1
    position = end + 1
    state = .start
  }

  /// Takes the rows found so far, moved to the beginning of the block they are cut into.
  mutating func takePlaces() -> [RecordPlace] {
    defer { places = [] }
    return places
  }

  /// Takes what was given up so far.
  mutating func takeGivenUp() -> [(line: Int, expected: Expectation)] {
    defer { givenUp = [] }
    return givenUp
  }
}
