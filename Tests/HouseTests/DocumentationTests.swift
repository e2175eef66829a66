import TestSupport
import Testing

/// What the documentation shows is what is compiled and run.
@Suite struct DocumentationTests {
  @Test func `the article about FEEL shows the code of its example`() throws {
    let article = try Repository.text("Sources/FEEL/FEEL.docc/UsingFEEL.md")
    let example = try Repository.files(under: "examples/embed-feel", suffix: ".swift")
      .map(Repository.text).joined(separator: "\n")
    let blocks = article.split(separator: "```swift\n").dropFirst()
      .map { $0.prefix(upTo: $0.firstRange(of: "\n```")?.lowerBound ?? $0.endIndex) }
    #expect(blocks.count > 8)
    for block in blocks {
      #expect(example.contains(block), "not in the example: \(block.prefix(80))")
    }
  }

  @Test func `the article about FEEL tells what its example prints`() throws {
    let article = try Repository.text("Sources/FEEL/FEEL.docc/UsingFEEL.md")
    let output = try Repository.text("examples/embed-feel/output.txt")
    for line in output.split(separator: "\n") where !line.hasPrefix("  ") {
      #expect(article.contains(line) || line.contains(" = "), "\(line)")
    }
  }
}
