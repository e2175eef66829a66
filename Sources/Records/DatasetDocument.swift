internal import JSON
internal import Model

/// A dataset in one JSON object: a list of records for each table.
struct DatasetDocument {
  private(set) var tables: [String: [TableFile]] = [:]
  private(set) var problems: [RecordProblem] = []
  private let name: String

  /// Takes the object apart; the records themselves are read later.
  init(_ bytes: [UInt8], name: String) {
    self.name = name
    if OpenFile.isWide(bytes) {
      note(.encoding, "", 0, .utf8)
    } else {
      read(JSONStructure(SharedBytes(bytes)))
    }
  }

  private mutating func read(_ start: JSONStructure) {
    var structure = start
    structure.skipSpace()
    guard structure.current == UInt8(ascii: "{") else {
      return note(.syntax, "", structure.line, .object)
    }
    structure.position += 1
    structure.skipSpace()
    while structure.current == UInt8(ascii: "\"") {
      guard readTable(&structure) else { return }
    }
    guard structure.current == UInt8(ascii: "}") else {
      return note(.syntax, "", structure.line, .closing)
    }
    structure.position += 1
    structure.skipSpace()
    if structure.current != nil { note(.syntax, "", structure.line, .closing) }
  }

  /// Reads one `"table": [...]` and the comma after it; false when nothing more can be read.
  private mutating func readTable(_ structure: inout JSONStructure) -> Bool {
    let line = structure.line
    guard let table = readKey(&structure) else {
      note(.syntax, "", line, .object)
      return false
    }
    if structure.current == UInt8(ascii: "[") {
      if tables[table] != nil { note(.duplicateKey, table, line, .oneValue) }
      let list = structure.readList()
      tables[table, default: []].append(
        TableFile(name: name, form: .json, origin: .list(list)))
    } else {
      note(.wrongType, table, line, .list)
      structure.skipValue()
    }
    structure.skipSpace()
    if structure.current == UInt8(ascii: ",") {
      let comma = structure.line
      structure.position += 1
      structure.skipSpace()
      if structure.current == UInt8(ascii: "}") { note(.syntax, "", comma, .object) }
    } else if structure.current == UInt8(ascii: "\"") {
      note(.syntax, "", structure.line, .comma)
    }
    return true
  }

  private func readKey(_ structure: inout JSONStructure) -> String? {
    let bytes = structure.source.bytes
    let span = bytes.span
    var position = structure.position
    guard let scanned = JSONScan.string(span, &position, bytes.count),
      UTF8Repair.firstIllFormed(span.extracting(scanned.lower..<scanned.upper)) == nil,
      let key = TextReading.string(span, scanned)
    else { return nil }
    structure.position = position
    structure.skipSpace()
    guard structure.current == UInt8(ascii: ":") else { return nil }
    structure.position += 1
    structure.skipSpace()
    return key
  }

  private mutating func note(
    _ kind: RecordProblem.Kind, _ table: String, _ line: Int, _ expected: Expectation
  ) {
    problems.append(
      RecordProblem(
        kind, table: table, file: name, line: line, field: kind == .duplicateKey ? table : nil,
        expected: expected))
  }
}
