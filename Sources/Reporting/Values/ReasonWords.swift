package import Criteria
package import FEEL
package import Model

/// Says in both languages why a value is not known.
///
/// A reason that a pack gives by name is looked up in the pack's messages, a state by its label,
/// and a reason of the engine here. A reason that nobody knows is told as it stands.
package struct ReasonWords: Sendable {
  private var known: [String: LocalizedText] = [:]

  /// Gathers the words of a pack.
  package init(_ pack: Pack) {
    for level in pack.levels {
      for state in level.states {
        guard let label = state.head.label else { continue }
        known[label.english] = label
        known[state.head.id] = label
      }
    }
    for (name, message) in pack.messages { known[name] = message }
    let checks = pack.tables.flatMap { table in table.checks.map { ($0.head.id, $0.message) } }
    let settings = (pack.policies.map(\.head) + pack.parameters.map(\.head)).compactMap { head in
      head.label.map { (head.id, $0) }
    }
    quoted = Dictionary(checks + settings, uniquingKeysWith: { first, _ in first })
  }

  /// Labels of what a reason may name in quotes.
  private let quoted: [String: LocalizedText]

  /// The reason in both languages.
  package subscript(wording: Wording) -> LocalizedText {
    let reason = wording.description
    if let message = known[reason] { return message }
    if let own = ReasonWords.engine[reason] { return LocalizedText(own, reason) }
    if reason.contains(" has no meaning for ") {
      return LocalizedText(
        reason.hasSuffix("an absent value")
          ? "thiếu giá trị để tính" : "giá trị đã ghi không tính được", reason)
    }
    let parts = reason.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return LocalizedText(reason, reason) }
    let name = String(parts[1])
    let label = quoted[name] ?? LocalizedText(name, name)
    let shape = "\(parts[0])'\(Words.mark)'"
    guard let own = ReasonWords.naming.first(where: { $0.english == shape }) else {
      return LocalizedText(reason, reason)
    }
    return LocalizedText(own.vietnamese, "\(parts[0])'\(Words.mark)'\(parts[2])").with(label)
  }

  /// The reasons that the engine itself gives, in Vietnamese.
  private static let engine = [
    "is missing": "không có số liệu",
    "could not be read": "số liệu ghi sai, không đọc được",
    "two records differ": "hai bản ghi cùng mã nhưng khác nội dung",
    "names a record that is not there": "chỉ đến bản ghi không có",
    "no posting in the period": "không có vị trí công tác trong kỳ",
    "no agency above the unit": "không rõ cơ quan của đơn vị",
    "the pack does not say how a posting is found":
      "bộ tiêu chí chưa nói cách xác định vị trí công tác",
    "contradicts another record of the same key": "mâu thuẫn với bản ghi khác cùng mã",
    "not computed yet": "chưa tính được",
    "division by zero": "phép chia cho số 0",
    "the mean of no values": "không có giá trị nào để tính trung bình",
    "the median of no values": "không có giá trị nào để tính trung vị",
    "the list has no element at this position": "danh sách không có phần tử cần tìm",
    "there is no record": "không có bản ghi",
    "the condition has no value": "điều kiện không có giá trị",
    "this cannot be computed": "không tính được",
    "leads or units form a circle": "quan hệ phụ trách hoặc đơn vị tạo thành vòng khép kín",
    "level with others at the last seat": "bằng điểm ở suất cuối, chờ quyết định",
    "somebody in the cohort is pending": "trong nhóm còn người chưa có kết quả",
    "no row of the levels matches": "không có mức nào tương ứng, chờ quyết định",
    "the level depends on what is unknown": "mức phụ thuộc vào số liệu còn thiếu",
    "decisions of one date differ": "các quyết định cùng ngày khác nhau",
    "the pack gives no level": "bộ tiêu chí không quy định mức",
    "no calendar of working days is given": "chưa có lịch ngày làm việc",
  ]

  /// The reasons of the engine that name something in quotes.
  private static let naming = [
    LocalizedText("cơ quan chưa quy định: …", "the agency has not set '…'"),
    LocalizedText("sai quy tắc: …", "breaks '…'"),
    LocalizedText("không có giá trị đang có hiệu lực của: …", "no value of '…'"),
  ]
}

extension LocalizedText {
  /// The text with its mark replaced by another text, language by language.
  func with(_ part: LocalizedText) -> LocalizedText {
    LocalizedText(
      with(part.vietnamese).vietnamese, with(part.english).english)
  }
}
