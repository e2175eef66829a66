// A service in twenty lines: the pack is loaded once, every request is a dataset and a period.
// Requests are lines "PERIOD PATH-OF-A-JSON-DATASET"; without input it answers one of its own.
import Merit

func answer(_ request: String, _ pack: CriteriaPack) -> String {
  let words = request.split(separator: " ", maxSplits: 1).map { String($0) }
  guard words.count == 2 else { return "write: PERIOD PATH" }
  do throws(MeritError) {
    let result = try Evaluation(
      dataset: .path(words[1]), pack: pack, options: .init(period: words[0]))
    return result.people.map { person in
      guard case .number(let decimal, let fraction)? = person.values["score"] else {
        return "\(person.id): no score (\(person.state ?? "unknown"))"
      }
      return "\(person.id): \(decimal ?? fraction), proposed: \(person.proposedLevel ?? "open")"
    }.joined(separator: "\n")
  } catch { return error.message }
}

let pack = try PackLibrary(folders: ["criteria", "../../criteria"]).load("so-tay-bnv-2026")
if CommandLine.arguments.count > 2 {
  print(answer(CommandLine.arguments.dropFirst().joined(separator: " "), pack))
} else {
  while let request = readLine() { print(answer(request, pack)) }
}
