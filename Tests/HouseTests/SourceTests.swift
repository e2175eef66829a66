import TestSupport
import Testing

/// What every source file keeps to.
@Suite struct SourceTests {
  static let files = Repository.files(under: "Sources", suffix: ".swift")

  @Test(arguments: files + Repository.files(under: "Tests", suffix: ".swift"))
  func `files and functions stay short`(path: String) throws {
    let text = try Repository.text(path)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 401, "\(path)")
    for (line, lines) in SwiftSource(text).functionLengths where lines > 60 {
      Issue.record("\(path):\(line): a function of \(lines) lines")
    }
  }

  @Test(arguments: files) func `nothing stops the program in passing`(path: String) throws {
    let source = SwiftSource(try Repository.text(path))
    for (piece, next) in zip(source.pieces, source.pieces.dropFirst()) {
      let forced = piece.text == "try" && next.text == "!" || piece.text == "as" && next.text == "!"
      if forced || ["fatalError", "unowned", "abort"].contains(piece.text), piece.kind == .word {
        Issue.record("\(path):\(piece.line): \(piece.text)")
      }
    }
    let text = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in text.enumerated() {
      let marks = ["TODO", "FIXME"].filter { line.contains($0) }
      #expect(marks.isEmpty, "\(path):\(index + 1)")
      let code = line.prefix { $0 != "\"" && $0 != "/" }
      let isForced = code.contains(/[\p{L}\p{N}_)\]]!(?![=])/)
      #expect(!isForced, "\(path):\(index + 1): a forced value")
    }
  }

  @Test(arguments: files) func `platform calls stay in one room`(path: String) throws {
    let source = SwiftSource(try Repository.text(path))
    let platform: Set = ["Foundation", "FoundationEssentials", "Glibc", "Darwin", "Musl"]
    for (piece, next) in zip(source.pieces, source.pieces.dropFirst())
    where piece.text == "import" && platform.contains(next.text) {
      let doors = ["Sources/Files/", "Sources/CommandLine/", "Sources/Conformance/"]
      // What is measured starts the programs that it is measured against.
      let isPeer = path.hasPrefix("Sources/Benchmarks/")
      let isDoor = doors.contains(where: path.hasPrefix) && !next.text.hasPrefix("Foundation")
      #expect(isDoor || isPeer, "\(path) imports \(next.text)")
    }
  }

  @Test func `the map names every room`() throws {
    let map = try Repository.text("Sources/README.md")
    for room in Repository.names(in: "Sources") where !room.contains(".") {
      #expect(map.contains("`\(room)`"), "Sources/README.md says nothing of \(room)")
    }
  }

  @Test func `the cutter of sources sees what it must`() {
    let source = SwiftSource(
      """
      // "good" in a comment
      let url = "https://a.b" /* excellent */
      let text = "a \\(quota("x") + unity) b \\" c"
      func long(_ a: () -> Void) {
        a()
      }
      """)
    #expect(source.texts.map(\.text) == ["https://a.b", "x", "a … b \\\" c"])
    #expect(source.words.contains { $0.text == "unity" && $0.line == 3 })
    #expect(!source.words.contains { ["good", "excellent"].contains($0.text) })
    #expect(source.functionLengths.map(\.lines) == [3])
  }
}
