import FEEL
import Foundation
import Testing

private let folder = URL(filePath: "/usr/share/zoneinfo")

private let zoneNames = [
  "Asia/Ho_Chi_Minh", "Europe/Paris", "Europe/Dublin", "America/New_York", "America/St_Johns",
  "America/Sao_Paulo", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Gaza", "Asia/Tehran",
  "Pacific/Apia", "Antarctica/Troll", "Etc/UTC",
]

private func bytes(of name: String) -> [UInt8]? {
  (try? Data(contentsOf: folder.appending(path: name))).map { [UInt8]($0) }
}

/// Offsets at moments, and at times that clocks show.
///
/// Of a time that is shown twice Python takes the first. Every third moment lies near a change.
private let script = """
  import random, sys
  from datetime import datetime, timedelta, timezone
  from zoneinfo import ZoneInfo

  count, seed = int(sys.argv[1]), int(sys.argv[2])
  random.seed(seed)
  names = "\(zoneNames.joined(separator: " "))".split()
  start, end = -2208988800, 4133980800
  zero = datetime(1970, 1, 1)
  utc = zero.replace(tzinfo=timezone.utc)

  def offset(zone, second):
      return (utc + timedelta(seconds=second)).astimezone(zone).utcoffset()

  def near(zone):
      while True:
          low = random.randint(start, end)
          high = min(low + 200 * 86400, end)
          if offset(zone, low) != offset(zone, high): break
          if random.random() < 0.1: return low
      while high - low > 1:
          middle = (low + high) // 2
          if offset(zone, low) == offset(zone, middle): low = middle
          else: high = middle
      return high + random.choice([-1, 0, 1, random.randint(-8000, 8000)])

  for i in range(count):
      name = random.choice(names)
      zone = ZoneInfo(name)
      second = near(zone) if i % 3 == 0 else random.randint(start, end)
      here = offset(zone, second)
      local = second + int(here.total_seconds()) + random.choice([0, 0, -3600, 1800, 3600])
      there = (zero + timedelta(seconds=local)).replace(tzinfo=zone).utcoffset()
      print(name, second, int(here.total_seconds()), local, int(there.total_seconds()), sep='\\t')
  """

@Suite(.enabled(if: Oracle.isAvailable && bytes(of: "Etc/UTC") != nil))
struct ZoneOracleTests {
  @Test func agrees() throws {
    var zones: [String: ZoneHistory] = [:]
    for name in zoneNames { zones[name] = try bytes(of: name).map(ZoneHistory.init(tzif:)) }
    let oracle = try Oracle(script, count: max(Oracle.count / 10, 100), seed: 20_260_131)
    for line in oracle.lines {
      let zone = try #require(zones[line[0]])
      let numbers = try line[1...].map { try #require(Int($0)) }
      #expect(zone.offset(at: numbers[0]) == numbers[1], "\(line)")
      #expect(zone.offset(atLocal: numbers[2]) == numbers[3], "\(line)")
    }
  }

  /// Damaged files are refused, or are zones like any other; nothing crashes.
  @Test func damagedFilesAreRefused() throws {
    let whole = try #require(bytes(of: "Australia/Lord_Howe"))
    var random = SystemRandomNumberGenerator()
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0...Int.random(in: 0...4, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[place] = [0, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255)].randomElement() ?? 0
      }
      if Bool.random() { bytes.removeLast(Int.random(in: 0...bytes.count)) }
      guard let zone = try? ZoneHistory(tzif: bytes) else { continue }
      for second in [Int.min, -1, 0, 1 << 40, Int.max] {
        #expect(
          abs(zone.offset(at: second)) < 800_000 && abs(zone.offset(atLocal: second)) < 800_000)
      }
    }
    for count in 0..<whole.count {
      #expect(throws: ZoneProblem.self) { try ZoneHistory(tzif: Array(whole[..<count])) }
    }
  }
}
