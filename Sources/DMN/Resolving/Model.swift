internal import FEEL

/// A decision model with everything that it imports: its elements are found, ordered and resolved.
///
/// A model with problems can still be evaluated: what cannot be resolved is null with the reason.
///
/// Source: DMN 1.5, chapters 6 and 10.
package struct Model: Sendable {
  /// The files, the main one first.
  package let files: [ModelFile]
  /// The files as read, nil where one is no model.
  package let definitions: [Definitions?]
  /// Where the texts of the files stand.
  package let texts: ModelTexts
  /// The elements of all files.
  package let elements: [Element]
  /// Everything that is wrong, by file and place.
  package let problems: [ModelProblem]
  /// How each element is computed, in the order of the elements.
  let parts: [ResolvedElement]
  /// The elements in an order in which each comes after all that it needs.
  let order: [Int]

  /// Reads and resolves files.
  ///
  /// - Parameter files: The main file, and all files among which imports are looked for.
  /// - Complexity: O(size of the files).
  package init(_ files: [ModelFile]) {
    self.files = files
    var texts = ModelTexts()
    var problems: [ModelProblem] = []
    var models: [Definitions?] = []
    for (index, file) in files.enumerated() {
      var reader = ModelReader(file: index, texts: texts)
      models.append(reader.definitions(file.bytes))
      texts = reader.texts
      problems += reader.problems.map { ModelProblem($0, in: index) }
    }
    var resolver = ModelResolver(models)
    parts = resolver.resolve()
    order = resolver.order
    elements = resolver.table.elements
    definitions = models
    self.texts = texts
    problems += resolver.table.problems + resolver.problems
    problems += resolver.textProblems.map { texts.located($0) }
    self.problems = Model.sorted(problems)
  }

  private static func sorted(_ problems: [ModelProblem]) -> [ModelProblem] {
    var seen: Set<ModelProblem> = []
    return problems.filter { seen.insert($0).inserted }.enumerated().sorted { one, other in
      let (a, b) = (one.element, other.element)
      return (a.file, a.diagnostic.span.lower, one.offset)
        < (b.file, b.diagnostic.span.lower, other.offset)
    }.map(\.element)
  }

  /// A problem as a person reads it: file, line, column, message, the line itself and a caret.
  package func render(_ problem: ModelProblem) -> String {
    guard files.indices.contains(problem.file) else { return "\(problem.diagnostic.message)" }
    let file = files[problem.file]
    return SourceText(String(decoding: file.bytes, as: UTF8.self), name: file.name)
      .render(problem.diagnostic)
  }

  /// The element with a name in the main file; where there is none, that of an imported one.
  package func element(named name: String) -> Int? {
    elements.indices.first { elements[$0].model == 0 && elements[$0].head.name == name }
      ?? elements.indices.first { elements[$0].head.name == name }
  }
}
