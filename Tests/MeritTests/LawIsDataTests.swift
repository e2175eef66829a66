import Criteria
import FEEL
import Foundation
import JSON
import Merit
import TestSupport
import Testing

/// No number of a pack may change without a case of that pack noticing it.
///
/// By default a sample of the numbers is changed, drawn by `SEED`; `EVERY_NUMBER=1` changes every
/// one of them, up and down.
@Suite struct LawIsDataTests {
  static let environment = ProcessInfo.processInfo.environment
  static let seed = environment["SEED"].flatMap { UInt64($0) } ?? 335
  static let changesAll = environment["EVERY_NUMBER"] == "1"
  static let sample = 8
  /// Packs with a catalogue of thousands of rows take minutes for each number.
  static func hasCatalogue(_ pack: CriteriaPack) -> Bool {
    !changesAll && pack.pack.documents.last.map { $0.source.text.utf8.count > 200_000 } ?? false
  }

  /// Changes that give the same formula in other words, and why no case can notice them.
  static let equivalent = [
    "hai-quan-2026 parameters / failed quarters of good / value: 1 → 2":
      "two failed quarters already make a failed year",
    "nd-335-2025 functions / confirmed points / is: 0 → -1":
      "the first row of no records is null, and null is what the next condition asks for",
    "nd-335-2025 values / tasks / late events / is: 0 → -1":
      "a number below nought is raised to nought by the 'max' around it",
  ]

  @Test(arguments: Packs.shipped)
  func `changing a number by one unit fails a case`(name: String) throws {
    let pack = try Packs.load(name)
    guard !LawIsDataTests.hasCatalogue(pack) else {
      return print(
        "\(name): skipped, its catalogue takes minutes; EVERY_NUMBER=1 changes all numbers")
    }
    var watches = try CaseWatch.all(over: pack)
    var numbers = SeededNumbers(seed: LawIsDataTests.seed)
    let all = PackNumber.all(in: pack.pack)
    let chosen =
      LawIsDataTests.changesAll
      ? all : Array(all.shuffled(using: &numbers).prefix(LawIsDataTests.sample))
    var survivors: [String] = []
    for number in chosen {
      for step in LawIsDataTests.changesAll ? [1, -1] : [1] {
        guard let text = number.changed(by: step) else { continue }
        let key = "\(name) \(number.path.joined(separator: " / ")): \(number.text) → \(text)"
        if LawIsDataTests.equivalent[key] != nil { continue }
        let changed = pack.replacing(number, by: text)
        if !watches.indices.contains(where: { watches[$0].notices(changed.documents.last) }) {
          survivors.append("line \(number.line), \(key)")
        }
      }
    }
    print("\(name): \(chosen.count) of \(all.count) numbers changed, seed \(LawIsDataTests.seed)")
    #expect(survivors.isEmpty, "\(survivors.joined(separator: "\n"))")
  }
}

/// The cases of one pack, those that failed last first: what noticed one change notices the next.
///
/// Cases run some at a time: making the pack ready takes longer than a case.
struct CaseWatch {
  private static let batch = 16
  private let pack: CriteriaPack
  private let file: CaseFile
  private var batches: [[JSONValue]]
  /// Whether all cases pass as the pack is; found out when it is first asked.
  private var passes: Bool?

  /// The pack itself first, then those that build on it, the smaller ones first: a number that only they
  /// use is theirs.
  static func all(over pack: CriteriaPack) throws -> [CaseWatch] {
    let path = pack.documents.last?.path
    let above = try Packs.shipped.filter { $0 != pack.name }.map { try Packs.load($0) }
      .filter { other in other.documents.contains { $0.path == path } }
      .filter { !LawIsDataTests.hasCatalogue($0) }
    let own = try CaseWatch(pack)
    return try [own].compactMap(\.self)
      + above.compactMap { try CaseWatch($0) }.sorted { $0.size < $1.size }
  }

  private init?(_ pack: CriteriaPack) throws {
    guard let file = try CaseFile(of: pack) else { return nil }
    self.pack = pack
    self.file = file
    batches = stride(from: 0, to: file.cases.count, by: CaseWatch.batch).map {
      Array(file.cases[$0..<min($0 + CaseWatch.batch, file.cases.count)])
    }
  }

  private var size: Int { pack.documents.last?.source.text.utf8.count ?? 0 }

  /// Whether a case fails when one document of the pack is another one.
  ///
  /// A pack whose cases fail already notices nothing.
  mutating func notices(_ document: PackDocument?) -> Bool {
    guard let document else { return false }
    let passes = passes ?? !pack.check().hasErrors
    self.passes = passes
    guard passes else { return false }
    let changed = CriteriaPack(
      pack.documents.map { $0.path == document.path ? document : $0 }, folder: pack.folder)
    for (index, some) in batches.enumerated()
    where CaseRun(file, changed, only: some).failed > 0 {
      batches.remove(at: index)
      batches.insert(some, at: 0)
      return true
    }
    return false
  }
}

extension CriteriaPack {
  var documents: [PackDocument] { pack.documents }
}
