package import FEEL

/// What should stand where a record is wrong, in both languages from one place.
package enum Expectation: Hashable, Sendable {
  /// A number with a point.
  case number
  /// A number written with a comma, and the same number with a point.
  case point(insteadOf: String)
  /// A text.
  case text
  /// True or false.
  case boolean
  /// True or false as a cell of a table may say it.
  case booleanCell
  /// A date in the notation of ISO 8601.
  case date
  /// A date as a cell of a table may give it.
  case dateCell
  /// A number not below a limit.
  case least(Number)
  /// A number not above a limit.
  case most(Number)
  /// A value, where none is given.
  case value
  /// One value, where several are given.
  case oneValue
  /// Bytes of UTF-8.
  case utf8
  /// An object of JSON on one line.
  case object
  /// A list of records.
  case list
  /// A comma between two records.
  case comma
  /// The end of a list, where the file ends.
  case closing
  /// A line or record of at most this many MiB.
  case size(mebibytes: Int)
  /// As many cells as the heading has.
  case cells(Int)
  /// A closing quote.
  case closingQuote
  /// A column of this name.
  case column(String)
  /// A record of this table.
  case record(of: String)
  /// What a finished period computes.
  case computed(String, period: String)
  /// The name of the table in each line.
  case tableName
  /// Anything that another room knows better, in English and Vietnamese.
  case other(english: String, vietnamese: String)

  /// The expectation in English, as a phrase that follows "expected".
  package var english: String { wording.0 }

  /// The expectation in Vietnamese, as a phrase that follows "cần".
  package var vietnamese: String { wording.1 }

  private var wording: (String, String) {
    switch self {
    case .number: ("a number such as 12.5", "một số, ví dụ 12.5")
    case .point(let text):
      ("a number with a point: \(text)", "số viết bằng dấu chấm: \(text)")
    case .text: ("a text in quotes", "một chuỗi ký tự trong ngoặc kép")
    case .boolean: ("true or false", "true hoặc false")
    case .booleanCell:
      ("true, false, 1, 0, x, có or không", "true, false, 1, 0, x, có hoặc không")
    case .date: ("a date such as 2026-07-31", "một ngày, ví dụ 2026-07-31")
    case .dateCell:
      ("a date such as 2026-07-31 or 31/07/2026", "một ngày, ví dụ 2026-07-31 hoặc 31/07/2026")
    case .least(let limit): ("at least \(limit)", "không nhỏ hơn \(limit)")
    case .most(let limit): ("at most \(limit)", "không lớn hơn \(limit)")
    case .value: ("a value", "một giá trị")
    case .oneValue: ("one value only", "chỉ một giá trị")
    case .utf8: ("UTF-8; save the file as UTF-8", "UTF-8; hãy lưu tệp ở dạng UTF-8")
    case .object: ("one complete JSON object", "một đối tượng JSON trọn vẹn")
    case .list: ("a list of records in [ ]", "một danh sách bản ghi trong [ ]")
    case .comma: ("a comma between two records", "dấu phẩy giữa hai bản ghi")
    case .closing: ("the end of the list", "dấu kết thúc danh sách")
    case .size(let limit): ("at most \(limit) MiB", "không quá \(limit) MiB")
    case .cells(let count):
      ("\(count) cells, as in the heading", "\(count) ô như dòng tiêu đề")
    case .closingQuote: ("a closing quote", "dấu ngoặc kép đóng")
    case .column(let name): ("a column '\(name)'", "một cột '\(name)'")
    case .record(let table):
      ("a record of the table '\(table)'", "một bản ghi của bảng '\(table)'")
    case .computed(let value, let period):
      ("\(value), computed in \(period)", "\(value), tính lại từ kỳ \(period)")
    case .tableName:
      ("the name of the table under \"table\"", "tên bảng ở khóa \"table\"")
    case .other(let english, let vietnamese): (english, vietnamese)
    }
  }
}
