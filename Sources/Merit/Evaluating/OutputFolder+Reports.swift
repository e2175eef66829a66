import Files
import Reporting

extension OutputFolder {
  /// Writes files in their order; some parts are made at the same time, while those before are
  /// written.
  func write(_ files: [ReportFile], threads: Int) throws(FileProblem) {
    let size = threads > 1 ? threads * OutputFolder.partsAhead : 1
    let parts = files.flatMap { file in (0..<file.partCount).map { (file: file, part: $0) } }
    var (targets, made): ([OutputFile], [MadePart]) = ([], [])
    for first in stride(from: 0, to: parts.count, by: size) {
      var wave: [(file: ReportFile, part: Int, targets: [OutputFile])] = []
      for (file, part) in parts[first..<min(parts.count, first + size)] {
        if part == 0 { targets = try makeFiles(file.names) }
        wave.append((file, part, targets))
      }
      made = try OutputFolder.make(wave, writing: made, threads)
    }
    for part in made { try part.write() }
  }

  /// How many parts are made for each thread at a time: some take much longer than others.
  ///
  /// Twice as many are in memory, with those that are written; two thousand people take 1.6 MB.
  private static var partsAhead: Int { 4 }

  private func makeFiles(_ names: [String]) throws(FileProblem) -> [OutputFile] {
    var files: [OutputFile] = []
    for name in names { files.append(try makeFile(name)) }
    return files
  }

  /// Makes some parts, while one of the threads writes those that were made before.
  private static func make(
    _ wave: [(file: ReportFile, part: Int, targets: [OutputFile])], writing before: [MadePart],
    _ threads: Int
  ) throws(FileProblem) -> [MadePart] {
    let results = Threads.each(wave.count + 1, on: threads) { place in
      Result { () throws(FileProblem) -> MadePart? in
        guard place > 0 else {
          for part in before { try part.write() }
          return nil
        }
        let (file, part, targets) = wave[place - 1]
        return MadePart(
          bytes: file.part(part), targets: targets, isLast: part == file.partCount - 1)
      }
    }
    var made: [MadePart] = []
    for result in results { if let part = try result.get() { made.append(part) } }
    return made
  }
}

/// A part of files, on its way to them.
private struct MadePart: Sendable {
  let bytes: [[UInt8]]
  let targets: [OutputFile]
  let isLast: Bool

  func write() throws(FileProblem) {
    for (target, bytes) in zip(targets, bytes) {
      try target.write(bytes)
      if isLast { try target.finish() }
    }
  }
}
