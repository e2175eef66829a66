package import Files
internal import JSON
internal import Model

extension DatasetSource {
  /// Reads a dataset from the bytes of one JSON object with a list for each table.
  ///
  /// - Throws: ``FileProblem`` when there are more problems than fit in memory and no room on disk.
  package init(bytes: [UInt8], name: String) throws(FileProblem) {
    let document = DatasetDocument(bytes, name: name)
    let log = ProblemLog()
    try log.add(document.problems)
    self.init(
      tables: document.tables, log: log, inputs: .hashed(name: name, InputHash(bytes)), spool: nil,
      temporaryIn: nil)
  }
}
