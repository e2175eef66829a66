import Criteria
import FEEL
import JSON
import Model
import Reporting
import Scoring

/// Fields and values of result files, as a comparison names them, in the words of the packs.
struct FieldWords {
  private let forms: [ValueForms]
  private let numbers: NumberText
  private var labels: [String: LocalizedText] = [
    "level.computed": Words.levelByPoints, "level.capped": Words.levelCapped,
    "level.proposed": Words.levelProposed, "level.standing": Words.levelStanding,
    "level.state": Words.stateOfLevel,
  ]

  /// What texts are called, by the table and the name of the field.
  private var texts: [String: TextLabels] = [:]

  /// The words of the pack of a world.
  init(_ world: World) { self.init(world, world) }

  /// The words of two packs that are compared; those of the first go before those of the second.
  init(_ first: World, _ second: World) {
    forms = [first, second].map { ValueForms($0) }
    numbers = NumberText(first.pack.pack, second.pack.pack)
    for world in [first, second] { add(world) }
  }

  private mutating func add(_ world: World) {
    for value in world.pack.layout.values {
      let name = "\(value.table)/values.\(FieldSchema.oneWord(value.head.id))"
      if let label = value.head.label { put(name, label) }
    }
    addTexts(world.pack)
    for quota in world.pack.quotas.map(\.rule.head) {
      let label = quota.label ?? LocalizedText(quota.id, quota.id)
      put("quota \(quota.id)", Words.seatIn.with(label))
    }
    for list in world.pack.lists.map(\.rule) {
      put("list \(list.head.id)", Words.onList.with(list.title))
    }
    for ranking in world.pack.rankings { add(ranking, GroupNames(world)) }
  }

  /// Named values, fields of people and units, and those of a person's posting.
  private mutating func addTexts(_ pack: ResolvedPack) {
    for value in pack.values {
      let name = "\(value.rule.table)/values.\(FieldSchema.oneWord(value.rule.head.id))"
      put(name, pack.labels(of: value.program))
    }
    for (table, subject) in [
      (EngineTable.people, EngineTable.people), (.units, .units), (.postings, .people),
    ] {
      for field in pack.layout.tables[table.rawValue].fields {
        put("\(subject.name)/\(FieldSchema.oneWord(field.name))", field.labels)
      }
    }
  }

  private mutating func put(_ name: String, _ labels: TextLabels) {
    texts[name, default: [:]].merge(labels) { first, _ in first }
  }

  private mutating func add(_ ranking: ResolvedPack.Ranking, _ names: GroupNames) {
    let head = ranking.rule.head
    let label = head.label ?? LocalizedText(head.id, head.id)
    for (fields, members) in zip(ranking.rule.within, ranking.within) {
      func words(_ language: Language) -> String {
        "\(label[language]) (\(names.scope(members, of: ranking.table, language)))"
      }
      put(
        "rank \(([head.id] + fields).joined(separator: " / "))",
        LocalizedText(words(.vietnamese), words(.english)))
    }
  }

  private mutating func put(_ name: String, _ label: LocalizedText) {
    if labels[name] == nil { labels[name] = label }
  }

  /// The words for a field of a person or unit; a field without any is named as in the files.
  ///
  /// - Parameter subject: The table and id, such as `people/A`.
  func field(_ name: String, of subject: String, _ language: Language) -> String {
    let table = subject.prefix { $0 != "/" }
    return (labels["\(table)/\(name)"] ?? labels[name])?[language] ?? name
  }

  /// A value with at most two decimals; what is not known, and what is none, is empty.
  ///
  /// - Parameter subject: The table and id, such as `people/A`.
  func value(
    _ json: String?, of field: String, of subject: String, _ language: Language
  ) -> String {
    guard let json, let value = JSONDocument(Array(json.utf8)).value, !value.isNull else {
      return ""
    }
    if value["unknown"] != nil { return "" }
    guard let text = value["decimal"]?.string?.text ?? value.string?.text else { return json }
    if let place = FieldWords.places(of: field)[text] { return place[language] }
    let table = subject.prefix { $0 != "/" }
    if let label = texts["\(table)/\(field)"]?[text] { return label[language] }
    if let number = Number(text) { return self.number(number, language) }
    let label = forms.lazy.map { $0.label(ofLevel: text) }.first { $0.english != text }
    return (label ?? LevelWords.state(named: text))[language]
  }

  /// A number with at most two decimals, on the right side of every threshold.
  func number(_ number: Number, _ language: Language) -> String {
    numbers(number, language)
  }

  /// The words of a file for where a quota or a list leaves a person.
  private static func places(of field: String) -> [String: LocalizedText] {
    if field.hasPrefix("quota ") { return Words.seatPlaces }
    return field.hasPrefix("list ") ? Words.listPlaces : [:]
  }
}

extension LocalizedText {
  /// The text with its mark replaced in each language.
  func with(_ part: LocalizedText) -> LocalizedText {
    LocalizedText(with(part.vietnamese).vietnamese, with(part.english).english)
  }
}

extension Words {
  static let levelByPoints = LocalizedText("mức theo điểm", "level by points")
  static let levelCapped = LocalizedText("mức sau giới hạn", "level after caps")
  static let levelProposed = LocalizedText("mức dự kiến", "proposed level")
  static let levelStanding = LocalizedText("mức hiện hành", "standing level")
  static let stateOfLevel = LocalizedText("tình trạng", "state")
  static let seatIn = LocalizedText("suất: \(mark)", "seat: \(mark)")
  static let onList = LocalizedText("danh sách: \(mark)", "list: \(mark)")
  static let seatPlaces = [
    "seated": LocalizedText("có suất", "seated"),
    "refused": LocalizedText("vượt tỷ lệ", "over the share"),
    "tied": LocalizedText("bằng điểm ở suất cuối", "level with others at the last seat"),
    "waiting": LocalizedText("chờ người bằng điểm ở trên", "waits for a tie ahead"),
    "pending": LocalizedText("chờ kết quả của người khác", "waits for results of others"),
  ]
  static let listPlaces = [
    "lines": LocalizedText("có tên", "listed"),
    "heldBack": LocalizedText("chưa đủ điều kiện đưa vào", "held back by a guard"),
    "cannotBeEstablished": LocalizedText("chưa xác định được", "cannot be established"),
  ]
}
