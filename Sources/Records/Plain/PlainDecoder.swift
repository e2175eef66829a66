internal import Model

/// Reads blocks with the plain reader as far as it goes, and the rest with the exact one.
struct PlainDecoder: Sendable {
  private var reader: PlainReader?
  private var decoder: RecordDecoder
  private let width: Int
  let records: PlainRecords

  init(_ schema: TableSchema, fileNames: [String], usesMachine: Bool) {
    reader = PlainReader(schema, usesMachine: usesMachine)
    decoder = RecordDecoder(schema, fileNames: fileNames)
    records = PlainRecords(decoder)
    width = schema.fields.count
  }

  /// Reads a block: its records, what is wrong with them in order, and how many were lost.
  mutating func decode(
    _ block: RecordBlock
  ) -> (batch: PlainBatch, problems: [RecordProblem], lost: Int) {
    guard case .lines = block.form, let (plain, others) = reader?.read(block) else {
      var batch = PlainBatch(block, width: width)
      let (rest, problems, lost) = decoder.decode(block)
      batch.rest = rest
      return (batch, problems, lost)
    }
    var batch = plain
    var left = RecordBlock(
      sequence: block.sequence, file: block.file, form: .objects, bytes: block.bytes)
    left.places = others
    left.problems = block.problems
    left.lost = block.lost
    let (rest, problems, lost) = decoder.decode(left)
    batch.rest = rest
    return (batch, problems, lost)
  }
}
