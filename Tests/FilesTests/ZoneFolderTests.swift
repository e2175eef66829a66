import Files
import Testing

@Suite struct ZoneFolderTests {
  @Test(arguments: [
    "", "..", "../secret", "A/../../secret", "/etc/passwd", "A//B", "A/", "./A", "A/.", "A B",
    "A\u{0}",
    "A.B", "đ", "A/B", "A", String(repeating: "A", count: 256),
  ])
  func `a name that is none, leads out or names a folder has no file`(_ name: String) throws {
    let room = try TemporaryFolder()
    let zones = room.place.appending("zones")
    try zones.makeFolder()
    try zones.appending("A").makeFolder()
    for path in [room.place.appending("secret"), zones.appending("A.B")] {
      try OutputFile(path.path).finish()
    }
    #expect(ZoneFolder(zones).bytes(of: name) == nil)
  }

  @Test func `a zone has the bytes of its file`() throws {
    let room = try TemporaryFolder()
    try room.place.appending("Asia").makeFolder()
    for name in ["Asia/Ho_Chi_Minh", "GMT+7", "large"] {
      let file = try OutputFile(room.place.appending(name).path)
      try file.write(name == "large" ? Array(repeating: 0, count: 1 << 19) : [1, 2, 3])
      try file.finish()
    }
    let folder = ZoneFolder(room.place)
    #expect(
      folder.bytes(of: "Asia/Ho_Chi_Minh") == [1, 2, 3] && folder.bytes(of: "GMT+7") == [1, 2, 3])
    #expect(folder.bytes(of: "large") == nil)
  }
}
