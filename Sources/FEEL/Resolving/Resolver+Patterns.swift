extension Resolver {
  /// The pattern of a call, read once, if it is written as a literal; one that is wrong is reported,
  /// and so is a replacement that is.
  mutating func pattern(_ builtin: Builtin, _ nodes: [Node]) -> Pattern? {
    let values = nodes.map { node -> Value in
      if case .literal(let value) = node.kind { return value }
      return .list([])
    }
    guard let (text, letters) = Semantics.pattern(of: builtin, values) else { return nil }
    do throws(PatternProblem) {
      let pattern = try Pattern(text, flags: letters)
      if builtin != .matches { try pattern.needCharacters() }
      if builtin == .replace, case .string(let template) = values[2] {
        check(template, pattern, nodes[2].span)
      }
      return pattern
    } catch {
      complain(error.message, nodes[1].span)
      return nil
    }
  }

  private mutating func check(_ template: String, _ pattern: Pattern, _ span: SourceSpan) {
    do throws(PatternProblem) {
      _ = try PatternReplacement(template, for: pattern)
    } catch {
      complain(error.message, span)
    }
  }
}
