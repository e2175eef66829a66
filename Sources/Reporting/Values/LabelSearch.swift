package import Criteria
package import FEEL
import Model

extension ResolvedPack {
  /// What the texts that a formula gives are called: the labels of the fields that they come from.
  ///
  /// - Complexity: O(nodes of the formula and of the values that it hands on).
  package func labels(of program: Program?) -> TextLabels {
    guard let program else { return [:] }
    var search = LabelSearch(self)
    search.look(at: program.root)
    return search.found
  }

  /// What the texts of a member of a table are called.
  package func labels(ofMember member: Int, of table: Int) -> TextLabels {
    var search = LabelSearch(self)
    search.look(at: member, of: table)
    return search.found
  }
}

/// Follows a formula to the fields whose texts it hands on unchanged.
private struct LabelSearch {
  let pack: ResolvedPack
  /// Where two fields call one text differently, the first words stand.
  private(set) var found: TextLabels = [:]
  /// The values that were followed, by index; through led people and sub-units they may form a circle.
  private var followed: Set<Int> = []

  init(_ pack: ResolvedPack) { self.pack = pack }

  mutating func look(at node: Node) {
    switch node.kind {
    case .member(let base, let member):
      var type = base.type
      if case .list(let element) = type { type = element }
      if case .record(let table, _) = type { look(at: member, of: table) }
    case .conditional(_, let yes, let no):
      look(at: yes)
      look(at: no)
    case .list(let nodes), .call(_, let nodes): for node in nodes { look(at: node) }
    case .filter(let node, _, _), .element(let node, _), .forEach(_, let node, _),
      .bind(_, _, _, let node), .reading(_, _, let node), .converted(let node, _, _, _):
      look(at: node)
    default: break
    }
  }

  mutating func look(at member: Int, of table: Int) {
    switch pack.layout.tables[table].members[member].source {
    case .field(let field):
      found.merge(pack.layout.tables[table].fields[field].labels) { first, _ in first }
    case .value(let value):
      if followed.insert(value).inserted { look(at: pack.values[value].program.root) }
    case .related, .level: break
    }
  }
}
