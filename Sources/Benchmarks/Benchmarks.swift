import FEEL

/// Measures what the tests must not: `Benchmarks feel` and the others of `usage`.
@main struct Benchmarks {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    if words.count == 4, words[0] == "read" {
      return try ReadMeasure.run(words[1], pack: words[2], table: words[3])
    }
    guard let name = words.first, words.count == 1 else { return print(usage) }
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
    Benchmarks read DATA PACK TABLE
                          gigabytes a second of reading a table of a dataset's folder, on one thread
    """
}
