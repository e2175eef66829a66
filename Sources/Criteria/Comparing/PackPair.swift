/// Two packs, entry against entry, and every pack between them.
///
/// The way between them is the same from either side: it leads from the pack that the other one builds
/// on, else from the one whose name, and then whose text, comes first.
package struct PackPair: Sendable {
  /// The documents of both packs, those of the pack at which the way begins before the other's.
  private let documents: [PackDocument]
  private let begin: PackEntry
  private let end: PackEntry
  /// Whether the way begins at the second of the packs given.
  package let isReversed: Bool
  /// What differs: in the order of the sections of a pack, and in each in that of its entries.
  package let changes: [PackChange]

  /// Compares two packs by their documents, parents first; packs with errors compare to nothing.
  ///
  /// - Complexity: O(entries of both).
  package init?(_ first: [PackDocument], _ second: [PackDocument]) {
    isReversed = PackPair.begins(second, before: first)
    let (ones, others) = isReversed ? (second, first) : (first, second)
    documents = ones + others
    var problems = PackProblems()
    guard let begin = Pack.merged(documents, 0..<ones.count, &problems),
      let end = Pack.merged(documents, ones.count..<documents.count, &problems),
      !problems.hasErrors
    else { return nil }
    self.begin = begin
    self.end = end
    var changes: [PackChange] = []
    EntryDifferences.add(begin, end, .pack, at: [], to: &changes)
    self.changes = changes
  }

  /// The name of the pack whose document a change stands in.
  package func pack(of change: PackChange) -> String { documents[change.document].name }

  /// The pack in which some of the changes are made, by their indices, and the others are not.
  ///
  /// It has no reports and nothing that waits for people, and knows the texts and messages of both: no
  /// score, level, seat, rank or list line rests on them.
  package func mixed(making made: Set<Int>) -> (pack: Pack, problems: PackProblems) {
    let places = made.map { changes[$0].place }
    let added = changes.filter { !$0.bearsOnResults && $0.kind == .added }.map(\.place)
    var root = EntryMixing(made: Set(places + added)).entry(begin, end, at: [])
    for section in ["reports", "waiting"] { root.set(section, []) }
    return Pack.read(root, documents, PackProblems())
  }

  private static func begins(_ one: [PackDocument], before other: [PackDocument]) -> Bool {
    let isBelow = one.allSatisfy { document in other.contains { $0.bytes == document.bytes } }
    let isAbove = other.allSatisfy { document in one.contains { $0.bytes == document.bytes } }
    if isBelow != isAbove { return isBelow }
    guard !isBelow, let mine = one.last, let theirs = other.last else { return false }
    if mine.name != theirs.name { return mine.name < theirs.name }
    return mine.bytes.lexicographicallyPrecedes(theirs.bytes)
  }
}
