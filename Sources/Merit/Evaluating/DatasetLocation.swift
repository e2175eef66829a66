import Files
import Records

/// Where a dataset is.
public enum DatasetLocation: Hashable, Sendable {
  /// A folder of tables, or a file with one JSON object.
  case path(String)
  /// The bytes of one JSON object with a list for each table, as a service receives it.
  case json([UInt8])
  /// Lines of JSON that each name their table, or one JSON object, on standard input.
  case standardInput
}

extension DatasetLocation {
  /// Finds the tables.
  func source() throws(MeritError) -> DatasetSource {
    do throws(FileProblem) {
      switch self {
      case .json(let bytes): return try DatasetSource(bytes: bytes, name: "dataset")
      case .standardInput: return try DatasetSource(standardInput: .standardInput())
      case .path(let path):
        switch Place(path).kind {
        case .folder: return try DatasetSource(folder: path)
        case .file, .other: return try DatasetSource(file: path)
        case nil: throw FileProblem(.read, path, because: "there is nothing at this path")
        }
      }
    } catch {
      throw MeritError(error.message)
    }
  }
}
