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
    let inOrderFound = rows.map { row -> [Int] in
      let record = RecordReference(type: Int32(quota.table), row: Int32(row))
      return quota.within.indices.compactMap { scope in
        let values = quota.within[scope].map { world.value(of: $0, in: record) }
        guard !values.contains(where: { $0.unknown != nil }) else { return nil }
        let key = ScopeKey(scope: scope, values: values)
        if let known = index[key] { return known }
        index[key] = found.count
        found.append(key)
        return found.count - 1
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
