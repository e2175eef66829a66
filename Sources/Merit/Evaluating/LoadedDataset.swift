import Criteria
import FEEL
import Files
import Model
import Records
import Scoring

/// The records of a dataset in the layout of a pack, with everything that is wrong with them.
struct LoadedDataset {
  /// The records of each table of the layout.
  let raw: [RawTable]
  /// The names of all files; places of records refer to them.
  let files: [String]
  let log: ProblemLog
  /// The index in `files` of the first file of each table.
  let firstFiles: [Int]
  /// The names under which each table is there.
  let tableNames: [[String]]
  /// How many records each table has, by the layout's tables.
  let counts: [Int]
  /// The names of tables that the pack does not read, sorted; one that is nearly the name of a table
  /// of the pack is a problem instead.
  let unread: [String]

  /// Reads every table of the layout; tables that are not there are empty.
  ///
  /// - Throws: Where the disk reports an error in the middle of a file.
  /// - Complexity: O(bytes of the dataset).
  /// - Parameters:
  ///   - folded: A table whose records are not to be kept; it is left empty here.
  ///   - closed: The rows of closed periods, which are added to those of the dataset.
  init(
    _ source: DatasetSource, _ layout: Layout, threads: Int, except folded: Int? = nil,
    closed: [ClosedRows] = []
  ) throws(MeritError) {
    var raw: [RawTable] = []
    var files: [String] = []
    var firstFiles: [Int] = []
    var tableNames: [[String]] = []
    var unread: [String] = []
    do throws(FileProblem) {
      let log = ProblemLog()
      try log.absorb(source.log)
      var known: Set<String> = []
      for (index, table) in layout.tables.enumerated() {
        let names = source.names(ofTable: table.name)
        known.formUnion(names)
        let first = files.count
        firstFiles.append(first)
        tableNames.append(names)
        files += names.flatMap { source.files(of: $0) }
        let isRead = index != folded && !names.isEmpty
        raw.append(
          isRead
            ? try RawTable.read(
              names, table.schema(layout), source, firstFile: first, threads: threads, log)
            : RawTable(fields: table.fields.count))
        if names.isEmpty, EngineTable.needed.contains(table.name) {
          try log.add([RecordProblem(.missingTable, table: table.name, file: "", line: 0)])
        }
      }
      for name in source.tables where !known.contains(name) {
        guard layout.mayMean(name) else {
          unread.append(name)
          continue
        }
        try log.add([
          RecordProblem(
            .unknownTable, table: name, file: source.files(of: name).first ?? "", line: 0)
        ])
      }
      self.log = log
    } catch {
      throw MeritError(error.message)
    }
    for period in closed {
      try period.add(to: &raw, layout, place: files.count)
      files.append(period.file)
    }
    self.raw = raw
    self.files = files
    self.firstFiles = firstFiles
    self.tableNames = tableNames
    self.unread = unread
    counts = raw.map(\.count)
  }
}

extension LoadedDataset {
  /// The records that are joined before a table is folded: those that name some of it wait.
  func raw(for plan: FoldPlan?) -> [RawTable] {
    guard let plan else { return raw }
    return raw.indices.map {
      plan.naming.contains($0) ? RawTable(fields: raw[$0].columns.count) : raw[$0]
    }
  }

  /// The records that name some of a folded table, or name those that do, by table.
  func naming(_ plan: FoldPlan) -> [Int: RawTable] {
    Dictionary(uniqueKeysWithValues: plan.naming.map { ($0, raw[$0]) })
  }

  /// The day on which results are drawn up: the one asked for, else the last of the period in the
  /// office's own calendar.
  func day(_ asked: CalendarDate?, _ period: Period, _ layout: Layout) -> CalendarDate {
    asked
      ?? period.inOffice(raw[EngineTable.periods.rawValue], layout, files: files).to
  }
}

extension Layout {
  /// Whether a table that the pack does not have is nearly called like one that it has.
  func mayMean(_ name: String) -> Bool {
    nearestName(to: name, among: tables.map { FieldSchema.oneWord($0.name) }) != nil
  }
}

extension DatasetSource {
  /// The names under which a table of a pack is there.
  func names(ofTable name: String) -> [String] {
    Set([name, FieldSchema.oneWord(name)]).sorted().filter(contains)
  }

  /// How many bytes the files of a table of a pack have, so far as that is known.
  func bytes(ofTable name: String) -> Int {
    names(ofTable: name).reduce(0) { $0 + (bytes(of: $1) ?? 0) }
  }
}

extension DatasetSource {
  /// Whether a table of a pack can be divided on disk.
  func isDivisible(table name: String) -> Bool {
    names(ofTable: name).allSatisfy { isDivisible($0) }
  }
}

extension EngineTable {
  /// The tables without which nothing can be said of anybody.
  fileprivate static let needed: Set<String> = [
    EngineTable.people.name, EngineTable.units.name, EngineTable.postings.name,
  ]
}

extension RawTable {
  /// Reads the records of one table, from all files that hold some.
  static func read(
    _ names: [String], _ schema: TableSchema, _ source: DatasetSource, firstFile: Int,
    threads: Int, _ log: ProblemLog
  ) throws(FileProblem) -> RawTable {
    var parts: [RawTable] = []
    var first = firstFile
    for name in names {
      let start = first
      let (states, found) = try source.foldPlain(
        name, schema, threads: threads, initial: { [RawTable]() },
        each: { parts, batch, records in
          parts.append(RawTable(records.cells(of: batch), firstFile: start))
          parts.append(RawTable(batch.rest, firstFile: start))
        })
      parts += states.joined()
      try log.absorb(found)
      first += source.files(of: name).count
    }
    return RawTable(parts, fields: schema.fields.count, threads: threads)
  }
}
