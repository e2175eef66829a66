import Criteria
import Model

/// What a comparison of packs tells of a person or unit.
enum Aspect: String, CaseIterable, Sendable {
  case score, level, seat, rank, list

  /// What a field of ``SubjectFacts`` tells; `nil` for all that a comparison of packs leaves out.
  ///
  /// - Parameter scores: The fields by which people are ordered.
  init?(_ field: String, scores: Set<String>) {
    if scores.contains(field) {
      self = .score
    } else if Aspect.levels.contains(field) {
      self = .level
    } else if field.hasPrefix("quota ") {
      self = .seat
    } else if field.hasPrefix("rank ") {
      self = .rank
    } else if field.hasPrefix("list ") {
      self = .list
    } else {
      return nil
    }
  }

  /// The fields of a level, by the stages in which it comes about.
  private static let levels =
    (LevelStage.allCases.map { "\($0)" } + ["state"]).map { "level.\($0)" }

  /// Where a field of this aspect stands among those of a person or unit.
  func place(of field: String) -> (Int, Int, String) {
    let aspect = Aspect.allCases.firstIndex(of: self) ?? 0
    return (aspect, Aspect.levels.firstIndex(of: field) ?? 0, field)
  }

  /// The fields by which the orders and quotas of a pack order.
  static func scores(of pack: Pack) -> Set<String> {
    let names = Set(pack.rankings.map(\.by) + pack.quotas.flatMap(\.by))
      .map { FieldSchema.oneWord($0) }
    return Set(names + names.map { "values.\($0)" })
  }
}
