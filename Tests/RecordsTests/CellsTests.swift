import FEEL
import Files
import Model
import Records
import Testing

@Suite struct CellsTests {
  static let heading = "id,person,peer group,points,due,excused"
  static let whole: [Cell] = [
    .text("T-1"), .text("CB-1"), .text("a, \"b\"\nc"), number("12.5"), day("2026-07-31"),
    .boolean(true),
  ]

  static let files: [String] = [
    heading + "\nT-1,CB-1,\"a, \"\"b\"\"\nc\",12.50,2026-07-31,true\n",
    heading + "\r\nT-1,CB-1,\"a, \"\"b\"\"\nc\",12.50,31/07/2026,TRUE\r\n",
    "\u{FEFF}" + heading + "\n\nT-1,CB-1,\"a, \"\"b\"\"\nc\",12.5, 31/7/2026 ,x\n,,,,,\n",
    "id;person;peerGroup;điểm;due;excused\nT-1;CB-1;\"a, \"\"b\"\"\nc\";12.5;2026-07-31;Có",
    "id\tperson\tpeerGroup\tđie\u{302}\u{309}m\tdue\texcused\n"
      + "T-1\tCB-1\t\"a, \"\"b\"\"\nc\"\t12.5\t2026-07-31\t1",
    "\"excused\",\"more\",\"due\",\"points\",\" nhóm \",\"person\",\"id\"\n"
      + "\"true\",,\"2026-07-31\",\"12.5\",\"a, \"\"b\"\"\nc\",\"CB-1\",\"T-1\"",
  ]

  @Test(arguments: files)
  func `one record in many layouts`(_ text: String) throws {
    let reading = try Dataset("tasks.csv", text).read(tasks)
    #expect(reading.problems == [])
    #expect(reading.rows.map(\.cells) == [CellsTests.whole])
  }

  /// The cells of a row below the usual heading, and its problems.
  static let rows: [(row: String, problems: [String])] = [
    ("a,p,,,,", []),
    ("a,p,,,,không", []),
    ("a,p,,,,maybe", ["2 wrongType excused"]),
    ("a,p,,\"1,5\",,", ["2 wrongType points"]),
    ("a,p,,1.000.000,,", ["2 wrongType points"]),
    ("a,p,,95%,,", ["2 wrongType points"]),
    ("a,p,,101,,", ["2 outOfRange points"]),
    ("a,p,,,2026-02-30,", ["2 invalidDate due"]),
    ("a,p,,,30/02/2026,", ["2 invalidDate due"]),
    ("a,p,,,07/31/2026,", ["2 invalidDate due"]),
    ("a,p,,,1/1/26,", ["2 invalidDate due"]),
    (",p,,,,", ["2 missingField id"]),
    ("a,,,,,", ["2 missingField person"]),
    ("a,p,x\u{0}y,,,", ["2 encoding peer group"]),
    ("a,p,5\" pipe,,,", []),
    ("a,p,,,", ["2 syntax"]),
    ("a,p,,,,,", ["2 syntax"]),
    ("a,p,\"x\"y,,,", ["2 syntax"]),
    ("a", ["2 syntax"]),
  ]

  @Test(arguments: rows)
  func `a wrong cell is named`(_ example: (row: String, problems: [String])) throws {
    let text = CellsTests.heading + "\n" + example.row + "\nb,q,,,,\n"
    let reading = try Dataset("tasks.csv", text).read(tasks)
    #expect(reading.summary == example.problems)
    let isLost = example.problems == ["2 syntax"]
    #expect(reading.rows.map(\.line) == (isLost ? [3] : [2, 3]))
    #expect(reading.lost == (isLost ? ["tasks.csv: 1"] : []))
  }

  @Test func `a comma in a number says to write a point`() throws {
    let reading = try Dataset("tasks.csv", CellsTests.heading + "\na,p,,\"1,5\",,\n").read(tasks)
    #expect(reading.problems.first?.expected == .point(insteadOf: "1.5"))
  }

  @Test func `a heading without a required column says so once`() throws {
    let reading = try Dataset("tasks.csv", "id,points\na,1\nb,2\n").read(tasks)
    #expect(reading.summary == ["1 missingField person"])
    #expect(reading.rows.map { $0.cells[1] } == [.missing, .missing])
  }

  @Test func `two columns of one field are believed in neither`() throws {
    let reading = try Dataset("tasks.csv", "id,person,points,điểm\na,p,1,2\n").read(tasks)
    #expect(reading.summary == ["1 duplicateKey points"])
    #expect(reading.rows.map { $0.cells[3] } == [.wrong])
  }

  @Test func `a quote that is never closed costs its own line only`() throws {
    let text = CellsTests.heading + "\na,p,,,,\nb,p,\"oops,,,\nc,p,,,,\nd,p,\"x\ny\",,,\n"
    for block in [1, 7, 1 << 20] {
      let reading = try Dataset("tasks.csv", text).read(tasks, block: block)
      // The stray quote pairs with the next one, which has text after it.
      #expect(reading.rows.first?.line == 2)
      #expect(reading.problems.allSatisfy { $0.kind == .syntax })
    }
    let last = try Dataset("tasks.csv", CellsTests.heading + "\na,p,\"oops,,,\nc,p,,,,\nd,p,,,,\n")
      .read(tasks)
    #expect(last.summary == ["2 syntax"])
    #expect(last.rows.map(\.line) == [3, 4])
    #expect(last.lost == ["tasks.csv: 1"])
  }
}
