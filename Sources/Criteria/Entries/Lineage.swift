import FEEL
import JSON

/// A second place that sets an entry, by a pack that does not build on the one that set it first.
struct Rival: Sendable {
  let document: Int
  let span: SourceSpan
}

/// Which documents of a pack build on which.
struct Lineage {
  /// For each document all those it builds on, and itself.
  private var ancestors: [Set<Int>] = []

  /// Finds the lineage of documents of which parents stand before those that build on them.
  init(_ documents: [PackDocument]) {
    for (index, document) in documents.enumerated() {
      var known: Set = [index]
      for parent in document.parents {
        let name = parent.text.split(separator: "/").last { $0 != "pack.json" }.map { String($0) }
        let found = documents[..<index].lastIndex { $0.isNamed(name ?? parent.text) }
        if let found { known.formUnion(ancestors[found]) }
      }
      ancestors.append(known)
    }
  }

  /// Whether `document` is `other` or builds on it.
  func isAncestor(_ other: Int, of document: Int) -> Bool { ancestors[document].contains(other) }

  /// Whether a document builds on all that has a part in an entry.
  func knows(_ entry: PackEntry, from document: Int) -> Bool {
    let rival = entry.rival.map { isAncestor($0.document, of: document) } ?? true
    return rival && entry.attributes.allSatisfy { isAncestor($0.document, of: document) }
      && entry.sections.allSatisfy { $0.entries.allSatisfy { knows($0, from: document) } }
  }
}

extension PackDocument {
  /// Whether `extends` means this document by a name: its own, or that of its folder.
  fileprivate func isNamed(_ name: String) -> Bool {
    self.name == name || path.split(separator: "/").dropLast().last.map { String($0) } == name
  }
}

extension PackEntry {
  /// Tells what is missing in this entry and those inside it, and what two packs set.
  ///
  /// Looked at after all overlays were laid on, because several documents may make one entry.
  func checkComplete(_ shape: Shape, _ documents: [PackDocument], _ problems: inout PackProblems) {
    for name in shape.required.sorted() where self[name] == nil && section(name).isEmpty {
      problems.add("'\(id)' does not say '\(name)'", at: span, in: document)
    }
    if let rival {
      let (one, other) = (documents[document].name, documents[rival.document].name)
      problems.add(
        "'\(one)' and '\(other)' both set '\(id)', and neither builds on the other", at: rival.span,
        in: rival.document,
        remedy: "in a pack that builds on both, replace '\(id)' and cite the choice")
    }
    for (name, entries) in sections {
      guard let inner = shape.section(name) else { continue }
      for entry in entries { entry.checkComplete(inner, documents, &problems) }
    }
  }
}
