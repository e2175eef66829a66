import Criteria
import FEEL
import Scoring

extension WrittenTable {
  /// Whether a written table keeps to one of its checks, and which records do not.
  struct Finding: Sendable {
    let check: ReportRule.Check
    /// The records that count in none of the columns or in several, or of which it is not known.
    let records: [Int]
    /// The columns whose rows do not add up to the total.
    let columns: [String]

    var holds: Bool { records.isEmpty && columns.isEmpty }
  }

  /// Looks at every check.
  var checked: [Finding] {
    rule.checks.map { check in
      switch check.kind {
      case .eachInOne: Finding(check: check, records: notInOne(check), columns: [])
      case .addsUp: Finding(check: check, records: [], columns: notAddingUp(check))
      }
    }
  }

  /// The headings of some columns.
  private func places(_ columns: [String]) -> [Int] {
    headings.indices.filter { columns.contains(rule.columns[headings[$0].column].head.id) }
  }

  /// The records that are not in exactly one of some columns.
  private func notInOne(_ check: ReportRule.Check) -> [Int] {
    guard let counted else { return [] }
    let places = places(check.columns)
    return counted.everyone.compactMap { member in
      let answers = places.map { counted.said[$0][member.record].asTruth }
      let isInOne =
        member.belongs == .boolean(true) && answers.allSatisfy(\.isKnown)
        && answers.count { $0 == .boolean(true) } == 1
      return isInOne ? nil : counted.records[member.record]
    }
  }

  /// The columns in which the rows of some scope do not add up to the total.
  private func notAddingUp(_ check: ReportRule.Check) -> [String] {
    let total = total ?? values(.total)
    let inTotal = zip(rows, groups).compactMap { row, values -> (scope: Int, values: [Value?])? in
      guard case .group(let group) = row, !group.isApart else { return nil }
      if case .scope(let scope, _) = group.key { return (scope, values) }
      return (0, values)
    }
    return places(check.columns).filter { place in
      Dictionary(grouping: inTotal, by: \.scope).values.contains { rows in
        let sum = rows.map { $0.values[place] ?? .null }.sum
        // What is not known is told by the rows themselves.
        return sum.isKnown && total[place]?.isKnown == true && total[place] != sum
      }
    }.map { rule.columns[headings[$0].column].head.id }
  }
}
