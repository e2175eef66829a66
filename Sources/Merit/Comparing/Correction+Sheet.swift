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
    let words = CorrectionWords(world)
    var number = 0
    for subject in comparison.subjects {
      for field in subject.fields {
        number += 1
        sheet.row([
          "\(number)", "\(subject.name) (\(subject.id))", world.period.words(.vietnamese),
          words.field(field.name), words.value(field.old), words.value(field.new), because, "",
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

/// Fields and values of result files in the words of the pack.
private struct CorrectionWords {
  private let forms: ValueForms
  private let labels: [String: String]

  init(_ world: World) {
    forms = ValueForms(world)
    let values = world.pack.layout.values.compactMap { value in
      value.head.label.map { ("values.\(FieldSchema.oneWord(value.head.id))", $0.vietnamese) }
    }
    labels = Dictionary(values, uniquingKeysWith: { first, _ in first })
  }

  func field(_ name: String) -> String { labels[name] ?? name }

  /// A value with at most two decimals; what is not known, and what is none, is empty.
  func value(_ json: String?) -> String {
    guard let json, let value = JSONDocument(Array(json.utf8)).value, !value.isNull else {
      return ""
    }
    if value["unknown"] != nil { return "" }
    guard let text = value["decimal"]?.string?.text ?? value.string?.text else { return json }
    if let number = Number(text) { return forms.numbers(number, .vietnamese) }
    return forms.label(ofLevel: text).vietnamese
  }
}
