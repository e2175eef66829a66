import Criteria
package import FEEL
import Model
import Scoring
package import Standing

/// A page that tells what a run found: for a terminal, in one language.
///
/// Everything on it is a proposal and says so. Lists keep their own order and carry no numbers.
package struct Summary: Sendable {
  /// The places of a line of running text.
  static let width = 98
  static let indent = "  "
  let index: ReportIndex
  let language: Language
  let world: World
  var names: GroupNames { index.names }

  /// Summarises an outcome.
  package init(_ outcome: Outcome, _ run: RunFacts, _ language: Language) {
    self.init(ReportIndex(outcome, run), language)
  }

  /// Summarises an outcome that is indexed.
  package init(_ index: ReportIndex, _ language: Language) {
    self.index = index
    self.language = language
    world = index.outcome.grading.world
  }

  /// The page, ending in a line break.
  package var text: String {
    let sections = [head, corrections, people, quotas, orders, lists, waiting, problems, output]
      .filter {
        !$0.isEmpty
      }
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var head: [String] {
    let (period, pack) = (world.period, world.pack.pack)
    let days = [period.from, period.to].map { index.forms.text($0, language) }
    let asOf = index.forms.text(world.asOf, language)
    var lines = [
      "\(Words.title[language]), \(period.words(language)) (\(days.joined(separator: " – ")))",
      "\(Words.asOf[language]): \(asOf)",
      "\(Words.pack[language]): \(pack.name), \(pack.title[language])",
    ]
    lines += pack.lawsOutOfForce(from: period.from, to: period.to).map { law in
      let days = [law.from, law.to].map { $0.map { index.forms.text($0, language) } ?? "…" }
      return "\(Words.outOfForce[language]): \(law.number) (\(days.joined(separator: " – ")))"
    }
    let changed = index.run.readings.filter { $0.option != $0.standard }
    if !changed.isEmpty {
      lines.append("\(Words.readingsChanged[language]):")
      lines += changed.map { reading in
        "\(Summary.indent)\(reading.name) = \(reading.option)"
          + " (\(Words.standard[language]): \(reading.standard))\(ground(of: reading))"
      }
    }
    if !index.run.unreadTables.isEmpty {
      let tables = index.run.unreadTables.joined(separator: ", ")
      lines += "\(Words.unread[language]): \(tables)".paragraph(indent: "")
    }
    return lines
  }

  private func ground(of reading: RunFacts.Reading) -> String {
    guard case .pack(let cite) = reading.origin else { return "" }
    return ", " + world.pack.pack.citation(cite)
  }

  /// What a correction changes, the first people with their values.
  private var corrections: [String] {
    guard let correction = index.run.correction else { return [] }
    let lines = zip(Language.allCases, correction.lines).first { $0.0 == language }?.1 ?? []
    return [
      "\(Words.corrects.with(correction.period)[language]): "
        + Words.differ.with("\(correction.subjects)")[language]
    ]
      + "\(Words.groundOf[language]): \(correction.because)".paragraph(indent: Summary.indent)
      + lines.map { Summary.indent + $0 }
  }

  private var output: [String] {
    index.run.output.map { ["\(Words.fullOutput[language]): \($0)"] } ?? []
  }
}

extension Words {
  static let title = LocalizedText("KẾT QUẢ DỰ KIẾN", "PROPOSED RESULTS")
  static let corrects = LocalizedText("ĐIỀU CHỈNH KỲ … ĐÃ CHỐT", "CORRECTION OF … , CLOSED BEFORE")
  static let differ = LocalizedText("… người, đơn vị thay đổi", "… people and units change")
  static let groundOf = LocalizedText("Lý do", "Ground")
  static let outOfForce = LocalizedText(
    "Văn bản không có hiệu lực trong kỳ", "Text not in force in the period")
  static let unread = LocalizedText(
    "Bảng mà bộ tiêu chí không đọc", "Tables that the pack does not read")
  static let readingsChanged = LocalizedText(
    "Cách hiểu khác mặc định", "Readings that differ from the default")
}
