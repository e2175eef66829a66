package import Files
package import Model
internal import Synchronization

extension DatasetSource {
  /// Reads all records of a table and folds them, batch by batch, on several threads.
  ///
  /// Each thread begins with `initial` and sees some of the batches in an order of its own. Which
  /// ones, differs from run to run, so `each` must lead to the same result in any order and the
  /// caller must join the states in a way that does not care which is which. The log is always the
  /// same. A file that cannot be opened is a problem in the log; the others are still read.
  ///
  /// - Returns: the states of the threads, and what was wrong.
  /// - Throws: ``FileProblem`` when the disk reports an error in the middle of a file, or has no room
  ///   for further problems.
  package func fold<State: Sendable>(
    _ table: String, _ schema: TableSchema, threads: Int = Threads.available,
    block: BlockSize? = nil, initial: @escaping @Sendable () -> State,
    each: @escaping @Sendable (inout State, RecordBatch) -> Void
  ) throws(FileProblem) -> (states: [State], log: ProblemLog) {
    try fold(
      table, schema, threads: threads, block: block ?? blocks,
      decoder: { RecordDecoder(schema, fileNames: $0) }, initial: initial
    ) { state, decoder, block in
      let (batch, problems, lost) = decoder.decode(block)
      if batch.rows > 0 { each(&state, batch) }
      return (problems, lost)
    }
  }

  /// As the other, with plain records apart; see ``PlainBatch``.
  ///
  /// - Parameter usesMachine: Whether the machine's own instructions help; the result is the same.
  package func foldPlain<State: Sendable>(
    _ table: String, _ schema: TableSchema, threads: Int = Threads.available,
    block: BlockSize? = nil, usesMachine: Bool = StopMap.isBuiltIn,
    initial: @escaping @Sendable () -> State,
    each: @escaping @Sendable (inout State, PlainBatch, PlainRecords) -> Void
  ) throws(FileProblem) -> (states: [State], log: ProblemLog) {
    try fold(
      table, schema, threads: threads, block: block ?? blocks,
      decoder: { PlainDecoder(schema, fileNames: $0, usesMachine: usesMachine) }, initial: initial
    ) { state, decoder, block in
      let (batch, problems, lost) = decoder.decode(block)
      if batch.count > 0 || batch.rest.rows > 0 { each(&state, batch, decoder.records) }
      return (problems, lost)
    }
  }

  /// Gives the blocks of a table to threads, each with a decoder of its own: what threads share is slow
  /// to count.
  private func fold<State: Sendable, Decoder>(
    _ table: String, _ schema: TableSchema, threads: Int, block: BlockSize,
    decoder: @escaping @Sendable ([String]) -> Decoder, initial: @escaping @Sendable () -> State,
    each:
      @escaping @Sendable (inout State, inout Decoder, RecordBlock) -> (
        problems: [RecordProblem], lost: Int
      )
  ) throws(FileProblem) -> (states: [State], log: ProblemLog) {
    let files = tableFiles[table] ?? []
    let names = files.map(\.name)
    let blocks = BlockSource(files, schema, block)
    let log = ProblemLog(temporaryIn: temporaryParent)
    let turns = LogTurns(log, schema.name, names)
    let results = Threads.run(max(1, threads)) { [onBytes] _ -> Result<State, FileProblem> in
      var decoder = decoder(names)
      var state = initial()
      do throws(FileProblem) {
        while let next = try blocks.next() {
          onBytes?(next.bytes.count)
          let (problems, lost) = each(&state, &decoder, next)
          try turns.add(problems, lost: lost, file: next.file, turn: next.sequence)
        }
        return .success(state)
      } catch {
        return .failure(error)
      }
    }
    var states: [State] = []
    for result in results { states.append(try result.get()) }
    return (states, log)
  }
}

/// Lets threads add to a log in the order of the blocks, whichever thread is first.
private final class LogTurns: Sendable {
  private struct Waiting {
    let problems: [RecordProblem]
    let lost: Int
    let file: Int
  }

  private struct State {
    var next = 0
    var waiting: [Int: Waiting] = [:]
  }

  private let log: ProblemLog
  private let table: String
  private let files: [String]
  private let state = Mutex(State())

  init(_ log: ProblemLog, _ table: String, _ files: [String]) {
    self.log = log
    self.table = table
    self.files = files
  }

  func add(
    _ problems: [RecordProblem], lost: Int, file: Int, turn: Int
  ) throws(FileProblem) {
    try state.withLock { state throws(FileProblem) in
      state.waiting[turn] = Waiting(problems: problems, lost: lost, file: file)
      while let ready = state.waiting.removeValue(forKey: state.next) {
        try log.add(ready.problems)
        log.addLost(ready.lost, table: table, file: files[ready.file])
        state.next += 1
      }
    }
  }
}
