package import FEEL
package import Model

/// What people read in place of a text, by the text.
package typealias TextLabels = [String: LocalizedText]

/// A column of a table as the engine keeps it.
package struct LayoutField: Sendable {
  package enum Kind: Hashable, Sendable {
    case number, text, boolean, date
    /// The id of a record of another table, by the index of that table.
    case reference(Int)

    /// Whether the field names a record.
    package var isReference: Bool { if case .reference = self { true } else { false } }
  }
  package let name: String
  package let kind: Kind
  /// The name under which the record that is named finds those that name it; `nil` for none.
  package let foundAs: String?
  package let columns: [String]
  package let unit: UnitOfMeasure?
  package let least: Number?
  package let most: Number?
  /// What an absent value means; `nil` where it is unknown, and its absence a problem.
  package let ifAbsent: Scalar?
  package let label: LocalizedText?
  /// What its values are called, by the value; a value that is not there is printed as it is.
  package let labels: TextLabels

  package init(
    _ name: String, _ kind: Kind, foundAs: String? = nil, columns: [String] = [],
    unit: UnitOfMeasure? = nil, least: Number? = nil, most: Number? = nil,
    ifAbsent: Scalar? = nil, label: LocalizedText? = nil, labels: TextLabels = [:]
  ) {
    self.name = name
    self.kind = kind
    self.foundAs = foundAs
    self.columns = columns
    self.unit = unit
    self.least = least
    self.most = most
    self.ifAbsent = ifAbsent
    self.label = label
    self.labels = labels
  }
}

/// How one record is reached from another: the edges of the graph of results.
package enum Relation: Int, CaseIterable, Sendable {
  /// From a record to its owner, and from an owner to its records.
  case owner, records
  /// From a field to the record it names, and from a record to those that name it.
  case reference, named
  /// From a person to the posting and the unit in the period.
  case posting, ownUnit
  /// From a unit to its people, its sub-units and the unit above.
  case member, subUnit, parent
  /// From a leader to the people and units led.
  case led

  /// Whether results may be defined in a circle through this edge.
  ///
  /// The data decides whether such a circle ends: leads and the tree of units must have none.
  package var mayRecur: Bool { self == .led || self == .subUnit }
}

/// A level of a person or unit at one stage of its making.
package enum LevelStage: Int, CaseIterable, Sendable {
  /// What the score corresponds to.
  case computed
  /// After caps.
  case capped
  /// After caps and quotas.
  case proposed
  /// As decided where a decision is there, else as proposed.
  case standing

  package var name: String {
    switch self {
    case .computed: "level"
    case .capped: "capped level"
    case .proposed: "proposed level"
    case .standing: "standing level"
    }
  }
}

/// Where the value of a member comes from.
package enum MemberSource: Hashable, Sendable {
  /// A column of the table.
  case field(Int)
  /// A named value of the pack, by its index in ``Layout/values``.
  case value(Int)
  /// The single record or the list of records at the other end of an edge.
  case related(Related)
  case level(LevelStage)
}

/// The records that a record leads to.
package enum Related: Hashable, Sendable {
  case owner
  /// The records of a table that belong to this one.
  case records(table: Int)
  /// The records of a table that name this one in a field.
  case naming(table: Int, field: Int)
  case posting
  case postings
  case unit
  case agency
  case members
  /// The members of a unit and of all units below it.
  case everyone
  case subUnits
  case parent
  case ledPeople
  case ledUnits
}

/// One table with everything that a formula may read from its records; it never changes.
package final class LayoutTable: Sendable {
  package let name: String
  package let label: LocalizedText?
  /// The table whose records own these.
  package let owner: Int?
  /// The field that names the owner.
  package let ownerField: Int?
  package let key: Int?
  package let same: [Int]
  package let knownOn: Int?
  package let fields: [LayoutField]
  package let members: [(name: String, source: MemberSource)]
  /// The sources of ``members``, without their names.
  package let sources: [MemberSource]
  /// The declaration in the pack, if the table is not only the engine's.
  package let rule: TableRule?

  init(
    name: String,
    label: LocalizedText?,
    owner: Int?,
    ownerField: Int?,
    key: Int?,
    same: [Int],
    knownOn: Int?,
    fields: [LayoutField],
    members: [(name: String, source: MemberSource)],
    rule: TableRule?
  ) {
    self.name = name
    self.label = label
    self.owner = owner
    self.ownerField = ownerField
    self.key = key
    self.same = same
    self.knownOn = knownOn
    self.fields = fields
    self.members = members
    sources = members.map(\.source)
    self.rule = rule
  }

  package func field(_ name: String) -> Int? { fields.firstIndex { $0.name == name } }
  package func member(_ name: String) -> Int? { members.firstIndex { $0.name == name } }
}

/// The tables, values and names of a pack, laid out by index.
///
/// Record types of the schema and ``tables`` have the same indices; the engine's tables come first.
package struct Layout: Sendable {
  package let tables: [LayoutTable]
  /// The named values that exist in the period's kind, in the order of the pack.
  package let values: [ValueRule]
  /// The table of each value.
  package let valueTables: [Int]
  package let globals: [LayoutGlobal]
  /// The tables whose records fields name.
  package let namedTables: Set<Int>

  package func table(_ name: String) -> Int? { tables.firstIndex { $0.name == name } }
}

/// What a global name stands for.
package enum LayoutGlobal: Hashable, Sendable {
  case reportingPeriod
  case asOf
  case parameter(Int)
  case policy(Int)
  /// All records of a table without an owner.
  case table(Int)
}

extension Related {
  /// The table whose records belong to a record or name it; nil for what the engine itself joins.
  package var ownRecords: Int? {
    switch self {
    case .records(let table), .naming(let table, _): table
    default: nil
    }
  }

  /// The edge that this member follows.
  package var relation: Relation {
    switch self {
    case .owner: .owner
    case .records: .records
    case .naming: .named
    case .posting, .postings: .posting
    case .unit, .agency: .ownUnit
    case .members, .everyone: .member
    case .subUnits: .subUnit
    case .parent: .parent
    case .ledPeople, .ledUnits: .led
    }
  }

  /// The table of the records at the other end, and whether there is a list of them.
  package func target(in tables: [LayoutTable], of table: Int) -> (table: Int, many: Bool) {
    switch self {
    case .owner: (tables[table].owner ?? 0, false)
    case .records(let records), .naming(let records, _): (records, true)
    case .posting: (EngineTable.postings.rawValue, false)
    case .postings: (EngineTable.postings.rawValue, true)
    case .unit, .agency, .parent: (EngineTable.units.rawValue, false)
    case .members, .everyone, .ledPeople: (EngineTable.people.rawValue, true)
    case .subUnits, .ledUnits: (EngineTable.units.rawValue, true)
    }
  }
}
