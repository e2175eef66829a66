import Criteria
import FEEL
import Model
import Scoring

extension CriteriaPack {
  /// How the formulas that read large tables are computed, for every kind of period that is scored:
  /// on columns, record by record, or with the records kept together.
  ///
  /// - Parameter language: The language of the report.
  /// - Complexity: O(size of the formulas), for each kind of period.
  public func planReport(in language: ReportLanguage = .english) -> String {
    PeriodKind.allCases.filter(pack.periods.contains).flatMap { kind -> [Wording] in
      guard let plan = plan(for: kind, readings: [:]).plan, let period = period(of: kind) else {
        return []
      }
      return FoldPlan.candidates(plan.pack).flatMap {
        lines(of: FoldReview(plan, table: $0, in: period), kind)
      }
    }.map { $0.text(in: language.language) }.joined(separator: "\n")
  }

  /// The period of a kind in which the latest text of the pack came into force.
  private func period(of kind: PeriodKind) -> Period? {
    guard let day = pack.laws.compactMap(\.from).max() else { return nil }
    let part =
      switch kind {
      case .month: "-\(day.month < 10 ? "0" : "")\(day.month)"
      case .quarter: "-Q\((day.month + 2) / 3)"
      case .halfYear: "-H\((day.month + 5) / 6)"
      case .year: ""
      }
    return Period("\(day.year)\(part)")
  }

  private func lines(of review: FoldReview, _ kind: PeriodKind) -> [Wording] {
    guard !review.formulas.isEmpty,
      let tables = plan(for: kind, readings: [:]).plan?.pack.layout.tables
    else { return [] }
    let (table, owner) = (tables[review.table].name, tables[review.owner].name)
    let head: Wording =
      review.isFolded
      ? "\(kind.rawValue): the records of '\(table)' are read once and folded into '\(owner)'"
      : "\(kind.rawValue): the records of '\(table)' are kept, for formulas that read them together"
    return [head]
      + [memory(review.kept, review.kept.naming.map { tables[$0].name }.sorted())]
      .compactMap(\.self)
      + (review.isDivisible
        ? ["  where the table is larger than '--memory', it is divided by '\(owner)' on disk first"]
        : [])
      + FoldReview.Way.allCases.compactMap { way in
        let entries = review.formulas.filter { $0.way == way }.map(\.entry)
        guard !entries.isEmpty else { return nil }
        return words(way, entries.joined(separator: ", "))
      }
  }

  private func memory(_ kept: FoldReview.Kept, _ naming: [String]) -> Wording? {
    let names = Wording(verbatim: naming.map { "'\($0)'" }.joined(separator: ", "))
    let which: Wording
    switch (kept.isAll, kept.isPicked, naming.isEmpty) {
    case (true, _, _): which = "all records"
    case (_, true, true): which = "those that lists may pick"
    case (_, false, true): return nil
    case (_, true, false): which = "those that lists may pick or that records of \(names) name"
    case (_, false, false): which = "those that records of \(names) name"
    }
    let (fields, values) = kept.columns
    return
      "  kept are \(which): \(fields) fields and \(values) values, up to \(kept.bytesOfRecord) bytes each, besides long texts"
  }

  private func words(_ way: FoldReview.Way, _ entries: String) -> Wording {
    switch way {
    case .columns: "  on columns: \(entries)"
    case .records: "  record by record: \(entries)"
    case .list: "  with all records of an owner: \(entries)"
    }
  }
}
