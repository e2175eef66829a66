import FEEL

/// A comparison of a weighted sum over a few thousand varying rows, in both semantics.
///
/// Decimals of two and four places, in the strict semantics ratios too; every fiftieth row lacks a
/// value or has none. Results are counted, so that no work can be left out.
struct FormulaMeasure {
  static let formula = "general + 70*(a+b+c)/3 >= 90 and status = \"on time\""
  private static let rowCount = 4096

  let semantics: Semantics
  let program: Program
  let rows: [[Value]]

  init(_ semantics: Semantics) throws {
    self.semantics = semantics
    let locals: [(name: String, type: Type)] = [
      ("general", .number), ("a", .number), ("b", .number), ("c", .number), ("status", .string),
    ]
    let expression = try Expression(
      parsing: FormulaMeasure.formula, semantics: semantics, names: Set(locals.map(\.name)))
    program = try Program(expression, self: nil, locals: locals, schema: Schema())
    var numbers = SeededNumbers(seed: 20_260_731)
    rows = (0..<FormulaMeasure.rowCount).map { FormulaMeasure.row($0, semantics, &numbers) }
  }

  /// The values of general, a, b, c and status.
  private static func row(
    _ index: Int, _ semantics: Semantics, _ numbers: inout SeededNumbers
  ) -> [Value] {
    var row = [decimal(Int.random(in: 0...60, using: &numbers), 2)]
    for _ in 0..<3 {
      switch Int.random(in: 0...(semantics == .strict ? 2 : 1), using: &numbers) {
      case 0: row.append(decimal(Int.random(in: 60...100, using: &numbers), 100))
      case 1: row.append(decimal(Int.random(in: 6000...10_000, using: &numbers), 10_000))
      default: row.append(decimal(Int.random(in: 70...140, using: &numbers), 140))
      }
    }
    row.append(.string(Int.random(in: 0...4, using: &numbers) == 0 ? "late" : "on time"))
    if index % 50 == 7 {
      let missing: [Value] = [.null, .unknown(Unknown(.init("no value", record: "7")))]
      row[Int.random(in: 0...4, using: &numbers)] = missing[Int.random(in: 0...1, using: &numbers)]
    }
    return row
  }

  private static func decimal(_ numerator: Int, _ denominator: Int) -> Value {
    Number(numerator: numerator, denominator: denominator).map(Value.number) ?? .null
  }

  /// Prints how long one evaluation takes.
  static func run() throws {
    print(formula)
    let peer = ZenPeer.formula()
    print(
      peer.map { "Zen from Python: \(Timing.rounded($0)) ns" } ?? "Zen from Python: not installed")
    for semantics in [Semantics.strict, .standard] {
      let measure = try FormulaMeasure(semantics)
      let (reused, single, general) = (measure.reused(), measure.single(), measure.general())
      precondition(
        general.tally == reused.tally && general.tally == single.tally,
        "all ways must give the same")
      print("\(semantics), \(measure.rows.count) rows, nanoseconds for one evaluation:")
      print("  one Computation, values given by place   \(reused)")
      print("  Program.evaluate, all made anew         \(single)")
      print("  the general evaluator                   \(general)")
      guard let peer else { continue }
      print("  Zen from Python takes \(Timing.rounded(peer / reused.median)) times as long")
    }
  }

  private func reused() -> Timing {
    var computation = Computation(program)
    return Timing(rounds: rows.count) { tally in
      for row in rows {
        computation.locals = row
        tally.count(computation.value())
      }
    }
  }

  private func single() -> Timing {
    let host = EmptyHost()
    return Timing(rounds: rows.count) { tally in
      for row in rows {
        tally.count(program.evaluate(self: nil, locals: row, host: host, trace: nil))
      }
    }
  }

  private func general() -> Timing {
    var computation = Computation(program)
    return Timing(rounds: rows.count) { tally in
      for row in rows {
        computation.locals = row
        tally.count(computation.generalValue())
      }
    }
  }
}
