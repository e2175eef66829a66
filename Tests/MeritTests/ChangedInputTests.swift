import Foundation
import Merit
import Synchronization
import TestSupport
import Testing

/// Inputs are read twice, once for their hash: what is scored must be what the hash is of.
@Suite struct ChangedInputTests {
  enum Change: CaseIterable, Sendable {
    case none, appended, sameSize, replaced, removed

    func make(_ path: String) throws {
      let old = try Data(contentsOf: URL(fileURLWithPath: path))
      switch self {
      case .none: break
      case .appended:
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data("\n".utf8))
      case .sameSize:
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.write(contentsOf: old.prefix(1))
      case .replaced:
        try FileManager.default.removeItem(atPath: path)
        try old.write(to: URL(fileURLWithPath: path))
      case .removed: try FileManager.default.removeItem(atPath: path)
      }
    }
  }

  @Test(arguments: Change.allCases, [true, false])
  func `an input that is changed while it is read is refused`(
    change: Change, keepsRecords: Bool
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "merit-\(UUID())").path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(
      atPath: Repository.path("examples/national-month/sample"), toPath: folder)
    let path = folder + "/units.ndjson"
    let isChanged = Mutex(false)
    var options = EvaluationOptions(period: "2026-07")
    options.keepsRecords = keepsRecords
    options.onProgress = { _ in
      isChanged.withLock { isChanged in
        if !isChanged { #expect(throws: Never.self) { try change.make(path) } }
        isChanged = true
      }
    }
    let pack = try Packs.load("examples/national-month")
    guard change != .none else {
      _ = try Evaluation(dataset: .path(folder), pack: pack, options: options)
      return
    }
    let error = try #require(
      throws: MeritError.self
    ) { try Evaluation(dataset: .path(folder), pack: pack, options: options) }
    #expect(error.message.contains(path))
    let end = "it was changed while it was read; begin again"
    #expect(error.message.hasSuffix(end) == (change != .removed), "\(error.message)")
  }
}
