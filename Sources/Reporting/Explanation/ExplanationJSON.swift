import Criteria
import FEEL
package import JSON
import Model
import Scoring

extension Explanation {
  /// The explanation as one line of JSON, the same byte for byte for the same outcome.
  ///
  /// The form has a version of its own, see ``version``. Numbers are texts of decimals, with the
  /// fraction beside them where the decimal does not end.
  package var json: [UInt8] {
    var writer = JSONWriter(.compact)
    write(to: &writer)
    return writer.bytes
  }

  /// Writes the explanation as one object.
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("format", "merit explanation")
      $0.member("version", Explanation.version)
      $0.object("subject") { writeSubject(&$0) }
      $0.object("run") { writeRun(&$0) }
      $0.array("texts") { for text in texts { writeText(text, &$0) } }
      $0.array("globals") { for global in globals { writeGlobal(global, &$0) } }
      $0.array("readings") { for reading in readings { writeReading(reading, &$0) } }
      $0.array("records") { for record in records { write(record, &$0) } }
      $0.array("links") { for link in links { writeLink(link, &$0) } }
      $0.array("nodes") { for node in nodes { write(node, &$0) } }
      $0.array("quotas") { for quota in quotas { write(quota, &$0) } }
      $0.array("ranks") { for rank in ranks { write(rank, &$0) } }
      $0.array("lists") { for list in lists { write(list, &$0) } }
    }
  }

  func name(_ record: RecordReference) -> String { world.name(record) }

  private func writeRun(_ writer: inout JSONWriter) {
    writer.member("program", facts.engineVersion)
    writer.array("packs") {
      for pack in facts.packs {
        $0.object {
          $0.member("name", pack.name)
          $0.member("hash", pack.hash)
        }
      }
    }
    writer.array("inputs") {
      for input in facts.inputs {
        $0.object {
          $0.member("file", input.file)
          $0.member("hash", input.hash)
        }
      }
    }
    writer.object("period") {
      $0.member("id", world.period.id)
      $0.member("kind", world.period.kind.rawValue)
      $0.member("from", world.period.from.description)
      $0.member("to", world.period.to.description)
    }
    writer.member("as of", world.asOf.description)
    writer.array("scale") {
      for level in world.pack.schema.scales.first?.symbols ?? [] { $0.string(level) }
    }
    if !world.calendar.daysOff.isEmpty || !world.calendar.workedWeekends.isEmpty {
      writer.object("calendar") {
        $0.array("days off") {
          for day in world.calendar.daysOff.sorted() { $0.string(day.description) }
        }
        $0.array("worked") {
          for day in world.calendar.workedWeekends.sorted() { $0.string(day.description) }
        }
      }
    }
  }

  private func writeSubject(_ writer: inout JSONWriter) {
    let record = subject.record(in: world.pack)
    writer.member("record", name(record))
    writer.member("table", world.pack.layout.tables[Int(record.type)].name)
    switch subject {
    case .record: break
    case .seat(let quota, _): writer.member("quota", world.pack.quotas[quota].rule.head.id)
    case .line(let list, _): writer.member("list", world.pack.lists[list].rule.head.id)
    }
  }

  private func writeText(_ id: Int, _ writer: inout JSONWriter) {
    guard world.pack.pack.formulas.indices.contains(id) else { return }
    let formula = world.pack.pack.formulas[id]
    writer.object {
      $0.member("id", id)
      $0.member("pack", world.pack.pack.documents[formula.document].name)
      $0.member("text", formula.text)
    }
  }

  private func writeReading(_ name: String, _ writer: inout JSONWriter) {
    guard let reading = world.pack.pack.readings.first(where: { $0.head.id == name }) else {
      return
    }
    writer.object {
      $0.member("id", name)
      $0.member("option", world.pack.chosen[name] ?? reading.standard)
      $0.array("options") {
        for option in reading.options {
          $0.object {
            $0.member("name", option.name)
            $0.member("formula", option.formula.text)
          }
        }
      }
      $0.cite(reading.head.cite)
      $0.localized("because", reading.because)
    }
  }

  private func writeGlobal(_ index: Int, _ writer: inout JSONWriter) {
    let pack = world.pack
    writer.object {
      $0.member("name", pack.schema.globals[index].name)
      switch pack.layout.globals[index] {
      case .reportingPeriod: $0.member("kind", "reporting period")
      case .asOf: $0.member("kind", "as of")
      case .parameter(let parameter):
        $0.member("kind", "parameter")
        $0.head(pack.pack.parameters[parameter].head, pack.pack.parameters[parameter].unit)
      case .policy(let policy):
        $0.member("kind", "policy")
        $0.head(pack.pack.policies[policy].head, pack.pack.policies[policy].unit)
        if let decision = pack.pack.policies[policy].decision { $0.member("decision", decision) }
      case .table: $0.member("kind", "table")
      }
      $0.key("value")
      $0.exact(world.globals[index], name)
    }
  }

  func writeLink(_ link: ExplainedReference, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("node", link.id(name))
      $0.member("explained", name(link.record))
      $0.key("value")
      $0.exact(link.value, name)
    }
  }
}

extension JSONWriter {
  /// Writes the citation of an entry with the mark of how surely it was read.
  mutating func cite(_ cite: Citation) {
    member("cite", cite.text)
    if !cite.confidence.isEmpty { member("confidence", cite.confidence) }
  }

  /// Writes a text in both languages.
  mutating func localized(_ name: String, _ text: LocalizedText?) {
    guard let text else { return }
    object(name) {
      for language in Language.allCases { $0.member(language.rawValue, text[language]) }
    }
  }

  /// Writes the label, unit and citation of an entry.
  mutating func head(_ head: EntryHead, _ unit: String? = nil) {
    localized("label", head.label)
    if let unit { member("unit", unit) }
    cite(head.cite)
  }
}
