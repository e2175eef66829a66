import Criteria
import FEEL
import Model
import Scoring
import Standing

/// A group of records that is one row of a written table.
struct WrittenGroup: Sendable {
  /// A record of the group, and whether it belongs there: true, or unknown.
  struct Member: Sendable {
    /// The place among the records that were looked at.
    let record: Int
    let belongs: Value
  }
  /// The row of the pack, or the values that make the group and their scope.
  enum Key: Sendable {
    case row(Int)
    case scope(Int, [Value])
  }
  let key: Key
  let members: [Member]
  /// Whether the group is left out of the total.
  let isApart: Bool
}

/// The records behind the groups of a written table, with what every counting column says of each.
struct CountedRecords: Sendable {
  private let report: ResolvedPack.Report
  private let grading: Grading
  /// The rows of the records that were looked at.
  let records: [Int]
  /// Everybody who is in the total.
  private(set) var everyone: [WrittenGroup.Member] = []
  private(set) var groups: [WrittenGroup] = []
  /// What a counting or adding column says, by heading and record; empty for other columns.
  private(set) var said: [[Value]] = []

  /// Looks at every record once.
  ///
  /// - Complexity: O(records × (groups named by the pack + counting columns)).
  init(
    _ report: ResolvedPack.Report, _ headings: [WrittenTable.Heading], _ grading: Grading
  ) {
    self.report = report
    self.grading = grading
    let table = report.table
    let sawApart = report.rule.rows.contains(where: \.isApart)
    records = (0..<grading.world.tables[table].count).filter {
      sawApart ? grading.world.isUsed(table, $0) : grading.mayBeRow($0, of: report)
    }
    let inScope = records.indices.filter { grading.mayBeRow(records[$0], of: report) }
    let belongs = grading.truths(of: report.filter, table, inScope.map { records[$0] })
    for (index, holds) in zip(inScope, belongs) where holds != .boolean(false) {
      everyone.append(.init(record: index, belongs: holds))
    }
    groups = report.rows.isEmpty ? grouped() : report.rows.indices.map(group)
    said = headings.map { heading in
      let column = report.rule.columns[heading.column]
      guard let program = report.columns[heading.column], column.isOfMembers else { return [] }
      return grading.column(program, table, records, inner: heading.inner)
    }
  }

  /// A group that the pack names.
  private func group(_ index: Int) -> WrittenGroup {
    let isApart = report.rule.rows[index].isApart
    let base =
      isApart
      ? records.indices.map { WrittenGroup.Member(record: $0, belongs: .boolean(true)) } : everyone
    let holds = grading.truths(
      of: report.rows[index], report.table, base.map { records[$0.record] })
    let members = zip(base, holds).compactMap { member, holds -> WrittenGroup.Member? in
      let belongs = holds.and(member.belongs)
      return belongs == .boolean(false) ? nil : .init(record: member.record, belongs: belongs)
    }
    return WrittenGroup(key: .row(index), members: members, isApart: isApart)
  }

  /// The groups that members part, by their words; those whose words are not known last.
  private func grouped() -> [WrittenGroup] {
    let (world, names) = (grading.world, GroupNames(grading.world))
    return report.within.enumerated().flatMap { scope, within in
      let keys = everyone.map { member in
        within.map {
          world.value(of: $0, in: world.reference(report.table, records[member.record]))
        }
      }
      let members = Dictionary(grouping: everyone.indices) { keys[$0] }
      let sorted = members.map { key, places in
        let isKnown = key.allSatisfy(\.isKnown)
        let words = names.group(
          key.map { $0.text(world) }, within, of: report.table, .vietnamese)
        return (isKnown: isKnown, order: VietnameseTextKey(words), key: key, places: places)
      }.sorted { left, right in
        if left.isKnown != right.isKnown { return left.isKnown }
        if left.order != right.order { return left.order < right.order }
        return left.places[0] < right.places[0]
      }
      return sorted.map { group in
        WrittenGroup(
          key: .scope(scope, group.key), members: group.places.map { everyone[$0] }, isApart: false)
      }
    }
  }

  /// Whether a column tells of levels, which a group beyond the pack's scope does not have.
  func tellsLevels(_ heading: WrittenTable.Heading) -> Bool {
    guard let program = report.columns[heading.column] else { return false }
    var found = false
    program.root.forEach { node in
      switch node.kind {
      case .local: found = true
      case .member(let base, let member):
        guard case .record(let table, _) = base.type else { return }
        if case .level = grading.world.pack.layout.tables[table].members[member].source {
          found = true
        }
      default: return
      }
    }
    return found
  }

  /// What a counting or adding column says of some members together.
  func number(_ heading: Int, _ members: [WrittenGroup.Member], _ column: ReportColumn) -> Value {
    switch column.source {
    case .sum: values(heading, members).sum
    case .mean: values(heading, members).mean
    case .formula, .count, .aspect, .byHand: count(heading, members)
    }
  }

  /// For how many of some members the column holds; unknown where it is open for one of them.
  private func count(_ heading: Int, _ members: [WrittenGroup.Member]) -> Value {
    var (count, why): (Int, Unknown?) = (0, nil)
    for member in members {
      switch said[heading][member.record].asTruth.and(member.belongs) {
      case .boolean(true): count += 1
      case .unknown(let cause): why = why.map { $0.union(cause) } ?? cause
      default: continue
      }
    }
    return why.map(Value.unknown) ?? .number(Number(count))
  }

  /// What the column says of each of some members.
  private func values(_ heading: Int, _ members: [WrittenGroup.Member]) -> [Value] {
    members.map { member in
      guard case .unknown(let doubt) = member.belongs else { return said[heading][member.record] }
      return .unknown(doubt)
    }
  }
}

extension ReportColumn {
  /// Whether the column asks every record of a group.
  var isOfMembers: Bool {
    switch source {
    case .count, .sum, .mean: true
    case .formula, .aspect, .byHand: false
    }
  }
}

extension [Value] {
  /// The sum of numbers; nulls add nothing, nulls alone have no sum, one unknown value makes it unknown.
  var sum: Value {
    if !isEmpty, allSatisfy({ $0 == .null }) { return .null }
    var (sum, why): (Number, Unknown?) = (.zero, nil)
    for value in self {
      switch value {
      case .number(let number): sum += number
      case .unknown(let cause), .perhaps(_, let cause): why = why.map { $0.union(cause) } ?? cause
      default: continue
      }
    }
    return why.map(Value.unknown) ?? .number(sum)
  }
}

extension [Value] {
  /// The mean of the numbers; null where there is none, unknown where a value is.
  var mean: Value {
    guard case .number(let sum) = sum else { return sum }
    let count = count { if case .number = $0 { true } else { false } }
    return sum.divided(by: Number(count)).map(Value.number) ?? .null
  }
}

extension Value {
  var isKnown: Bool {
    if case .unknown = self { false } else { true }
  }

  /// The text of a part of a group's key.
  func text(_ world: World) -> String {
    switch self {
    case .record(let record): world.tables[Int(record.type)].names[Int(record.row)]
    case .string(let text): text
    case .null, .unknown: ""
    default: "\(self)"
    }
  }
}

extension World {
  func reference(_ table: Int, _ row: Int) -> RecordReference {
    RecordReference(type: Int32(table), row: Int32(row))
  }
}
