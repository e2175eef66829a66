import Records
import Testing

@testable import Scoring

/// The order of records that have no key: that of the texts of all their cells.
@Suite struct RowOrderTests {
  /// Texts that are alike at their beginnings, some with what stands before the sign between cells.
  static let words = ["", "a", "ab", "a\u{0}", "a\u{1}b", "a\u{301}", "á", "b", "\u{2}", "đ", "e"]

  private static func table(_ rows: [[String]]) -> RawTable {
    var table = RawTable(fields: 3)
    for (line, row) in rows.enumerated() {
      table.append(row.map { .text($0) }, at: RecordPlace(file: 0, line: Int32(line)))
    }
    return table
  }

  @Test(arguments: [words, words.filter { $0.utf8.allSatisfy { $0 > 1 } }])
  func `is that of all cells whether the first cells decide or not`(words: [String]) {
    var state: UInt64 = 11
    func word() -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return words[Int(state >> 33) % words.count]
    }
    for count in 0..<60 {
      let rows = (0..<count).map { _ in (0..<3).map { _ in word() } }
      let whole = rows.map { $0.joined(separator: "\u{1}") }
      let expected = rows.indices.sorted {
        whole[$0] == whole[$1] ? $0 < $1 : whole[$0] < whole[$1]
      }
      let order = RowOrder(
        RowOrderTests.table(rows), [String](repeating: "", count: count))
      #expect(order.rows == expected)
      for (one, other) in zip(expected, expected.dropFirst()) {
        let areCopies = order.whole[one] != nil && order.whole[one] == order.whole[other]
        #expect(areCopies == (whole[one] == whole[other]))
      }
    }
  }

  @Test func `is that of the keys where these differ`() {
    let table = RowOrderTests.table([["z", "", ""], ["a", "", ""], ["m", "", ""]])
    let order = RowOrder(table, ["2", "3", "1"])
    #expect(order.rows == [2, 0, 1])
    #expect(order.whole.isEmpty)
  }

  /// Short ones and long ones, such as are the beginning of others, such as have no letters of ASCII, and
  /// such as end with what stands before all letters.
  @Test(arguments: [
    ["b", "a", "ab", "abcdefgh", "abcdefghi", "abcdefgi", "abcdefghabcdefgh", "", "~"],
    ["abcdefghabcdefghz", "abcdefghabcdefgha", "abcdefghabcdefgh", "a"],
    ["b", "a\u{0}", "a", "a\u{0}\u{0}", "a\u{1}"], ["đ", "e", "d", "é", "ê", "z"], ["a", "b", "c"],
  ])
  func `of keys that all differ is that of the texts`(keys: [String]) throws {
    let unique = try #require(UniqueKeys(keys))
    #expect(unique.sorted == keys.sorted())
    #expect(unique.rows.map { keys[$0] } == unique.sorted)
    for key in keys { #expect(UniqueKeys(keys + [key]) == nil) }
  }

  @Test func `of keys that are the same is none`() {
    #expect(UniqueKeys(["a", "b", "b"]) == nil)
    #expect(UniqueKeys(["\u{212A}", "K"]) == nil)
  }
}
