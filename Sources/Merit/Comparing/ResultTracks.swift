import FEEL
import JSON
import Reporting

/// The results that differ at the ends of a way between two packs, followed along it.
struct ResultTracks {
  /// One result of one person or unit along the way.
  private struct Track {
    let subject: String
    let field: String
    let aspect: Aspect
    /// What it is at the begin and after each step, as JSON.
    var values: [String?]
  }

  private var tracks: [Track] = []
  private var names: [String: String] = [:]
  private let last: [String?]

  /// Finds what differs between the ends.
  init(from begin: Evaluation, to end: Evaluation) throws(MeritError) {
    let (before, after) = (try begin.subjectFacts, try end.subjectFacts)
    let scores = Aspect.scores(of: begin.pack.pack).union(Aspect.scores(of: end.pack.pack))
    var last: [String?] = []
    for table in ["people/", "units/"] {
      let ids = Set(before.keys).union(after.keys).filter { $0.hasPrefix(table) }
      for id in ids.sorted() {
        let (old, new) = (before[id], after[id])
        names[id] = new?.name ?? old?.name
        let fields = Set(((old?.fields ?? []) + (new?.fields ?? [])).map(\.name))
        for field in fields.sorted() where old?.field(field) != new?.field(field) {
          guard let aspect = Aspect(field, scores: scores) else { continue }
          tracks.append(
            Track(subject: id, field: field, aspect: aspect, values: [old?.field(field)]))
          last.append(new?.field(field))
        }
      }
    }
    self.last = last
  }

  /// Whether nothing differs at the ends.
  var isEmpty: Bool { tracks.isEmpty }

  /// Adds what a step of the way gives.
  mutating func add(_ step: Evaluation) throws(MeritError) {
    let facts = try step.subjectFacts
    for index in tracks.indices {
      tracks[index].values.append(facts[tracks[index].subject]?.field(tracks[index].field))
    }
  }

  /// Adds what the end of the way gives.
  mutating func end() {
    for index in tracks.indices { tracks[index].values.append(last[index]) }
  }

  /// What changes, by person and unit.
  func subjects(isReversed: Bool) -> [PackComparison.Subject] {
    var subjects: [PackComparison.Subject] = []
    var rest = tracks[...]
    while let id = rest.first?.subject {
      let own = rest.prefix { $0.subject == id }
      rest = rest.dropFirst(own.count)
      let changes = own.map { change($0, isReversed) }.sorted {
        $0.aspect.place(of: $0.field) < $1.aspect.place(of: $1.field)
      }
      subjects.append(.init(id: id, name: names[id] ?? "", changes: changes))
    }
    return subjects
  }

  private func change(_ track: Track, _ isReversed: Bool) -> PackComparison.Change {
    let ends = (track.values.first.flatMap(\.self), track.values.last.flatMap(\.self))
    let charges = track.aspect == .score ? ResultTracks.sums(track.values) : nil
    return .init(
      field: track.field, aspect: track.aspect, old: isReversed ? ends.1 : ends.0,
      new: isReversed ? ends.0 : ends.1,
      charges: (charges ?? ResultTracks.flip(track.values)).map { charge in
        .init(
          steps: charge.steps, amount: isReversed ? charge.amount.map { .zero - $0 } : charge.amount
        )
      })
  }

  /// The first step that changes a result.
  private static func flip(_ values: [String?]) -> [PackComparison.Charge] {
    values.indices.dropFirst().first { values[$0] != values[$0 - 1] }
      .map { [.init(steps: [$0 - 1], amount: nil)] } ?? []
  }

  /// By how much each step moves a number; `nil` where an end is none.
  ///
  /// Where it is no number for a while between, only the sum of the steps around is known.
  private static func sums(_ values: [String?]) -> [PackComparison.Charge]? {
    let numbers = values.map { $0.flatMap(Number.init(json:)) }
    guard var known = numbers.first.flatMap(\.self), numbers.last.flatMap(\.self) != nil else {
      return nil
    }
    var charges: [PackComparison.Charge] = []
    var steps: [Int] = []
    for index in values.indices.dropFirst() {
      if values[index] != values[index - 1] { steps.append(index - 1) }
      guard let number = numbers[index] else { continue }
      if number != known { charges.append(.init(steps: steps, amount: number - known)) }
      known = number
      steps = []
    }
    return charges
  }
}

extension Evaluation {
  /// What the run says of each person and unit, by table and id, as its files would.
  fileprivate var subjectFacts: [String: SubjectFacts] {
    get throws(MeritError) {
      try RunComparison.facts(RunFiles(name: pack.name, files(facts())))
    }
  }
}

extension Number {
  /// Reads the number of a results file: a decimal in quotes, or an object with the exact fraction.
  init?(json: String) {
    let value = JSONDocument(Array(json.utf8)).value
    let text = value?["exact"]?.string?.text ?? value?.string?.text ?? ""
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Number($0) }) else { return nil }
    guard parts.count == 2, let ratio = Number(parts[1]).flatMap({ whole.divided(by: $0) }) else {
      if parts.count > 1 { return nil }
      self = whole
      return
    }
    self = ratio
  }
}
