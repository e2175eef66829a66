import Criteria
import FEEL
import JSON
import Model
import Records
import Reporting
import Scoring
import Standing

extension PackLibrary {
  /// Which packs apply in a period, to people of a kind, and why the others do not.
  ///
  /// A pack applies where it scores such a period, every text that it cites is in force on some day of
  /// it, and its scope takes a person of whom no more than the kind is known.
  ///
  /// - Parameter kind: The field `kind` of a person, in words or in one word; `nil` for people of any.
  /// - Throws: Where `period` is none.
  public func applying(
    in period: String, to kind: String?, _ language: ReportLanguage
  ) throws(MeritError) -> String {
    let (days, _) = try EvaluationOptions(period: period).days()
    let language = language.language
    var (applying, others): ([String], [String]) = ([], [])
    for name in names {
      let found = Applying(self, name, days, kind)
      let lines = ["  \(name)"] + found.lines(language).map { "    \($0)" }
      if found.reasons.isEmpty { applying += lines } else { others += lines }
    }
    let words = days.words(language) + (kind.map { ", «\($0)»" } ?? "")
    var lines = ["\(Words.apply.with(words)[language]):"]
    lines += applying.isEmpty ? ["  \(Words.nothing[language])"] : applying
    if !others.isEmpty { lines += ["", "\(Words.doNotApply[language]):"] + others }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Whether one pack applies in a period to people of a kind, and if not why.
private struct Applying {
  private var title: LocalizedText?
  /// Why it does not; none where it does.
  private(set) var reasons: [LocalizedText] = []
  /// What else a person must know.
  private var notes: [LocalizedText] = []

  init(_ library: PackLibrary, _ name: String, _ period: Period, _ kind: String?) {
    do throws(MeritError) {
      let pack = try library.load(name)
      title = pack.pack.title
      guard pack.pack.periods.contains(period.kind) else {
        reasons.append(Words.scoresNone.with(Words.kind(of: period)))
        return
      }
      guard pack.pack.saysSomething else {
        reasons.append(Words.onlyWords)
        return
      }
      addTexts(pack.pack, period)
      guard let kind else { return }
      try addScope(pack, period, FieldSchema.oneWord(kind))
    } catch {
      reasons.append(LocalizedText(error.message, error.message))
    }
  }

  private mutating func addTexts(_ pack: Pack, _ period: Period) {
    for law in pack.lawsOutOfForce(from: period.from, to: period.to) {
      func words(_ language: Language) -> String {
        "\(law.number) (\(ListingWords(language).days(law.from, law.to)))"
      }
      reasons.append(
        Words.notInForce.with(LocalizedText(words(.vietnamese), words(.english))))
    }
  }

  /// Asks the pack's scope about a person of whom only the kind and a posting are known.
  private mutating func addScope(
    _ pack: CriteriaPack, _ period: Period, _ kind: String
  ) throws(MeritError) {
    let table = EngineTable.people.rawValue
    let world = try Evaluation(
      dataset: .json(Applying.person(kind, period)), pack: pack, options: .init(period: period.id)
    ).outcome.grading.world
    for scope in world.pack.scopes where scope.table == table {
      let person = RecordReference(type: Int32(table), row: 0)
      switch scope.program.evaluate(self: person, locals: [], host: world, trace: nil) {
      case .boolean(true): continue
      case .unknown(let why):
        let forms = ValueForms(world)
        notes.append(
          Words.scopeDepends.with(
            LocalizedText(forms.text(why, .vietnamese), forms.text(why, .english))))
      default:
        let rule = pack.pack.scopes.first { $0.head.id == EngineTable.people.name }
        reasons.append(rule?.otherwise ?? Words.outOfScope)
      }
    }
  }

  /// A dataset of one person with a posting since the first day of the period.
  private static func person(_ kind: String, _ period: Period) -> [UInt8] {
    var json = JSONWriter(.compact)
    json.object {
      $0.array("people") {
        $0.object {
          $0.member("id", "1")
          $0.member("kind", kind)
        }
      }
      $0.array("units") { $0.object { $0.member("id", "1") } }
      $0.array("postings") {
        $0.object {
          $0.member("person", "1")
          $0.member("unit", "1")
          $0.member("from", "\(period.from)")
        }
      }
    }
    return json.bytes
  }

  func lines(_ language: Language) -> [String] {
    ([title].compactMap(\.self) + reasons + notes).map { $0[language] }
  }
}

extension Pack {
  /// Whether anything of the pack is said of anybody: a level, an order, a list, a report.
  fileprivate var saysSomething: Bool {
    !(levels.isEmpty && rankings.isEmpty && lists.isEmpty && reports.isEmpty)
  }
}

extension Words {
  static let onlyWords = LocalizedText(
    "chỉ là từ ngữ và bảng dùng chung cho các bộ khác: không có mức, thứ tự, danh sách, biểu nào",
    "only words and tables for other packs: no level, order, list or report")
  static let apply = LocalizedText("Áp dụng cho \(mark)", "For \(mark) apply")
  static let doNotApply = LocalizedText("Không áp dụng", "The others do not")
  static let notInForce = LocalizedText(
    "không có hiệu lực trong kỳ: \(mark)", "not in force in the period: \(mark)")
  static let scoresNone = LocalizedText("không tính điểm theo \(mark)", "does not score a \(mark)")
  static let scopeDepends = LocalizedText(
    "phạm vi còn tùy điều khác (\(mark))", "the scope depends on more (\(mark))")

  /// The kind of a period, as in a sentence.
  static func kind(of period: Period) -> LocalizedText {
    let kind = period.kind
    return LocalizedText(
      ListingWords(.vietnamese).kinds[kind] ?? kind.rawValue,
      ListingWords(.english).kinds[kind] ?? kind.rawValue)
  }
}
