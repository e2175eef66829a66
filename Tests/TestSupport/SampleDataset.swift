import JSON

/// One record of a small dataset: names of columns with their JSON texts.
package struct SampleRecord: Hashable, Sendable {
  package var cells: [(name: String, json: String)]

  package init(_ cells: [(name: String, json: String)]) { self.cells = cells }

  /// The JSON text of one column; set to nil to take it out.
  package subscript(name: String) -> String? {
    get { cells.first { $0.name == name }?.json }
    set {
      let index = cells.firstIndex { $0.name == name }
      if let index, let newValue {
        cells[index].json = newValue
      } else if let index {
        cells.remove(at: index)
      } else if let newValue {
        cells.append((name, newValue))
      }
    }
  }

  package var json: String {
    "{" + cells.map { "\(SampleRecord.quoted($0.name)): \($0.json)" }.joined(separator: ", ") + "}"
  }

  static func quoted(_ text: String) -> String {
    var writer = JSONWriter(.compact)
    writer.string(text)
    return writer.text
  }

  package static func == (left: SampleRecord, right: SampleRecord) -> Bool {
    left.json == right.json
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(json) }
}

/// A small dataset that a test can change: tables of records in an order.
package struct SampleDataset: Hashable, Sendable {
  package struct Table: Hashable, Sendable {
    package var name: String
    package var records: [SampleRecord]
  }

  package var tables: [Table]

  /// Reads one JSON object with an array for every table.
  package init(json: String) {
    let root = JSONDocument(Array(json.utf8)).value
    tables = (root?.members ?? []).map { table in
      Table(name: table.key.text, records: (table.value.elements ?? []).map { SampleRecord($0) })
    }
  }

  /// Reads a folder of `.ndjson` files; other files are left out.
  package init(folder: String) throws {
    let files = Repository.names(in: folder).filter { $0.hasSuffix(".ndjson") }
    tables = try files.map { file in
      let lines = try Repository.text("\(folder)/\(file)").split(separator: "\n")
      let records = lines.compactMap { JSONDocument(Array($0.utf8)).value }
      return Table(name: String(file.dropLast(7)), records: records.map { SampleRecord($0) })
    }
  }

  /// The records of one table; a table that is not there is empty.
  package subscript(name: String) -> [SampleRecord] {
    get { tables.first { $0.name == name }?.records ?? [] }
    set {
      if let index = tables.firstIndex(where: { $0.name == name }) {
        tables[index].records = newValue
      } else {
        tables.append(Table(name: name, records: newValue))
      }
    }
  }

  /// Adds a record from its JSON text.
  package mutating func add(_ table: String, _ json: String) {
    if let value = JSONDocument(Array(json.utf8)).value { self[table].append(SampleRecord(value)) }
  }

  /// The dataset as one JSON object.
  package var json: String {
    let tables = tables.map { table in
      "\(SampleRecord.quoted(table.name)): [\n"
        + table.records.map(\.json).joined(separator: ",\n") + "\n]"
    }
    return "{" + tables.joined(separator: ",\n") + "}"
  }

  /// The same records with tables and rows in another order.
  package func shuffled(seed: UInt64) -> SampleDataset {
    var numbers = SeededNumbers(seed: seed)
    var copy = self
    copy.tables.shuffle(using: &numbers)
    for index in copy.tables.indices { copy.tables[index].records.shuffle(using: &numbers) }
    return copy
  }
}

extension SampleRecord {
  fileprivate init(_ value: JSONValue) {
    cells = (value.members ?? []).map { member in
      var writer = JSONWriter(.compact)
      writer.value(member.value)
      return (member.key.text, writer.text)
    }
  }
}
