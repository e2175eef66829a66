import Criteria
package import FEEL
import Files

/// A world that no longer changes, for formulas that are computed for many records.
///
/// A class, so that an evaluation holds the world by one reference.
package final class FixedWorld: Host {
  package let world: World
  /// Where the members of the records of each table come from.
  private let sources: [[MemberSource]]

  /// Holds a world as it is now.
  package init(_ world: World) {
    self.world = world
    sources = world.pack.layout.tables.map(\.sources)
  }

  package func value(of member: Int, in record: RecordReference) -> Value {
    let (table, row) = (Int(record.type), Int(record.row))
    let source = sources[table][member]
    // Not asked of the world as a whole: it is large, and a call of its own would copy it.
    return source.stored(world.tables, world.values, world.levels, table, row)
      ?? related(source, table, row)
  }

  @inline(never)
  private func related(_ source: MemberSource, _ table: Int, _ row: Int) -> Value {
    guard case .related(let related) = source else { return .null }
    return world.related(related, table, row)
  }

  package func global(_ index: Int) -> Value { world.global(index) }
  package func slot(_ index: Int, of record: RecordReference?) -> Value {
    world.slot(index, of: record)
  }
  package func workingDays(from: CalendarDate, to: CalendarDate) -> Value {
    world.workingDays(from: from, to: to)
  }
}

/// A formula that is computed for one record of a table after the other.
struct RowFormula {
  private var computation: Computation
  private let table: Int32

  /// - Parameter rows: For how many records it will be computed.
  init(
    _ program: Program, of table: Int, in world: FixedWorld, rows: Int, locals: [Value] = []
  ) {
    self.table = Int32(table)
    let isShared = rows >= World.rowsWorthThreads && world.world.threads > 1
    computation = Computation(program, host: world, isFixed: true, isShared: isShared)
    for (index, value) in locals.enumerated() { computation.locals[index] = value }
  }

  /// A formula in a world that changes from one value to the next.
  init(again program: Program, of table: Int, in world: LentWorld) {
    self.table = Int32(table)
    computation = Computation(program, host: world)
  }

  mutating func value(_ row: Int) -> Value {
    computation.value(self: RecordReference(type: table, row: Int32(row)))
  }

  /// The value where local names have the values that stand at a place of their columns.
  mutating func value(_ row: Int, at place: Int, of locals: [(local: Int, values: [Value])])
    -> Value
  {
    for column in locals { computation[column.local] = column.values[place] }
    return value(row)
  }
}

/// The formula of a named value, where it applies and nothing is given in its place.
struct ValueFormula {
  private var condition: RowFormula?
  private var formula: RowFormula
  private let given: [Int: Value]

  init(_ value: ResolvedPack.Value, given: [Int: Value], in world: FixedWorld, rows: Int) {
    condition = value.when.map { RowFormula($0, of: value.table, in: world, rows: rows) }
    formula = RowFormula(value.program, of: value.table, in: world, rows: rows)
    self.given = given
  }

  mutating func value(_ row: Int) -> Value {
    if !given.isEmpty, let value = given[row] { return value }
    let applies = condition?.value(row)
    return ValueFormula.applied(applies) { formula.value(row) }
  }

  /// A value by what its condition says: null where it does not apply.
  static func applied(_ condition: Value?, _ value: () -> Value) -> Value {
    switch condition {
    case nil, .boolean(true)?: value()
    case .unknown(let why)?: .unknown(why)
    default: .null
    }
  }
}

extension FixedWorld {
  /// The value of a formula for some records of a table in their order, as ``World/column`` gives it,
  /// on the calling thread alone.
  ///
  /// - Parameters:
  ///   - program: The formula.
  ///   - table: The table.
  ///   - rows: The records.
  ///   - locals: Columns of values of local names; the others are null.
  package func column(
    _ program: Program, of table: Int, _ rows: [Int],
    locals: [(local: Int, values: [Value])] = []
  ) -> [Value] {
    var formula = RowFormula(program, of: table, in: self, rows: rows.count)
    return rows.indices.map { formula.value(rows[$0], at: $0, of: locals) }
  }
}

extension World {
  /// The value of a formula for some records of a table, in their order.
  ///
  /// - Complexity: O(records × size of the formula), on the threads of the world.
  package func column(
    _ program: Program, of table: Int, _ rows: some RandomAccessCollection<Int> & Sendable,
    locals: [Value] = []
  ) -> [Value] {
    let host = FixedWorld(self)
    return mapped(
      rows, { RowFormula(program, of: table, in: host, rows: rows.count, locals: locals) },
      { $0.value($1) })
  }

  /// The value of a formula for some records of a table, in their order, each with its own values of
  /// some local names, which are given as columns; the others are null.
  ///
  /// - Complexity: O(records × size of the formula), on the threads of the world.
  package func column(
    _ program: Program, of table: Int, _ rows: [Int], locals: [(local: Int, values: [Value])]
  ) -> [Value] {
    let host = FixedWorld(self)
    return mapped(
      rows.indices, { RowFormula(program, of: table, in: host, rows: rows.count) },
      { $0.value(rows[$1], at: $1, of: locals) })
  }

  /// Those of some records of a table of which a formula says what is asked for, in their order.
  ///
  /// - Complexity: O(records × size of the formula), on the threads of the world.
  func rows(
    _ program: Program, of table: Int, _ rows: [Int],
    where condition: @escaping @Sendable (Value) -> Bool
  ) -> [Int] {
    let host = FixedWorld(self)
    let count = rows.count < World.rowsWorthThreads ? 1 : max(1, threads)
    return Threads.run(count) { part in
      var formula = RowFormula(program, of: table, in: host, rows: rows.count)
      return rows[rows.count * part / count..<rows.count * (part + 1) / count].filter {
        condition(formula.value($0))
      }
    }.flatMap(\.self)
  }

  /// The same as ``column(_:of:_:locals:)``, with what was prepared for a few records.
  package mutating func compute(_ program: Program, of table: Int, _ rows: [Int]) -> [Value] {
    guard !rows.isEmpty else { return [] }
    guard let formulas, rows.count <= World.rowsWorthPreparing else {
      return column(program, of: table, rows)
    }
    return formulas.column(program, of: table, rows, in: &self)
  }

  /// The value of a formula for one record, with what was prepared for few.
  package mutating func compute(_ program: Program, of table: Int, _ row: Int) -> Value {
    guard let formulas else { return column(program, of: table, row..<row + 1)[0] }
    return formulas.value(program, of: table, row, in: &self)
  }

  /// With more rows, making a formula anew costs little, and it remembers what its calls gave.
  private static var rowsWorthPreparing: Int { 8 }

  /// Maps rows on the threads of the world, each with a state of its own.
  func mapped<State, Rows: RandomAccessCollection<Int> & Sendable>(
    _ rows: Rows, _ begin: @escaping @Sendable () -> State,
    _ body: @escaping @Sendable (inout State, Int) -> Value
  ) -> [Value] {
    let count = rows.count < World.rowsWorthThreads ? 1 : max(1, threads)
    let parts = Threads.run(count) { part in
      var state = begin()
      let first = rows.index(rows.startIndex, offsetBy: rows.count * part / count)
      let last = rows.index(rows.startIndex, offsetBy: rows.count * (part + 1) / count)
      return rows[first..<last].map { body(&state, $0) }
    }
    return Array(joining: parts)
  }

  /// Makes something of each of `count` things, in their order, on the threads of the world.
  ///
  /// - Parameter rows: How many records there are in all of them: few are not worth a thread.
  package func each<Made: Sendable>(
    _ count: Int, rows: Int, _ make: @escaping @Sendable (Int) -> Made
  ) -> [Made] {
    Threads.each(count, on: rows < World.rowsWorthThreads ? 1 : threads, make)
  }

  /// With fewer rows, starting threads takes longer than it saves.
  static var rowsWorthThreads: Int { 512 }
}
