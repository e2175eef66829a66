package import FEEL
package import JSON
import Model

/// What one field of a row says that stands in a pack.
package enum RowCell: Sendable {
  case missing
  case value(Value)
  /// Something of another type than the field's.
  case wrong(JSONValue)
}

extension LayoutField {
  /// The names under which a row may give the field.
  fileprivate var rowKeys: [String] { [name, FieldSchema.oneWord(name)] + columns }

  /// What a row says of the field; null says nothing.
  package func cell(of row: JSONValue) -> RowCell {
    guard let value = rowKeys.lazy.compactMap({ row[$0] }).first, !value.isNull else {
      return .missing
    }
    let read: Value? =
      switch (kind, value.content) {
      case (.number, .number(let text)): Number(text).map(Value.number)
      case (.boolean, .boolean(let truth)): .boolean(truth)
      case (.date, .string(let text)): CalendarDate(text.text).map(Value.date)
      case (.text, .string(let text)), (.reference, .string(let text)): .string(text.text)
      default: nil
      }
    return read.map(RowCell.value) ?? .wrong(value)
  }

  fileprivate var expected: Wording {
    switch kind {
    case .number: "a number"
    case .text, .reference: "a text"
    case .boolean: "true or false"
    case .date: "a date"
    }
  }
}

extension ResolvedPack {
  /// What is wrong with the rows that the pack itself gives for its tables.
  func checkTableRows(_ problems: inout PackProblems) {
    for table in layout.tables {
      guard let rule = table.rule else { continue }
      for row in rule.rows { check(row, of: table, rule.rowsDocument, &problems) }
      checkKeys(rule.rows, of: table, rule.rowsDocument, &problems)
    }
  }

  /// Two rows of one key are two records that nothing tells apart.
  private func checkKeys(
    _ rows: [JSONValue], of table: LayoutTable, _ document: Int, _ problems: inout PackProblems
  ) {
    guard let key = table.key else { return }
    var seen: Set<FEEL.Value> = []
    for row in rows {
      guard case .value(let value) = table.fields[key].cell(of: row),
        !seen.insert(value).inserted
      else { continue }
      var name = "\(value)"
      if case .string(let text) = value { name = text }
      problems.add("'\(table.name)' already says '\(name)'", at: row.span, in: document)
    }
  }

  private func check(
    _ row: JSONValue, of table: LayoutTable, _ document: Int, _ problems: inout PackProblems
  ) {
    let known = table.fields.flatMap(\.rowKeys)
    for member in row.members ?? [] where !known.contains(member.key.text) {
      problems.add(
        "nothing here is named '\(member.key.text)'", at: member.key.span, in: document,
        remedy: nearestName(to: member.key.text, among: known).map { "write '\($0)'" })
    }
    for field in table.fields {
      switch field.cell(of: row) {
      case .value: continue
      case .missing where field.ifAbsent != nil: continue
      case .missing:
        problems.add("'\(table.name)' does not say '\(field.name)'", at: row.span, in: document)
      case .wrong(let value):
        problems.add(
          "'\(field.name)' expects \(field.expected), found \(value.kind)", at: value.span,
          in: document)
      }
    }
  }
}
