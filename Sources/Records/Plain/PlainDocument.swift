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
  private let widths: [Int]
  private let names: [Table]
  private let kinds: [[CellReader.Kind]]
  private let isOfOthers: @Sendable (String) -> Bool

  /// Creates a reader of some tables; nil where one of them has too many fields.
  ///
  /// - Parameter isOfOthers: Whether a table with another name is passed over.
  package init?(_ schemas: [TableSchema], isOfOthers: @escaping @Sendable (String) -> Bool) {
    self.isOfOthers = isOfOthers
    readers = schemas.compactMap { PlainReader($0) }
    guard readers.count == schemas.count else { return nil }
    widths = schemas.map(\.fields.count)
    names = schemas.enumerated().flatMap { index, schema in
      Set([schema.name, FieldSchema.oneWord(schema.name)]).sorted().map {
        Table(index: index, name: Array($0.utf8))
      }
    }
    kinds = schemas.map { schema in
      schema.fields.map { CellReader($0, isKey: false).kind }
    }
  }

  /// The records of each table, none for a table that is not there; nil for a text that is not plain.
  ///
  /// - Complexity: O(bytes).
  package mutating func read(_ text: [UInt8]) -> [PlainBatch?]? {
    // A key may not begin in the last bytes.
    let block = RecordBlock(
      sequence: 0, file: 0, form: .objects, bytes: text + PlainDocument.blank)
    let bytes = block.bytes.span
    map.fill(bytes)
    var batches = [PlainBatch?](repeating: nil, count: readers.count)
    var others: Set<String> = []
    var position = 0
    guard PlainDocument.take(UInt8(ascii: "{"), bytes, &position) else { return nil }
    repeat {
      guard let name = readName(bytes, &position),
        PlainDocument.take(UInt8(ascii: ":"), bytes, &position)
      else { return nil }
      guard let table = self.table(bytes, name) else {
        guard passOther(bytes, name, &position, &others) else { return nil }
        continue
      }
      guard batches[table] == nil else { return nil }
      var batch = PlainBatch(block, width: widths[table])
      guard PlainDocument.take(UInt8(ascii: "["), bytes, &position),
        readers[table].readList(bytes, map, &position, &batch)
      else { return nil }
      batches[table] = batch
    } while PlainDocument.take(UInt8(ascii: ","), bytes, &position)
    guard PlainDocument.take(UInt8(ascii: "}"), bytes, &position) else { return nil }
    JSONScan.skipSpace(bytes, &position, bytes.count)
    return position == bytes.count ? batches : nil
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

  /// The cells of the records of one table, as the exact reader gives them.
  ///
  /// - Complexity: O(records × fields).
  package func cells(_ table: Int, of batch: PlainBatch) -> RecordBatch {
    batch.cells(of: 0..<batch.count, kinds[table])
  }
}
