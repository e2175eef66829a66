import Testing

@testable import Reporting

/// Sheets that open right and cannot start a formula.
@Suite("Sheets")
struct SheetTextTests {
  /// Cells and their bytes in a sheet, without mark and line end.
  static let cells: [(cell: String, written: String)] = [
    ("Nguyễn Văn A", "Nguyễn Văn A"),
    ("", ""),
    ("89,5", "\"89,5\""),
    ("a;b", "\"a;b\""),
    ("nói \"được\"", "\"nói \"\"được\"\"\""),
    ("hai\ndòng", "\"hai\ndòng\""),
    (" lề", "\" lề\""),
    ("=1+1", "'=1+1"),
    ("+84 912", "'+84 912"),
    ("-2", "-2"),
    ("-1.234,5%", "\"-1.234,5%\""),
    ("-2+3", "'-2+3"),
    ("-", "'-"),
    ("-%", "'-%"),
    ("-A1", "'-A1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "\"'\tx\""),
    ("\rx", "\"'\rx\""),
    ("=HYPERLINK(\"http://a\",\"b\")", "\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\""),
    ("＝1", "'＝1"),
    ("a=b", "a=b"),
  ]

  @Test("write each cell so that it is read back as it is", arguments: cells.indices)
  func writesCells(_ index: Int) {
    var sheet = SheetText(withMark: false)
    sheet.row([SheetTextTests.cells[index].cell])
    #expect(
      String(decoding: sheet.bytes, as: UTF8.self) == SheetTextTests.cells[index].written + "\r\n")
  }

  @Test("begin with the byte-order mark and end lines with CR LF")
  func writesRows() {
    var sheet = SheetText()
    sheet.row(["a", "b"])
    sheet.row([String]())
    #expect(sheet.bytes == [0xEF, 0xBB, 0xBF] + Array("a,b\r\n\r\n".utf8))
  }
}
