import Criteria
import FEEL
import JSON
import Model
import Reporting
import Scoring
import Standing

extension PackComparison {
  /// The comparison as one JSON object.
  public var json: String {
    let forms = ValueForms(second.outcome.grading.world)
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.member("old", first.pack.name)
      writer.member("new", second.pack.name)
      writer.member("period", second.outcome.grading.world.period.id)
      writer.array("readings") { writer in
        for reading in readings {
          writer.object { writer in
            writer.member("reading", reading.name)
            writer.member("option", reading.option)
            writer.array("packs") { for name in reading.packs { $0.string(name) } }
          }
        }
      }
      writer.array("steps") {
        for index in steps.indices { write(step: index, to: &$0) }
      }
      writer.array("besideResults") {
        for change in pair.changes where !change.bearsOnResults { write(change, to: &$0) }
      }
      writer.array("subjects") {
        for subject in subjects { write(subject, forms, to: &$0) }
      }
    }
    writer.endLine()
    return writer.text
  }

  private func write(step index: Int, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("step", index + 1)
      writer.array("entries") {
        for change in steps[index].changes { write(change, to: &$0) }
      }
      writer.object("charged") {
        for (aspect, count) in charged(index) { $0.member(aspect.rawValue, count) }
      }
    }
  }

  private func write(_ change: PackChange, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.array("entry") { for name in change.path { $0.string(name) } }
      writer.member("change", kind(change).rawValue)
      writer.member("pack", pair.pack(of: change))
      writer.member("cite", change.cite)
    }
  }

  private func write(_ subject: Subject, _ forms: ValueForms, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("subject", subject.id)
      writer.member("name", subject.name)
      writer.array("changes") {
        for change in subject.changes { write(change, forms, to: &$0) }
      }
    }
  }

  private func write(_ change: Change, _ forms: ValueForms, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("aspect", change.aspect.rawValue)
      writer.member("field", change.field)
      for (key, value) in [("old", change.old), ("new", change.new)] {
        writer.key(key)
        if let json = value.flatMap({ JSONDocument(Array($0.utf8)).value }) {
          writer.value(json)
        } else {
          writer.null()
        }
      }
      writer.array("charges") { writer in
        for charge in change.charges {
          writer.object { writer in
            writer.array("steps") { for step in charge.steps { $0.number(step + 1) } }
            guard let amount = charge.amount else { return }
            writer.key("amount")
            forms.write(amount, to: &writer)
          }
        }
      }
    }
  }
}

extension PackComparison {
  /// What became of a place on the way asked for.
  func kind(_ change: PackChange) -> PackChange.Kind {
    pair.isReversed ? change.kind.reversed : change.kind
  }

  /// How many changes of each aspect are charged to a step.
  func charged(_ step: Int) -> [(aspect: Aspect, count: Int)] {
    Aspect.allCases.map { aspect in
      let changes = subjects.lazy.flatMap(\.changes).filter { $0.aspect == aspect }
      return (aspect, changes.count { $0.charges.contains { $0.steps.contains(step) } })
    }
  }
}
