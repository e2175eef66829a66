/// How long one round of a loop takes: the median of several batches, and what the rounds gave.
struct Timing: CustomStringConvertible {
  private static let batches = 15

  /// Nanoseconds of one round, in the median batch.
  let median: Double
  /// Nanoseconds of one round, in the fastest batch.
  let least: Double
  /// What one batch gave.
  let tally: Tally

  /// Runs `body` once to warm up and then in batches; every batch must give the same.
  init(rounds: Int, _ body: (inout Tally) -> Void) {
    var first = Tally()
    body(&first)
    let clock = ContinuousClock()
    let times = (0..<Timing.batches).map { _ in
      var tally = Tally()
      let time = clock.measure { body(&tally) }
      precondition(tally == first, "a loop must give the same every time")
      return Double(time.components.attoseconds) / 1e9 / Double(rounds)
    }.sorted()
    (median, least, tally) = (times[times.count / 2], times[0], first)
  }

  var description: String { "\(Timing.rounded(median)) (least \(Timing.rounded(least)))" }

  /// The number with one place.
  static func rounded(_ value: Double) -> String {
    "\(Double(Int(value * 10 + 0.5)) / 10)"
  }
}
