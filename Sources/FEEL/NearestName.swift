/// The known name that a misspelt one was probably meant to be.
///
/// At most a third of its letters differ, and at most three. Of several it is the nearest, then the
/// first in alphabetical order.
///
/// - Complexity: O(names × length²).
public func nearestName(to name: String, among names: some Sequence<String>) -> String? {
  let letters = Array(name.lowercased())
  guard letters.count <= 100 else { return nil }
  let limit = min(3, max(1, letters.count / 3))
  var best: (distance: Int, name: String)?
  for candidate in names where candidate != name && abs(candidate.count - letters.count) <= limit {
    let distance = editDistance(letters, Array(candidate.lowercased()))
    guard distance <= limit else { continue }
    if let best, best <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.name
}

/// The least number of inserted, removed, replaced and swapped neighbouring letters between two words.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var before: [Int] = []
  var row = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var next = [i + 1]
    for (j, b) in right.enumerated() {
      var least = min(row[j] + (a == b ? 0 : 1), row[j + 1] + 1, next[j] + 1)
      if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { least = min(least, before[j - 1] + 1) }
      next.append(least)
    }
    (before, row) = (row, next)
  }
  return row[right.count]
}
