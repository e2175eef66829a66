import JSON

/// Who differs between two runs, in what, and by which records.
///
/// Runs are compared by their files: results from `people.ndjson`, `units.ndjson` and the lists, grounds
/// from `explanations.ndjson` where both have it.
struct RunComparison: Sendable {
  /// One record of the subject that differs.
  struct Record: Sendable {
    let id: String
    /// What it said on either side; `nil` where it was not there.
    let old: [String: String]?
    let new: [String: String]?
  }
  /// What differs of one person or unit.
  struct Subject: Sendable {
    let id: String
    let name: String
    let fields: [(name: String, old: String?, new: String?)]
    let records: [Record]
    /// The values of others that differ and that the subject's result rests on.
    let through: [String]
  }

  let old: String
  let new: String
  /// People, then units, by id.
  let subjects: [Subject]
  /// Whether both runs explain their results, so that records could be compared.
  let isExplained: Bool

  /// Compares two runs.
  ///
  /// - Complexity: O(bytes of both runs).
  init(_ old: RunFiles, _ new: RunFiles) throws(MeritError) {
    self.old = old.name
    self.new = new.name
    let before = try RunComparison.facts(old)
    let after = try RunComparison.facts(new)
    var subjects: [Subject] = []
    for table in ["people", "units"] {
      let ids = Set(before.keys).union(after.keys).filter { $0.hasPrefix("\(table)/") }.sorted()
      subjects += ids.compactMap { Subject($0, before[$0], after[$0]) }
    }
    self.subjects = subjects
    isExplained =
      before.values.contains(where: \.isExplained) && after.values.contains(where: \.isExplained)
  }

  /// What a run says of each person and unit, by table and id.
  static func facts(_ run: RunFiles) throws(MeritError) -> [String: SubjectFacts] {
    var facts: [String: SubjectFacts] = [:]
    for table in ["people", "units"] {
      for line in try run.lines("\(table).ndjson") {
        facts["\(table)/\(line["id"].text)", default: SubjectFacts()].add(line)
      }
    }
    for explanation in try run.lines("explanations.ndjson") {
      facts[explanation["subject"]?["record"].text ?? ""]?.add(explanation: explanation)
    }
    for name in run.names where name.hasSuffix(".json") {
      guard let list = try run.value(name), let id = list["list"]?.string?.text else { continue }
      for place in ["lines", "heldBack", "cannotBeEstablished"] {
        for line in list[place]?.elements ?? [] {
          for table in ["people", "units"] {
            facts["\(table)/\(line["id"].text)"]?.set("list \(id)", json: "\"\(place)\"")
          }
        }
      }
    }
    return facts
  }
}

extension RunComparison.Subject {
  /// What differs of a subject, or `nil` where nothing does.
  init?(_ id: String, _ old: SubjectFacts?, _ new: SubjectFacts?) {
    var names = (old?.fields ?? []).map(\.name)
    names += (new?.fields ?? []).map(\.name).filter { !names.contains($0) }
    let fields = names.sorted().compactMap { name -> (name: String, old: String?, new: String?)? in
      let (before, after) = (old?.field(name), new?.field(name))
      return before == after ? nil : (name, before, after)
    }
    guard !fields.isEmpty else { return nil }
    self.id = id
    self.name = new?.name ?? old?.name ?? ""
    self.fields = fields
    let isComparable = old?.isExplained == true && new?.isExplained == true
    let (before, after) = isComparable ? (old, new) : (nil, nil)
    records = RunComparison.Subject.records(before?.records ?? [:], after?.records ?? [:])
    let (theirs, ours) = (before?.others ?? [:], after?.others ?? [:])
    through = Set(theirs.keys).union(ours.keys).filter {
      theirs[$0] != ours[$0] && !$0.hasPrefix("\(id).") && !$0.hasPrefix("\(id):")
    }.sorted()
  }

  private static func records(
    _ old: [String: [String: String]], _ new: [String: [String: String]]
  ) -> [RunComparison.Record] {
    Set(old.keys).union(new.keys).sorted().compactMap { id in
      old[id] == new[id] ? nil : .init(id: id, old: old[id], new: new[id])
    }
  }
}

extension RunComparison.Record {
  /// The fields that differ, sorted; a field that one side does not have is `nil` there.
  var fields: [(name: String, old: String?, new: String?)] {
    Set((old ?? [:]).keys).union((new ?? [:]).keys).sorted().compactMap { name in
      let (before, after) = (old?[name], new?[name])
      return before == after
        ? nil : (name.hasPrefix(".") ? String(name.dropFirst()) : name, before, after)
    }
  }
}
