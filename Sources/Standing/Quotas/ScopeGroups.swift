import Criteria
import FEEL
import Scoring

/// The groups of some people in every scope of a quota, in the order of their words.
struct ScopeGroups {
  let scopes: [ScopeKey]
  /// For each person the groups that they are in, by place among ``scopes``.
  let memberships: [[Int]]

  /// Parts people by the members that make the groups; who has one that is not known is in no group
  /// of that scope.
  ///
  /// - Complexity: O(people × scopes), and O(g log g) for g groups.
  init(_ rows: [Int], _ quota: ResolvedPack.Quota, _ world: World) {
    var (found, index): ([ScopeKey], [ScopeKey: Int]) = ([], [:])
    // Most groups are the records of a unit: these are known by their reference.
    var ofRecords = quota.within.map { _ in [RecordReference: Int]() }
    let inOrderFound = rows.map { row -> [Int] in
      let record = RecordReference(type: Int32(quota.table), row: Int32(row))
      return quota.within.indices.compactMap { scope in
        let members = quota.within[scope]
        var single: RecordReference?
        if members.count == 1, case .record(let one) = world.value(of: members[0], in: record) {
          if let known = ofRecords[scope][one] { return known }
          single = one
        }
        let values = members.map { world.value(of: $0, in: record) }
        guard !values.contains(where: { $0.unknown != nil }) else { return nil }
        let key = ScopeKey(scope: scope, values: values)
        let place = index[key] ?? found.count
        if place == found.count {
          index[key] = place
          found.append(key)
        }
        if let single { ofRecords[scope][single] = place }
        return place
      }
    }
    let words = found.map { $0.texts(world) }
    let order = found.indices.sorted { left, right in
      found[left].scope != found[right].scope
        ? found[left].scope < found[right].scope
        : words[left].lexicographicallyPrecedes(words[right])
    }
    var places = [Int](repeating: 0, count: found.count)
    for (place, group) in order.enumerated() { places[group] = place }
    scopes = order.map { found[$0] }
    memberships = inOrderFound.map { $0.map { places[$0] } }
  }
}
