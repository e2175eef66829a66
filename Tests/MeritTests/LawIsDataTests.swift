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
  static let sample = 12

  @Test(arguments: Packs.shipped)
  func `changing a number by one unit fails a case of its pack`(name: String) throws {
    let pack = try Packs.load(name)
    var watch = CaseWatch(try #require(try CaseFile(of: pack)))
    try #require(watch.first(toFail: pack) == nil, "the cases pass before anything is changed")
    var numbers = SeededNumbers(seed: LawIsDataTests.seed)
    let all = PackNumber.all(in: pack.pack)
    let chosen =
      LawIsDataTests.changesAll
      ? all : Array(all.shuffled(using: &numbers).prefix(LawIsDataTests.sample))
    var survivors: [String] = []
    for number in chosen {
      for step in LawIsDataTests.changesAll ? [1, -1] : [1] {
        guard let text = number.changed(by: step) else { continue }
        if watch.first(toFail: pack.replacing(number, by: text)) == nil {
          survivors.append("\(number) → \(text)")
        }
      }
    }
    print("\(name): \(chosen.count) of \(all.count) numbers changed, seed \(LawIsDataTests.seed)")
    #expect(survivors.isEmpty, "\(survivors.joined(separator: "\n"))")
  }
}

/// The cases of a pack, those that failed last first: what noticed one change notices the next.
struct CaseWatch {
  private let file: CaseFile
  private var cases: [JSONValue]

  init(_ file: CaseFile) {
    self.file = file
    cases = file.cases
  }

  /// The id of a case that fails under `pack`.
  mutating func first(toFail pack: CriteriaPack) -> String? {
    for (index, one) in cases.enumerated()
    where CaseRun(file, pack, only: [one]).failed > 0 {
      cases.remove(at: index)
      cases.insert(one, at: 0)
      return one["id"]?.string?.text ?? "?"
    }
    return nil
  }
}
