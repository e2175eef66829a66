import Merit

/// One call of the program: what was asked for, done, and answered with an exit status.
///
/// Nothing is decided here: the work is in the rooms behind.
struct Door {
  /// How a call ended.
  enum Status: Int32 {
    case done = 0
    case findings = 1
    case failed = 2
  }

  /// Does what the words after the program's name ask for.
  static func open(_ words: [String]) -> Status {
    do {
      return try answer(words)
    } catch let error as UsageError {
      Terminal.complain(error.message)
      return .failed
    } catch let error as MeritError {
      Terminal.complain(error.message)
      return .failed
    } catch is Terminal.Closed {
      return .done  // Nobody reads the output any more, and so nothing is missing.
    } catch {
      Terminal.complain("cannot write the output: \(error)")
      return .failed
    }
  }

  private static func answer(_ words: [String]) throws -> Status {
    guard let first = words.first else {
      Terminal.complain("no command is given\n\n" + Help.overview)
      return .failed
    }
    switch first {
    case "--help", "-h": try Terminal.print(Help.overview)
    case "help" where words.count > 1: try Terminal.print(Help.text(of: command(words[1])))
    case "help": try Terminal.print(Help.overview)
    case "--version": try Terminal.print("merit \(engineVersion)")
    default: return try run(Arguments(command(first), Array(words.dropFirst())))
    }
    return .done
  }

  private static func command(_ name: String) throws(UsageError) -> Command {
    guard let command = Command(rawValue: name) else {
      throw UsageError(unknown: "command", name, among: Command.allCases.map(\.rawValue))
    }
    return command
  }

  private static func run(_ arguments: Arguments) throws -> Status {
    if arguments.has(.help) {
      try Terminal.print(Help.text(of: arguments.command))
      return .done
    }
    switch arguments.command {
    case .check: return try check(arguments)
    case .score: return try score(arguments)
    case .close: return try close(arguments)
    case .diff: return try diff(arguments)
    case .compare: return try compare(arguments)
    case .explain: return try explain(arguments)
    case .packs: return try packs(arguments)
    case .feel: return try feel(arguments)
    case .dmn: return try model(arguments)
    }
  }
}
