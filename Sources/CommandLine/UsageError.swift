/// What is wrong with how the program was called.
struct UsageError: Error, Hashable, Sendable {
  /// What is wrong and, where there is one, the way out.
  let message: String

  init(_ message: String) { self.message = message }

  /// A name that nobody knows, with the nearest that somebody does.
  init(unknown kind: String, _ name: String, among names: [String]) {
    let near = UsageError.nearest(to: name, among: names)
    message = "there is no \(kind) '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
  }

  /// The name with the fewest letters to change, at most about a third of them.
  static func nearest(to name: String, among names: [String]) -> String? {
    let near = names.map { (distance: distance(Array(name), Array($0)), name: $0) }.min {
      ($0.distance, $0.name) < ($1.distance, $1.name)
    }
    guard let near, near.distance <= max(1, (near.name.count + 1) / 3) else { return nil }
    return near.name
  }

  /// The least number of letters to put in, take out or replace.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let replaced = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
      }
    }
    return row[right.count]
  }
}
