import FEEL
import Testing

/// The functions of ranges, against a brute-force reading of ranges as sets of points.
@Suite struct RangeTests {
  /// A range of quarters from 0 to 4, with the points that belong to it.
  struct Stretch: Sendable {
    let text: String
    let points: Set<Int>
    /// The first point that is in the range or is its open end, and the last one.
    let ends: (Int, Int)
    let closed: (Bool, Bool)
  }

  /// All ranges between the ends 1, 2 and 3; points are quarters, so that open ends hold inner ones.
  static let stretches: [Stretch] = [(1, 2), (1, 3), (2, 3)].flatMap { low, high in
    [(true, true), (true, false), (false, true), (false, false)].map { closed in
      let points = (low * 4...high * 4).filter {
        (closed.0 || $0 != low * 4) && (closed.1 || $0 != high * 4)
      }
      return Stretch(
        text: "\(closed.0 ? "[" : "(")\(low)..\(high)\(closed.1 ? "]" : ")")",
        points: Set(points), ends: (low, high), closed: closed)
    }
  }

  private func truth(_ text: String) -> Bool? {
    result(text, .standard) == "true" ? true : result(text, .standard) == "false" ? false : nil
  }

  @Test(arguments: stretches.indices)
  func twoRangesAreTwoSetsOfPoints(first: Int) {
    let a = RangeTests.stretches[first]
    for b in RangeTests.stretches {
      let (low, high) = (a.points.min() ?? 0, b.points.max() ?? 0)
      let arguments = "(\(a.text), \(b.text))"
      #expect(truth("includes\(arguments)") == a.points.isSuperset(of: b.points), "\(arguments)")
      #expect(truth("during\(arguments)") == a.points.isSubset(of: b.points), "\(arguments)")
      #expect(truth("overlaps\(arguments)") == !a.points.isDisjoint(with: b.points), "\(arguments)")
      #expect(truth("coincides\(arguments)") == (a.points == b.points), "\(arguments)")
      #expect(
        truth("before\(arguments)") == ((a.points.max() ?? 0) < (b.points.min() ?? 0)),
        "\(arguments)")
      #expect(truth("after\(arguments)") == (low > high), "\(arguments)")
      #expect(
        truth("meets\(arguments)") == (a.closed.1 && b.closed.0 && a.ends.1 == b.ends.0),
        "\(arguments)")
      #expect(
        truth("starts\(arguments)")
          == (a.points.isSubset(of: b.points) && a.points.min() == b.points.min()), "\(arguments)")
      #expect(
        truth("finishes\(arguments)")
          == (a.points.isSubset(of: b.points) && a.points.max() == b.points.max()), "\(arguments)")
    }
  }

  @Test(arguments: stretches.indices)
  func pointsAndRanges(index: Int) {
    let range = RangeTests.stretches[index]
    for point in [0, 1, 2, 3, 4] {
      let inside = range.points.contains(point * 4)
      #expect(truth("includes(\(range.text), \(point))") == inside)
      #expect(truth("during(\(point), \(range.text))") == inside)
      #expect(
        truth("before(\(point), \(range.text))") == range.points.allSatisfy { point * 4 < $0 })
      #expect(truth("after(\(point), \(range.text))") == range.points.allSatisfy { point * 4 > $0 })
      #expect(truth("starts(\(point), \(range.text))") == (range.points.min() == point * 4))
      #expect(truth("finished by(\(range.text), \(point))") == (range.points.max() == point * 4))
    }
  }

  /// The rows are those of the standard's own examples (DMN 1.5, table 78).
  @Test(arguments: [
    ("overlaps before([1..5], [3..8])", "true"), ("overlaps before([1..5], [6..8])", "false"),
    ("overlaps before([1..5), [5..8])", "false"), ("overlaps before([1..5], [1..5])", "false"),
    ("overlaps after([3..8], [1..5])", "true"), ("overlaps after([1..5], [1..5])", "false"),
    ("met by([5..10], [1..5])", "true"), ("before(1, 10)", "true"), ("after(10, 1)", "true"),
    ("coincides(5, 5)", "true"), ("range(\"[1..3)\")", "[1..3)"),
    ("range(\"[@\\\"2026-01-01\\\"..@\\\"2026-02-01\\\"]\")", "[@\"2026-01-01\"..@\"2026-02-01\"]"),
    ("range(\"1 + 1\")", "null"), ("meets(1, [1..2])", "null"),
    ("before([1..2], unknown(\"u\"))", "null"), ("before([1..2], [\"a\"..\"b\"])", "null"),
  ])
  func examples(expression: String, expected: String) {
    #expect(result(expression, .standard) == expected)
  }
}
