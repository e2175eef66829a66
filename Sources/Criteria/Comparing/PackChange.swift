import JSON

/// One place in which two packs differ.
package struct PackChange: Hashable, Sendable {
  /// What became of the place on the way from one pack to the other.
  package enum Kind: String, Sendable {
    case added, removed, changed
    /// The entries of a section stand in another order.
    case moved

    /// The same on the way back.
    package var reversed: Kind {
      switch self {
      case .added: .removed
      case .removed: .added
      case .changed, .moved: self
      }
    }
  }

  /// Sections and ids by turns, from the outside in, such as `values`, `people`, `score`.
  ///
  /// The values of a table stand in a section without a name.
  let place: [String]
  package let kind: Kind
  /// Whether a score, level, seat, rank or list line can rest on it; words and reports bear none.
  package let bearsOnResults: Bool
  /// The document that says it, on the side where it is; the other pack's if it is on both.
  package let document: Int
  /// What the entry cites there; empty where it cites nothing.
  package let cite: String

  /// The place as a reader writes it.
  package var path: [String] { place.filter { !$0.isEmpty } }
}

extension PackChange {
  /// The sections of a pack on which no score, level, seat, rank or list line rests.
  static let besideResults: Set<String> = [
    "law", "reports", "waiting", "messages", "attention", "labels",
  ]

  /// The attributes that are words, forms of print or cells of lines, as texts in two languages are.
  private static let attributesBesideResults: Set<String> = [
    "cite", "confidence", "display", "decision", "columns", "order",
  ]

  /// The attributes that say how an entry is laid on others, and nothing of what it says.
  private static let ofOverlays: Set<String> = ["replaces", "before", "after"]

  /// What two entries of one id say differently, or `nil`; sections inside them are not looked at.
  init?(_ one: PackEntry, _ other: PackEntry, _ shape: Shape, at place: [String]) {
    let names = Set((one.attributes + other.attributes).map(\.name.text))
    let differing = names.subtracting(PackChange.ofOverlays).filter { name in
      switch (one[name]?.value, other[name]?.value) {
      case (let before?, let after?): !before.says(after)
      case (nil, nil): false
      default: true
      }
    }
    guard !differing.isEmpty else { return nil }
    let bears = differing.contains { name in
      if case .localized = shape.attribute(name) { return false }
      return !PackChange.attributesBesideResults.contains(name)
    }
    self.init(.changed, other, at: place, bears: bears)
  }

  /// What became of an entry.
  init(_ kind: Kind, _ entry: PackEntry, at place: [String], bears: Bool = true) {
    self.place = place
    self.kind = kind
    let sections = place.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    bearsOnResults = bears && PackChange.besideResults.isDisjoint(with: sections)
    document = entry.attributes.last?.document ?? entry.document
    cite = entry["cite"]?.value.string?.text ?? ""
  }
}
