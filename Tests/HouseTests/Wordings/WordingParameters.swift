/// Which parameters take a wording, by the name of a function or type.
///
/// A parameter without a label stands for its place, such as `0`.
struct WordingParameters {
  private var labels: [String: Set<String>] = ["joined": ["separator"]]

  init(_ files: some Sequence<[SwiftToken]>) {
    for tokens in files { read(tokens) }
    labels[".init"] = (labels["Note"] ?? []).union(labels["Cause"] ?? [])
  }

  func takes(_ name: String, _ label: String) -> Bool { labels[name]?.contains(label) ?? false }

  private mutating func read(_ tokens: [SwiftToken]) {
    var types: [(name: String, depth: Int)] = []
    var depth = 0
    for (index, token) in tokens.enumerated() {
      if token.isMark("{") { depth += 1 }
      if token.isMark("}") {
        depth -= 1
        while let last = types.last, last.depth > depth { types.removeLast() }
      }
      if ["struct", "class", "enum", "extension"].contains(where: token.isWord),
        let name = typeName(tokens, after: index)
      {
        types.append((name, depth + 1))
      } else if token.isWord("func"), index + 1 < tokens.count {
        readFunction(tokens, index + 1, name: tokens[index + 1].text)
      } else if token.isWord("init"), index == 0 || !tokens[index - 1].isMark(".") {
        readFunction(tokens, index, name: types.last?.name ?? "")
      } else if token.isWord("let") || token.isWord("var"), index + 3 < tokens.count,
        tokens[index + 2].isMark(":"), tokens[index + 3].isWord("Wording"),
        let type = types.last, type.depth == depth
      {
        labels[type.name, default: []].insert(tokens[index + 1].text)
      } else if token.isWord("case"), index + 2 < tokens.count, tokens[index + 2].isMark("(") {
        readCase(tokens, index + 1)
      }
    }
  }

  private func typeName(_ tokens: [SwiftToken], after index: Int) -> String? {
    guard index + 1 < tokens.count, tokens[index + 1].isWord else { return nil }
    var last = index + 1
    while last + 2 < tokens.count, tokens[last + 1].isMark(".") { last += 2 }
    return tokens[last].text
  }

  private mutating func readFunction(_ tokens: [SwiftToken], _ start: Int, name: String) {
    var index = start + 1
    if index < tokens.count, tokens[index].isMark("?") { index += 1 }
    if index < tokens.count, tokens[index].isMark("<") {
      while index < tokens.count, !tokens[index].isMark("(") { index += 1 }
    }
    guard index < tokens.count, tokens[index].isMark("(") else { return }
    for (place, parameter) in tokens.arguments(index).enumerated() {
      guard let colon = parameter.first(where: { tokens[$0].isMark(":") }) else { continue }
      let end = parameter.first { tokens[$0].isMark("=") } ?? parameter.upperBound
      guard tokens[colon..<max(colon, end)].contains(where: { $0.isWord("Wording") }) else {
        continue
      }
      let label = tokens[parameter.lowerBound].text
      labels[name, default: []].insert(label == "_" ? String(place) : label)
    }
  }

  private mutating func readCase(_ tokens: [SwiftToken], _ start: Int) {
    for (place, part) in tokens.arguments(start + 1).enumerated()
    where tokens[part].contains(where: { $0.isWord("Wording") }) {
      let isNamed = part.count > 1 && tokens[part.lowerBound + 1].isMark(":")
      labels[tokens[start].text, default: []]
        .insert(isNamed ? tokens[part.lowerBound].text : String(place))
    }
  }
}
