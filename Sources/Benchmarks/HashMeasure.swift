import Files

/// The hash of an input by the instructions of the machine, and by Swift alone.
enum HashMeasure {
  private static let bytes = [UInt8](repeating: 0x41, count: 1 << 26)

  /// Prints both speeds and their ratio.
  static func run() {
    let portable = speed(usesMachine: false)
    print("SHA-256 of 64 MiB, in Swift: \(Timing.rounded(portable)) GB/s")
    guard SHA256.isBuiltIn else { return print("this machine has no instructions for it") }
    let built = speed(usesMachine: true)
    let ratio = Timing.rounded(built / portable)
    print("  by the machine: \(Timing.rounded(built)) GB/s, \(ratio) times")
    let (half, clock) = (bytes.count / 2, ContinuousClock())
    let times = (0..<5).map { _ in
      clock.measure {
        let pair = SHA256.digests(
          of: bytes.span.extracting(..<half), bytes.span.extracting(half...))
        precondition(pair.first == pair.second, "equal bytes have equal digests")
      }
    }.sorted()
    let pairs = Double(bytes.count) / (times[2] / .nanoseconds(1))
    print("  two at once: \(Timing.rounded(pairs)) GB/s")
  }

  private static func speed(usesMachine: Bool) -> Double {
    let clock = ContinuousClock()
    let times = (0..<5).map { _ in
      var digest: [UInt8] = []
      let time = clock.measure {
        var hash = SHA256(usesMachine: usesMachine)
        hash.update(bytes.span)
        digest = hash.digest()
      }
      precondition(digest.count == 32, "a digest has 32 bytes")
      return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }.sorted()
    return Double(bytes.count) / times[times.count / 2] / 1e9
  }
}
