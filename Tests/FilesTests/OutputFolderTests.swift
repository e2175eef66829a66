import Files
import Testing

@Suite struct OutputFolderTests {
  /// A folder of its own for each test.
  let room: TemporaryFolder
  var target: Place { room.place.appending("OUT") }

  init() throws { room = try TemporaryFolder() }

  @Test func `results appear under their name whole`() throws {
    let output = try OutputFolder(target.path)
    try output.write(Array("abc".utf8), to: "result.json")
    try output.makeFolder("sheets")
    let file = try output.makeFile("sheets/a.txt")
    try file.write("one ")
    try file.write("two")
    try file.finish()
    #expect(!target.exists)
    try output.commit()
    #expect(try room.place.names() == ["OUT"])
    #expect(try target.names() == ["result.json", "sheets"])
    let text = try InputFile.contents(of: target.appending("sheets/a.txt").path)
    #expect(text == Array("one two".utf8))
  }

  @Test func `without a commit nothing is left`() throws {
    do {
      let output = try OutputFolder(target.path)
      try output.write([1], to: "half")
    }
    #expect(try room.place.names() == [])
  }

  @Test func `an existing folder is refused unless it may be replaced`() throws {
    try target.makeFolder()
    try OutputFile(target.appending("old").path).finish()
    #expect(throws: FileProblem.self) { try OutputFolder(target.path) }
    let output = try OutputFolder(target.path, replace: true)
    try output.write([1], to: "new")
    #expect(try target.names() == ["old"])
    try output.commit()
    #expect(try target.names() == ["new"])
    #expect(try room.place.names() == ["OUT"])
  }

  @Test func `a folder that appears during the run is refused`() throws {
    let output = try OutputFolder(target.path)
    try target.makeFolder()
    #expect(throws: FileProblem.self) { try output.commit() }
  }

  @Test func `a file of the name is refused even with replace`() throws {
    try OutputFile(target.path).finish()
    #expect(throws: FileProblem.self) { try OutputFolder(target.path, replace: true) }
  }

  @Test func `a partial folder left behind is named and removed, a living one is not`() throws {
    let living = try OutputFolder(room.place.appending("OUT2").path)
    let stale = room.place.appending("OUT.partial-1")
    try stale.makeFolder()
    try OutputFile(stale.appending("x").path).finish()
    try room.place.appending("OUT2.partial-1").makeFolder()
    let output = try OutputFolder(target.path)
    #expect(output.removedStale == ["OUT.partial-1"])
    #expect(!stale.exists)
    #expect(living.partial.exists)
    #expect(throws: FileProblem.self) { try OutputFolder(target.path) }
    #expect(output.partial.exists)
  }

  @Test func `old results are put back when a run died while replacing them`() throws {
    let aside = room.place.appending("OUT.partial-1.replaced")
    try aside.makeFolder()
    try OutputFile(aside.appending("old").path).finish()
    try room.place.appending("OUT.partial-1").makeFolder()
    #expect(throws: FileProblem.self) { try OutputFolder(target.path) }
    #expect(try target.names() == ["old"])
    #expect(try room.place.names() == ["OUT"])
  }

  @Test func `a missing parent is said in plain words`() {
    let problem = #expect(throws: FileProblem.self) {
      try OutputFolder(room.place.appending("none/OUT").path)
    }
    #expect(problem?.message.contains("there is no such file or folder") == true)
  }
}
