import FEEL
import Files
import Model
import Records
import Scoring

/// One reading of a table that is folded.
struct FoldPass {
  private(set) var state: FoldState
  /// The records that were held back.
  private(set) var held: RawTable
  /// The records that were folded, and which lists and reports may pick out, in parts.
  private(set) var kept: [KeptRecords] = []
  /// The keys of all records, by thread; none where it was known which of them repeat.
  private(set) var seen: [SeenKeys] = []
  private(set) var count = 0

  /// Reads the table once.
  ///
  /// - Parameter repeated: The keys that occur more than once, whose records are held back to be compared
  ///   with each other; nil while that is not known. Beside them are those that add up to a whole with
  ///   others.
  init(
    _ reading: FoldReading, _ source: DatasetSource, _ names: [String], firstFile: Int,
    threads: Int, _ repeated: KeyMarks?, _ log: ProblemLog
  ) throws(FileProblem) {
    state = FoldState(reading.plan, owners: reading.owners)
    held = RawTable(fields: reading.schema.fields.count)
    var first = firstFile
    var plain: ColumnFold?
    for name in names {
      let start = first
      let (parts, found) = try source.foldPlain(
        name, reading.schema, threads: threads, initial: { FoldPart(reading, repeated) },
        each: { (part: inout FoldPart, batch, records) in
          part.add(batch, records, firstFile: start, log)
        })
      for part in parts {
        if let problem = part.failure { throw problem }
        state.add(part.state)
        if let columns = part.columns, plain?.add(columns) == nil { plain = columns }
        held.append(part.held)
        kept += part.kept + [KeptRecords(part.exactly)]
        if repeated == nil { seen.append(part.seen) }
        count += part.count
      }
      try log.absorb(found)
      first += source.files(of: name).count
    }
    plain?.add(to: &state)
  }

  /// Gives away the records that lists and reports may pick out.
  mutating func takeKept() -> [KeptRecords] {
    defer { kept = [] }
    return kept
  }

  /// Gives away what is kept of the keys.
  mutating func takeSeen() -> [SeenKeys] {
    defer { seen = [] }
    return seen
  }
}

/// What one thread has folded.
private struct FoldPart: Sendable {
  let reading: FoldReading
  let repeated: KeyMarks?
  var columns: ColumnFold?
  var state: FoldState
  var held: RawTable
  /// The plain records that are kept, batch by batch, and those that were folded the exact way.
  var kept: [KeptRecords] = []
  var exactly: RawTable
  var seen = SeenKeys()
  var count = 0
  var failure: FileProblem?

  init(_ reading: FoldReading, _ repeated: KeyMarks?) {
    self.reading = reading
    self.repeated = repeated
    columns = reading.kernel.map { ColumnFold($0, reading.plan, owners: reading.owners) }
    state = FoldState(reading.plan, owners: reading.owners)
    held = RawTable(fields: reading.schema.fields.count)
    exactly = held
  }

  mutating func add(
    _ batch: PlainBatch, _ records: PlainRecords, firstFile: Int, _ log: ProblemLog
  ) {
    var isHeld =
      reading.hasTextKeys
      ? holds(batch.keyHashes(reading.keyField)) : Array(repeating: false, count: batch.count)
    if reading.shared != 0 {
      for row in isHeld.indices where batch.given[row] & reading.shared != 0 { isHeld[row] = true }
    }
    var left = Array(0..<batch.count)
    if let folded = columns?.fold(
      batch, skipped: isHeld, names: reading.names, asOf: reading.world.asOf.dayNumber)
    {
      left = folded.left
      if !folded.kept.isEmpty {
        let cells = records.cells(of: folded.kept, in: batch)
        keep(RawTable(cells, firstFile: firstFile), folded.values)
      }
    }
    let aside = isHeld.indices.filter { isHeld[$0] }
    let single = aside.isEmpty ? left : left.filter { !isHeld[$0] }
    count += batch.count - aside.count
    if !aside.isEmpty { hold(records.cells(of: aside, in: batch), firstFile) }
    if !single.isEmpty { fold(records.cells(of: single, in: batch), firstFile, log) }
    if batch.rest.rows > 0 { addRest(batch.rest, firstFile, log) }
  }

  /// Records that are not plain.
  private mutating func addRest(_ batch: RecordBatch, _ firstFile: Int, _ log: ProblemLog) {
    var rows = RawTable(fields: batch.columns.count)
    rows.append(batch, firstFile: firstFile)
    let hashes = batch.columns[reading.keyField].map { KeyMarks.hash($0) }
    let known = hashes.indices.filter { hashes[$0] != nil }
    let isHeld = Set(zip(known, holds(hashes.compactMap(\.self))).filter(\.1).map(\.0))
    let shared = reading.plan.shared
    let (suspect, plain) = rows.parted { row in
      isHeld.contains(row) || shared.contains { rows.columns[$0][row] != .missing }
    }
    held.append(suspect)
    count += plain.count
    fold(plain, log)
  }

  /// Which of the records with these keys are held back.
  private mutating func holds(_ hashes: [UInt64]) -> [Bool] {
    if repeated == nil { seen.add(hashes) }
    let marks = [reading.named, repeated].compactMap(\.self).filter { !$0.isEmpty }
    guard !marks.isEmpty else { return Array(repeating: false, count: hashes.count) }
    return hashes.map { hash in marks.contains { $0.contains(hash) } }
  }

  private mutating func keep(_ rows: RawTable, _ values: KeptValues) {
    if let kernel = reading.kernel { kept.append(KeptRecords(rows, values, of: kernel)) }
  }

  private mutating func hold(_ batch: RecordBatch, _ firstFile: Int) {
    held.append(batch, firstFile: firstFile)
  }

  private mutating func fold(_ batch: RecordBatch, _ firstFile: Int, _ log: ProblemLog) {
    var rows = RawTable(fields: batch.columns.count)
    rows.append(batch, firstFile: firstFile)
    fold(rows, log)
  }

  private mutating func fold(_ rows: RawTable, _ log: ProblemLog) {
    do throws(FileProblem) {
      try log.add(
        reading.world.fold(
          rows, reading.plan, ids: reading.ids.rows, into: &state, keeping: &exactly))
    } catch { failure = error }
  }
}
