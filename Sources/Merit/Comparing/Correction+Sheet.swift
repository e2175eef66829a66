import Criteria
import FEEL
import JSON
import Model
import Reporting
import Scoring

extension Correction {
  /// The sheet beside ``fileName``, for people.
  static let sheetName = "corrections.csv"

  /// What the correction changes as a Vietnamese sheet; who decided it and when a person writes in.
  func sheet(_ world: World) -> [UInt8] {
    var sheet = SheetText()
    sheet.row(Correction.headings)
    let words = FieldWords(world)
    var number = 0
    for subject in comparison.subjects {
      for field in subject.fields {
        number += 1
        sheet.row([
          "\(number)", "\(subject.name) (\(subject.id))", world.period.words(.vietnamese),
          words.field(field.name, of: subject.id, .vietnamese),
          words.value(field.old, of: field.name, of: subject.id, .vietnamese),
          words.value(field.new, of: field.name, of: subject.id, .vietnamese), because, "",
          (subject.records.map(\.id) + subject.through).joined(separator: "; "),
        ])
      }
    }
    return sheet.bytes
  }

  private static let headings = [
    "TT", "Người", "Kỳ", "Trường", "Giá trị cũ", "Giá trị mới", "Căn cứ", "Ai, ngày nào",
    "Bản ghi thay đổi, ảnh hưởng qua",
  ]
}
