import Testing

@testable import Reporting

@Suite struct ReportFileTests {
  @Test(arguments: [0, 1, 1_999, 2_000, 2_001, 4_500])
  func `rows made in parts stand once, in their order, between head and tail`(count: Int) {
    let file = ReportFile(
      "table", rows: count,
      frames: { [.init(Array("[]".utf8), at: 1), .init(Array("<>".utf8), at: 1)] }
    ) { rows in
      [",", ";"].map { sign in Array(rows.map { "\($0)\(sign)" }.joined().utf8) }
    }
    let expected = [
      "table.csv": "[" + (0..<count).map { "\($0)," }.joined() + "]",
      "table.json": "<" + (0..<count).map { "\($0);" }.joined() + ">",
    ]
    #expect(file.names == ["table.csv", "table.json"])
    #expect(file.partCount == max(1, (count + 1_999) / 2_000))
    for (name, text) in expected {
      #expect(file.bytes(of: name).map { String(decoding: $0, as: UTF8.self) } == text)
    }
    #expect(file.bytes(of: "other") == nil)
  }
}
