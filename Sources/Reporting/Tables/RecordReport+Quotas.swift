import FEEL
import JSON
import Model
import Scoring
import Standing

extension RecordReport {
  /// The holders of a full scope that are named in a line; `quotas.json` has them all.
  private static let namedHolders = 16

  /// Writes what one quota gives the record; nothing if it is neither candidate nor pending.
  func writeQuota(_ quota: Int, _ row: Int, to json: inout JSONWriter) {
    guard index.outcome.grading.quotas[quota].table == table else { return }
    let found = index.candidate(quota, row)
    guard found != nil || index.isPending(quota, row) else { return }
    let result = index.outcome.grading.quotas[quota]
    guard let candidate = found else {
      return json.object {
        $0.member("quota", result.quota)
        $0.member("outcome", "pending")
        $0.member("candidate", false)
      }
    }
    let outcome = result.prospect.outcomes[candidate]
    json.object { json in
      json.member(keys.quota, result.quota)
      json.member(keys.outcome, outcome.word)
      json.member(keys.candidate, true)
      json.array(keys.scopes) {
        for scope in result.memberships[candidate] { $0.texts(result.scopes[scope].key) }
      }
      writeGrounds(quota, candidate, to: &json)
    }
  }

  private func writeGrounds(_ quota: Int, _ candidate: Int, to json: inout JSONWriter) {
    let result = index.outcome.grading.quotas[quota]
    switch (result.prospect.outcomes[candidate], result.prospect.allocation.outcomes[candidate]) {
    case (.settled, .refused(let full)), (.refused, .refused(let full)):
      json.array(keys.full) {
        for scope in full { writeFull(scope, quota, candidate, to: &$0) }
      }
    case (.settled, .tied(let contest)):
      json.array("contests") { write(contest, quota, to: &$0) }
    case (.settled, .waiting(let contests)):
      json.array("contests") { for contest in contests { write(contest, quota, to: &$0) } }
    default: break
    }
  }

  /// A scope without a seat for the candidate, and who ahead holds its seats.
  private func writeFull(
    _ scope: Int, _ quota: Int, _ candidate: Int, to json: inout JSONWriter
  ) {
    let result = index.outcome.grading.quotas[quota]
    let holders = index.holders(quota, scope: scope, aheadOf: candidate)
    json.object {
      $0.array(keys.scope) { for part in result.scopes[scope].key { $0.string(part) } }
      $0.range("seats", result.scopes[scope].prospect.seats)
      $0.array(keys.heldBy) {
        for holder in holders.prefix(RecordReport.namedHolders) {
          $0.string(name(of: holder, result))
        }
      }
      $0.key(keys.holders)
      $0.number(holders.count)
      if result.isSettled(scope) {
        let contests = result.prospect.allocation.holders(of: scope, aheadOf: candidate).contests
        $0.array(keys.contests) { for contest in contests { write(contest, quota, to: &$0) } }
      } else {
        let open = index.undecided(quota, scope: scope, aheadOf: candidate)
        $0.member("undecidedAhead", open.map { name(of: $0, result) })
      }
    }
  }

  private func write(_ contest: Int, _ quota: Int, to json: inout JSONWriter) {
    let result = index.outcome.grading.quotas[quota]
    let contest = result.prospect.allocation.contests[contest]
    json.object {
      $0.member("members", contest.members.map { name(of: $0, result) }.sorted())
      $0.range("seats", contest.seats)
    }
  }

  private func name(of candidate: Int, _ result: QuotaResult) -> String {
    world.tables[table].names[result.candidates[candidate]]
  }
}

extension SeatProspect.Outcome {
  /// Whether the candidate has a seat, whatever pending people turn out.
  var isSeated: Bool { self == .seated || self == .settled(.seated) }

  /// Whether it is open if the candidate has a seat.
  var isOpen: Bool { !isSeated && word != "refused" }

  /// The outcome in one word for files.
  var word: String {
    switch self {
    case .settled(.seated), .seated: "seated"
    case .settled(.refused), .refused: "refused"
    case .settled(.tied): "tied"
    case .settled(.waiting): "waiting"
    case .pending: "pending"
    }
  }
}

extension JSONWriter {
  /// Writes an array of texts as a value.
  mutating func texts(_ texts: some Sequence<String>) {
    array { for text in texts { $0.string(text) } }
  }

  /// Writes the ends of a range of whole numbers.
  mutating func range(_ name: String, _ range: ClosedRange<Int>) {
    object(name) {
      $0.member("least", range.lowerBound)
      $0.member("most", range.upperBound)
    }
  }
}
