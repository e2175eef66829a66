import Testing

@testable import FEEL

/// What a program gave lately is found for the same values and for no others.
@Suite struct RecentValuesTests {
  private static func find(_ keys: [Value], in recent: inout RecentValues) -> Value? {
    recent.begin()
    for key in keys { recent.ask(key) }
    return recent.found()
  }

  @Test func `is found for the same values only`() {
    var recent = RecentValues()
    let numbers = (0..<500).map { Value.number(Number($0)) }
    var found = 0
    for (place, number) in numbers.enumerated() {
      for text in ["I.1", "I.2"] {
        #expect(RecentValuesTests.find([.string(text), number], in: &recent) == nil)
        recent.keep(.string("\(text) \(place)"))
        #expect(
          RecentValuesTests.find([.string(text), number], in: &recent)
            == .string("\(text) \(place)"))
      }
    }
    for (place, number) in numbers.enumerated() {
      for text in ["I.1", "I.2"] {
        guard let value = RecentValuesTests.find([.string(text), number], in: &recent) else {
          continue
        }
        found += 1
        #expect(value == .string("\(text) \(place)"))
      }
    }
    #expect(found > 1)
  }

  /// Texts that are equal but spelled otherwise have other lengths; null is no zero, and what is unknown is
  /// never found.
  @Test func `tells alike values apart`() {
    let alike: [Value] = [
      .string("K"), .string("\u{212A}"), .null, .number(.zero), .boolean(true), .boolean(false),
      .number(.one), .string(""),
    ]
    for one in alike {
      for other in alike {
        var recent = RecentValues()
        _ = RecentValuesTests.find([one], in: &recent)
        recent.keep(.boolean(true))
        let isFound = RecentValuesTests.find([other], in: &recent) != nil
        #expect(isFound == (one.isSpelled(as: other)))
      }
    }
    var recent = RecentValues()
    let gap = Value.unknown(Unknown("not there"))
    _ = RecentValuesTests.find([gap], in: &recent)
    recent.keep(.boolean(true))
    #expect(RecentValuesTests.find([gap], in: &recent) == nil)
  }
}

extension Value {
  fileprivate func isSpelled(as other: Value) -> Bool {
    if case .string(let one) = self, case .string(let other) = other {
      return Array(one.utf8) == Array(other.utf8)
    }
    return self == other
  }
}
