import FEEL
import JSON

extension PackEntry {
  /// Lays a further pack on this entry.
  ///
  /// Three things can happen to an entry of the overlay:
  /// - its id is new: it is added, at the end or where `before` and `after` say;
  /// - its id is known and it says `replaces`: it takes the place of the old one, and must cite;
  /// - its id is known and it does not: it extends the old one, and may only say what the old one
  ///   left open.
  ///
  /// Source: semantics of overlays; nothing is overwritten in silence.
  mutating func lay(
    _ overlay: PackEntry, _ shape: Shape, _ lineage: Lineage, _ problems: inout PackProblems
  ) {
    for attribute in overlay.attributes { add(attribute, &problems) }
    laySections(of: overlay, shape, lineage, &problems)
  }

  /// Lays the sections of an overlay on those of this entry.
  mutating func laySections(
    of overlay: PackEntry, _ shape: Shape, _ lineage: Lineage, _ problems: inout PackProblems
  ) {
    for (name, entries) in overlay.sections {
      guard let inner = shape.section(name) else { continue }
      var merged = section(name)
      for entry in entries { merged.lay(entry, inner, lineage, &problems) }
      set(name, merged)
    }
  }

  private mutating func add(_ attribute: Attribute, _ problems: inout PackProblems) {
    let name = attribute.name.text
    if ["before", "after", "cite", "confidence", "label", "note"].contains(name), self[name] != nil
    {
      return  // an extension keeps the words of the entry that it extends
    }
    guard self[name] == nil else {
      problems.add(
        "'\(id)' already says '\(name)'", at: attribute.name.span, in: attribute.document,
        remedy: "add \"replaces\": \"\(id)\" and a citation to replace the whole entry")
      return
    }
    append(attribute)
  }
}

extension [PackEntry] {
  /// Lays one entry of an overlay on the entries of a section.
  ///
  /// Where another pack set the entry first and this overlay does not build on it, neither goes
  /// before the other: the first one stays, and the second is remembered as its rival.
  mutating func lay(
    _ entry: PackEntry, _ shape: Shape, _ lineage: Lineage, _ problems: inout PackProblems
  ) {
    let known = firstIndex { $0.id == entry.id }
    if let replaces = entry["replaces"] {
      guard let known else {
        problems.add(
          "there is no '\(entry.id)' left to replace", at: replaces.name.span, in: entry.document,
          remedy: nearestName(to: entry.id, among: map(\.id)).map { "write '\($0)'" })
        return
      }
      if entry["cite"] == nil, !shape.cited {
        problems.add("a replacement needs a citation", at: entry.span, in: entry.document)
      }
      if lineage.knows(self[known], from: entry.document) {
        self[known] = entry
      } else {
        self[known].rival = Rival(document: entry.document, span: entry.span)
      }
    } else if let known {
      if shape.open != nil || lineage.isAncestor(self[known].document, of: entry.document) {
        self[known].lay(entry, shape, lineage, &problems)
      } else {
        self[known].rival = Rival(document: entry.document, span: entry.span)
      }
    } else {
      insert(entry, at: place(of: entry, &problems))
    }
  }

  private func place(of entry: PackEntry, _ problems: inout PackProblems) -> Int {
    for (name, offset) in [("before", 0), ("after", 1)] {
      guard let attribute = entry[name] else { continue }
      let target = attribute.value.string?.text ?? ""
      if let index = firstIndex(where: { $0.id == target }) { return index + offset }
      problems.add(
        offset == 0
          ? "there is no entry '\(target)' to stand before"
          : "there is no entry '\(target)' to stand after", at: attribute.value.span,
        in: entry.document,
        remedy: nearestName(to: target, among: map(\.id)).map { "write '\($0)'" })
    }
    return count
  }
}
