import Criteria
import JSON
import Model

/// One member at the top of a line of `people.ndjson` or `units.ndjson`, by its key.
struct TopMember {
  enum Source {
    case id, name, unit, agency
    /// A field of the record, or of its posting in the period.
    case field(Int), posting(Int)
    case parent(Int)
    /// A value or field that orders a ranking, by its member of the record.
    case member(Int)
  }

  let key: JSONKey
  let source: Source

  /// The members of the lines of a table, each key once.
  static func all(of table: EngineTable, _ pack: ResolvedPack, hasPosting: Bool) -> [TopMember] {
    var used: Set<String> = [
      "level", "values", "ranks", "quotas", "people", "readings", "reasons", "problems", "decided",
    ]
    return candidates(of: table, pack, hasPosting: hasPosting).compactMap { name, source in
      let key = FieldSchema.oneWord(name)
      return used.insert(key).inserted ? TopMember(key: JSONKey(key), source: source) : nil
    }
  }

  /// All that may stand there; of equal names the first does.
  private static func candidates(
    of table: EngineTable, _ pack: ResolvedPack, hasPosting: Bool
  ) -> [(name: String, source: Source)] {
    let layout = pack.layout.tables[table.rawValue]
    var all: [(name: String, source: Source)] = [("id", .id), ("name", .name)]
    all += layout.declaredFields.map { (layout.fields[$0].name, .field($0)) }
    if table == .people {
      all += [("unit", .unit), ("agency", .agency)]
      let postings = pack.layout.tables[EngineTable.postings.rawValue]
      let fields = hasPosting ? postings.declaredFields : 0..<0
      all += fields.map { (postings.fields[$0].name, .posting($0)) }
    } else if let parent = layout.field("parent"), let agency = layout.field("agency") {
      all += [("parent", .parent(parent)), (layout.fields[agency].name, .field(agency))]
    }
    let rankings = pack.rankings.filter { $0.table == table.rawValue }
    return all + rankings.map { ($0.rule.by, .member($0.by)) }
  }
}
