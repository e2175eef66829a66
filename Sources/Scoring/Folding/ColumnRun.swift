import Records

/// The registers of a kernel for one chunk of rows.
///
/// Shape: register after register, each with ``rows`` rows.
struct ColumnRun: Sendable {
  /// So many rows that all registers stay near the processor.
  static let rows = 256

  private var values: [Int]
  /// Whether there is no number in the place: absent, unknown, or none that a machine word holds.
  private var lacking: [Bool]
  /// The places of each number register.
  private(set) var places: [Int]
  private var truths: [ColumnTruth]

  init(_ kernel: ColumnKernel) {
    values = kernel.numbers.flatMap {
      [Int](repeating: $0.number?.significand ?? 0, count: ColumnRun.rows)
    }
    lacking = kernel.numbers.flatMap { [Bool](repeating: $0.isLacking, count: ColumnRun.rows) }
    places = kernel.numbers.map { $0.number?.places ?? 0 }
    truths = kernel.truths.flatMap {
      [ColumnTruth](repeating: $0 ?? .open, count: ColumnRun.rows)
    }
  }

  /// Does all steps for the rows from `first` on.
  ///
  /// - Parameter named: The record that each reference names in each row; −1 for none.
  mutating func run(
    _ kernel: ColumnKernel, _ batch: PlainBatch, _ named: [[Int]], first: Int, count: Int
  ) {
    for step in kernel.steps {
      switch step {
      case .field(let result, let field, let absent):
        load(result, field, absent, batch, first, count)
      case .truthOfField(let result, let field, let absent):
        loadTruth(result, field, absent, batch, first, count)
      case .given(let result, let field):
        for row in 0..<count {
          truths[result &* ColumnRun.rows &+ row] = ColumnTruth(
            truth: ColumnRun.isGiven(batch, first &+ row, field))
        }
      case .sameText(let result, let field, let text, let absent):
        sameText(result, field, kernel.texts[text], absent, batch, first, count)
      case .lookup(let result, let reference, let column):
        look(result, kernel.lookups[column], named[reference], count)
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
        combine(result, left, right, count) { $0.and($1) }
      case .or(let result, let left, let right):
        combine(result, left, right, count) { $0.or($1) }
      case .same(let result, let left, let right):
        combine(result, left, right, count) { $0.same(as: $1) }
      case .not(let result, let operand):
        combine(result, operand, operand, count) { truth, _ in truth.opposite }
      case .choose(let result, let test, let yes, let no): choose(result, test, yes, no, count)
      case .chooseTruth(let result, let test, let yes, let no):
        chooseTruth(result, test, yes, no, count)
      }
    }
  }

  /// A number of one row, of no meaning where it is lacking.
  @inline(__always)
  func value(_ register: Int, _ row: Int) -> Int { values[register &* ColumnRun.rows &+ row] }

  /// A truth of one row.
  @inline(__always)
  func truth(_ register: Int, _ row: Int) -> ColumnTruth {
    truths[register &* ColumnRun.rows &+ row]
  }

  /// Whether something is added for each of the first rows.
  func hold(_ output: ColumnKernel.Output, _ count: Int, into all: inout [ColumnTruth]) {
    var all = all.mutableSpan
    for row in 0..<count { all[row] = holds(output, row) }
  }

  /// Whether something is added for a row, or the row is kept.
  @inline(__always)
  func holds(_ output: ColumnKernel.Output, _ row: Int) -> ColumnTruth {
    var all = ColumnTruth.yes
    let last = output.conditions.count &- 1
    for (index, condition) in output.conditions.enumerated() {
      let truth = truth(condition, row)
      all = all.and(output.isNegated && index == last ? truth.opposite : truth)
    }
    guard all == .yes, let number = output.number else { return all }
    return lacking[number &* ColumnRun.rows &+ row] ? .open : .yes
  }

  /// Adds the named values of one row to those that are kept.
  func add(_ kinds: [ColumnKernel.KeptValue], of row: Int, to values: inout KeptValues) {
    for kind in kinds {
      switch kind.operand {
      case .truth(let register) where truth(register, row) != .open:
        values.add(truth(register, row) == .yes ? 1 : 0)
      case .number(let register) where !lacking[register &* ColumnRun.rows &+ row]:
        values.add(value(register, row), places: places[register])
      default: values.addOpen(1)
      }
    }
  }

  /// Writes numbers and whether they are lacking, both in view at once.
  @inline(__always)
  private mutating func write(
    _ body: (inout MutableSpan<Int>, inout MutableSpan<Bool>) -> Void
  ) {
    ColumnRun.write(&values, &lacking, body)
  }

  @inline(__always)
  private static func write(
    _ values: inout [Int], _ lacking: inout [Bool],
    _ body: (inout MutableSpan<Int>, inout MutableSpan<Bool>) -> Void
  ) {
    var values = values.mutableSpan
    var lacking = lacking.mutableSpan
    body(&values, &lacking)
  }

  // MARK: Fields

  @inline(__always)
  private static func isGiven(_ batch: PlainBatch, _ record: Int, _ field: Int) -> Bool {
    batch.given[record] & 1 &<< UInt64(field) != 0
  }

  private mutating func load(
    _ result: Int, _ field: Int, _ absent: ColumnStep.Decimal?, _ batch: PlainBatch, _ first: Int,
    _ count: Int
  ) {
    let words = batch.words.span
    let scales = batch.scales.span
    let given = batch.given.span
    let bit: UInt64 = 1 &<< UInt64(field)
    let start = result &* ColumnRun.rows
    let scaleOfAbsent = UInt8(truncatingIfNeeded: absent?.places ?? 0)
    var place = first &* batch.width &+ field
    var most: UInt8 = 0
    var least: UInt8 = .max
    write { values, lacking in
      for row in 0..<count {
        let isGiven = given[first &+ row] & bit != 0
        let scale = isGiven ? scales[place] : scaleOfAbsent
        values[start &+ row] = isGiven ? words[place] : absent?.significand ?? 0
        lacking[start &+ row] = !isGiven && absent == nil
        most = max(most, scale)
        least = min(least, scale)
        place &+= batch.width
      }
    }
    places[result] = Int(most)
    guard most != least else { return }
    place = first &* batch.width &+ field
    for row in 0..<count {
      let scale = given[first &+ row] & bit != 0 ? scales[place] : scaleOfAbsent
      let factor = ColumnRun.powers[Int(most &- scale)]
      let (value, overflow) = values[start &+ row].multipliedReportingOverflow(by: factor)
      values[start &+ row] = value
      if overflow { lacking[start &+ row] = true }
      place &+= batch.width
    }
  }

  private mutating func loadTruth(
    _ result: Int, _ field: Int, _ absent: ColumnTruth, _ batch: PlainBatch, _ first: Int,
    _ count: Int
  ) {
    let (words, given) = (batch.words.span, batch.given.span)
    let (bit, start): (UInt64, Int) = (1 &<< UInt64(field), result &* ColumnRun.rows)
    var place = first &* batch.width &+ field
    var truths = self.truths.mutableSpan
    for row in 0..<count {
      let isGiven = given[first &+ row] & bit != 0
      truths[start &+ row] = isGiven ? ColumnTruth(truth: words[place] != 0) : absent
      place &+= batch.width
    }
  }

  private mutating func sameText(
    _ result: Int, _ field: Int, _ text: [UInt8], _ absent: ColumnTruth, _ batch: PlainBatch,
    _ first: Int, _ count: Int
  ) {
    let bytes = batch.bytes.span
    for row in 0..<count {
      guard ColumnRun.isGiven(batch, first &+ row, field) else {
        truths[result &* ColumnRun.rows &+ row] = absent
        continue
      }
      let (lower, upper) = batch.text(first &+ row, field)
      var same = upper &- lower == text.count
      var offset = 0
      while same, offset < text.count {
        same = bytes[lower &+ offset] == text[offset]
        offset &+= 1
      }
      truths[result &* ColumnRun.rows &+ row] = ColumnTruth(truth: same)
    }
  }

  /// Reads a number of the records that are named.
  private mutating func look(
    _ result: Int, _ column: ColumnLookup, _ named: [Int], _ count: Int
  ) {
    places[result] = column.places
    let start = result &* ColumnRun.rows
    for row in 0..<count {
      let record = named[row]
      lacking[start &+ row] = record < 0 || column.lacking[record]
      values[start &+ row] = record < 0 ? 0 : column.significands[record]
    }
  }

  // MARK: Numbers

  /// Powers of ten that fit a machine word.
  private static let powers: [Int] = (0..<18).reduce(into: [1]) { list, _ in
    list.append(list[list.count - 1] * 10)
  }

  /// The factors that bring two registers to the same places, and these places; nil where they are too
  /// far apart.
  private func factors(_ left: Int, _ right: Int) -> (left: Int, right: Int, places: Int)? {
    let all = max(places[left], places[right])
    guard all - min(places[left], places[right]) < ColumnRun.powers.count else { return nil }
    return (ColumnRun.powers[all - places[left]], ColumnRun.powers[all - places[right]], all)
  }

  private mutating func lack(_ result: Int, _ count: Int) {
    places[result] = 0
    for row in 0..<count { lacking[result &* ColumnRun.rows &+ row] = true }
  }

  @inline(__always)
  private mutating func aligned(
    _ result: Int, _ left: Int, _ right: Int, _ count: Int,
    _ body: (Int, Int) -> (partialValue: Int, overflow: Bool)
  ) {
    guard let (first, second, all) = factors(left, right) else { return lack(result, count) }
    places[result] = all
    let (l, r, o) = (left &* ColumnRun.rows, right &* ColumnRun.rows, result &* ColumnRun.rows)
    write { values, lacking in
      for row in 0..<count {
        let a = values[l &+ row].multipliedReportingOverflow(by: first)
        let b = values[r &+ row].multipliedReportingOverflow(by: second)
        let c = body(a.partialValue, b.partialValue)
        values[o &+ row] = c.partialValue
        lacking[o &+ row] =
          lacking[l &+ row] || lacking[r &+ row] || a.overflow || b.overflow || c.overflow
      }
    }
  }

  private mutating func multiply(_ result: Int, _ left: Int, _ right: Int, _ count: Int) {
    places[result] = places[left] + places[right]
    let (l, r, o) = (left &* ColumnRun.rows, right &* ColumnRun.rows, result &* ColumnRun.rows)
    write { values, lacking in
      for row in 0..<count {
        let product = values[l &+ row].multipliedReportingOverflow(by: values[r &+ row])
        values[o &+ row] = product.partialValue
        lacking[o &+ row] = lacking[l &+ row] || lacking[r &+ row] || product.overflow
      }
    }
  }

  private mutating func choose(_ result: Int, _ test: Int, _ yes: Int, _ no: Int, _ count: Int) {
    guard let (first, second, all) = factors(yes, no) else { return lack(result, count) }
    places[result] = all
    let (y, n, o) = (yes &* ColumnRun.rows, no &* ColumnRun.rows, result &* ColumnRun.rows)
    let tests = truths
    let truths = tests.span
    let t = test &* ColumnRun.rows
    write { values, lacking in
      for row in 0..<count {
        let a = values[y &+ row].multipliedReportingOverflow(by: first)
        let b = values[n &+ row].multipliedReportingOverflow(by: second)
        let truth = truths[t &+ row]
        let takesFirst = truth == .yes
        values[o &+ row] = takesFirst ? a.partialValue : b.partialValue
        lacking[o &+ row] =
          truth == .open || (takesFirst ? lacking[y &+ row] : lacking[n &+ row])
          || (takesFirst ? a.overflow : b.overflow)
      }
    }
  }

  // MARK: Truths

  @inline(__always)
  private mutating func compare(
    _ result: Int, _ left: Int, _ right: Int, _ count: Int, _ body: (Int, Int) -> Bool
  ) {
    let (l, r, o) = (left &* ColumnRun.rows, right &* ColumnRun.rows, result &* ColumnRun.rows)
    guard let (first, second, _) = factors(left, right) else {
      for row in 0..<count { truths[o &+ row] = .open }
      return
    }
    let (numbers, gaps) = (values, lacking)
    let (values, lacking) = (numbers.span, gaps.span)
    var truths = self.truths.mutableSpan
    for row in 0..<count {
      let a = values[l &+ row].multipliedReportingOverflow(by: first)
      let b = values[r &+ row].multipliedReportingOverflow(by: second)
      let isOpen = lacking[l &+ row] || lacking[r &+ row] || a.overflow || b.overflow
      truths[o &+ row] =
        isOpen ? .open : ColumnTruth(truth: body(a.partialValue, b.partialValue))
    }
  }

  @inline(__always)
  private mutating func combine(
    _ result: Int, _ left: Int, _ right: Int, _ count: Int,
    _ body: (ColumnTruth, ColumnTruth) -> ColumnTruth
  ) {
    let (l, r, o) = (left &* ColumnRun.rows, right &* ColumnRun.rows, result &* ColumnRun.rows)
    var truths = self.truths.mutableSpan
    for row in 0..<count { truths[o &+ row] = body(truths[l &+ row], truths[r &+ row]) }
  }

  private mutating func chooseTruth(
    _ result: Int, _ test: Int, _ yes: Int, _ no: Int, _ count: Int
  ) {
    for row in 0..<count {
      let truth = truth(test, row)
      let chosen = self.truth(truth == .yes ? yes : no, row)
      truths[result &* ColumnRun.rows &+ row] = truth == .open ? .open : chosen
    }
  }
}
