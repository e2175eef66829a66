package import FEEL

/// A decision model with everything that it imports: its elements are found, ordered and resolved.
///
/// A model with problems can still be evaluated: what cannot be resolved is null with the reason.
///
/// Source: DMN 1.5, chapters 6 and 10.
package struct Model: Sendable {
  /// The files, that of the model itself first.
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
  /// - Parameters:
  ///   - own: The file of the model.
  ///   - others: The files among which imports are looked for; those that are not imported, however
  ///     far away, are passed over with all that may be wrong in them.
  ///   - zones: The time zones that texts may name.
  /// - Complexity: O(size of the files).
  package init(
    _ own: ModelFile, among others: [ModelFile] = [], zones: ZoneTable = .universal
  ) {
    files = [own] + others
    var texts = ModelTexts()
    var found: [[ModelProblem]] = []
    var models: [Definitions?] = []
    for (index, file) in files.enumerated() {
      // What is not imported need not be read.
      let isNeeded = index == 0 || models[0]?.imports.isEmpty == false
      var reader = ModelReader(file: index, texts: texts)
      models.append(isNeeded ? reader.definitions(file.bytes) : nil)
      texts = reader.texts
      found.append(reader.problems.map { ModelProblem($0, in: index) })
    }
    let reached = Model.reached(models)
    for index in models.indices where !reached.contains(index) { models[index] = nil }
    var problems = reached.sorted().flatMap { found[$0] } + Model.missingImports(models)
    var resolver = ModelResolver(models, zones: zones)
    parts = resolver.resolve()
    order = resolver.order
    elements = resolver.table.elements
    definitions = models
    self.texts = texts
    problems += resolver.table.problems + resolver.problems
    problems += resolver.textProblems.map { texts.located($0) }
    self.problems = Model.sorted(problems)
  }

  /// The files that the first one imports, however far away, itself included.
  private static func reached(_ models: [Definitions?]) -> Set<Int> {
    var reached: Set = [0]
    var waiting = [0]
    while let next = waiting.popLast() {
      for link in models[next]?.imports ?? [] {
        let target = models.firstIndex { $0?.namespace == link.namespace }
        if let target, reached.insert(target).inserted { waiting.append(target) }
      }
    }
    return reached
  }

  private static func missingImports(_ models: [Definitions?]) -> [ModelProblem] {
    let known = Set(models.compactMap { $0?.namespace })
    return models.enumerated().flatMap { index, model in
      (model?.imports ?? []).filter { $0.isModel && !known.contains($0.namespace) }.map { link in
        let message: Wording = "there is no model with the namespace '\(link.namespace)'"
        return ModelProblem(
          Diagnostic(message, at: link.span, remedy: "put its file beside this one"), in: index)
      }
    }
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
  package func render(_ problem: ModelProblem, in language: Language = .english) -> String {
    let file = files[problem.file]
    return SourceText(String(decoding: file.bytes, as: UTF8.self), name: file.name)
      .render(problem.diagnostic, in: language)
  }

  /// The declared type of the value of an element; any where nothing is declared.
  package func type(of element: Int) -> Type { parts[element].type }

  /// The element with a name in the first file; where there is none, that of an imported one.
  package func element(named name: String) -> Int? {
    elements.indices.first { elements[$0].model == 0 && elements[$0].head.name == name }
      ?? elements.indices.first { elements[$0].head.name == name }
  }
}
