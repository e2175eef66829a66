/// The known name that a misspelt one was probably meant to be.
///
/// At most a third of the letters may differ, and never more than three.
///
/// - Complexity: O(names × length²).
package func nearestName(to name: String, among names: some Sequence<String>) -> String? {
  let letters = Array(name.lowercased())
  let limit = min(3, max(1, letters.count / 3))
  var best: (name: String, distance: Int)?
  for candidate in names {
    let distance = editDistance(letters, Array(candidate.lowercased()))
    guard distance <= limit else { continue }
    if let known = best, (known.distance, known.name) <= (distance, candidate) { continue }
    best = (candidate, distance)
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
