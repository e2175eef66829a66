import Criteria
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
  /// The numbers of a pack with a catalogue of thousands of rows, whose cases take long.
  static let sampleOfCatalogue = 2

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
    var watches = try CaseWatch.all(over: pack)
    var numbers = SeededNumbers(seed: LawIsDataTests.seed)
    let all = PackNumber.all(in: pack.pack)
    let chosen =
      LawIsDataTests.changesAll
      ? all
      : Array(
        all.shuffled(using: &numbers)
          .prefix(all.count > 1000 ? LawIsDataTests.sampleOfCatalogue : LawIsDataTests.sample))
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

  /// The pack itself first, then those that build on it: a number that only they use is theirs.
  ///
  /// A pack whose cases fail already notices nothing.
  static func all(over pack: CriteriaPack) throws -> [CaseWatch] {
    let path = pack.documents.last?.path
    let above = try Packs.shipped.filter { $0 != pack.name }.map { try Packs.load($0) }
      .filter { other in other.documents.contains { $0.path == path } }
    return try ([pack] + above).compactMap { pack in
      guard !pack.check().hasErrors, let file = try CaseFile(of: pack) else { return nil }
      let batches = stride(from: 0, to: file.cases.count, by: batch).map {
        Array(file.cases[$0..<min($0 + batch, file.cases.count)])
      }
      return CaseWatch(pack: pack, file: file, batches: batches)
    }
  }

  /// Whether a case fails when one document of the pack is another one.
  mutating func notices(_ document: PackDocument?) -> Bool {
    guard let document else { return false }
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
