import Criteria
import FEEL
import Scoring
package import Standing

/// Makes explanations of one outcome; what they share is computed once.
///
/// Nothing is scored again but the formulas of the subject's own records, which are evaluated a
/// second time with a trace.
///
/// Complexity of creating: O(people × quotas). Of one explanation: the size of the subject's formulas
/// and records, and of the cohort where the subject is a candidate.
package struct Explainer: Sendable {
  let outcome: Outcome
  let facts: RunFacts
  let cohorts: [QuotaCohortFigures]

  package init(_ outcome: Outcome, _ facts: RunFacts) {
    self.outcome = outcome
    self.facts = facts
    let pack = outcome.grading.world.pack
    cohorts = zip(pack.quotas, outcome.grading.quotas).map {
      QuotaCohortFigures($0, $1, outcome.grading)
    }
  }

  var world: World { outcome.grading.world }

  /// Explains a record, a seat or a line.
  package func explanation(_ subject: ExplainedSubject) -> Explanation {
    var gathering = Gathering(self, subject)
    gathering.gather()
    return gathering.explanation
  }
}

extension Explanation {
  /// Explains one subject of an outcome; for many subjects, ``Explainer`` shares what they have in
  /// common.
  package init(_ outcome: Outcome, _ subject: ExplainedSubject, _ facts: RunFacts) {
    self = Explainer(outcome, facts).explanation(subject)
  }
}

extension ExplainedSubject {
  /// The table and row that the subject is about.
  func record(in pack: ResolvedPack) -> RecordReference {
    switch self {
    case .record(let table, let row): RecordReference(type: Int32(table), row: Int32(row))
    case .seat(let quota, let row):
      RecordReference(type: Int32(pack.quotas[quota].table), row: Int32(row))
    case .line(let list, let row):
      RecordReference(type: Int32(pack.lists[list].table), row: Int32(row))
    }
  }
}

/// The figures of one quota that every explanation of its cohort needs.
struct QuotaCohortFigures: Sendable {
  /// For each scope of the result, how many others of each level count in the base.
  let others: [[(level: String, counted: Int)]]
  /// For each scope of the result, the index of the scope in the rule.
  let scopes: [Int]

  init(_ quota: ResolvedPack.Quota, _ result: QuotaResult, _ grading: Grading) {
    let world = grading.world
    let levels = world.pack.schema.scales.first?.symbols ?? []
    var counts = result.scopes.map { _ in levels.map { (level: $0, counted: 0) } }
    var found = [Int](repeating: 0, count: result.scopes.count)
    let apart = Set(result.candidates + result.pending)
    for row in 0..<world.tables[quota.table].count {
      let record = RecordReference(type: Int32(quota.table), row: Int32(row))
      for (within, names) in quota.within.enumerated() {
        guard let key = world.scopeKey(names, of: record),
          let scope = result.scopes.firstIndex(where: { $0.key == key })
        else { continue }
        found[scope] = within
        guard !apart.contains(row), quota.counts(record, in: world),
          case .symbol(let level) = grading.level(.proposed, quota.table, row)
        else { continue }
        let counted = quota.base.evaluate(
          self: record, locals: [.symbol(level)], host: world, trace: nil)
        if counted == .boolean(true) { counts[scope][Int(level.rank)].counted += 1 }
      }
    }
    others = counts
    scopes = found
  }
}

extension ResolvedPack.Quota {
  /// Whether a record is in the cohort.
  func counts(_ record: RecordReference, in world: World) -> Bool {
    guard let who else { return true }
    return who.evaluate(self: record, locals: [], host: world, trace: nil) != .boolean(false)
  }
}

extension World {
  /// The texts of the values that make a group, nil where one is unknown.
  func scopeKey(_ members: [Int], of record: RecordReference) -> [String]? {
    let values = members.map { value(of: $0, in: record) }
    guard values.allSatisfy(\.isKnown) else { return nil }
    return values.map { value in
      switch value {
      case .record(let reference): tables[Int(reference.type)].names[Int(reference.row)]
      case .string(let text): text
      default: "\(value)"
      }
    }
  }
}
