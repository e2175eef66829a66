import Model

extension Summary {
  /// What waits for people: how much of each kind, and by whom it is to be done.
  var waiting: [String] {
    let report = WaitingReport(index)
    guard !report.items.isEmpty else { return [] }
    let kinds = report.counts.map { "\(Words.waiting($0.kind)[language]): \($0.count)" }
    var duties: [String: Int] = [:]
    for item in report.items {
      guard let by = item.by else { continue }
      let day = item.until.map { " (\(index.forms.text($0, language)))" } ?? ""
      duties[by[language] + day, default: 0] += 1
    }
    return ["\(Words.waits[language]): \(report.items.count)"]
      + kinds.joined(separator: " · ").paragraph(indent: Summary.indent)
      + duties.keys.sorted().flatMap {
        "\($0): \(duties[$0] ?? 0)".paragraph(indent: Summary.indent)
      }
  }
}

extension Words {
  static let waits = LocalizedText("Chờ người xử lý", "Waiting for people")

  /// What a kind of waiting is called.
  static func waiting(_ kind: WaitingItem.Kind) -> LocalizedText {
    switch kind {
    case .decision: LocalizedText("chờ quyết định", "to be decided")
    case .tie: LocalizedText("bằng điểm ở suất cuối", "level at the last seat")
    case .record: LocalizedText("số liệu cần bổ sung", "records to complete")
    case .entry: LocalizedText("việc theo bộ tiêu chí", "steps of the criteria")
    case .policy: LocalizedText("cơ quan chưa quy định", "not set by the agency")
    }
  }
}
