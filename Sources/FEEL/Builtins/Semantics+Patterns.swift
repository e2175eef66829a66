extension Semantics {
  /// Functions of regular expressions; nil for other functions or arguments.
  ///
  /// - Parameter pattern: The pattern, if it was read before; it is used if it is that of the
  ///   arguments.
  ///
  /// Source: DMN 1.5, 10.3.4.3.
  func onPatterns(_ builtin: Builtin, _ arguments: [Value], _ pattern: Pattern?) -> Value? {
    guard let (text, flags) = Semantics.pattern(of: builtin, arguments),
      case .string(let subject) = arguments[0]
    else { return nil }
    do throws(PatternProblem) {
      let pattern = try read(text, flags, known: pattern)
      switch builtin {
      case .matches: return .boolean(try pattern.matches(subject))
      case .split: return .list(try pattern.pieces(of: subject).map(Value.string))
      default:
        guard case .string(let template) = arguments[2] else { return nil }
        return .string(try pattern.replacing(in: subject, with: template))
      }
    } catch {
      return failure(error.message)
    }
  }

  private func read(
    _ text: String, _ flags: String, known: Pattern?
  ) throws(PatternProblem) -> Pattern {
    if let known, known.text.utf8.elementsEqual(text.utf8), known.flagLetters == flags {
      return known
    }
    return try Pattern(text, flags: flags)
  }

  /// The pattern and the flags among the arguments of a function; nil if there are none.
  ///
  /// Flags that are absent are none.
  static func pattern(of builtin: Builtin, _ arguments: [Value]) -> (String, flags: String)? {
    let flagsPlace: Int
    switch builtin {
    case .matches: flagsPlace = 2
    case .replace: flagsPlace = 3
    case .split: flagsPlace = .max
    default: return nil
    }
    guard arguments.count >= (builtin == .replace ? 3 : 2), case .string(let text) = arguments[1]
    else { return nil }
    guard arguments.count > flagsPlace else { return (text, "") }
    switch arguments[flagsPlace] {
    case .string(let flags): return (text, flags)
    case .null: return (text, "")
    default: return nil
    }
  }
}
