import Criteria
import FEEL
import Model
import Records

extension HeldTable {
  /// Puts raw records in order and gives every cell its value.
  ///
  /// - Parameter ids: For each table that a field may name, the rows by id.
  /// - Returns: The table, and the problems found in joining it.
  static func joined(
    _ raw: RawTable, _ table: LayoutTable, _ identified: IdentifiedRows,
    ids: [[String: Int32]], layout: Layout, files: [String]
  ) -> (table: HeldTable, problems: [RecordProblem]) {
    var held = HeldTable(columns: table.fields.count)
    var problems: [RecordProblem] = []
    guard !identified.rows.isEmpty else { return (held, []) }
    held.places = identified.rows.map { raw.places[$0] }
    held.names = identified.names
    held.states = identified.rows.indices.map {
      identified.contradicting.contains($0) && identified.alternatives.isEmpty ? .setAside : .used
    }
    for (index, field) in table.fields.enumerated() {
      held.columns[index] = identified.rows.enumerated().map { position, row in
        var record: String { "\(table.name)/\(identified.names[position])" }
        let cell = raw.columns[index][row]
        if !identified.alternatives.isEmpty, let others = identified.alternatives[position],
          others.contains(where: { raw.columns[index][$0] != cell })
        {
          return .unknown(Unknown(.init("two records differ", record: record, field: field.name)))
        }
        if case .reference(let target) = field.kind, case .text(let id) = cell {
          if let found = ids[target][id] {
            return .record(RecordReference(type: Int32(target), row: found))
          }
          let place = raw.places[row]
          problems.append(
            RecordProblem(
              .unknownReference, table: table.name,
              file: place.file >= 0 ? files[Int(place.file)] : "", line: Int(place.line),
              field: field.name, record: identified.names[position],
              expected: .record(of: layout.tables[target].name), given: id))
          return .unknown(
            Unknown(.init("names a record that is not there", record: record, field: field.name)))
        }
        return cell.value(field, record: record)
      }
    }
    return (held, problems)
  }
}

extension Cell {
  /// The value of a cell; what is missing or wrong is unknown with its record and field.
  func value(_ field: LayoutField, record: @autoclosure () -> String) -> Value {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    case .boolean(let truth): .boolean(truth)
    case .date(let date): .date(date)
    case .missing:
      switch field.ifAbsent {
      case .null: .null
      case .boolean(let truth): .boolean(truth)
      case .number(let number): .number(number)
      case .text(let text): .string(text)
      case nil: .unknown(Unknown(.init("is missing", record: record(), field: field.name)))
      }
    case .wrong: .unknown(Unknown(.init("could not be read", record: record(), field: field.name)))
    }
  }
}
