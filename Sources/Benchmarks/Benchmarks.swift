import FEEL

/// Measures what the tests must not: `Benchmarks feel` and the others of `usage`.
@main struct Benchmarks {
  static func main() throws {
    let names = CommandLine.arguments.dropFirst()
    guard let name = names.first, names.count == 1 else { return print(usage) }
    switch name {
    case "feel": try FormulaMeasure.run()
    case "table": try TableMeasure.run()
    case "hash": HashMeasure.run()
    case "person": try PersonMeasure.run()
    case "resident": try ResidentMeasure.run()
    default: print(usage)
    }
  }

  private static let usage = """
    Benchmarks feel       nanoseconds for one evaluation of a compiled comparison, in both semantics
    Benchmarks table      microseconds for one look-up in a table of thousands of rows, and its analysis
    Benchmarks person     microseconds for one person of thirty task lines, from JSON to a result
    Benchmarks resident   microseconds for one changed task in an agency that stays in memory
    Benchmarks hash       gigabytes a second of the hash that identifies inputs
    """
}
