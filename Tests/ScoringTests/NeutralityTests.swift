import Criteria
import Merit
import Model
import Scoring
import TestSupport
import Testing

/// One way to spoil a dataset in one place.
struct Damage: CustomStringConvertible {
  let dataset: SampleDataset
  let description: String
}

/// What is not known neither raises nor lowers anybody.
@Suite struct NeutralityTests {
  static let before = Result {
    try Findings(SmallWorld.dataset, OrderTests.pack.get(), SmallWorld.options)
  }

  enum Kind: CaseIterable { case missing, unreadable, unknownReference, contradiction }

  @Test(arguments: Kind.allCases)
  func `a level that changes becomes unknown, never another level`(kind: Kind) throws {
    let before = try NeutralityTests.before.get()
    let damages = try NeutralityTests.damages(kind)
    try #require(damages.count > 10, "there is something to spoil")
    var changed = 0
    for damage in damages {
      let after = try Findings(damage.dataset, OrderTests.pack.get(), SmallWorld.options)
      #expect(after["problems"] != "", "\(damage): nobody is told")
      for key in before.differences(from: after) where NeutralityTests.isLevel(key) {
        guard let now = after[key] else { continue }
        changed += 1
        #expect(!now.hasPrefix("\""), "\(damage): \(key) \(before[key] ?? "") became \(now)")
      }
    }
    #expect(changed > 0, "no damage reached a level")
  }

  @Test func `exact copies of records change nothing`() throws {
    let before = try NeutralityTests.before.get()
    var twice = SmallWorld.dataset
    for index in twice.tables.indices { twice.tables[index].records += twice.tables[index].records }
    let after = try Findings(twice, OrderTests.pack.get(), SmallWorld.options)
    #expect(before.differences(from: after) == ["problems"], "\(before.explain(after))")
    #expect(after["problems"]?.contains("repeatedRecord") == true)
  }

  static func isLevel(_ key: String) -> Bool {
    LevelStage.allCases.contains { key.hasSuffix(".\($0.name)") }
  }

  /// Every way to spoil one cell; of the ten equal ratings of a person only the first two.
  static func damages(_ kind: Kind) throws -> [Damage] {
    let plan = try #require(try OrderTests.pack.get().plan(for: .month, readings: [:]).plan)
    let layout = plan.pack.layout
    var damages: [Damage] = []
    for table in SmallWorld.dataset.tables {
      guard let rules = layout.tables.first(where: { $0.name.camel == table.name }) else { continue }
      for (row, record) in table.records.enumerated() where table.name != "ratings" || row % 10 < 2 {
        for cell in record.cells {
          guard
            let field = rules.fields.first(where: {
              $0.name.camel == cell.name || $0.columns.contains(cell.name)
            }), let spoiled = kind.spoil(record, cell.name, field, isKey: rules.isKey(field))
          else { continue }
          var data = SmallWorld.dataset
          if kind == .contradiction {
            data[table.name].append(spoiled)
          } else {
            data[table.name][row] = spoiled
          }
          damages.append(
            Damage(dataset: data, description: "\(kind) \(table.name) \(record.json) \(cell.name)"))
        }
      }
    }
    return damages
  }
}

extension NeutralityTests.Kind {
  /// The record with one cell spoiled, or nil where this kind of damage means something else.
  fileprivate func spoil(
    _ record: SampleRecord, _ name: String, _ field: LayoutField, isKey: Bool
  ) -> SampleRecord? {
    var spoiled = record
    switch (self, field.kind) {
    case (.missing, _) where field.ifAbsent == nil: spoiled[name] = nil
    case (.unreadable, _): spoiled[name] = "[1]"
    case (.unknownReference, .reference): spoiled[name] = "\"nobody\""
    case (.contradiction, .number) where !isKey: spoiled[name] = "0"
    case (.contradiction, .date) where !isKey: spoiled[name] = "\"2026-07-25\""
    case (.contradiction, .text) where !isKey: spoiled[name] = "\"another\""
    default: return nil
    }
    return spoiled
  }
}

extension LayoutTable {
  /// Whether a field is part of what identifies a record; without such a field all of it does.
  fileprivate func isKey(_ field: LayoutField) -> Bool {
    let identity = key.map { [$0] } ?? same
    return identity.isEmpty || identity.contains { fields[$0].name == field.name }
  }
}

extension String {
  /// A name of several words as one, such as `leaderRatings` for `leader ratings`.
  fileprivate var camel: String {
    let words = split(separator: " ")
    let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return (words.first.map { String($0) } ?? "") + rest.joined()
  }
}
