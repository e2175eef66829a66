import Criteria
import FEEL
import Model
import Scoring

extension ExplanationText {
  /// Every record of the subject that was not used, with the reason and its place.
  mutating func tellNotUsed() {
    let unused = explanation.records.filter { record in
      if case .notUsed = record.use { return record.isOwn }
      return false
    }
    guard !unused.isEmpty else { return }
    heading(Words.notUsed)
    var groups: [(head: String, records: [String])] = []
    for record in unused {
      let head = "\(tableName(record)): \(reason(record))"
      let words =
        "\(world.tables[Int(record.reference.type)].names[Int(record.reference.row)])"
        + " (\(place(record)))"
      if groups.last?.head == head {
        groups[groups.count - 1].records.append(words)
      } else {
        groups.append((head, [words]))
      }
    }
    for group in groups { add("\(group.head): \(group.records.joined(separator: "; "))") }
  }

  private func tableName(_ record: ExplainedRecord) -> String {
    let table = world.pack.layout.tables[Int(record.reference.type)]
    return table.label?[language] ?? table.name
  }

  private func reason(_ record: ExplainedRecord) -> String {
    if let doubt = record.doubt { return forms.text(doubt, language) }
    guard case .notUsed(let reason) = record.use else { return "" }
    return Words.reason(reason)[language]
  }

  private func place(_ record: ExplainedRecord) -> String {
    let place = world.tables[Int(record.reference.type)].places[Int(record.reference.row)]
    if let origin = world.origin(of: record.reference) {
      return Words.computedIn.with(origin.period.id)[language]
    }
    guard place.file >= 0 else { return Words.ofThePack[language] }
    return "\(world.files[Int(place.file)]), \(Words.line[language]) \(place.line)"
  }

  /// The readings that the result rests on, with the options that were not chosen.
  mutating func tellReadings() {
    let readings = world.pack.pack.readings.filter { explanation.readings.contains($0.head.id) }
    guard !readings.isEmpty else { return }
    heading(Words.readingsOf)
    for reading in readings {
      let chosen = world.pack.chosen[reading.head.id] ?? reading.standard
      let others = reading.options.map(\.name).filter { $0 != chosen }.joined(separator: ", ")
      add(
        "\(reading.head.id) = \(chosen) (\(Words.otherOptions.with(others)[language])). "
          + "\(reading.because[language])\(cite(reading.head.cite))")
    }
  }

  /// What the result still lacks, with the records to chase; each cause at the first value it hits.
  mutating func tellUnknown() {
    var told: Set<Unknown.Cause> = []
    var found: [(node: ExplainedNode, causes: [Unknown.Cause])] = []
    for node in explanation.nodes where node.record == record && essential.contains(node.id) {
      let causes = (node.value.unknown?.causes ?? []).filter {
        (node.isValue || $0.needsDecision) && told.insert($0).inserted
      }
      if !causes.isEmpty { found.append((node, causes)) }
    }
    guard !found.isEmpty else { return }
    heading(Words.stillUnknown)
    for (node, causes) in found {
      for cause in causes {
        let mark = cause.needsDecision ? "\(Words.needsDecision[language]): " : ""
        add("\(label(node)): \(mark)\(forms.text(cause, language))")
      }
    }
  }

  /// The documents of the pack and the input, so that the same can be computed again.
  mutating func tellSources() {
    heading(Words.sources)
    for law in world.pack.pack.laws where law.number != "Merit" {
      add("\(law.number): \(law.title[language])")
    }
    for pack in explanation.facts.packs {
      add("\(Words.pack[language]): \(pack.name) (\(pack.hash.prefix(16)))")
    }
    add("Merit \(explanation.facts.engineVersion)")
  }
}
