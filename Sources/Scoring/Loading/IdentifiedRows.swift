import Criteria
import FEEL
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
    let identity = table.key.map { [$0] } ?? table.same
    names = rows.map { row in
      identity.map { raw.columns[$0][row].text }.joined(separator: "/")
    }
  }

  init(_ raw: RawTable, _ table: LayoutTable, files: [String]) {
    guard raw.count > 0 else { return }
    let identity = table.key.map { [$0] } ?? table.same
    let keys = (0..<raw.count).map { row in
      identity.map { raw.columns[$0][row].text }.joined(separator: "/")
    }
    let merging = table.name == EngineTable.people.name || table.name == EngineTable.units.name
    guard raw.count > 1 else {
      add(0, raw, table, files, keys, keys, identified: !identity.isEmpty, merging)
      return
    }
    // Records whose keys differ are no copies of each other.
    let whole =
      !identity.isEmpty && Set(keys).count == keys.count
      ? keys
      : (0..<raw.count).map { row in
        raw.columns.map { $0[row].text }.joined(separator: "\u{1}")
      }
    let isAscending = zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }
    let order =
      isAscending
      ? Array(0..<raw.count)
      : (0..<raw.count).sorted { left, right in
        if keys[left] != keys[right] { return keys[left] < keys[right] }
        if whole[left] != whole[right] { return whole[left] < whole[right] }
        return (raw.places[left].file, raw.places[left].line)
          < (raw.places[right].file, raw.places[right].line)
      }
    for row in order {
      add(row, raw, table, files, keys, whole, identified: !identity.isEmpty, merging)
    }
  }

  private mutating func add(
    _ row: Int, _ raw: RawTable, _ table: LayoutTable, _ files: [String], _ keys: [String],
    _ whole: [String], identified: Bool, _ merging: Bool
  ) {
    func problem(_ kind: RecordProblem.Kind, _ row: Int) -> RecordProblem {
      let place = raw.places[row]
      return RecordProblem(
        kind, table: table.name, file: place.file >= 0 ? files[Int(place.file)] : "",
        line: Int(place.line), record: keys[row])
    }
    if let last = rows.last {
      if whole[last] == whole[row] {
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
    let owner = table.ownerField.map { raw.columns[$0][row].text } ?? ""
    let plain = identified ? keys[row] : "\(owner)#\(rows.count + 1)"
    names.append(plain)
    rows.append(row)
  }
}
