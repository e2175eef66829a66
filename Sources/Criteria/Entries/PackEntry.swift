package import FEEL
package import JSON

/// One entry of a pack after its overlays were laid on: an id, what it says, and entries inside it.
///
/// Every attribute remembers the document it comes from, so that a message points into the right
/// file even where three packs built one entry.
package struct PackEntry: Sendable {
  /// One `"name": value` of an entry.
  package struct Attribute: Sendable {
    package let name: JSONString
    package let value: JSONValue
    package let document: Int
  }

  package let id: String
  /// Where the id stands: the key in the object of entries.
  package let span: SourceSpan
  /// The document that declared the entry.
  package let document: Int
  package private(set) var attributes: [Attribute] = []
  package private(set) var sections: [(name: String, entries: [PackEntry])] = []
  /// A document that set this entry too without building on the one that holds it.
  var rival: Rival?

  package subscript(name: String) -> Attribute? { attributes.first { $0.name.text == name } }

  package func section(_ name: String) -> [PackEntry] {
    sections.first { $0.name == name }?.entries ?? []
  }

  /// Reads an entry of one document; keys that its shape does not know are problems.
  init(
    _ id: String, at span: SourceSpan, _ value: JSONValue, _ shape: Shape, document: Int,
    _ problems: inout PackProblems
  ) {
    self.id = id
    self.span = span
    self.document = document
    guard let members = value.members else {
      problems.add("expected an object here, found \(value.kind)", at: value.span, in: document)
      return
    }
    for member in members {
      add(member, shape, &problems)
    }
  }

  private mutating func add(
    _ member: JSONMember, _ shape: Shape, _ problems: inout PackProblems
  ) {
    let name = member.key.text
    if let kind = shape.attribute(name) {
      let attribute = Attribute(name: member.key, value: member.value, document: document)
      attribute.checkFit(kind, &problems)
      attributes.append(attribute)
    } else if shape.open != nil, let inner = shape.section(name) {
      var entries = section("")
      entries.append(
        PackEntry(
          name, at: member.key.span, member.value, inner, document: document, &problems))
      set("", entries)
    } else if let inner = shape.section(name) {
      set(name, PackEntry.entries(of: member.value, inner, document: document, &problems))
    } else {
      let known = shape.attributes.map(\.name) + shape.sections.map(\.name)
      problems.add(
        "nothing here is named '\(name)'", at: member.key.span, in: document,
        remedy: nearestName(to: name, among: known).map { "write '\($0)'" })
    }
  }

  static func entries(
    of value: JSONValue, _ shape: Shape, document: Int, _ problems: inout PackProblems
  ) -> [PackEntry] {
    guard let members = value.members else {
      problems.add(
        "expected an object of entries by id, found \(value.kind)", at: value.span, in: document)
      return []
    }
    return members.map {
      PackEntry($0.key.text, at: $0.key.span, $0.value, shape, document: document, &problems)
    }
  }

  mutating func set(_ name: String, _ entries: [PackEntry]) {
    if let index = sections.firstIndex(where: { $0.name == name }) {
      sections[index].entries = entries
    } else {
      sections.append((name, entries))
    }
  }

  mutating func append(_ attribute: Attribute) { attributes.append(attribute) }
}
