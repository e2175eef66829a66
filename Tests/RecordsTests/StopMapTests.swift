import Records
import Testing

/// The bits of a block against a loop over its bytes, by the machine and without it.
@Suite struct StopMapTests {
  /// What is wrong with the map of some bytes; nil where it says what a loop says.
  static func fault(_ bytes: [UInt8], _ map: inout StopMap) -> String? {
    map.fill(bytes.span)
    let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
    guard map.isUTF8 == isUTF8 else { return "UTF-8 is \(isUTF8)" }
    guard map.hasMarks == bytes.contains(0xCC) else { return "marks" }
    var next = bytes.count
    for place in bytes.indices.reversed() {
      if bytes[place] < 0x20 || bytes[place] == 0x22 || bytes[place] == 0x5C { next = place }
      let found = StopMap.next(unsafe map.stopBits.span.bytes, place)
      guard min(found, bytes.count) == next else { return "the stop after \(place) is \(next)" }
    }
    let end = StopMap.next(unsafe map.stopBits.span.bytes, bytes.count)
    return end >= bytes.count ? nil : "no stop at the end"
  }

  static let maps = Set([StopMap.isBuiltIn, false]).map { StopMap(usesMachine: $0) }

  @Test(arguments: 1...3)
  func `stops stand where a loop finds them`(_ seed: Int) {
    var random = Seeded(state: UInt64(seed))
    let kinds: [[UInt8]] = [
      Array("ab9 :,{}".utf8), [0x22], [0x5C], [0x00, 0x0A, 0x1F], [0x20, 0x21, 0x7F],
      Array("ệ".utf8), Array("a\u{302}".utf8), Array("😀".utf8), [0x80], [0xC3], [0xFF],
    ]
    for _ in 0..<300 {
      // Often few kinds, so that stops are far from each other and whole blocks are UTF-8.
      let most = Int.random(in: 1...kinds.count, using: &random)
      var bytes: [UInt8] = []
      let length = Int.random(in: 0..<300, using: &random)
      while bytes.count < length {
        let isPlain = Int.random(in: 0..<8, using: &random) > 0
        let kind = isPlain ? 0 : Int.random(in: 0..<most, using: &random)
        bytes += kind < 5 ? [kinds[kind].randomElement(using: &random) ?? 0] : kinds[kind]
      }
      for var map in StopMapTests.maps {
        #expect(StopMapTests.fault(bytes, &map) == nil, "\(bytes)")
      }
    }
  }

  /// Bytes at which the rules for UTF-8 change.
  static let borders: [UInt8] = [
    0x22, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xCC, 0xDF, 0xE0, 0xE1, 0xED,
    0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
  ]

  @Test(arguments: [28, 59, 60, 61, 62, 63, 64])
  func `what is UTF-8 is told for any four bytes, also across borders`(_ place: Int) {
    var maps = StopMapTests.maps
    var bytes = [UInt8](repeating: 0x61, count: place + 4)
    var faults: [[UInt8]] = []
    for first in StopMapTests.borders {
      for second in StopMapTests.borders {
        for third in StopMapTests.borders {
          for fourth in [0x61, 0x80, 0xBF, 0xC3] as [UInt8] {
            (bytes[place], bytes[place + 1]) = (first, second)
            (bytes[place + 2], bytes[place + 3]) = (third, fourth)
            let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
            for index in maps.indices {
              maps[index].fill(bytes.span)
              if maps[index].isUTF8 != isUTF8 { faults.append(bytes) }
            }
          }
        }
      }
    }
    #expect(faults == [])
  }

  @Test func `a map is used again for a longer and a shorter block`() {
    for var map in StopMapTests.maps {
      for length in [10, 64, 1_000, 63, 0, 128, 1] {
        let bytes = [UInt8](repeating: length % 2 == 0 ? 0x61 : 0xE1, count: length)
        #expect(StopMapTests.fault(bytes, &map) == nil, "\(length) bytes")
      }
    }
  }
}
