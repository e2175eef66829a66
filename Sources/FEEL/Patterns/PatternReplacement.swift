/// What takes the place of a fit: text with parts of the fit in it.
///
/// `$0` is the whole fit, `$1` to `$9` and further numbers the groups; `\$` and `\\` stand for
/// themselves.
///
/// Source: XPath functions and operators 3.1, section 5.6.4.
struct PatternReplacement {
  private enum Part {
    case text([Unicode.Scalar])
    case group(Int)
  }

  private var parts: [Part] = []

  init(_ template: String, for pattern: Pattern) throws(PatternProblem) {
    let scalars = Array(template.unicodeScalars)
    if pattern.flags.contains(.literal) {
      parts = [.text(scalars)]
      return
    }
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      index += 1
      switch (scalar, after) {
      case ("\\", "\\"), ("\\", "$"):
        parts.append(.text([scalars[index]]))
        index += 1
      case ("\\", _): throw PatternReplacement.problem("after '\\' stands '\\' or '$'", index)
      case ("$", let digit?) where digit.digit != nil:
        parts.append(.group(PatternReplacement.number(scalars, &index, pattern.groups)))
      case ("$", _): throw PatternReplacement.problem("after '$' stands a number", index)
      default: parts.append(.text([scalar]))
      }
    }
  }

  private static func problem(_ message: Wording, _ index: Int) -> PatternProblem {
    PatternProblem("the replacement is wrong at character \(index): \(message)")
  }

  /// The number of a group: a digit, and more of them as long as there is such a group.
  private static func number(_ scalars: [Unicode.Scalar], _ index: inout Int, _ groups: Int) -> Int
  {
    var number = scalars[index].digit ?? 0
    index += 1
    while index < scalars.count, let digit = scalars[index].digit, number * 10 + digit <= groups {
      number = number * 10 + digit
      index += 1
    }
    return number
  }

  /// Writes what stands for a fit in a text.
  ///
  /// A group that has no part in the fit, or does not exist, is empty.
  func append(to result: inout [Unicode.Scalar], _ fit: PatternFit, _ text: [Unicode.Scalar]) {
    for part in parts {
      switch part {
      case .text(let scalars): result += scalars
      case .group(let number): result += text[fit.group(number)]
      }
    }
  }
}
