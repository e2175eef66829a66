import Criteria
import FEEL
import Scoring

/// The groups of some people in every scope of a quota, in the order of their words.
struct ScopeGroups {
  let scopes: [ScopeKey]
  /// For each person and scope the group that they are in, by place among ``scopes``; −1 for none.
  private let groups: [Int]
  private let width: Int
  /// For each group the groups of a person who is in no other, so that all such people share them.
  private let alone: [[Int]]

  /// Parts people by the members that make the groups; who has one that is not known is in no group
  /// of that scope.
  ///
  /// - Complexity: O(people × scopes), and O(g log g) for g groups.
  init(_ rows: [Int], _ quota: ResolvedPack.Quota, _ world: World) {
    width = quota.within.count
    var found = FoundScopes(quota, world)
    var groups: [Int] = []
    groups.reserveCapacity(rows.count * width)
    for row in rows {
      let record = RecordReference(type: Int32(quota.table), row: Int32(row))
      for scope in 0..<width { groups.append(found.place(of: record, scope, world) ?? -1) }
    }
    let words = found.keys.map { $0.texts(world) }
    let order = found.keys.indices.sorted { [keys = found.keys] left, right in
      keys[left].scope != keys[right].scope
        ? keys[left].scope < keys[right].scope
        : words[left].lexicographicallyPrecedes(words[right])
    }
    var places = [Int](repeating: 0, count: order.count)
    for (place, group) in order.enumerated() { places[group] = place }
    scopes = order.map { found.keys[$0] }
    for index in groups.indices where groups[index] >= 0 { groups[index] = places[groups[index]] }
    self.groups = groups
    alone = scopes.indices.map { [$0] }
  }

  /// The groups that a person is in, by place among ``scopes``.
  func memberships(of person: Int) -> [Int] {
    if width == 1, groups[person] >= 0 { return alone[groups[person]] }
    return groups[person * width..<(person + 1) * width].filter { $0 >= 0 }
  }

  /// Adds one for each group that a person is in.
  func count(_ person: Int, in counts: inout [Int]) {
    for group in groups[person * width..<(person + 1) * width] where group >= 0 {
      counts[group] += 1
    }
  }
}

/// The groups in the order in which they are met.
private struct FoundScopes {
  private(set) var keys: [ScopeKey] = []
  private var index: [ScopeKey: Int] = [:]
  /// Most groups are the records of a unit: these are known by their reference.
  private var ofRecords: [RecordPlaces]
  private let within: [[Int]]

  init(_ quota: ResolvedPack.Quota, _ world: World) {
    within = quota.within
    ofRecords = quota.within.map { _ in RecordPlaces(world) }
  }

  /// The group of a record in a scope; nothing where it is not known.
  mutating func place(of record: RecordReference, _ scope: Int, _ world: World) -> Int? {
    let members = within[scope]
    guard members.count == 1, case .record(let one) = world.value(of: members[0], in: record) else {
      return place(members.map { world.value(of: $0, in: record) }, scope)
    }
    if let known = ofRecords[scope][one] { return known }
    let place = place([.record(one)], scope)
    ofRecords[scope][one] = place
    return place
  }

  private mutating func place(_ values: [Value], _ scope: Int) -> Int? {
    guard !values.contains(where: { $0.unknown != nil }) else { return nil }
    let key = ScopeKey(scope: scope, values: values)
    if let known = index[key] { return known }
    index[key] = keys.count
    keys.append(key)
    return keys.count - 1
  }
}
