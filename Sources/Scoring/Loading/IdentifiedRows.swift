import Criteria
import FEEL
import Files
import Model
import Records

/// The rows of a table in the order of what identifies them, copies and contradictions apart.
///
/// Exact copies collapse to one. Two records of one key that differ are both kept, marked: which
/// one is right is not for a program to say.
struct IdentifiedRows {
  /// Rows of the raw table, in their new order, copies left out.
  private(set) var rows: [Int] = []
  /// Positions in `rows` whose record contradicts another of the same key.
  private(set) var contradicting: Set<Int> = []
  /// What a person calls each record, without the table.
  private(set) var names: [String] = []
  private(set) var problems: [RecordProblem] = []
  /// For people and units, which must stay one: further rows of the same key, by position.
  private(set) var alternatives: [Int: [Int]] = [:]

  /// All rows in the order in which they were read, for records that are known to have keys of their
  /// own.
  init(unsorted raw: RawTable, _ table: LayoutTable) {
    rows = Array(0..<raw.count)
    names = raw.texts(of: table.identity, threads: 1)
  }

  /// Identifies the rows of several tables, the larger ones beside each other.
  static func all(
    of raw: [RawTable], _ tables: [LayoutTable], files: [String], threads: Int
  ) -> [IdentifiedRows] {
    let isWorthThreads = raw.contains { $0.count >= World.rowsWorthThreads }
    let count = isWorthThreads ? max(1, threads) : 1
    let order = raw.indices.sorted { (raw[$0].count, $1) > (raw[$1].count, $0) }
    let keys = raw.indices.map { raw[$0].texts(of: tables[$0].identity, threads: count) }
    let parts = Threads.run(count) { part in
      stride(from: part, to: order.count, by: count).map { place in
        let table = order[place]
        return IdentifiedRows(raw[table], tables[table], files: files, keys[table])
      }
    }
    var all = raw.indices.map { _ in IdentifiedRows() }
    for place in order.indices { all[order[place]] = parts[place % count][place / count] }
    return all
  }

  private init() {}

  init(_ raw: RawTable, _ table: LayoutTable, files: [String], threads: Int = 1) {
    self.init(raw, table, files: files, raw.texts(of: table.identity, threads: threads))
  }

  private init(_ raw: RawTable, _ table: LayoutTable, files: [String], _ keys: [String]) {
    guard raw.count > 0 else { return }
    let identity = table.identity
    guard raw.count > 1 else {
      add(0, raw, table, files, keys, [:], identified: !identity.isEmpty, false)
      return
    }
    if !identity.isEmpty, let unique = UniqueKeys(keys) {
      (rows, names) = (unique.rows, unique.sorted)
      return
    }
    let order = RowOrder(raw, keys)
    let merging = table.name == EngineTable.people.name || table.name == EngineTable.units.name
    for row in order.rows {
      add(row, raw, table, files, keys, order.whole, identified: !identity.isEmpty, merging)
    }
  }

  private mutating func add(
    _ row: Int, _ raw: RawTable, _ table: LayoutTable, _ files: [String], _ keys: [String],
    _ whole: [Int: String], identified: Bool, _ merging: Bool
  ) {
    func problem(_ kind: RecordProblem.Kind, _ row: Int) -> RecordProblem {
      let place = raw.places[row]
      return RecordProblem(
        kind, table: table.name, file: place.file >= 0 ? files[Int(place.file)] : "",
        line: Int(place.line), record: keys[row])
    }
    if let last = rows.last {
      if let text = whole[row], whole[last] == text {
        problems.append(problem(.repeatedRecord, row))
        return
      }
      if identified, !keys[row].isEmpty, keys[last] == keys[row] {
        if contradicting.insert(rows.count - 1).inserted {
          problems.append(problem(.duplicateRecord, last))
        }
        if merging {
          problems.append(problem(.duplicateRecord, row))
          alternatives[rows.count - 1, default: []].append(row)
          return
        }
        contradicting.insert(rows.count)
        problems.append(problem(.duplicateRecord, row))
      }
    }
    names.append(
      identified ? keys[row] : table.recordName(rows.count) { raw.columns[$0][row].text })
    rows.append(row)
  }
}

extension LayoutTable {
  /// What a person calls the record at a place of the table: what tells it apart, or else its owner and
  /// the place.
  ///
  /// - Parameter text: The text of a field of the record.
  func recordName(_ place: Int, _ text: (Int) -> String) -> String {
    if let key { return text(key) }
    if !same.isEmpty { return same.map(text).joined(separator: "/") }
    return "\(ownerField.map(text) ?? "")#\(place + 1)"
  }
}

/// The rows of a table by their keys, then by the texts of all their cells, then by their place.
struct RowOrder {
  let rows: [Int]
  /// The texts of all cells of the rows that are alike in key and first cell; others differ anyway.
  private(set) var whole: [Int: String] = [:]

  init(_ raw: RawTable, _ keys: [String]) {
    let first = raw.firstTexts
    func isBefore(_ one: Int, _ other: Int) -> Bool? {
      if keys[one] != keys[other] { return keys[one] < keys[other] }
      guard let first, first[one] != first[other] else { return nil }
      return first[one] < first[other]
    }
    var order = Array(0..<raw.count)
    if zip(order, order.dropFirst()).contains(where: { isBefore($0, $1) != true }) {
      order.sort { isBefore($0, $1) ?? ($0 < $1) }
    }
    var start = 0
    while start < order.count {
      let row = order[start]
      let end = order[start...].firstIndex { isBefore(row, $0) != nil } ?? order.count
      if end - start > 1 {
        for row in order[start..<end] { whole[row] = raw.whole(row) }
        order[start..<end].sort { [whole] one, other in
          let (left, right) = (whole[one] ?? "", whole[other] ?? "")
          if left != right { return left < right }
          return (raw.places[one].file, raw.places[one].line)
            < (raw.places[other].file, raw.places[other].line)
        }
      }
      start = end
    }
    rows = order
  }
}

extension RawTable {
  /// The texts of some cells of each row, with a stroke between.
  fileprivate func texts(of fields: [Int], threads: Int) -> [String] {
    guard !fields.isEmpty else { return [String](repeating: "", count: count) }
    let parts = count < World.rowsWorthThreads ? 1 : max(1, threads)
    let texts = Threads.run(parts) { part in
      self.texts(of: fields, count * part / parts..<count * (part + 1) / parts)
    }
    return Array(joining: texts)
  }

  /// Field by field, so that threads need not count references to a column for each row.
  private func texts(of fields: [Int], _ rows: Range<Int>) -> [String] {
    let first = columns[fields[0]]
    if fields.count == 1 { return rows.map { first[$0].text } }
    var texts = rows.map { row in
      var text = ""
      text.reserveCapacity(RawTable.usualName)
      text += first[row].text
      return text
    }
    for field in fields.dropFirst() {
      let column = columns[field]
      for row in rows {
        texts[row - rows.lowerBound] += "/"
        texts[row - rows.lowerBound] += column[row].text
      }
    }
    return texts
  }

  /// So many bytes have most names of records.
  private static var usualName: Int { 31 }

  /// The texts of all cells of a row.
  fileprivate func whole(_ row: Int) -> String {
    columns.map { $0[row].text }.joined(separator: RawTable.separator)
  }

  private static var separator: String { "\u{1}" }

  /// The texts of the first cells, if these alone order rows as the texts of all cells do: none has
  /// what is not after the sign between two cells.
  fileprivate var firstTexts: [String]? {
    guard let texts = columns.first?.map(\.text) else { return nil }
    return texts.contains { $0.utf8.contains { $0 < 2 } } ? nil : texts
  }
}
