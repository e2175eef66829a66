import Criteria
import FEEL
import Model
import Records
import Scoring
import Standing

extension Evaluation {
  public var debugText: String {
    let w = outcome.grading.world
    var s = ""
    for t in 0...1 {
      for row in 0..<w.tables[t].count {
        s += "\(w.tables[t].names[row]): \(outcome.grading.level(.proposed, t, row)) \(outcome.grading.notes[t][row].state ?? "")\n"
        for (i, v) in w.pack.values.enumerated() where v.table == t && !w.values[i].isEmpty { s += "   \(v.rule.head.id) = \(w.values[i][row])\n" }
      }
    }
    for p in problems.tables { for x in problems.first(of: p) { s += "\(x.place) \(x.english(showsGiven: true))\n" } }
    return s
  }
}
