import Criteria
import FEEL
import Model
import Scoring

extension ExplanationText {
  /// The subject's own values, each after those that it is computed from.
  mutating func tellValues() {
    let own = explanation.nodes.filter { $0.record == record && $0.isValue }
    for (title, isEssential) in [(Words.computing, true), (Words.otherValues, false)] {
      let told = own.filter { essential.contains($0.id) == isEssential }
      if !told.isEmpty { heading(title) }
      for node in told { tell(node) }
    }
  }

  private mutating func tell(_ node: ExplainedNode) {
    guard case .value(let rule) = node.kind else { return }
    if rule.isGiven {
      add("\(label(node)) = \(shown(node)) (\(Words.notComputedButDecided[language]))")
      return
    }
    guard let tree = node.tree, !rule.isCircular else {
      let why = rule.when.map { ": \(formula.words($0))" } ?? ""
      add("\(label(node)): \(Words.doesNotApply[language])\(why)\(cite(node.cite))")
      return
    }
    let words = formula.words(tree)
    let value = shown(node)
    let isPlain = tree.operation == "member" && tree.references.count == 1
    let saysNothing = words == value || words.isEmpty || words == Words.notKnown[language]
    let middle = saysNothing || isPlain ? "" : " = \(words)"
    add("\(label(node))\(middle) = \(value)\(cite(node.cite))")
    tell(tree)
  }

  /// The tables of the subject's records that were used, as far as their numbers were read.
  mutating func tellRecords() {
    let tables = Set(explanation.records.filter { $0.isOwn }.map { Int($0.reference.type) })
      .filter { $0 > EngineTable.leads.rawValue }.sorted()
    let sheets = tables.compactMap { RecordSheet(self, $0) }
    guard !sheets.isEmpty else { return }
    heading(Words.recordsUsed)
    for sheet in sheets { lines += sheet.lines }
  }

  /// What the period leaves behind for longer ones: the fields by their names in the table.
  mutating func tellClosings() {
    let nodes = explanation.nodes.filter { node in
      if case .closing = node.kind { return node.record == record }
      return false
    }
    guard !nodes.isEmpty else { return }
    heading(Words.leftBehind)
    for node in nodes {
      guard case .closing(let closing) = node.kind, let tree = node.tree else { continue }
      let words = formula.words(tree)
      let value = formula.value(node.value, labels: labels(closing))
      let middle = words == value || words.isEmpty ? "" : " = \(words)"
      add("\(label(closing))\(middle) = \(value)\(cite(node.cite))")
    }
  }

  /// What the texts of the field that is left behind are called.
  private func labels(_ closing: ExplainedClosing) -> TextLabels {
    let table = world.pack.layout.table(closing.table).map { world.pack.layout.tables[$0] }
    let field = closing.field.flatMap { table?.field($0) }
    return field.flatMap { table?.fields[$0].labels } ?? [:]
  }

  private func label(_ closing: ExplainedClosing) -> String {
    guard let table = world.pack.layout.table(closing.table) else { return closing.table }
    let layout = world.pack.layout.tables[table]
    guard let field = closing.field.flatMap(layout.member) else {
      return "\(layout.label?[language] ?? layout.name): \(Words.leavesRow[language])"
    }
    return formula.labels.label(field, of: table)[language]
  }
}

extension ExplainedNode {
  var isValue: Bool {
    if case .value = kind { return true }
    return false
  }
}

/// The used records of one table with the fields and values that formulas read, in numbered columns.
struct RecordSheet {
  private(set) var lines: [String] = []

  init?(_ text: ExplanationText, _ table: Int) {
    let world = text.world
    let layout = world.pack.layout.tables[table]
    let used = text.explanation.records.filter { record in
      guard case .used = record.use else { return false }
      return record.isOwn && Int(record.reference.type) == table
    }
    let columns = RecordSheet.columns(text, table, used)
    guard !used.isEmpty, !columns.isEmpty else { return nil }
    lines.append("  \(layout.label?[text.language] ?? layout.name)")
    let legend = columns.enumerated().map { index, member in
      "(\(index + 2)) \(text.formula.labels.label(member, of: table)[text.language])"
    }
    var wrapped = text
    wrapped.lines = []
    wrapped.add((["(1) \(Words.id[text.language])"] + legend).joined(separator: "; "), indent: 4)
    lines += wrapped.lines
    var sheet = TextTable((1...columns.count + 1).map { "(\($0))" })
    for record in used {
      sheet.add(
        [world.tables[table].names[Int(record.reference.row)].cut(to: 28)]
          + columns.map { RecordSheet.cell(text, $0, record.reference) })
    }
    lines += sheet.lines(indent: "    ")
    lines += RecordSheet.origins(text, used)
  }

  /// In which periods records were computed that no file holds.
  private static func origins(_ text: ExplanationText, _ used: [ExplainedRecord]) -> [String] {
    let periods = used.compactMap { text.world.origin(of: $0.reference)?.period.id }
    guard !periods.isEmpty else { return [] }
    var wrapped = text
    wrapped.lines = []
    wrapped.add(
      Words.computedInPeriods.with(periods.joined(separator: ", "))[text.language]
        + text.forms.text(text.world.asOf, text.language) + ".", indent: 4)
    return wrapped.lines
  }

  /// The members that formulas of the subject and of the records read, in the order of the layout.
  private static func columns(
    _ text: ExplanationText, _ table: Int, _ used: [ExplainedRecord]
  ) -> [Int] {
    let world = text.world
    let layout = world.pack.layout.tables[table]
    let own = text.explanation.nodes.filter {
      $0.record == text.record || Int($0.record.type) == table
    }
    let read = Set(
      own.flatMap { $0.trees.flatMap(\.allReferences) }
        .filter { Int($0.record.type) == table }.map(\.name))
    return layout.members.indices.filter { member in
      guard read.contains(layout.members[member].name), isCell(layout, member) else { return false }
      return used.contains { record in
        if case .null = world.value(of: member, in: record.reference) { return false }
        return true
      }
    }
  }

  /// Numbers and days of the record, and its named values; what identifies it stands in front.
  private static func isCell(_ layout: LayoutTable, _ member: Int) -> Bool {
    switch layout.members[member].source {
    case .field(let field):
      field != layout.ownerField && field != layout.key && !layout.same.contains(field)
    case .value: true
    case .level, .related: false
    }
  }

  private static func cell(
    _ text: ExplanationText, _ member: Int, _ record: RecordReference
  ) -> String {
    let value = text.world.value(of: member, in: record)
    if case .unknown = value { return "?" }
    let labels = text.world.pack.labels(ofMember: member, of: Int(record.type))
    return text.forms.text(value, labels: labels, text.language).cut(to: 24)
  }
}
