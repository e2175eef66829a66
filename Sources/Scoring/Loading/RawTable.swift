package import Criteria
import FEEL
package import Model
package import Records

/// The cells of one table as they were read, before they are put in order and joined.
package struct RawTable: Sendable {
  package var columns: [[Cell]]
  package var places: [RecordPlace] = []

  package init(fields: Int) { columns = Array(repeating: [], count: fields) }

  package var count: Int { places.count }

  /// Adds the records of one batch.
  ///
  /// - Parameter firstFile: The index in the world's files of the table's first file.
  package mutating func append(_ batch: RecordBatch, firstFile: Int) {
    for field in columns.indices { columns[field] += batch.columns[field] }
    places += batch.lines.map {
      RecordPlace(file: Int32(firstFile + batch.file), line: Int32(clamping: $0))
    }
  }

  /// Adds the records of another table of the same fields.
  package mutating func append(_ other: RawTable) {
    for field in columns.indices { columns[field] += other.columns[field] }
    places += other.places
  }
}

extension LayoutTable {
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
