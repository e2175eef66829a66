import FEEL
import JSON
import Model

extension Pack {
  /// Reads a pack from its documents, parents first, and tells everything that is wrong with them.
  ///
  /// - Parameter documents: The packs that the last one builds on, each once and before those that
  ///   build on it, and last the pack itself.
  /// - Returns: The pack, and its problems; a pack with errors must not be used.
  package static func read(_ documents: [PackDocument]) -> (pack: Pack, problems: PackProblems) {
    var problems = PackProblems()
    for (index, document) in documents.enumerated() {
      for diagnostic in document.json.diagnostics { problems.add(diagnostic, in: index) }
    }
    // What a broken text seems to say would only add words about what is not there.
    let root = problems.hasErrors ? nil : merged(documents, documents.indices, &problems)
    return read(root, documents, problems)
  }

  /// Reads a pack from entries that are laid on each other already; without any it is empty.
  static func read(
    _ root: PackEntry?, _ documents: [PackDocument], _ found: PackProblems
  ) -> (pack: Pack, problems: PackProblems) {
    var reader = PackReader()
    reader.pack.documents = documents
    reader.problems = found
    guard let root else { return (reader.pack, reader.problems) }
    for (name, entries) in root.sections {
      guard let shape = Shape.pack.section(name) else { continue }
      for entry in entries { entry.checkComplete(shape, documents, &reader.problems) }
    }
    reader.read(root)
    return (reader.pack, reader.problems)
  }

  /// The entries of some of the documents, laid on each other in order.
  static func merged(
    _ documents: [PackDocument], _ range: Range<Int>, _ problems: inout PackProblems
  ) -> PackEntry? {
    var root: PackEntry?
    let lineage = Lineage(documents)
    for index in range {
      let document = documents[index]
      guard let value = document.json.value else { continue }
      let entry = PackEntry(
        document.name, at: SourceSpan(value.span.lower, value.span.lower + 1), value, .pack,
        document: index, &problems)
      for name in Shape.pack.required.sorted() where value[name] == nil {
        problems.add("the pack does not say '\(name)'", at: entry.span, in: index)
      }
      // The name and title of a pack are its own; only what stands in its sections is laid on.
      if root == nil {
        root = entry
      } else {
        root?.laySections(of: entry, .pack, lineage, &problems)
      }
    }
    return root
  }
}

extension PackReader {
  mutating func read(_ root: PackEntry) {
    if let document = pack.documents.last {
      pack.name = document.name
      pack.title =
        document.json.value?["title"].flatMap { localized($0, in: pack.documents.count - 1) }
        ?? pack.title
    }
    var named: Set<PeriodKind> = []
    for (index, document) in pack.documents.enumerated() {
      named.formUnion(kinds(document.json.value?["periods"]?.elements ?? [], in: index))
    }
    pack.periods = PeriodKind.allCases.filter(named.contains)
    pack.laws = root.section("law").map { law($0) }
    pack.scopes = root.section("applies").compactMap { scope($0) }
    pack.parameters = root.section("parameters").map { parameter($0) }
    pack.policies = root.section("policy").map { policy($0) }
    pack.readings = root.section("readings").map { reading($0) }
    pack.choices = root.section("choices").map { choice($0) }
    pack.functions = root.section("functions").compactMap { function($0) }
    pack.tables = root.section("tables").map { table($0) }
    pack.membership = root.section("membership").first.flatMap { membership($0) }
    for table in root.section("values") {
      pack.values += table.section("").map { value($0, of: table.id) }
    }
    pack.constraints = root.section("constraints").map { constraint($0) }
    readStanding(root)
    for entry in root.section("messages") {
      pack.messages[entry.id] = message(entry)
      pack.duties[entry.id] = duty(entry)
    }
  }

  private mutating func readStanding(_ root: PackEntry) {
    pack.scale = root.section("scale").map { levelName($0) }
    pack.levels = root.section("levels").map { level($0) }
    pack.caps = root.section("caps").compactMap { cap($0) }
    pack.quotas = root.section("quotas").compactMap { quota($0) }
    pack.rankings = root.section("ranking").map { ranking($0) }
    pack.lists = root.section("lists").compactMap { list($0) }
    pack.reports = root.section("reports").map { report($0) }
    pack.waiting = root.section("waiting").compactMap { waiting($0) }
    pack.closings = root.section("closing").map { closing($0) }
  }
}
