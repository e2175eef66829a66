import FEEL
package import Records

/// Folds plain records by a kernel; each thread has its own.
package struct ColumnFold: Sendable {
  package let kernel: ColumnKernel
  private var run: ColumnRun
  private var totals: PlainTotals
  /// The owner of each row of the chunk; −1 for none.
  private var owners = [Int](repeating: -1, count: ColumnRun.rows)
  /// What is added for each row of the chunk, and to which owner; −1 for none.
  private var added = [Int](repeating: 0, count: ColumnRun.rows)
  private var receivers = [Int](repeating: -1, count: ColumnRun.rows)
  /// The record that each reference names in each row of the chunk; −1 for none.
  private var named: [[Int]]
  private var firstRecords: FirstRecords
  /// Whether each fold adds something for each row of the chunk.
  private var held: [[ColumnTruth]]
  private var hashes = [UInt64](repeating: 0, count: ColumnRun.rows)

  package init(_ kernel: ColumnKernel, _ plan: FoldPlan, owners: Int) {
    self.kernel = kernel
    run = ColumnRun(kernel)
    named = kernel.references.map { _ in [Int](repeating: -1, count: ColumnRun.rows) }
    held = kernel.outputs.map { _ in [ColumnTruth](repeating: .open, count: ColumnRun.rows) }
    totals = PlainTotals(kernel.kinds, owners: owners)
    firstRecords = FirstRecords(plan, owners: owners)
  }

  /// Forgets what was folded; the records that come now have so many owners.
  mutating func begin(_ plan: FoldPlan, owners: Int) {
    totals.begin(owners: owners)
    firstRecords = FirstRecords(plan, owners: owners)
  }

  /// Folds the records of a batch.
  ///
  /// - Parameters:
  ///   - skipped: Records that are left out.
  ///   - names: The rows by name of each table, those that records name.
  ///   - asOf: The day number after which a record is not known yet.
  /// - Returns: The records that have to be evaluated as others are, and those that were folded but are
  ///   to be kept, with the named values that columns say of them, as ``ColumnKernel/values``.
  /// - Complexity: O(records × steps).
  package mutating func fold(
    _ batch: PlainBatch, skipped: [Bool], names: [NameIndex?], asOf: Int
  ) -> (left: [Int], kept: [Int], values: KeptValues) {
    var left: [Int] = []
    var kept: [Int] = []
    var values = KeptValues()
    var first = 0
    while first < batch.count {
      let count = min(ColumnRun.rows, batch.count - first)
      findNamed(batch, first, count, names)
      run.run(kernel, batch, named, first: first, count: count)
      for fold in kernel.outputs.indices {
        run.hold(kernel.outputs[fold], count, into: &held[fold])
      }
      findOwners(batch, first, count, skipped, asOf, &left)
      for fold in kernel.outputs.indices { add(fold, count) }
      if !kernel.keeps.isEmpty {
        for row in 0..<count where owners[row] >= 0 && isKept(row) {
          kept.append(first + row)
          run.add(kernel.values, of: row, to: &values)
        }
      }
      first += count
    }
    return (left, kept, values)
  }

  /// Whether lists and reports may pick a row out.
  private mutating func isKept(_ row: Int) -> Bool {
    var isKept = false
    for (index, keep) in kernel.keeps.enumerated() where run.holds(keep, row) == .yes {
      if firstRecords.needs(index, owners[row]) { isKept = true }
    }
    return isKept
  }

  /// Finds the records that the rows name.
  private mutating func findNamed(
    _ batch: PlainBatch, _ first: Int, _ count: Int, _ names: [NameIndex?]
  ) {
    for (index, (field, table)) in kernel.references.enumerated() {
      names[table]?.find(
        field, of: batch, first: first, count: count, &hashes, into: &named[index])
    }
  }

  /// Finds the owners of the rows that the kernel has settled; the others are left.
  private mutating func findOwners(
    _ batch: PlainBatch, _ first: Int, _ count: Int, _ skipped: [Bool], _ asOf: Int,
    _ left: inout [Int]
  ) {
    for row in 0..<count {
      owners[row] = -1
      let record = first &+ row
      if skipped[record] { continue }
      let given = batch.given[record]
      let counts = kernel.counts.map { run.truth($0, row) } ?? .yes
      guard let owner = owner(row, given), passes(row), counts != .open else {
        left.append(record)
        continue
      }
      if counts == .no || isKnownLater(batch, record, given, asOf) { continue }
      guard isSettled(row) else {
        left.append(record)
        continue
      }
      owners[row] = owner
      totals.see(owner)
    }
  }

  @inline(__always)
  private func isKnownLater(
    _ batch: PlainBatch, _ record: Int, _ given: UInt64, _ asOf: Int
  ) -> Bool {
    guard let known = kernel.knownOn, given & 1 << UInt64(known) != 0 else { return false }
    return batch.words[record &* batch.width &+ known] > asOf
  }

  @inline(__always)
  private func passes(_ row: Int) -> Bool {
    for check in kernel.checks where run.truth(check, row) != .yes { return false }
    return true
  }

  /// Whether columns say all that is asked of a record.
  @inline(__always)
  private func isSettled(_ row: Int) -> Bool {
    for fold in held.indices where held[fold][row] == .open { return false }
    for keep in kernel.keeps where run.holds(keep, row) == .open { return false }
    return true
  }

  /// The owner of a record that names only records that are there.
  @inline(__always)
  private func owner(_ row: Int, _ given: UInt64) -> Int? {
    var owner: Int?
    for (index, (field, _)) in kernel.references.enumerated()
    where given & 1 &<< UInt64(field) != 0 {
      guard named[index][row] >= 0 else { return nil }
      if field == kernel.ownerField { owner = named[index][row] }
    }
    return owner
  }

  private mutating func add(_ fold: Int, _ count: Int) {
    let number = kernel.outputs[fold].number
    let places = number.map { run.places[$0] } ?? 0
    totals.adopt(places, fold: fold)
    let factor = totals.factor(places, fold: fold)
    // Out of the fold, so that both can be written to at once.
    var (values, takers): ([Int], [Int]) = ([], [])
    swap(&values, &added)
    swap(&takers, &receivers)
    let (holding, owning) = (held[fold], owners)
    let (holds, owners) = (holding.span, owning.span)
    var value = values.mutableSpan
    var taker = takers.mutableSpan
    for row in 0..<count {
      taker[row] = -1
      guard owners[row] >= 0, holds[row] == .yes else { continue }
      let one = number.map { run.value($0, row) } ?? 1
      let (scaled, overflow) =
        factor.map { one.multipliedReportingOverflow(by: $0) } ?? (0, true)
      if overflow {
        totals.addWide(one, places, fold: fold, owner: owners[row])
      } else {
        value[row] = scaled
        taker[row] = owners[row]
      }
    }
    totals.add(
      values.span.extracting(0..<count), to: fold, of: takers.span.extracting(0..<count))
    (added, receivers) = (values, takers)
  }

  /// The value of each slot of a plan for each owner, where no other record counts.
  func slots(_ plan: FoldPlan) -> [[Value]] {
    plan.slots.map { slot in
      hasRecords.indices.map { owner in slot.value { totals.value($0, owner) } }
    }
  }

  /// For each owner whether a record was folded.
  var hasRecords: [Bool] { totals.hasRecords }

  /// Takes over what another thread has folded.
  package mutating func add(_ other: ColumnFold) { totals.add(other.totals) }

  /// Adds everything that was folded to a state.
  package func add(to state: inout FoldState) { state.add(totals) }
}
