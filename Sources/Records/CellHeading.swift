internal import Model

/// The first row of a file of cells: which column belongs to which field.
struct CellHeading: Sendable {
  let separator: UInt8
  /// For each column the field, or -1 where no field has it.
  let fields: [Int]
  /// The fields for which there is no column.
  let absent: [Int]
  /// The fields for which there are several columns, so that none can be believed.
  let ambiguous: [Int]
  /// What is wrong with the heading.
  let problems: [RecordProblem]

  /// Reads the heading, without its line end.
  init(
    _ bytes: Span<UInt8>, separator: UInt8, _ schema: TableSchema, file: String, line: Int
  ) {
    let names = CellHeading.names(bytes, separator)
    let keys = FieldKeys(schema)
    let fields = names.map { keys.field(heading: $0) ?? -1 }
    self.separator = separator
    self.fields = fields
    absent = schema.fields.indices.filter { !fields.contains($0) }
    ambiguous = schema.fields.indices.filter { index in fields.count { $0 == index } > 1 }
    let twice = ambiguous.map { index in
      RecordProblem(
        .duplicateKey, table: schema.name, file: file, line: line,
        field: schema.fields[index].name, expected: .oneValue)
    }
    let keyIndex = schema.keyIndex
    let missing = absent.filter { schema.fields[$0].isRequired || $0 == keyIndex }.map { index in
      RecordProblem(
        .missingField, table: schema.name, file: file, line: line,
        field: schema.fields[index].name, expected: .column(schema.fields[index].name),
        given: names.joined(separator: ", "))
    }
    problems = twice + missing
  }

  private static func names(_ bytes: Span<UInt8>, _ separator: UInt8) -> [String] {
    var names: [String] = []
    var position = 0
    while position <= bytes.count {
      guard let cell = CellScan.next(bytes, &position, bytes.count, separator) else { break }
      let text = String(decoding: CellScan.content(bytes, cell), as: UTF8.self)
      names.append(Composition.composed(text.trimmingSpaces()))
    }
    return names
  }

  /// The separator that a first line uses: the most frequent of tab, semicolon and comma that
  /// stands outside quotes; the comma where there is none.
  static func separator(of line: Span<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for index in line.indices {
      let byte = line[index]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? candidates[0]
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
