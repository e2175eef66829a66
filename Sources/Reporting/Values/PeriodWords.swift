package import FEEL
package import Model

extension Period {
  /// The period as a reader says it: `tháng 7 năm 2026`, `6 tháng đầu năm 2026`.
  package func words(_ language: Language) -> String {
    let year = id.prefix(4)
    let part = id.dropFirst(5)
    let inVietnamese = language == .vietnamese
    switch kind {
    case .month:
      let month = Int(part) ?? 0
      return inVietnamese
        ? "tháng \(month) năm \(year)" : "\(Period.months[max(0, min(11, month - 1))]) \(year)"
    case .quarter:
      let number = Int(part.dropFirst()) ?? 0
      return inVietnamese
        ? "quý \(Period.romans[max(0, min(3, number - 1))]) năm \(year)" : "Q\(number) \(year)"
    case .halfYear:
      let isFirst = part == "H1"
      return inVietnamese
        ? "6 tháng \(isFirst ? "đầu" : "cuối") năm \(year)"
        : "\(isFirst ? "first" : "second") half of \(year)"
    case .year: return inVietnamese ? "năm \(year)" : "\(year)"
    }
  }

  private static let romans = ["I", "II", "III", "IV"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
