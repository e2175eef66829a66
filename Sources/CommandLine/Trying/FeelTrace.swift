import FEEL

/// The evaluations inside an expression as a tree of lines: what stands in the text, and its value.
struct FeelTrace {
  private let source: SourceText
  private let scope: FeelScope
  private let words: FeelWords

  /// The most evaluations that are kept, and of those inside one that are shown.
  static let kept = 20_000
  private static let shown = 12
  private static let lines = 200

  init(_ source: SourceText, _ scope: FeelScope, _ words: FeelWords) {
    self.scope = scope
    self.source = source
    self.words = words
  }

  /// The tree; what is written in the text as it is, is left out.
  func text(_ root: TraceNode) -> String {
    var lines = [line(root)]
    add(root.children, "", &lines)
    return lines.joined(separator: "\n")
  }

  private func add(_ nodes: [TraceNode], _ indent: String, _ lines: inout [String]) {
    let told = nodes.filter { !$0.node.isLiteral }
    let hidden = told.count - FeelTrace.shown
    for (index, node) in told.prefix(FeelTrace.shown).enumerated() {
      guard lines.count < FeelTrace.lines else { return }
      let isLast = index == min(told.count, FeelTrace.shown) - 1 && hidden <= 0
      lines.append("\(indent)\(isLast ? "└─" : "├─") \(line(node))")
      add(node.children, indent + (isLast ? "   " : "│  "), &lines)
    }
    if hidden > 0 { lines.append("\(indent)└─ \(words.more(hidden))") }
  }

  private func line(_ node: TraceNode) -> String {
    let reason = node.children.isEmpty || node.origin.node === node.node ? node.value.reason : nil
    return "\(excerpt(node.node)) = \(node.value.brief)"
      + (reason.map { "  // \($0)" } ?? "")
  }

  /// What stands in the text, on one line.
  private func excerpt(_ node: Node) -> String {
    let line = scope.text(node, source).excerpt(node.span).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}

extension Node {
  fileprivate var isLiteral: Bool {
    if case .literal(let value) = kind { return !value.isMissing }
    return false
  }
}
