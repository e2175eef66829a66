extension RecordProblem {
  /// The problem in one English sentence, without its place.
  ///
  /// - Parameter showsGiven: whether the given value may be shown; it can be about a person.
  package func english(showsGiven: Bool) -> String {
    sentence(
      headline.english, expected.map { "expected \($0.english)" },
      showsGiven ? given.map { "given: \($0)" } : nil)
  }

  /// The problem in one Vietnamese sentence, without its place.
  ///
  /// - Parameter showsGiven: whether the given value may be shown; it can be about a person.
  package func vietnamese(showsGiven: Bool) -> String {
    sentence(
      headline.vietnamese, expected.map { "cần \($0.vietnamese)" },
      showsGiven ? given.map { "đã ghi: \($0)" } : nil)
  }

  /// The place in the way of editors: `tasks.ndjson:17`, or the file alone; the table where there is
  /// no file.
  package var place: String { file.isEmpty ? table : line > 0 ? "\(file):\(line)" : file }

  private func sentence(_ headline: String, _ expected: String?, _ given: String?) -> String {
    [headline, expected, given].compactMap(\.self).joined(separator: "; ")
  }

  private var headline: (english: String, vietnamese: String) {
    let name = field ?? ""
    return switch kind {
    case .syntax: ("no record can be read here", "không đọc được bản ghi ở đây")
    case .encoding:
      field == nil
        ? ("there are bytes that are not UTF-8", "có ký tự không phải UTF-8")
        : ("'\(name)' has bytes that are not UTF-8", "'\(name)' có ký tự không phải UTF-8")
    case .wrongType: ("'\(name)' is of another type", "'\(name)' sai kiểu dữ liệu")
    case .missingField: ("'\(name)' is missing", "thiếu '\(name)'")
    case .invalidDate: ("'\(name)' is no date", "'\(name)' không phải là ngày hợp lệ")
    case .outOfRange: ("'\(name)' is out of range", "'\(name)' ngoài phạm vi cho phép")
    case .duplicateKey: ("'\(name)' is given twice", "'\(name)' được ghi hai lần")
    case .duplicateRecord:
      ("two records of this key differ", "hai bản ghi cùng mã nhưng khác nội dung")
    case .repeatedRecord:
      ("the record is repeated and counts once", "bản ghi bị lặp lại, chỉ tính một lần")
    case .unknownReference:
      ("'\(name)' names a record that is not there", "'\(name)' chỉ đến bản ghi không có")
    case .conflict: ("the records contradict each other", "các bản ghi mâu thuẫn nhau")
    case .recomputed:
      (
        "'\(name)' is given otherwise than its period computes; what is given counts",
        "'\(name)' đã ghi khác kết quả tính lại của kỳ; dùng số đã ghi"
      )
    case .circle: ("the records form a circle", "các bản ghi tạo thành vòng khép kín")
    case .notInOneColumn:
      (
        "'\(name)' does not count this record in exactly one column",
        "'\(name)' không tính bản ghi này vào đúng một cột"
      )
    case .doesNotAddUp:
      (
        "the rows of '\(name)' do not add up to its total",
        "các dòng của '\(name)' không khớp dòng tổng"
      )
    case .unreadableFile: ("the file cannot be read", "không đọc được tệp")
    case .missingTable: ("the table '\(table)' is missing", "thiếu bảng '\(table)'")
    case .unknownTable: ("the table is not known", "không rõ bảng nào")
    }
  }
}
