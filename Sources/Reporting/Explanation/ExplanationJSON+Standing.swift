import Criteria
import FEEL
import JSON
import Model
import Scoring
import Standing

extension Explanation {
  func write(_ quota: ExplainedQuota, _ writer: inout JSONWriter) {
    let table = quota.rule.table
    writer.object {
      $0.member("entry", quota.rule.rule.head.id)
      $0.head(quota.rule.rule.head)
      $0.member("record", name(table, quota.row))
      $0.member("part", quota.part.rawValue)
      $0.member("level", quota.rule.rule.level)
      $0.member("refused", quota.rule.rule.refused)
      $0.array("by") { for key in quota.rule.rule.by { $0.string(key) } }
      $0.key("before")
      $0.exact(quota.before, name)
      $0.key("after")
      $0.exact(quota.after, name)
      if let outcome = quota.outcome { $0.member("outcome", outcome.formWord) }
      writeTree("who", quota.who, &$0)
      $0.array("base") {
        for level in quota.base {
          $0.object {
            $0.member("level", level.level)
            writeTree("tree", level.tree, &$0)
          }
        }
      }
      $0.array("scopes") { for scope in quota.scopes { write(scope, &$0) } }
      $0.array("candidates") { for candidate in quota.candidates { write(candidate, table, &$0) } }
      $0.array("pending") {
        for person in quota.pending {
          $0.object {
            $0.member("record", name(table, person.row))
            $0.array("scopes") { for scope in person.scopes { $0.number(scope) } }
          }
        }
      }
      $0.array("ahead") { for row in quota.ahead { $0.string(name(table, row)) } }
    }
  }

  func name(_ table: Int, _ row: Int) -> String {
    name(RecordReference(type: Int32(table), row: Int32(row)))
  }

  private func write(_ scope: ExplainedQuota.Scope, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("index", scope.index)
      if scope.isSubjects { $0.member("own", true) }
      $0.array("names") { for name in scope.names { $0.string(name) } }
      $0.array("key") { for key in scope.key { $0.string(key) } }
      $0.key("share")
      $0.exact(scope.share, name)
      writeTree("tree", scope.shareTree, &$0)
      $0.array("others") {
        for level in scope.others where level.counted > 0 {
          $0.object {
            $0.member("level", level.level)
            $0.member("counted", level.counted)
          }
        }
      }
      $0.member("counted others", scope.result.others)
      $0.member("candidates", scope.result.seats.candidates)
      $0.member("seats", scope.result.seats.seats)
      $0.member("given", scope.result.seats.given)
      $0.member("reserved", scope.result.seats.reserved)
      $0.array("seats while pending") {
        $0.number(scope.result.prospect.seats.lowerBound)
        $0.number(scope.result.prospect.seats.upperBound)
      }
    }
  }

  private func write(
    _ candidate: ExplainedQuota.Candidate, _ table: Int, _ writer: inout JSONWriter
  ) {
    writer.object {
      $0.member("record", name(table, candidate.row))
      $0.array("keys") { for key in candidate.keys { $0.exact(key, name) } }
      $0.array("scopes") { for scope in candidate.scopes { $0.number(scope) } }
      $0.member("outcome", candidate.outcome.formWord)
    }
  }

  func write(_ rank: ExplainedRank, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("entry", rank.rule.head.id)
      $0.head(rank.rule.head)
      $0.member("by", rank.rule.by)
      $0.array("names") { for name in rank.names { $0.string(name) } }
      $0.array("key") { for key in rank.key { $0.string(key) } }
      $0.key("own")
      $0.exact(rank.own, name)
      if case .rank(let place) = rank.place { $0.member("rank", place) }
      $0.array("then") { for key in rank.rule.then { $0.string(key) } }
      for (key, members) in [("ahead", rank.ahead), ("level", rank.level)] {
        $0.array(key) {
          for member in members {
            $0.object {
              $0.member("record", name(rank.table, member.row))
              $0.key("value")
              $0.exact(member.key, name)
            }
          }
        }
      }
      $0.member("behind", rank.behind)
      $0.member("without rank", rank.unranked)
    }
  }

  func write(_ list: ExplainedListing, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("entry", list.rule.head.id)
      $0.head(list.rule.head)
      $0.localized("title", list.rule.title)
      $0.member("record", name(list.table, list.row))
      $0.member("outcome", list.outcome.rawValue)
      if !list.unset.isEmpty { $0.array("unset") { for name in list.unset { $0.string(name) } } }
      writeTree("who", list.who, &$0)
      $0.array("only if") { for rule in list.guards { write(rule, &$0) } }
      $0.array("attention") { for rule in list.attention { write(rule, &$0) } }
      $0.array("cells") {
        for cell in list.cells {
          $0.object {
            $0.localized("label", cell.column.label)
            writeTree("tree", cell.tree, &$0)
          }
        }
      }
    }
  }
}

extension SeatProspect.Outcome {
  /// The outcome in the words of the form.
  var formWord: String {
    switch self {
    case .settled(.seated), .seated: "seated"
    case .settled(.refused), .refused: "refused"
    case .settled(.tied): "tied"
    case .settled(.waiting): "waiting"
    case .pending: "pending"
    }
  }
}
