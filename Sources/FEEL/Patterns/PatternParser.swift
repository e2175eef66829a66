/// Reads a pattern.
///
///     pattern = branch {| branch}
///     branch  = {atom [quantifier [?]]}
///     atom    = character | escape | class | . | ^ | $ | \number | ( [?:] pattern )
///
/// Source: XML Schema 1.1 part 2, appendix G; XPath functions and operators 3.1, section 5.6.1.
struct PatternParser {
  /// The deepest nesting of groups and classes.
  static let depth = 100
  /// The most characters of a pattern.
  static let length = 10_000
  /// The greatest number in a quantifier.
  static let repetitions = 10_000

  let flags: PatternFlags
  /// The scalars of the pattern that count, each with its place in the whole.
  private let scalars: [(scalar: Unicode.Scalar, place: Int)]
  /// The end of the pattern as a place.
  private let end: Int
  private(set) var index = 0
  /// The number of capturing groups opened so far.
  private(set) var groups = 0
  /// The capturing groups that are closed.
  private var closed: Set<Int> = []
  private(set) var usesGroups = false
  var level = 0

  init(_ text: String, _ flags: PatternFlags) throws(PatternProblem) {
    let all = Array(text.unicodeScalars.prefix(PatternParser.length + 1))
    guard all.count <= PatternParser.length else {
      throw PatternProblem("the pattern has more than \(PatternParser.length) characters")
    }
    self.flags = flags
    end = all.count
    scalars =
      flags.contains(.spaced)
      ? PatternParser.withoutSpaces(all) : all.enumerated().map { ($0.element, $0.offset) }
  }

  /// The scalars without the spaces that stand outside classes.
  private static func withoutSpaces(
    _ all: [Unicode.Scalar]
  ) -> [(scalar: Unicode.Scalar, place: Int)] {
    var (kept, depth, isEscaped) = ([(scalar: Unicode.Scalar, place: Int)](), 0, false)
    for (place, scalar) in all.enumerated() {
      if depth == 0, ["\t", "\n", "\r", " "].contains(scalar) { continue }
      kept.append((scalar, place))
      if scalar == "[", !isEscaped { depth += 1 }
      if scalar == "]", !isEscaped, depth > 0 { depth -= 1 }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return kept
  }

  /// The whole pattern.
  mutating func pattern() throws(PatternProblem) -> PatternTree {
    if flags.contains(.literal) { return .sequence(scalars.map { .scalar($0.scalar) }) }
    let tree = try choice()
    if next != nil { throw problem("there is no '(' for this ')'") }
    return tree
  }

  private mutating func choice() throws(PatternProblem) -> PatternTree {
    var branches = [try branch()]
    while take("|") { branches.append(try branch()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func branch() throws(PatternProblem) -> PatternTree {
    var parts: [PatternTree] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      parts.append(try quantified(try atom(scalar)))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  // MARK: Groups

  mutating func group() throws(PatternProblem) -> PatternTree {
    let start = place - 1
    try enter(from: start)
    defer { level -= 1 }
    var number: Int?
    if take("?") {
      guard take(":") else { throw problem("after '(?' stands only ':'") }
    } else {
      groups += 1
      number = groups
    }
    let inner = try choice()
    guard take(")") else { throw PatternProblem("there is no ')' for this '('", at: start) }
    guard let number else { return inner }
    closed.insert(number)
    return .group(number, inner)
  }

  /// A number after a backslash: the most digits that name a group that was opened before.
  mutating func again(_ first: Unicode.Scalar) throws(PatternProblem) -> PatternTree {
    let start = place - 2
    var number = Int(first.value) - 48
    while let digit = next?.digit, number * 10 + digit <= groups {
      number = number * 10 + digit
      index += 1
    }
    guard closed.contains(number) else {
      throw PatternProblem("no group \(number) ends before this", at: start)
    }
    usesGroups = true
    return .again(number)
  }

  /// Goes one level deeper, from the bracket at a place.
  mutating func enter(from start: Int) throws(PatternProblem) {
    guard level < PatternParser.depth else {
      throw PatternProblem("it is nested more than \(PatternParser.depth) levels deep", at: start)
    }
    level += 1
  }

  // MARK: Scalars

  var next: Unicode.Scalar? { peek(0) }

  var afterNext: Unicode.Scalar? { peek(1) }

  /// The scalar a few places after the next one.
  func peek(_ count: Int) -> Unicode.Scalar? {
    index + count < scalars.count ? scalars[index + count].scalar : nil
  }

  /// The place of what comes next.
  var place: Int { index < scalars.count ? scalars[index].place : end }

  mutating func step() { index += 1 }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  func problem(_ message: Wording) -> PatternProblem { PatternProblem(message, at: place) }
}

extension Unicode.Scalar {
  /// The value of a digit from 0 to 9.
  var digit: Int? { "0"..."9" ~= self ? Int(value) - 48 : nil }
}
