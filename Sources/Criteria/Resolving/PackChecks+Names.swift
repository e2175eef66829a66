import FEEL

/// A name that formulas may use, with the place that declares it.
private struct DeclaredName {
  let name: String
  let span: SourceSpan
  let document: Int

  init(_ head: EntryHead, _ name: String? = nil) {
    self.name = name ?? head.id
    (span, document) = (head.span, head.document)
  }

  init(_ field: TableRule.Field) {
    (name, span, document) = (field.name, field.span, field.document)
  }

  /// The name under which those that name a record are found from it.
  init?(foundAs field: TableRule.Field) {
    guard let name = field.foundAs else { return nil }
    (self.name, span, document) = (name, field.span, field.document)
  }
}

extension Pack {
  /// Names must be readable in formulas, and none may be taken for another.
  ///
  /// What formulas quote, such as levels and readings, is free.
  func checkNames(_ problems: inout PackProblems) {
    var globals = (parameters.map(\.head) + policies.map(\.head)).map { DeclaredName($0) }
    globals += functions.map { DeclaredName($0.head) }
    globals += tables.filter { $0.owner == nil }.map { DeclaredName($0.head) }
    check(globals, &problems)
    for function in functions {
      check(function.parameters.map { DeclaredName(function.head, $0) }, &problems)
    }
    let named = Set(tables.map(\.head.id)).union(values.map(\.table)).sorted()
    for table in named {
      let fields = tables.filter { $0.head.id == table }.flatMap(\.fields)
      let owned = tables.filter { $0.owner == table }.map { DeclaredName($0.head) }
      let values = values.filter { $0.table == table }.map { DeclaredName($0.head) }
      let naming = tables.flatMap(\.fields).filter { $0.type == table }
        .compactMap { DeclaredName(foundAs: $0) }
      check(fields.map { DeclaredName($0) } + owned + naming + values, &problems)
      let owner = tables.first { $0.head.id == table }?.owner
      refuse(owned + naming + values, LayoutTable.givenNames(of: table, owner: owner), &problems)
    }
  }

  /// Tells of names that stand for something else already.
  private func refuse(
    _ names: [DeclaredName], _ given: [String], _ problems: inout PackProblems
  ) {
    let folded = Set(given.compactMap { StrictName($0)?.folded })
    for declared in names
    where StrictName(declared.name).map({ folded.contains($0.folded) }) == true {
      problems.add(
        "'\(declared.name)' is there already", at: declared.span, in: declared.document,
        remedy: "choose another name")
    }
  }

  private func check(_ names: [DeclaredName], _ problems: inout PackProblems) {
    var known: [String: DeclaredName] = [:]
    for declared in names {
      guard let name = StrictName(declared.name) else {
        problems.add(
          "'\(declared.name)' cannot stand in a formula", at: declared.span, in: declared.document,
          remedy: "use letters, digits and single spaces, and no word such as 'and', 'or', 'in'")
        continue
      }
      if let other = known[name.folded] {
        let notes =
          other.document == declared.document
          ? [Diagnostic.Note("'\(other.name)' is declared here", at: other.span)] : []
        problems.add(
          Diagnostic("'\(name.text)' is declared twice", at: declared.span, notes: notes),
          in: declared.document)
      }
      known[name.folded] = declared
    }
  }
}
