/// The known name that a misspelt one was probably meant to be: at most a third of its letters, and
/// at most three, differ. Of several the nearest, then the first in alphabetical order.
///
/// - Complexity: O(names × length²).
func nearest(to name: String, among names: some Sequence<String>) -> String? {
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

/// The least number of inserted, removed and replaced letters between two words.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
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
