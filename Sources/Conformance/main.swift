// feel-tck DIR [--csv FILE] [--verbose]: runs the cases of the conformance kit of the DMN standard.
// Ends with 0 if all passed that can be run here, 1 if some failed, 2 if they could not be run.
internal import FEEL
internal import Files

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Runs what the words ask for; gives the exit status.
func conformance(_ words: [String]) -> Int32 {
  var folder: String?
  var table: String?
  var isVerbose = false
  var rest = words[...]
  while let word = rest.popFirst() {
    switch word {
    case "--verbose": isVerbose = true
    case "--csv" where !rest.isEmpty: table = rest.popFirst()
    case _ where word.hasPrefix("-") || folder != nil: return misuse()
    default: folder = word
    }
  }
  guard let folder else { return misuse() }
  do throws(FileProblem) {
    let now = DateTime(universalSecond: Number(Int(time(nil))))
    let zones = ZoneTable(files: ZoneFolder().bytes)
    let run = try KitRun(Place(folder), host: EmptyHost(now: now), zones: zones)
    let report = KitReport(run)
    print(report.text(isVerbose: isVerbose))
    if let table { try write(report.table, to: table) }
    guard !run.topics.isEmpty else {
      print("there are no cases under '\(folder)'")
      return 2
    }
    return report.isClean ? 0 : 1
  } catch {
    print("feel-tck: \(error.message)")
    return 2
  }
}

/// Writes a file, in the place of an older one.
func write(_ text: String, to path: String) throws(FileProblem) {
  try Place(path).remove()
  let file = try OutputFile(path)
  try file.write(text)
  try file.finish()
}

func misuse() -> Int32 {
  print("usage: feel-tck DIR [--csv FILE] [--verbose]")
  return 2
}

exit(conformance(Array(CommandLine.arguments.dropFirst())))
