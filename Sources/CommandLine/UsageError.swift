import FEEL

/// What is wrong with how the program was called.
struct UsageError: Error, Hashable, Sendable {
  /// What is wrong and, where there is one, the way out.
  let message: String

  init(_ message: String) { self.message = message }

  /// A name that nobody knows, with the nearest that somebody does.
  init(unknown kind: String, _ name: String, among names: [String]) {
    let near = nearestName(to: name, among: names)
    message = "there is no \(kind) '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
  }
}
