internal import Model

/// A list of records within a JSON text in memory, taken apart into its elements.
///
/// Only the brackets, commas and strings are looked at; what an element is, its reader finds out.
/// A string ends at a line end at the latest, so that a missing quote does not swallow the rest.
struct JSONList: Sendable {
  let source: SharedBytes
  /// The elements in order.
  let places: [RecordPlace]
  /// Lines at which the list itself is wrong.
  var faults: [(line: Int, expected: Expectation)]
}

/// Walks over the structure of a JSON text.
struct JSONStructure {
  let source: SharedBytes
  var position: Int
  var line = 1

  init(_ source: SharedBytes) {
    self.source = source
    position = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  var current: UInt8? { position < source.bytes.count ? source.bytes[position] : nil }

  mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      if byte == 0x0A { line += 1 }
      position += 1
    }
  }

  /// Passes one value by its brackets and quotes alone.
  mutating func skipValue() {
    var depth = 0
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        skipString()
        if depth == 0 { return }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0 else { return }
        depth -= 1
        if depth == 0 {
          position += 1
          return
        }
      case UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        guard depth > 0 else { return }
      case UInt8(ascii: "\n"):
        guard depth > 0 else { return }
        line += 1
      default:
        break
      }
      position += 1
    }
  }

  private mutating func skipString() {
    position += 1
    while let byte = current, byte != UInt8(ascii: "\n") {
      position += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "\"") { return }
    }
    position = min(position, source.bytes.count)
  }

  /// Takes apart the list whose bracket is under the cursor.
  mutating func readList() -> JSONList {
    var places: [RecordPlace] = []
    var faults: [(line: Int, expected: Expectation)] = []
    position += 1
    skipSpace()
    while let byte = current, byte != UInt8(ascii: "]") {
      let (start, startLine) = (position, line)
      skipValue()
      if position > start {
        places.append(RecordPlace(lower: start, upper: position, line: startLine))
      } else if byte == UInt8(ascii: "}") {
        faults.append((line, .closing))
        position += 1
      }
      skipSpace()
      if current == UInt8(ascii: ",") {
        let comma = line
        position += 1
        skipSpace()
        if position == start + 1 || current == UInt8(ascii: "]") || current == UInt8(ascii: ",") {
          faults.append((comma, .object))
        }
      } else if current != UInt8(ascii: "]"), current != nil {
        faults.append((line, .comma))
      }
    }
    if current == nil { faults.append((line, .closing)) } else { position += 1 }
    return JSONList(source: source, places: places, faults: faults)
  }
}
