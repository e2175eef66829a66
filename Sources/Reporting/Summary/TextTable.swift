/// A table for a terminal: columns aligned by the width of what stands in them.
struct TextTable {
  /// How many places a heading may take before it goes on in the next line.
  private static let headingWidth = 10
  private let gap = "  "
  private let headings: [[String]]
  private var rows: [[String]] = []
  /// How many columns, from the first, stand at the left; the others stand at the right.
  private let atLeft: Int

  /// Begins a table whose columns stand at the right but for the first ones.
  init(_ headings: [String], atLeft: Int = 1) {
    self.headings = headings.map { $0.wrapped(to: TextTable.headingWidth) }
    self.atLeft = atLeft
  }

  /// Makes a table of texts without headings.
  init(texts: [[String]]) {
    let columns = texts.map(\.count).max() ?? 0
    self.init(Array(repeating: "", count: columns), atLeft: columns)
    rows = texts.map { $0 + Array(repeating: "", count: columns - $0.count) }
  }

  /// Adds a row with a cell for each heading.
  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines of the table, headings first, each indented.
  func lines(indent: String) -> [String] {
    let height = headings.map(\.count).max() ?? 0
    let top = (0..<height).map { line in
      headings.map { heading -> String in
        let place = line - (height - heading.count)
        return place < 0 ? "" : heading[place]
      }
    }
    let all = top + rows
    let widths = headings.indices.map { column in
      all.map { $0[column].displayWidth }.max() ?? 0
    }
    return all.map { cells in
      indent
        + cells.indices.map { column in
          cells[column].padded(to: widths[column], atStart: column >= atLeft)
        }.joined(separator: gap).trimmedAtEnd
    }
  }
}

extension String {
  /// The places that the text takes in a terminal: marks none, wide letters two.
  var displayWidth: Int {
    unicodeScalars.reduce(0) { width, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control: width
      default: width + (scalar.isWide ? 2 : 1)
      }
    }
  }

  /// The text with spaces, so that it takes so many places.
  func padded(to width: Int, atStart: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - displayWidth))
    return atStart ? spaces + self : self + spaces
  }

  var trimmedAtEnd: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }

  /// The text cut to so many places, with a mark where something was left out.
  func cut(to width: Int) -> String {
    guard displayWidth > width else { return self }
    var short = ""
    for character in self {
      if (short + String(character)).displayWidth >= width { break }
      short.append(character)
    }
    return short.trimmedAtEnd + "…"
  }

  /// The words of the text in indented lines that keep within a page.
  func paragraph(indent: String, width: Int = Summary.width) -> [String] {
    wrapped(to: width - indent.displayWidth).map { indent + $0 }
  }

  /// The words of the text in lines of at most so many places; a longer word has its own line.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(whereSeparator: \.isWhitespace) {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if !line.isEmpty, longer.displayWidth > width {
        lines.append(line)
        line = String(word)
      } else {
        line = longer
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

extension Unicode.Scalar {
  /// Whether a terminal gives the letter two places.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
