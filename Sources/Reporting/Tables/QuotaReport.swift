import Criteria
import FEEL
import JSON
import Model
import Scoring
import Standing

/// `quotas.json`: for every scope its seats, who holds them, and what ties and pending people keep
/// open.
struct QuotaReport {
  private let index: ReportIndex
  private var quotas: [QuotaResult] { index.outcome.grading.quotas }

  init(_ index: ReportIndex) { self.index = index }

  /// The whole file.
  var bytes: [UInt8] {
    var json = JSONWriter(.pretty)
    json.object {
      $0.array("quotas") { for quota in quotas.indices { write(quota, to: &$0) } }
    }
    json.endLine()
    return json.bytes
  }

  /// Writes one quota with its scopes.
  func write(_ quota: Int, to json: inout JSONWriter) {
    let result = quotas[quota]
    let rule = index.outcome.grading.world.pack.quotas.first { $0.rule.head.id == result.quota }
    json.object { json in
      json.member("quota", result.quota)
      json.member("label", rule?.rule.head.label)
      json.member("cite", orNull: rule?.rule.head.cite.text)
      json.member("final", result.prospect.isFinal)
      json.array("scopes") {
        for scope in result.scopes.indices { write(scope, quota, to: &$0) }
      }
      json.array("crossings") {
        for crossing in result.prospect.allocation.crossings { write(crossing, result, to: &$0) }
      }
    }
  }

  private func write(_ scope: Int, _ quota: Int, to json: inout JSONWriter) {
    let result = quotas[quota]
    let (place, seats) = (result.scopes[scope], result.scopes[scope].seats)
    json.object { json in
      json.member("group", place.key)
      json.key("share")
      index.forms.write(place.share, to: &json)
      json.member("candidates", seats.candidates)
      json.member("others", place.others)
      json.range("seats", place.prospect.seats)
      json.member("pending", place.prospect.pending)
      json.member("given", place.prospect.seated)
      json.member("refused", place.prospect.refused)
      json.member("undecided", result.undecided(scope))
      json.member("settled", result.isSettled(scope))
      if let free = result.free(scope) {
        json.member("reserved", free.reserved)
        json.member("free", free.open)
      }
      if result.isSettled(scope) {
        json.member("freeBecauseScopesCross", seats.freeBecauseScopesCross)
      }
      json.member("tooSmall", place.prospect.seats.upperBound == 0)
      json.member("heldBy", index.holders(quota, scope: scope).map { name($0, result) })
    }
  }

  private func write(
    _ crossing: CrossingScopes, _ result: QuotaResult, to json: inout JSONWriter
  ) {
    json.object { json in
      json.array("groups") { for scope in crossing.scopes { $0.texts(result.scopes[scope].key) } }
      json.member("given", crossing.seated)
      json.range("undecided", crossing.undecided)
      if let most = crossing.most { json.member("most", most) }
      if let empty = crossing.emptyBecauseScopesCross {
        json.range("emptyBecauseScopesCross", empty)
      }
    }
  }

  private func name(_ candidate: Int, _ result: QuotaResult) -> String {
    index.outcome.grading.world.tables[result.table].names[result.candidates[candidate]]
  }
}
