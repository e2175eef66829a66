package import Criteria
package import FEEL
package import Model
import Records

/// A row that a finished period left behind, on its way into a table of a longer one.
///
/// Its values are exact; what was unknown keeps its causes, so that the longer period still says which
/// record to chase.
package struct CarriedRow: Sendable {
  /// The table that it enters.
  package let table: Int
  /// The id of the person or unit whose row it is.
  package let owner: String
  /// The period that was computed.
  package let period: Period
  /// The values by field; `nil` where the row says nothing.
  ///
  /// A record is given by its id and a level by its name, because rows and ranks belong to one world.
  package let values: [Value?]
  /// Why it is not sure that there is such a row.
  package let doubt: Unknown?

  /// Whether something of the row is not known.
  package var isOpen: Bool { doubt != nil || values.contains { $0?.isKnown == false } }
}

extension World {
  /// What this period leaves behind by one entry of the pack: the rows in the order of their owners.
  ///
  /// - Precondition: Everything is computed.
  /// - Complexity: O(owners × size of the formulas).
  package func closingRows(_ closing: ResolvedPack.Closing) -> [CarriedRow] {
    let owners = Array(0..<tables[closing.owner].count)
    let when = closing.when.map { column($0, of: closing.owner, owners) }
    let rows = owners.filter { row in
      switch when?[row] {
      case nil, .boolean(true)?, .unknown?: true
      default: false
      }
    }
    let found = closing.fields.map { field, program in
      (field: field, column: column(program, of: closing.owner, rows))
    }
    return rows.indices.map { place in
      let row = rows[place]
      var values = closedKeys(closing, row)
      for (field, column) in found { values[field] = portable(column[place]) }
      return CarriedRow(
        table: closing.table, owner: tables[closing.owner].names[row], period: period,
        values: values, doubt: when?[row].unknown)
    }
  }

  /// The cells that tell whose row it is and of which period.
  private func closedKeys(_ closing: ResolvedPack.Closing, _ row: Int) -> [Value?] {
    let table = pack.layout.tables[closing.table]
    let owner = tables[closing.owner].names[row]
    var values = [Value?](repeating: nil, count: table.fields.count)
    func fill(_ name: String, _ value: Value) { table.field(name).map { values[$0] = value } }
    table.key.map { values[$0] = .string("\(owner)/\(period.id)") }
    table.ownerField.map { values[$0] = .string(owner) }
    fill("period", .string(period.id))
    fill("from", .date(period.from))
    fill("to", .date(period.to))
    return values
  }

  /// A value that means the same in every world.
  private func portable(_ value: Value) -> Value {
    switch value {
    case .record(let record): .string(tables[Int(record.type)].names[Int(record.row)])
    case .symbol(let symbol): .string(symbol.name)
    default: value
    }
  }

  /// Whether the dataset has records of a person or unit that count in this very period.
  ///
  /// Tables whose records count in every period say nothing about one.
  ///
  /// - Parameter tables: Tables that are not looked at.
  package func hasRecords(of owner: RecordReference, beside tables: Set<Int>) -> Bool {
    let row = Int(owner.row)
    if let foldedTable, pack.layout.tables[foldedTable].owner == Int(owner.type), hasFolded[row],
      !tables.contains(foldedTable), pack.tableRules[foldedTable].countsWhen != nil
    {
      return true
    }
    return pack.layout.tables.indices.contains { table in
      guard !tables.contains(table), pack.layout.tables[table].owner == Int(owner.type),
        pack.tableRules[table].countsWhen != nil
      else { return false }
      return relations.recordsOf[table]?[row].contains { record in
        switch self.tables[table].states[Int(record)] {
        case .used, .perhaps: true
        case .outsidePeriod, .knownLater, .setAside: false
        }
      } ?? false
    }
  }

  /// The row of an inner period that a record was made from.
  package func origin(of record: RecordReference) -> CarriedRow? {
    let place = tables[Int(record.type)].places[Int(record.row)]
    return place.isCarried ? carried[Int(place.line)] : nil
  }
}

extension RawTable {
  /// Adds a row of an inner period.
  ///
  /// - Parameter index: Its place among all carried rows.
  mutating func append(_ row: CarriedRow, at index: Int) {
    for field in columns.indices { columns[field].append(Cell(row.values[field])) }
    places.append(.carried(index))
  }
}

extension Cell {
  /// A value as a cell; what no file could say is missing.
  fileprivate init(_ value: Value?) {
    self =
      switch value {
      case .number(let number): .number(number)
      case .string(let text): .text(text)
      case .boolean(let truth): .boolean(truth)
      case .date(let date): .date(date)
      default: .missing
      }
  }
}

extension HeldTable {
  /// Gives carried rows the values that cells cannot hold: what is unknown, and what is null.
  mutating func restore(_ carried: [CarriedRow]) {
    for row in 0..<count where places[row].isCarried {
      let origin = carried[Int(places[row].line)]
      for (field, value) in origin.values.enumerated() {
        switch value {
        case .unknown, .null: columns[field][row] = value ?? .null
        default: break
        }
      }
      if let doubt = origin.doubt { states[row] = .perhaps(doubt) }
    }
  }
}
