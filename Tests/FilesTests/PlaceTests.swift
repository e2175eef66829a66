import Files
import Testing

@Suite struct PlaceTests {
  @Test(arguments: [
    ("a/b/c", "c", "a/b"), ("a", "a", "."), ("/a", "a", "/"), ("a/b/", "b", "a"), ("/", "/", "/"),
  ])
  func `a path has a name and a parent`(_ path: String, _ name: String, _ parent: String) {
    #expect(Place(path).name == name)
    #expect(Place(path).parent.path == parent)
  }

  @Test func `a folder lists its names in the order of bytes`() throws {
    let room = try TemporaryFolder()
    for name in ["b", "a", "é", "Z", "điểm"] {
      try OutputFile(room.place.appending(name).path).finish()
    }
    #expect(try room.place.names() == ["Z", "a", "b", "é", "điểm"])
    #expect(room.place.kind == .folder)
    #expect(room.place.appending("a").kind == .file)
    #expect(room.place.appending("none").kind == nil)
  }

  @Test func `a temporary folder goes with its last reference`() throws {
    var room: TemporaryFolder? = try TemporaryFolder()
    let place = try #require(room?.place)
    try place.appending("inner").makeFolder()
    try OutputFile(place.appending("inner/x").path).finish()
    #expect(place.exists)
    room = nil
    #expect(!place.exists)
  }

  @Test func `a file comes back as it was written, whatever the block`() throws {
    let room = try TemporaryFolder()
    let path = room.place.appending("x").path
    let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 7 + $0 / 251) }
    let file = try OutputFile(path)
    for start in stride(from: 0, to: bytes.count, by: 70_001) {
      try file.write(Array(bytes[start..<min(start + 70_001, bytes.count)]))
    }
    try file.finish()
    #expect(try InputFile.contents(of: path) == bytes)
    let input = try InputFile(path)
    var read: [UInt8] = []
    while try input.read(4_093, into: &read) > 0 {}
    #expect(read == bytes)
    #expect(Place(path).size == bytes.count)
  }

  @Test func `problems say what, where and why`() throws {
    let room = try TemporaryFolder()
    let missing = room.place.appending("none").path
    let reading = #expect(throws: FileProblem.self) { try InputFile(missing) }
    #expect(reading?.message == "cannot read '\(missing)': there is no such file or folder")
    let folder = #expect(throws: FileProblem.self) {
      try InputFile.contents(of: room.place.path)
    }
    #expect(folder?.reason == "it is a folder")
    try OutputFile(missing).finish()
    let making = #expect(throws: FileProblem.self) { try OutputFile(missing) }
    #expect(making?.reason == "it exists already")
    try Place(missing).remove()
    try Place(missing).remove()
  }

  @Test(arguments: [1, 2, 5])
  func `threads give their results by number`(_ count: Int) {
    #expect(Threads.run(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }

  @Test(arguments: [0, 1, 2, 3, 100], [1, 2, 4])
  func `what threads share comes in its order, each once`(count: Int, threads: Int) {
    let made = Threads.each(count, on: threads) { place in
      // Some take longer than others.
      (0..<(place % 3) * 20_000).reduce(place) { $0 ^ ($1 & 1) ^ ($1 & 1) }
    }
    #expect(made == Array(0..<count))
  }
}
