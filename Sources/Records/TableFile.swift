internal import Files

/// One file of a table, or the part of a file that belongs to it.
struct TableFile: Sendable {
  /// Where the bytes come from.
  enum Origin: Sendable {
    /// A file of its own.
    case path(String)
    /// A list within a file that is in memory, without its brackets.
    case list(JSONList)
  }

  /// How a file of its own is written.
  enum Form: Sendable {
    /// A JSON object on each line.
    case lines
    /// As `lines`, each after the number of the line it came from and a tab.
    case numberedLines
    /// A list of objects, or else as `lines`; the first byte tells.
    case json
    /// Rows of cells below a heading.
    case cells
  }

  /// The name to use in problems.
  let name: String
  let form: Form
  let origin: Origin

  /// The table and form that a file name stands for; nil when it is not that of a table.
  ///
  /// The table is the name up to the first dot, or up to a hyphen before a digit:
  /// `tasks-2026-07.ndjson` holds records of `tasks`.
  static func parse(_ name: String) -> (table: String, form: Form)? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let ending = parts.last?.lowercased() else { return nil }
    let form: Form
    switch ending {
    case "ndjson", "jsonl": form = .lines
    case "json": form = .json
    case "csv", "tsv": form = .cells
    default: return nil
    }
    let stem = parts[0]
    var table = stem
    for index in stem.indices where stem[index] == "-" {
      let next = stem.index(after: index)
      if next < stem.endIndex, stem[next].isASCII, stem[next].isNumber {
        table = stem[..<index]
        break
      }
    }
    return table.isEmpty ? nil : (Composition.composed(String(table)), form)
  }
}

/// Bytes in memory that several readers share.
final class SharedBytes: Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
}
