import Criteria
import FEEL
import Model
import Scoring
import Standing

extension WrittenTable {
  /// The values of some rows, by row and then by heading; `nil` where the engine tells in words or a
  /// person fills in.
  ///
  /// - Complexity: O(rows × size of the formulas), on the calling thread alone.
  func values(of places: Range<Int>) -> [[Value?]] {
    if !groups.isEmpty { return Array(groups[places]) }
    if rule.columns.isEmpty { return places.map { list?.lines[$0].cells ?? [] } }
    return values(of: rows[places].compactMap(record))
  }

  private func values(of records: [Int]) -> [[Value?]] {
    var (found, earlier): ([[Value]?], [[Value]]) = ([], [])
    for (column, rule) in rule.columns.enumerated() {
      let columns = headings.filter { $0.column == column }.map { heading in
        report.columns[column].map { program in
          host.column(
            program, of: report.table, records,
            locals: grading.locals(
              of: program, report.table, records, earlier: earlier, inner: heading.inner))
        }
      }
      found += columns
      earlier.append(
        rule.each == nil
          ? columns.first.flatMap(\.self) ?? records.map { _ in .null }
          : records.indices.map { place in .list(columns.map { $0?[place] ?? .null }) })
    }
    return records.indices.map { place in found.map { $0?[place] } }
  }

  /// What the columns after it read of a column that may be spread over several headings.
  private static func known(_ values: [Value?], isSpread: Bool) -> Value {
    let known = values.map { $0 ?? .null }
    return isSpread ? .list(known) : known.first ?? .null
  }

  /// The row of the record that a row is about.
  func record(of row: Row) -> Int? {
    switch row {
    case .record(let record): record
    case .line(let line): list?.lines[line].row
    case .group, .total: nil
    }
  }

  /// The values of every group, on the threads of the world; none where rows are records or lines.
  var groupValues: [[Value?]] {
    guard let counted else { return [] }
    return world.each(rows.count, rows: counted.records.count) { values(rows[$0]) }
  }

  /// The values of a group or of the total by heading; `nil` where the engine tells in words or a
  /// person fills in.
  func values(_ row: Row) -> [Value?] {
    var (values, earlier): ([Value?], [Value]) = ([], [])
    var sums: [Value] = []
    if case .total = row { sums = self.sums }
    for (column, rule) in rule.columns.enumerated() {
      let places = headings.indices.filter { headings[$0].column == column }
      let found = places.map { value(at: $0, row, earlier, sums) }
      values += found
      earlier.append(WrittenTable.known(found, isSpread: rule.each != nil))
    }
    return values
  }

  private func value(
    at place: Int, _ row: Row, _ earlier: [Value], _ sums: [Value]
  ) -> Value? {
    let (column, inner) = (headings[place].column, headings[place].inner)
    guard let program = report.columns[column] else { return nil }
    switch (row, rule.columns[column].source) {
    case (.record, _), (.line, _): return nil
    case (.group(let group), .count), (.group(let group), .sum), (.group(let group), .mean):
      if group.isApart, counted?.tellsLevels(headings[place]) == true { return .null }
      return counted?.number(place, group.members, rule.columns[column])
    case (.group(let group), _): return value(of: program, group, earlier, inner)
    case (.total, .count), (.total, .sum), (.total, .mean):
      return counted?.number(place, counted?.everyone ?? [], rule.columns[column])
    case (.total, _):
      return rule.columns[column].addsUp ? sums[place] : total(program, earlier, inner)
    }
  }

  /// A formula on the first record of a group's key and on what the earlier columns say.
  private func value(
    of program: Program, _ group: WrittenGroup, _ earlier: [Value], _ inner: Period?
  ) -> Value {
    var key: RecordReference?
    if case .scope(_, let values) = group.key, case .record(let found)? = values.first {
      key = found
    }
    if key == nil, program.readsSelf { return .null }
    return program.evaluate(
      self: key, locals: seats(of: group) + earlier + (inner?.locals ?? []),
      host: world, trace: nil)
  }

  /// The sum of every column that adds up, by heading; nothing for the others.
  private var sums: [Value] {
    let adding = headings.map { rule.columns[$0.column].addsUp }
    guard adding.contains(true) else { return adding.map { _ in .null } }
    let (blocks, size) = ((rows.count + 999) / 1_000, 1_000)
    let cells = world.each(blocks, rows: rows.count) { block in
      values(of: block * size..<min(rows.count, (block + 1) * size))
    }.joined()
    return adding.indices.map { place in
      adding[place] ? cells.map { $0[place] ?? .null }.sum : .null
    }
  }

  /// What the formula of a column makes of other totals; nothing where it needs a record.
  private func total(_ program: Program, _ earlier: [Value], _ inner: Period?) -> Value? {
    guard !program.readsSelf, program.readsLocals else { return nil }
    let standing =
      rule.isGrouped ? seatLocals : ReportLocals.standing(report.table).map { _ in .null }
    return program.evaluate(
      self: nil, locals: standing + earlier + (inner?.locals ?? []), host: world,
      trace: nil)
  }

  private var seatLocals: [Value] {
    rule.quota == nil ? [] : ReportLocals.seats.map { _ in .null }
  }

  /// The values of ``ReportLocals/seats`` for a group.
  private func seats(of group: WrittenGroup) -> [Value] {
    guard let scope = seatScope(of: group) else { return seatLocals }
    let seats = scope.prospect.seats
    guard seats.lowerBound == seats.upperBound else {
      let why = Unknown(.init("somebody in the cohort is pending", needsDecision: true))
      return [scope.share, .unknown(why)]
    }
    return [scope.share, .number(Number(seats.lowerBound))]
  }

  /// What the quota of the table gives the group.
  private func seatScope(of group: WrittenGroup) -> QuotaResult.Scope? {
    guard let quota = rule.quota, case .scope(let scope, let key) = group.key,
      let result = grading.quotas.first(where: { $0.quota == quota }),
      let place = world.pack.quotas.first(where: { $0.rule.head.id == quota })?.rule.within
        .firstIndex(of: rule.within[scope])
    else { return nil }
    let texts = key.map { $0.text(world) }
    return result.scopes.first { $0.scope == place && $0.key == texts }
  }
}

extension Program {
  /// Whether the formula reads the record that it is about.
  fileprivate var readsSelf: Bool {
    var found = false
    root.forEach { if case .selfRecord = $0.kind { found = true } }
    return found
  }

  /// Whether the formula reads a value that is given to it.
  fileprivate var readsLocals: Bool { !localsRead.isEmpty }

  /// The local names that the formula reads of those that are given to it.
  var localsRead: [Int] {
    var found: Set<Int> = []
    root.forEach { if case .local(let local) = $0.kind, local < locals { found.insert(local) } }
    return found.sorted()
  }
}
