import Records

/// The registers of a kernel for one chunk of rows.
///
/// Shape: register after register, each with ``rows`` rows.
struct ColumnRun: Sendable {
  /// So many rows that all registers stay near the processor.
  static let rows = 256

  private(set) var values: [Int]
  /// The places of each number register.
  private(set) var places: [Int]
  private(set) var truths: [Bool]
  /// The rows that machine words do not hold.
  private(set) var hard = [Bool](repeating: false, count: ColumnRun.rows)

  init(_ kernel: ColumnKernel) {
    values = kernel.numbers.flatMap {
      [Int](repeating: $0?.significand ?? 0, count: ColumnRun.rows)
    }
    places = kernel.numbers.map { $0?.places ?? 0 }
    truths = kernel.truths.flatMap { [Bool](repeating: $0 ?? false, count: ColumnRun.rows) }
  }

  /// Does all steps for the rows from `first` on.
  mutating func run(_ kernel: ColumnKernel, _ batch: PlainBatch, first: Int, count: Int) {
    for row in 0..<count { hard[row] = false }
    for step in kernel.steps {
      switch step {
      case .field(let result, let field): load(result, field, batch, first, count)
      case .truthOfField(let result, let field):
        for row in 0..<count {
          truths[result &* ColumnRun.rows &+ row] =
            batch.words[(first &+ row) &* batch.width &+ field] != 0
        }
      case .sameText(let result, let field, let text):
        sameText(result, field, kernel.texts[text], batch, first, count)
      case .add(let result, let left, let right):
        aligned(result, left, right, count) { $0.addingReportingOverflow($1) }
      case .subtract(let result, let left, let right):
        aligned(result, left, right, count) { $0.subtractingReportingOverflow($1) }
      case .least(let result, let left, let right):
        aligned(result, left, right, count) { (min($0, $1), false) }
      case .most(let result, let left, let right):
        aligned(result, left, right, count) { (max($0, $1), false) }
      case .multiply(let result, let left, let right): multiply(result, left, right, count)
      case .less(let result, let left, let right): compare(result, left, right, count) { $0 < $1 }
      case .lessOrEqual(let result, let left, let right):
        compare(result, left, right, count) { $0 <= $1 }
      case .equal(let result, let left, let right):
        compare(result, left, right, count) { $0 == $1 }
      case .and(let result, let left, let right):
        combine(result, left, right, count) { $0 && $1 }
      case .or(let result, let left, let right): combine(result, left, right, count) { $0 || $1 }
      case .same(let result, let left, let right):
        combine(result, left, right, count) { $0 == $1 }
      case .not(let result, let operand): combine(result, operand, operand, count) { a, _ in !a }
      case .choose(let result, let test, let yes, let no): choose(result, test, yes, no, count)
      case .chooseTruth(let result, let test, let yes, let no):
        for row in 0..<count {
          truths[result &* ColumnRun.rows &+ row] =
            truths[(truths[test &* ColumnRun.rows &+ row] ? yes : no) &* ColumnRun.rows &+ row]
        }
      }
    }
  }

  /// A number of one row.
  @inline(__always)
  func value(_ register: Int, _ row: Int) -> Int { values[register &* ColumnRun.rows &+ row] }

  /// A truth of one row.
  @inline(__always)
  func truth(_ register: Int, _ row: Int) -> Bool { truths[register &* ColumnRun.rows &+ row] }

  private mutating func load(
    _ result: Int, _ field: Int, _ batch: PlainBatch, _ first: Int, _ count: Int
  ) {
    let words = batch.words.span
    let scales = batch.scales.span
    var place = first &* batch.width &+ field
    var most: UInt8 = 0
    var least: UInt8 = .max
    for row in 0..<count {
      values[result &* ColumnRun.rows &+ row] = words[place]
      most = max(most, scales[place])
      least = min(least, scales[place])
      place &+= batch.width
    }
    places[result] = Int(most)
    guard most != least else { return }
    place = first &* batch.width &+ field
    for row in 0..<count {
      let factor = ColumnRun.powers[Int(most &- scales[place])]
      let index = result &* ColumnRun.rows &+ row
      let (value, overflow) = values[index].multipliedReportingOverflow(by: factor)
      values[index] = value
      if overflow { hard[row] = true }
      place &+= batch.width
    }
  }

  private mutating func sameText(
    _ result: Int, _ field: Int, _ text: [UInt8], _ batch: PlainBatch, _ first: Int, _ count: Int
  ) {
    let bytes = batch.bytes.span
    for row in 0..<count {
      let (lower, upper) = batch.text(first &+ row, field)
      var same = upper &- lower == text.count
      var offset = 0
      while same, offset < text.count {
        same = bytes[lower &+ offset] == text[offset]
        offset &+= 1
      }
      truths[result &* ColumnRun.rows &+ row] = same
    }
  }

  /// Powers of ten that fit a machine word.
  private static let powers: [Int] = (0..<18).reduce(into: [1]) { list, _ in
    list.append(list[list.count - 1] * 10)
  }

  /// The factors that bring two registers to the same places, and these places.
  private mutating func factors(
    _ left: Int, _ right: Int, _ count: Int
  ) -> (left: Int, right: Int, places: Int) {
    let all = max(places[left], places[right])
    guard all - min(places[left], places[right]) < ColumnRun.powers.count else {
      for row in 0..<count { hard[row] = true }
      return (1, 1, all)
    }
    return (ColumnRun.powers[all - places[left]], ColumnRun.powers[all - places[right]], all)
  }

  @inline(__always)
  private mutating func aligned(
    _ result: Int, _ left: Int, _ right: Int, _ count: Int,
    _ body: (Int, Int) -> (partialValue: Int, overflow: Bool)
  ) {
    let (first, second, all) = factors(left, right, count)
    places[result] = all
    let (l, r, o) = (left &* ColumnRun.rows, right &* ColumnRun.rows, result &* ColumnRun.rows)
    for row in 0..<count {
      let a = values[l &+ row].multipliedReportingOverflow(by: first)
      let b = values[r &+ row].multipliedReportingOverflow(by: second)
      let c = body(a.partialValue, b.partialValue)
      values[o &+ row] = c.partialValue
      if a.overflow || b.overflow || c.overflow { hard[row] = true }
    }
  }

  private mutating func multiply(_ result: Int, _ left: Int, _ right: Int, _ count: Int) {
    places[result] = places[left] + places[right]
    let (l, r, o) = (left &* ColumnRun.rows, right &* ColumnRun.rows, result &* ColumnRun.rows)
    for row in 0..<count {
      let product = values[l &+ row].multipliedReportingOverflow(by: values[r &+ row])
      values[o &+ row] = product.partialValue
      if product.overflow { hard[row] = true }
    }
  }

  @inline(__always)
  private mutating func compare(
    _ result: Int, _ left: Int, _ right: Int, _ count: Int, _ body: (Int, Int) -> Bool
  ) {
    let (first, second, _) = factors(left, right, count)
    for row in 0..<count {
      let a = value(left, row).multipliedReportingOverflow(by: first)
      let b = value(right, row).multipliedReportingOverflow(by: second)
      truths[result &* ColumnRun.rows &+ row] = body(a.partialValue, b.partialValue)
      if a.overflow || b.overflow { hard[row] = true }
    }
  }

  @inline(__always)
  private mutating func combine(
    _ result: Int, _ left: Int, _ right: Int, _ count: Int, _ body: (Bool, Bool) -> Bool
  ) {
    for row in 0..<count {
      truths[result &* ColumnRun.rows &+ row] = body(truth(left, row), truth(right, row))
    }
  }

  private mutating func choose(_ result: Int, _ test: Int, _ yes: Int, _ no: Int, _ count: Int) {
    let (first, second, all) = factors(yes, no, count)
    places[result] = all
    for row in 0..<count {
      let a = value(yes, row).multipliedReportingOverflow(by: first)
      let b = value(no, row).multipliedReportingOverflow(by: second)
      let takesFirst = truth(test, row)
      values[result &* ColumnRun.rows &+ row] = takesFirst ? a.partialValue : b.partialValue
      if takesFirst ? a.overflow : b.overflow { hard[row] = true }
    }
  }
}
