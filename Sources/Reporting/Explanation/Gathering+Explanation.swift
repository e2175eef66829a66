import Criteria
import FEEL
import Model
import Scoring
import Standing

extension Gathering {
  /// What was gathered, put in order.
  var explanation: Explanation {
    let ordered = ordered()
    return Explanation(
      facts: explainer.facts, subject: subject, nodes: ordered, records: records(ordered),
      links: links(), quotas: quotas, ranks: ranks, lists: lists, texts: builder.texts.sorted(),
      globals: builder.globals.sorted(), readings: builder.readings.sorted(), world: world)
  }

  /// The nodes so that each stands after those it reads; for a seat or a line only those it needs.
  private func ordered() -> [ExplainedNode] {
    let index = Dictionary(
      nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var ordered: [ExplainedNode] = []
    var seen: Set<String> = []
    func visit(_ id: String) {
      guard let place = index[id], seen.insert(id).inserted else { return }
      for tree in nodes[place].trees {
        for reference in tree.allReferences { visit(self.id(of: reference)) }
        tree.forEach { operation in
          for reference in operation.references { visitCounting(of: reference, visit) }
        }
      }
      if case .level(let level) = nodes[place].kind,
        let before = LevelStage(rawValue: level.stage.rawValue - 1)
      {
        visit("\(name(record)).\(before.name)")
      }
      ordered.append(nodes[place])
    }
    for id in roots() { visit(id) }
    return ordered
  }

  /// The records of a relation are those that count, so their counting comes first.
  private func visitCounting(of reference: ExplainedReference, _ visit: (String) -> Void) {
    guard case .related(let related) = reference.kind, let table = related.ownRecords else {
      return
    }
    for (own, rows) in self.own where own == table {
      for row in rows {
        visit("\(name(RecordReference(type: Int32(table), row: Int32(row))))#counts")
      }
    }
  }

  private func id(of reference: ExplainedReference) -> String {
    if case .related(let related) = reference.kind, related != .posting { return "" }
    return reference.id(name)
  }

  private func roots() -> [String] {
    switch subject {
    case .record: return nodes.map(\.id)
    case .seat(let quota, _):
      let members = pack.layout.tables[Int(record.type)].members
      let names = pack.quotas[quota].by + pack.quotas[quota].within.joined()
      return names.map { "\(name(record)).\(members[$0].name)" }
        + ["\(name(record)).\(LevelStage.proposed.name)"] + rootsOfStanding()
    case .line: return rootsOfStanding()
    }
  }

  private func rootsOfStanding() -> [String] {
    (quotas.flatMap(\.trees) + lists.flatMap(\.trees)).flatMap(\.allReferences).map { id(of: $0) }
  }

  /// Values and levels of others that the trees read, each once, by id.
  private func links() -> [ExplainedReference] {
    var links: [String: ExplainedReference] = [:]
    for reference in builder.references {
      if case .node = reference.kind, !isExplainedHere(reference.record) {
        links[reference.id(name)] = reference
      }
    }
    return links.keys.sorted().compactMap { links[$0] }
  }
}

extension ExplainedQuota {
  var trees: [ExplainedTree] {
    ([who] + base.map(\.tree) + scopes.map(\.shareTree)).compactMap(\.self)
  }
}

extension ExplainedListing {
  var trees: [ExplainedTree] {
    ([who] + cells.map(\.tree)).compactMap(\.self) + (guards + attention).map(\.tree)
  }
}
