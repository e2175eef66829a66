package import Model

/// What a run knows beside its results: where they come from, and by which version of what.
///
/// There is no clock here: two runs over the same input give the same facts.
package struct RunFacts: Sendable {
  /// One document of the pack.
  package struct PackFile: Hashable, Sendable {
    /// The pack's name.
    package let name: String
    /// The hash of the file's bytes, in hexadecimal.
    package let hash: String

    /// Names one document.
    package init(name: String, hash: String) {
      self.name = name
      self.hash = hash
    }
  }

  /// One file of the dataset.
  package struct Input: Hashable, Sendable {
    package let file: String
    /// The size in bytes.
    package let size: Int
    /// The hash of hashes, in hexadecimal.
    package let hash: String

    /// Names one file.
    package init(file: String, size: Int, hash: String) {
      self.file = file
      self.size = size
      self.hash = hash
    }
  }

  /// One reading in force.
  package struct Reading: Hashable, Sendable {
    /// Who chose the option.
    package enum Origin: Hashable, Sendable {
      /// Nobody: it is the pack's default.
      case standard
      /// An entry of a pack, by its citation.
      case pack(cite: String)
      /// Whoever started the run.
      case run
    }
    package let name: String
    package let option: String
    package let standard: String
    package let origin: Origin
    /// Why there are several readings.
    package let because: LocalizedText

    /// Says how one question is answered.
    package init(
      name: String, option: String, standard: String, origin: Origin, because: LocalizedText
    ) {
      self.name = name
      self.option = option
      self.standard = standard
      self.origin = origin
      self.because = because
    }
  }

  /// Records of one file of which nothing is known but that they were there.
  package struct Lost: Hashable, Sendable {
    package let table: String
    package let file: String
    package let count: Int

    /// Counts the lost records of one file.
    package init(table: String, file: String, count: Int) {
      self.table = table
      self.file = file
      self.count = count
    }
  }

  /// A closed period that this run corrects.
  package struct Correction: Sendable {
    package let period: String
    /// The hash of the receipt of the closed folder.
    package let receipt: String
    package let because: String
    /// How many people and units change.
    package let subjects: Int
    /// The first of them in words, by language.
    package let lines: [[String]]

    /// Tells what is corrected.
    package init(
      period: String, receipt: String, because: String, subjects: Int, lines: [[String]]
    ) {
      self.period = period
      self.receipt = receipt
      self.because = because
      self.subjects = subjects
      self.lines = lines
    }
  }

  package var engineVersion: String
  package var packs: [PackFile]
  package var inputs: [Input]
  /// By name.
  package var readings: [Reading]
  /// What is wrong with records, sorted; perhaps only the first of very many.
  package var problems: [RecordProblem]
  /// How many problems of each kind there are, those not kept included.
  package var problemCounts: [RecordProblem.Kind: Int]
  /// Records that nobody can be found for, by table and file.
  package var lost: [Lost] = []
  /// How many records were read, by table; `nil` where all are in the world.
  package var recordCounts: [(table: String, count: Int)]?
  /// The tables of the dataset that the pack does not read, sorted.
  package var unreadTables: [String] = []
  /// The closed period that this run corrects.
  package var correction: Correction?
  /// Where the full output is, to tell the reader.
  package var output: String?

  /// Gathers the facts of a run.
  ///
  /// - Parameter problemCounts: `nil` where `problems` holds them all.
  package init(
    engineVersion: String, packs: [PackFile], inputs: [Input], readings: [Reading],
    problems: [RecordProblem], problemCounts: [RecordProblem.Kind: Int]? = nil,
    output: String? = nil
  ) {
    self.engineVersion = engineVersion
    self.packs = packs
    self.inputs = inputs
    self.readings = readings.sorted { $0.name < $1.name }
    self.problems = problems.sorted()
    self.problemCounts =
      problemCounts ?? Dictionary(problems.map { ($0.kind, 1) }, uniquingKeysWith: +)
    self.output = output
  }

  /// All problems of one kind and how many, in the order of the kinds.
  var countedProblems: [(kind: RecordProblem.Kind, count: Int)] {
    RecordProblem.Kind.allCases.compactMap { kind in
      problemCounts[kind].map { (kind, $0) }
    }
  }
}
