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
    held.states = Array(repeating: .used, count: held.places.count)
    if identified.alternatives.isEmpty {
      for row in identified.contradicting { held.states[row] = .setAside }
    }
    let joining = ColumnJoining(raw, table, identified, ids: ids, layout: layout, files: files)
    let isLarge = identified.rows.count >= World.rowsWorthThreads
    let count = isLarge ? max(1, threads) : 1
    let order = isLarge ? joining.longestFirst : Array(table.fields.indices)
    let parts = Threads.run(count) { part in
      stride(from: part, to: order.count, by: count).map { joining.column(order[$0]) }
    }
    var problems = table.fields.map { _ in [RecordProblem]() }
    for (place, field) in order.enumerated() {
      (held.columns[field], problems[field]) = parts[place % count][place / count]
    }
    return (held, problems.flatMap(\.self))
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
  /// The columns of fields that no record gives, which are one where absence means the same.
  private let blank: [Scalar: [Value]]

  init(
    _ raw: RawTable, _ table: LayoutTable, _ identified: IdentifiedRows, ids: [[String: Int32]],
    layout: Layout, files: [String]
  ) {
    (self.raw, self.table, self.identified) = (raw, table, identified)
    (self.ids, self.layout, self.files) = (ids, layout, files)
    var blank: [Scalar: [Value]] = [:]
    for (field, column) in zip(table.fields, raw.columns)
    where column.isBlank && raw.count >= World.rowsWorthThreads {
      guard let meaning = field.ifAbsent, blank[meaning] == nil else { continue }
      blank[meaning] = Array(repeating: meaning.value, count: identified.rows.count)
    }
    self.blank = blank
  }

  /// The fields, those first whose columns take longest.
  var longestFirst: [Int] {
    func work(_ field: Int) -> Int {
      if raw.columns[field].isBlank { return 0 }
      if case .reference = table.fields[field].kind { return 2 }
      return 1
    }
    return table.fields.indices.sorted { (work($0), $1) > (work($1), $0) }
  }

  /// The values of one field in the order of the rows, and what is wrong with them.
  func column(_ index: Int) -> (values: [Value], problems: [RecordProblem]) {
    let field = table.fields[index]
    let cells = raw.columns[index]
    if cells.isBlank, let meaning = field.ifAbsent, let values = blank[meaning] {
      return (values, [])
    }
    if case .reference(let target) = field.kind { return references(index, to: target) }
    return (column(index) { cells[identified.rows[$0]].value(field, record: name($0)) }, [])
  }

  /// The records that one field names.
  private func references(
    _ index: Int, to target: Int
  ) -> (values: [Value], problems: [RecordProblem]) {
    let field = table.fields[index]
    let cells = raw.columns[index]
    var problems: [RecordProblem] = []
    // Records that stand together often name the same one.
    var last: (id: String, row: Int32)?
    let values = column(index) { position in
      let cell = cells[identified.rows[position]]
      guard case .text(let id) = cell else { return cell.value(field, record: name(position)) }
      if last?.id != id { last = ids[target][id].map { (id, $0) } }
      if let last { return .record(RecordReference(type: Int32(target), row: last.row)) }
      problems.append(unknownReference(field, to: target, id, position))
      return .unknown(
        Unknown(
          .init("names a record that is not there", record: name(position), field: field.name)))
    }
    return (values, problems)
  }

  /// The values of one field by the position of the record; unknown where two records of one key differ.
  @inline(__always)
  private func column(_ index: Int, _ value: (Int) -> Value) -> [Value] {
    guard !identified.alternatives.isEmpty else { return identified.rows.indices.map(value) }
    let cells = raw.columns[index]
    return identified.rows.indices.map { position in
      let cell = cells[identified.rows[position]]
      guard let others = identified.alternatives[position],
        others.contains(where: { cells[$0] != cell })
      else { return value(position) }
      return .unknown(
        Unknown(
          .init("two records differ", record: name(position), field: table.fields[index].name)))
    }
  }

  private func name(_ position: Int) -> String {
    "\(table.name)/\(identified.names[position])"
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
    return field.ifAbsent?.value
      ?? .unknown(Unknown(.init("is missing", record: record(), field: field.name)))
  }
}
