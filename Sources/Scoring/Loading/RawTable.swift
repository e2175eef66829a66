package import Criteria
import FEEL
import Files
package import Model
package import Records

/// The cells of one table as they were read, before they are put in order and joined.
package struct RawTable: Sendable {
  package var columns: [CellColumn]
  package var places: [RecordPlace] = []

  package init(fields: Int) { columns = Array(repeating: CellColumn(), count: fields) }

  /// The records of one batch, of the file at `firstFile` and those after it in the world's files.
  package init(_ batch: RecordBatch, firstFile: Int) {
    columns = batch.columns
    places = batch.lines.map {
      RecordPlace(file: Int32(firstFile + batch.file), line: Int32(clamping: $0))
    }
  }

  package var count: Int { places.count }

  /// The records of several tables of the same fields, in the order in which they stand in the files:
  /// of each table they stand together, in their order.
  ///
  /// - Complexity: O(records × fields), on so many threads.
  package init(_ parts: [RawTable], fields: Int, threads: Int) {
    let parts = parts.filter { $0.count > 0 }.sorted { $0.places[0] < $1.places[0] }
    let isLarge = parts.reduce(0) { $0 + $1.count } >= World.rowsWorthThreads
    let count = isLarge ? max(1, threads) : 1
    let joined = Threads.run(count) { part in
      stride(from: part, to: fields, by: count).map { field in
        CellColumn(joining: parts.map { $0.columns[field] })
      }
    }
    columns = (0..<fields).map { joined[$0 % count][$0 / count] }
    places = parts.flatMap(\.places)
  }

  /// Adds the records of one batch.
  ///
  /// - Parameter firstFile: The index in the world's files of the table's first file.
  package mutating func append(_ batch: RecordBatch, firstFile: Int) {
    let more = RawTable(batch, firstFile: firstFile)
    append(more)
  }

  /// The rows for which `condition` holds, and the others; each in their order.
  package func parted(by condition: (Int) -> Bool) -> (RawTable, RawTable) {
    let rows = (0..<count).map { ($0, condition($0)) }
    guard rows.contains(where: \.1) else { return (RawTable(fields: columns.count), self) }
    return (taking(rows.filter(\.1).map(\.0)), taking(rows.filter { !$0.1 }.map(\.0)))
  }

  /// Whether a cell of a row could not be read, or is missing where it must not be.
  func lacks(_ row: Int, _ fields: [LayoutField]) -> Bool {
    zip(columns, fields).contains { column, field in
      switch column[row] {
      case .wrong: true
      case .missing: field.ifAbsent == nil
      default: false
      }
    }
  }

  /// Some rows, in the order given.
  package func taking(_ rows: [Int]) -> RawTable {
    var table = RawTable(fields: columns.count)
    for field in columns.indices { table.columns[field] = columns[field].taking(rows) }
    table.places = rows.map { places[$0] }
    return table
  }

  /// Adds one record.
  package mutating func append(_ cells: [Cell], at place: RecordPlace) {
    for field in columns.indices { columns[field].append(cells[field]) }
    places.append(place)
  }

  /// Adds the records of another table of the same fields.
  package mutating func append(_ other: RawTable) {
    guard count > 0 else {
      self = other
      return
    }
    for field in columns.indices { columns[field].append(other.columns[field]) }
    places += other.places
  }
}

extension LayoutTable {
  /// The fields that tell one record from another: the key, or else those that must not be the same.
  var identity: [Int] { key.map { [$0] } ?? same }

  /// The tables whose records the fields name.
  package var tablesNamed: Set<Int> {
    Set(
      fields.compactMap {
        if case .reference(let table) = $0.kind { table } else { nil }
      })
  }

  /// The shape in which the table is read.
  package func schema(_ layout: Layout) -> TableSchema {
    TableSchema(
      name,
      fields: fields.map { field in
        FieldSchema(
          field.name, field.type(layout), required: field.ifAbsent == nil, columns: field.columns,
          least: field.least, most: field.most)
      },
      key: key.map { fields[$0].name })
  }
}

extension LayoutField {
  fileprivate func type(_ layout: Layout) -> FieldType {
    switch kind {
    case .number: .number
    case .text: .text
    case .boolean: .boolean
    case .date: .date
    case .reference(let table): .reference(table: layout.tables[table].name)
    }
  }
}

extension Cell {
  /// The cell as a text that orders records and tells equal ones apart.
  package var text: String {
    switch self {
    case .number(let number): number.description
    case .text(let text): text
    case .boolean(let truth): truth ? "true" : "false"
    case .date(let date): date.description
    case .missing: ""
    case .wrong: "?"
    }
  }
}
