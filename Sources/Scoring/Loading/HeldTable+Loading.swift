import Criteria
import FEEL
import Files
import Model
import Records

extension HeldTable {
  /// Puts raw records in order and gives every cell its value, column by column on so many threads.
  ///
  /// - Parameter ids: For each table that a field may name, the rows by id.
  /// - Returns: The table, and the problems found in joining it.
  static func joined(
    _ raw: RawTable, _ table: LayoutTable, _ identified: IdentifiedRows,
    ids: [[String: Int32]], layout: Layout, files: [String], threads: Int = 1
  ) -> (table: HeldTable, problems: [RecordProblem]) {
    var held = HeldTable(columns: table.fields.count)
    guard !identified.rows.isEmpty else { return (held, []) }
    held.places = identified.rows.map { raw.places[$0] }
    held.names = identified.names
    held.states = identified.rows.indices.map {
      identified.contradicting.contains($0) && identified.alternatives.isEmpty ? .setAside : .used
    }
    let joining = ColumnJoining(
      raw: raw, table: table, identified: identified, ids: ids, layout: layout, files: files)
    let count = identified.rows.count < World.rowsWorthThreads ? 1 : max(1, threads)
    let parts = Threads.run(count) { part in
      stride(from: part, to: table.fields.count, by: count).map { joining.column($0) }
    }
    var problems: [RecordProblem] = []
    for index in table.fields.indices {
      let (column, found) = parts[index % count][index / count]
      held.columns[index] = column
      problems += found
    }
    return (held, problems)
  }
}

/// What the cells of a table become, one column after the other.
private struct ColumnJoining: Sendable {
  let raw: RawTable
  let table: LayoutTable
  let identified: IdentifiedRows
  let ids: [[String: Int32]]
  let layout: Layout
  let files: [String]

  /// The values of one field in the order of the rows, and what is wrong with them.
  func column(_ index: Int) -> (values: [Value], problems: [RecordProblem]) {
    let field = table.fields[index]
    let cells = raw.columns[index]
    var problems: [RecordProblem] = []
    let values = identified.rows.enumerated().map { position, row -> Value in
      var record: String { "\(table.name)/\(identified.names[position])" }
      let cell = cells[row]
      if !identified.alternatives.isEmpty, let others = identified.alternatives[position],
        others.contains(where: { cells[$0] != cell })
      {
        return .unknown(Unknown(.init("two records differ", record: record, field: field.name)))
      }
      if case .reference(let target) = field.kind, case .text(let id) = cell {
        if let found = ids[target][id] {
          return .record(RecordReference(type: Int32(target), row: found))
        }
        problems.append(unknownReference(field, to: target, id, position))
        return .unknown(
          Unknown(.init("names a record that is not there", record: record, field: field.name)))
      }
      return cell.value(field, record: record)
    }
    return (values, problems)
  }

  private func unknownReference(
    _ field: LayoutField, to target: Int, _ id: String, _ position: Int
  ) -> RecordProblem {
    let place = raw.places[identified.rows[position]]
    return RecordProblem(
      .unknownReference, table: table.name,
      file: place.file >= 0 ? files[Int(place.file)] : "", line: Int(place.line),
      field: field.name, record: identified.names[position],
      expected: .record(of: layout.tables[target].name), given: id)
  }
}

extension Cell {
  /// What the cell says; nil where it is missing or wrong.
  var given: Value? {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    case .boolean(let truth): .boolean(truth)
    case .date(let date): .date(date)
    case .missing, .wrong: nil
    }
  }

  /// The value of a cell; what is missing or wrong is unknown with its record and field.
  func value(_ field: LayoutField, record: @autoclosure () -> String) -> Value {
    if let given { return given }
    guard self == .missing else {
      return .unknown(Unknown(.init("could not be read", record: record(), field: field.name)))
    }
    return switch field.ifAbsent {
    case .null: .null
    case .boolean(let truth): .boolean(truth)
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    case nil: .unknown(Unknown(.init("is missing", record: record(), field: field.name)))
    }
  }
}
