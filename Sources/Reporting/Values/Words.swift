package import Model

/// The engine's own words in both languages, from one place.
///
/// Words of the law (criteria, levels, titles of lists) are not here: they come from the pack.
package enum Words {
  package static let people = LocalizedText("người", "people")
  package static let unit = LocalizedText("Đơn vị", "Unit")
  package static let agency = LocalizedText("Cơ quan", "Agency")
  package static let group = LocalizedText("Nhóm", "Group")
  package static let scope = LocalizedText("Phạm vi", "Scope")
  package static let id = LocalizedText("Mã", "Id")
  package static let name = LocalizedText("Họ và tên", "Name")
  package static let period = LocalizedText("Kỳ", "Period")
  package static let asOf = LocalizedText("Số liệu đến ngày", "As of")
  package static let pack = LocalizedText("Bộ tiêu chí", "Criteria")
  package static let order = LocalizedText("Thứ tự", "Rank")
  package static let ranking = LocalizedText("Bảng thứ tự", "Ranking")
  package static let level = LocalizedText("Mức", "Level")
  package static let proposed = LocalizedText("Mức dự kiến", "Proposed level")
  package static let decided = LocalizedText("theo quyết định", "as decided")
  package static let expected = LocalizedText("dự kiến", "proposed")
  package static let note = LocalizedText("Ghi chú", "Note")
  package static let total = LocalizedText("Cộng", "Total")
  package static let attention = LocalizedText("Trường hợp cần lưu ý", "To note")
  package static let basis = LocalizedText("Căn cứ", "Basis")
  package static let reason = LocalizedText("Lý do", "Reason")
  package static let standard = LocalizedText("mặc định", "default")
  package static let noUnit = LocalizedText("(chưa rõ đơn vị)", "(unit not known)")
  package static let noResult = LocalizedText("Chưa có kết quả", "No result")
  package static let notClassified = LocalizedText("Không xếp loại", "Not classified")
  package static let outOfScope = LocalizedText("Ngoài phạm vi", "Out of scope")
  package static let needsDecision = LocalizedText("Chờ quyết định", "Needs decision")
  package static let notKnown = LocalizedText("chưa rõ", "not known")
  package static let yes = LocalizedText("có", "yes")
  package static let no = LocalizedText("không", "no")
  package static let seats = LocalizedText("Số suất", "Seats")
  package static let candidates = LocalizedText("Đủ điểm", "Candidates")
  package static let given = LocalizedText("Dự kiến nhận", "Proposed")
  package static let reserved = LocalizedText("Để dành", "Reserved")
  package static let open = LocalizedText("Còn trống", "Open")
  package static let problems = LocalizedText("Vấn đề của số liệu", "Problems in the data")
  package static let lists = LocalizedText("Danh sách (dự thảo)", "Lists (drafts)")
  package static let cases = LocalizedText("… trường hợp", "… listed")
  package static let heldBack = LocalizedText(
    "… trường hợp chưa đưa vào vì chưa đủ điều kiện", "… held back by a guard")
  package static let cannotBeEstablished = LocalizedText(
    "… trường hợp chưa xác định được", "… cannot be established")
  package static let andMore = LocalizedText("và \(mark) nữa", "and \(mark) more")
  package static let fullOutput = LocalizedText("Kết quả đầy đủ", "Full output")

  /// What stands in a text for a number or name that is put in.
  package static let mark = "…"
}

extension LocalizedText {
  /// The text with its mark `…` replaced.
  package func with(_ part: String) -> LocalizedText {
    LocalizedText(vietnamese.replacingMark(part), english.replacingMark(part))
  }

  /// Both texts after one another, with the same text between.
  static func + (left: LocalizedText, right: LocalizedText) -> LocalizedText {
    LocalizedText(left.vietnamese + right.vietnamese, left.english + right.english)
  }
}

extension String {
  fileprivate func replacingMark(_ part: String) -> String {
    guard let place = firstIndex(of: Character(Words.mark)) else { return self }
    return self[..<place] + part + self[index(after: place)...]
  }
}
