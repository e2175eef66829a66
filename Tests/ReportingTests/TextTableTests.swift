import Testing

@testable import Reporting

/// Text for terminals: widths, wrapping, columns.
@Suite("Text for terminals")
struct TextTableTests {
  static let widths: [(text: String, width: Int)] = [
    ("Nguyễn", 6), ("Nguye\u{0302}\u{0303}n", 6), ("", 0), ("đơn vị", 6), ("漢字", 4), ("…", 1),
    ("từ 70", 5),
  ]

  @Test("take the places that a terminal gives them", arguments: widths.indices)
  func measures(_ index: Int) {
    #expect(TextTableTests.widths[index].text.displayWidth == TextTableTests.widths[index].width)
  }

  @Test("are cut at a width with a mark")
  func cuts() {
    #expect("Phòng Tổ chức".cut(to: 20) == "Phòng Tổ chức")
    #expect("Phòng Tổ chức".cut(to: 13) == "Phòng Tổ chức")
    #expect("Phòng Tổ chức".cut(to: 10) == "Phòng Tổ…")
    #expect("漢字漢字".cut(to: 5) == "漢字…")
  }

  @Test("wrap at words, and a long word has a line of its own")
  func wraps() {
    #expect("a bb ccc".wrapped(to: 4) == ["a bb", "ccc"])
    #expect("dài-quá-chừng x".wrapped(to: 5) == ["dài-quá-chừng", "x"])
    #expect("".wrapped(to: 5) == [])
  }

  @Test("stand in columns, whatever letters they have")
  func aligns() {
    var table = TextTable(["Đơn vị", "từ 70 đến dưới 90", "Cộng"])
    table.add(["Phòng Một", "3", "12"])
    table.add(["漢字", "·", "4"])
    #expect(
      table.lines(indent: "  ") == [
        "             từ 70 đến",
        "  Đơn vị       dưới 90  Cộng",
        "  Phòng Một          3    12",
        "  漢字               ·     4",
      ])
  }
}
