internal import FEEL
package import Model

/// Reads small datasets of one JSON text each, one after the other, where everything in them is plain.
///
///     {"people": [{…}], "units": [{…}], "postings": [{…}], "tasks": [{…}, {…}]}
///
/// What is not plain is left to the reader of all other datasets, so that speed never changes what is
/// accepted or reported.
package struct PlainDocument: Sendable {
  private struct Table: Sendable {
    let index: Int
    let name: [UInt8]
  }

  private var readers: [PlainReader]
  private var map = StopMap()
  private let names: [Table]
  private let kinds: [[CellReader.Kind]]
  private let isOfOthers: @Sendable (String) -> Bool
  /// The text that is read, with blanks behind it, since a key may not begin in the last bytes.
  private var bytes: [UInt8] = []
  /// The records of each table, in the room of those of the texts before.
  private var batches: [PlainBatch]
  /// Whether each table is there.
  private var isGiven: [Bool]

  /// Creates a reader of some tables; nil where one of them has too many fields.
  ///
  /// - Parameter isOfOthers: Whether a table with another name is passed over.
  package init?(_ schemas: [TableSchema], isOfOthers: @escaping @Sendable (String) -> Bool) {
    self.isOfOthers = isOfOthers
    readers = schemas.compactMap { PlainReader($0) }
    guard readers.count == schemas.count else { return nil }
    names = schemas.enumerated().flatMap { index, schema in
      Set([schema.name, FieldSchema.oneWord(schema.name)]).sorted().map {
        Table(index: index, name: Array($0.utf8))
      }
    }
    kinds = schemas.map { schema in
      schema.fields.map { CellReader($0, isKey: false).kind }
    }
    let nothing = RecordBlock(sequence: 0, file: 0, form: .objects)
    batches = schemas.map { PlainBatch(nothing, width: $0.fields.count) }
    isGiven = Array(repeating: false, count: schemas.count)
  }

  /// Reads a text; false if it is not plain, and no table is there then.
  ///
  /// - Complexity: O(bytes).
  package mutating func read(_ text: [UInt8]) -> Bool {
    begin(text)
    let isPlain = readTables()
    if !isPlain { forget() }
    return isPlain
  }

  /// The records of a table; nil where it is not there.
  package subscript(table: Int) -> PlainBatch? { isGiven[table] ? batches[table] : nil }

  /// The number of records of a table; nil where it is not there.
  package func count(of table: Int) -> Int? { isGiven[table] ? batches[table].count : nil }

  /// Puts a text in the room of the last one, which nothing may hold then.
  private mutating func begin(_ text: [UInt8]) {
    forget()
    bytes.removeAll(keepingCapacity: true)
    bytes += text
    bytes += PlainDocument.blank
    let whole = bytes
    map.fill(whole.span)
  }

  private mutating func forget() {
    for table in batches.indices where isGiven[table] {
      isGiven[table] = false
      batches[table].begin([])
    }
  }

  private mutating func readTables() -> Bool {
    let text = bytes
    let bytes = text.span
    var others: Set<String> = []
    var position = 0
    guard PlainDocument.take(UInt8(ascii: "{"), bytes, &position) else { return false }
    repeat {
      guard let name = readName(bytes, &position),
        PlainDocument.take(UInt8(ascii: ":"), bytes, &position)
      else { return false }
      guard let table = self.table(bytes, name) else {
        guard passOther(bytes, name, &position, &others) else { return false }
        continue
      }
      guard !isGiven[table] else { return false }
      isGiven[table] = true
      batches[table].begin(text)
      guard PlainDocument.take(UInt8(ascii: "["), bytes, &position),
        readers[table].readList(bytes, map, &position, &batches[table])
      else { return false }
    } while PlainDocument.take(UInt8(ascii: ","), bytes, &position)
    guard PlainDocument.take(UInt8(ascii: "}"), bytes, &position) else { return false }
    JSONScan.skipSpace(bytes, &position, bytes.count)
    return position == bytes.count
  }

  private static let blank = [UInt8](repeating: 0x20, count: 32)

  /// Passes space and one byte; false, with the space passed, if another byte stands there.
  private static func take(_ byte: UInt8, _ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
    JSONScan.skipSpace(bytes, &position, bytes.count)
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// The name of a table, if it has no escapes.
  private func readName(_ bytes: Span<UInt8>, _ position: inout Int) -> Range<Int>? {
    JSONScan.skipSpace(bytes, &position, bytes.count)
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\""),
      let name = JSONScan.string(bytes, &position, bytes.count), !name.hasEscapes
    else { return nil }
    return name.lower..<name.upper
  }

  private func table(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Int? {
    let found = names.first { table in
      table.name.count == name.count
        && table.name.indices.allSatisfy { table.name[$0] == bytes[name.lowerBound + $0] }
    }
    return found?.index
  }

  /// Passes the list of a table that others read; false if it may be something else, or is there twice.
  private func passOther(
    _ bytes: Span<UInt8>, _ name: Range<Int>, _ position: inout Int, _ others: inout Set<String>
  ) -> Bool {
    let text = TextReading.plain(bytes, name.lowerBound, name.upperBound, isASCII: false)
    JSONScan.skipSpace(bytes, &position, bytes.count)
    return others.insert(text).inserted && isOfOthers(text) && position < bytes.count
      && bytes[position] == UInt8(ascii: "[") && JSONScan.value(bytes, &position, bytes.count)
  }

  /// The cells of the records of a table, as the exact reader gives them; none if it is not there.
  ///
  /// - Complexity: O(records × fields).
  package func cells(_ table: Int) -> RecordBatch {
    batches[table].cells(of: 0..<batches[table].count, kinds[table])
  }

  /// The value of one field of one record of a table that is there.
  package func cell(_ table: Int, _ row: Int, _ field: Int) -> Cell {
    batches[table].cell(row, field, kinds[table][field])
  }
}
