import Criteria
package import FEEL
import JSON
import Model

/// The languages in which reports are written.
public enum ReportLanguage: String, CaseIterable, Sendable {
  /// Vietnamese.
  case vietnamese = "vi"
  /// English.
  case english = "en"
}

extension ReportLanguage {
  /// The same language in the engine's own terms.
  package var language: Language { self == .english ? .english : .vietnamese }
}

extension PackLibrary {
  /// What is in the library: each pack with its title, its texts and their days in force, what it
  /// builds on, and the kinds of period that it scores.
  ///
  /// A pack that cannot be read is listed with the reason.
  public func listing(_ language: ReportLanguage) -> String {
    names.map { entry($0, language.language) }.joined(separator: "\n")
  }

  private func entry(_ name: String, _ language: Language) -> String {
    let pack: Pack
    do throws(MeritError) {
      pack = try load(name).pack
    } catch {
      return "\(name)\n  \(error.message)\n"
    }
    var lines = [name, "  \(pack.title[language])"]
    let parents = pack.documents.last?.parents.map(\.text) ?? []
    let words = ListingWords(language)
    if !parents.isEmpty { lines.append("  \(words.extends): \(parents.joined(separator: ", "))") }
    let own = pack.documents.last?.json.value?["law"]?.members?.map(\.key.text) ?? []
    for law in pack.laws where own.contains(law.id) {
      lines.append("  \(words.law): \(law.number), \(words.days(law.from, law.to))")
    }
    let kinds = pack.periods.map { words.kinds[$0] ?? $0.rawValue }.joined(separator: ", ")
    lines.append("  \(words.periods): \(kinds.isEmpty ? words.none : kinds)")
    return lines.joined(separator: "\n") + "\n"
  }
}

/// The words of the listing.
struct ListingWords {
  let extends, law, periods, none, from, to: String
  let kinds: [PeriodKind: String]

  init(_ language: Language) {
    switch language {
    case .vietnamese:
      (extends, law, periods, none) = ("mở rộng", "văn bản", "kỳ được tính điểm", "không có")
      (from, to) = ("từ", "đến")
      kinds = [.month: "tháng", .quarter: "quý", .halfYear: "6 tháng", .year: "năm"]
    case .english:
      (extends, law, periods, none) = ("extends", "text", "periods scored", "none")
      (from, to) = ("from", "to")
      kinds = [:]
    }
  }

  func days(_ first: CalendarDate?, _ last: CalendarDate?) -> String {
    let parts = [first.map { "\(from) \($0)" }, last.map { "\(to) \($0)" }]
    return parts.compactMap(\.self).joined(separator: " ")
  }
}
