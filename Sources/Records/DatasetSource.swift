package import Files

/// Where the tables of a dataset are: found once, read as often as needed.
///
/// A dataset is a folder with one or more files for each table, one JSON object with a list for each
/// table, or lines of JSON that each name their table. See ``init(folder:temporaryIn:)``,
/// ``init(file:temporaryIn:)`` and ``init(standardInput:temporaryIn:)``.
package struct DatasetSource: Sendable {
  /// The files of each table in the order in which they are read.
  let tableFiles: [String: [TableFile]]
  /// What was wrong before any table was read.
  package let log: ProblemLog
  /// Names in the folder that are no tables, sorted.
  package let ignored: [String]
  /// The inputs as they stand in the file system, for their hashes.
  let inputs: Inputs
  /// Where temporary files go; nil means the system's folder for such.
  let temporaryParent: String?
  /// Holds the files that standard input was divided into.
  let spool: TemporaryFolder?
  /// How tables are cut into blocks; results do not depend on it.
  package var blocks = BlockSize.standard
  /// Is told how many bytes were read, whenever some were, by whichever thread has read them.
  package var onBytes: (@Sendable (Int) -> Void)?

  /// What the dataset was made from.
  enum Inputs: Sendable {
    /// Files that can be read again.
    case paths([(name: String, path: String)])
    /// An input that was read once, with its hash.
    case hashed(name: String, InputHash)
  }

  /// The names of the tables that are there, even if empty, sorted.
  package var tables: [String] { tableFiles.keys.sorted() }

  /// The names of the files of a table, in the order of ``RecordBatch/file``.
  package func files(of table: String) -> [String] { (tableFiles[table] ?? []).map(\.name) }

  /// How many bytes the files of a table have, so far as that is known before they are read.
  package func bytes(of table: String) -> Int? {
    var bytes = 0
    for file in tableFiles[table] ?? [] {
      guard case .path(let path) = file.origin, let size = Place(path).size else { return nil }
      bytes += size
    }
    return bytes
  }

  /// Whether a table is there, even if it is empty.
  package func contains(_ table: String) -> Bool { tableFiles[table] != nil }

  /// The hash and size of every input, by name.
  ///
  /// - Throws: ``FileProblem`` when an input cannot be read.
  /// - Complexity: O(bytes); reads every file once.
  package func hashes(
    threads: Int = Threads.available
  ) throws(FileProblem) -> [(name: String, hash: InputHash)] {
    switch inputs {
    case .hashed(let name, let hash): return [(name, hash)]
    case .paths(let paths):
      var hashes: [(name: String, hash: InputHash)] = []
      for (name, path) in paths {
        hashes.append((name, try InputHash(of: path, threads: threads, onBytes: onBytes)))
      }
      return hashes
    }
  }

  /// How the inputs stand now, in the order of their names; none where they were read once for all.
  package var marks: [Place.Mark?] {
    guard case .paths(let paths) = inputs else { return [] }
    return paths.map { Place($0.path).mark }
  }

  /// Refuses an input that somebody has changed between one reading and the next.
  ///
  /// - Parameter before: The ``marks`` from before the first reading.
  /// - Throws: ``FileProblem`` with the first input that does not stand as it did.
  package func refuseChanges(since before: [Place.Mark?]) throws(FileProblem) {
    guard case .paths(let paths) = inputs else { return }
    for ((_, path), mark) in zip(paths, before) where Place(path).mark != mark {
      throw FileProblem(.read, path, because: "it was changed while it was read; begin again")
    }
  }

  /// Finds the tables in a folder.
  ///
  /// `tasks.ndjson`, `tasks.jsonl`, `tasks.json`, `tasks.csv` and `tasks.tsv` hold records of
  /// `tasks`, and so does `tasks-2026-07.csv`; several files of one table are read in the order of
  /// their names. Hidden files, folders and other endings are ignored.
  ///
  /// - Throws: ``FileProblem`` when the folder cannot be listed.
  package init(folder: String, temporaryIn parent: String? = nil) throws(FileProblem) {
    var tables: [String: [TableFile]] = [:]
    var ignored: [String] = []
    var paths: [(name: String, path: String)] = []
    for name in try Place(folder).names() {
      let place = Place(folder).appending(name)
      guard let (table, form) = TableFile.parse(name), place.kind != .folder else {
        ignored.append(name)
        continue
      }
      let file = TableFile(name: name, form: form, origin: .path(place.path))
      tables[table, default: []].append(file)
      paths.append((name, place.path))
    }
    tableFiles = tables
    self.ignored = ignored
    inputs = .paths(paths)
    log = ProblemLog(temporaryIn: parent)
    temporaryParent = parent
    spool = nil
  }

  init(
    tables: [String: [TableFile]], log: ProblemLog, inputs: Inputs, spool: TemporaryFolder?,
    temporaryIn parent: String?
  ) {
    tableFiles = tables
    self.log = log
    ignored = []
    self.inputs = inputs
    self.spool = spool
    temporaryParent = parent
  }
}
