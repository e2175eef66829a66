internal import DMN
internal import FEEL
internal import Files

/// A run of all cases under a folder of the kit's layout.
struct KitRun {
  /// A folder of models and cases.
  struct Topic {
    /// Its path below the folder of the run.
    let name: String
    var cases: [CaseRun] = []
  }

  /// The folders, in the order of their paths.
  private(set) var topics: [Topic] = []
  /// Files that could not be used, in words.
  private(set) var troubles: [String] = []
  private let host: EmptyHost
  private let zones: ZoneTable

  /// What cannot be run here, by folder.
  private static let ignored = ["0076-feel-external-java": "it calls Java, and there is no JVM"]

  /// Runs everything under a folder.
  ///
  /// - Throws: ``FileProblem`` when a folder or file cannot be read.
  init(_ folder: Place, host: EmptyHost, zones: ZoneTable) throws(FileProblem) {
    self.host = host
    self.zones = zones
    try run(folder, name: "")
  }

  private mutating func run(_ folder: Place, name: String) throws(FileProblem) {
    let names = try folder.names()
    let files = names.filter { $0.hasSuffix(".xml") && $0.contains("-test-") }
    if !files.isEmpty { try run(folder, name.isEmpty ? folder.name : name, names, files) }
    for inner in names where !inner.hasPrefix(".") {
      let place = folder.appending(inner)
      guard place.kind == .folder else { continue }
      try run(place, name: name.isEmpty ? inner : "\(name)/\(inner)")
    }
  }

  private mutating func run(
    _ folder: Place, _ name: String, _ names: [String], _ files: [String]
  ) throws(FileProblem) {
    var models: [ModelFile] = []
    for model in names where model.hasSuffix(".dmn") {
      let place = folder.appending(model)
      models.append(ModelFile(model, try InputFile.contents(of: place.path)))
    }
    var topic = Topic(name: name)
    for file in files {
      let bytes = try InputFile.contents(of: folder.appending(file).path)
      do throws(Diagnostic) {
        topic.cases += run(try CaseFile(bytes), models, name, String(file.dropLast(4)))
      } catch {
        troubles.append("\(name)/\(file): \(error.message)")
      }
    }
    topics.append(topic)
  }

  private mutating func run(
    _ cases: CaseFile, _ models: [ModelFile], _ folder: String, _ file: String
  ) -> [CaseRun] {
    let wanted = cases.model ?? ""
    if !models.contains(where: { $0.name == wanted }) {
      troubles.append("\(folder)/\(file).xml: there is no model '\(wanted)'")
    }
    let modelFile = models.first { $0.name == wanted } ?? ModelFile(wanted, [])
    let model = Model(modelFile, among: models.filter { $0.name != wanted }, zones: zones)
    let reason = KitRun.ignored.first { folder.hasSuffix($0.key) }?.value
    return cases.cases.map { test in
      let run = CaseRun(test, model, folder: folder, file: file, host: host)
      guard let reason, !run.isPassed else { return run }
      return CaseRun(
        folder: folder, file: file, id: test.id, outcome: .ignored(reason), isRounded: false)
    }
  }
}
