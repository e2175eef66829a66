import Merit
import Testing

@testable import CommandLine

/// What is typed, taken apart.
@Suite("Arguments")
struct ArgumentsTests {
  static let complete = ["data", "--pack", "p", "--period", "2026-07", "--out", "o"]

  @Test("give operands, values and flags, in any order and both notations")
  func takesApart() throws {
    let words = ["--quiet", "--pack=p", "data", "--period", "2026-07", "--out=o=1", "--strict"]
    let arguments = try Arguments(.score, words)
    #expect(arguments.operands == ["data"])
    #expect(arguments.value(.pack) == "p")
    #expect(arguments.value(.out) == "o=1")
    #expect(arguments.has(.quiet) && arguments.has(.strict) && !arguments.has(.json))
  }

  @Test("take a single dash, and everything after two dashes, as operands")
  func takesOperands() throws {
    #expect(try Arguments(.check, ["-", "--", "--pack", "-x"]).operands == ["-", "--pack", "-x"])
  }

  @Test("ask for nothing else where help is asked for")
  func takesHelp() throws {
    #expect(try Arguments(.score, ["--help"]).has(.help))
    #expect(try Arguments(.score, ["-h"]).has(.help))
  }

  /// Wrong words after `merit score`, and what is said of them.
  static let wrong: [(words: [String], message: String)] = [
    ([], "DATASET is missing"),
    (["data", "--pack", "p", "--period", "q"], "--out OUT is missing"),
    (["data"], "--pack PACK is missing"),
    (complete + ["more"], "'more' is one operand too many"),
    (complete + ["--pack", "q"], "--pack is given twice"),
    (complete + ["--quiet=yes"], "--quiet takes no value"),
    (["data", "--pack", "--period", "q"], "--pack needs a value: PACK"),
    (["data", "--pack"], "--pack needs a value: PACK"),
    (["-q"], "'-q' is no option; options begin with two dashes"),
    (["--perod", "q"], "there is no option '--perod'; did you mean '--period'?"),
    (["--qiuet"], "there is no option '--qiuet'; did you mean '--quiet'?"),
    (["--frobnicate"], "there is no option '--frobnicate'"),
  ]

  @Test("that are wrong are told with the way out", arguments: wrong.indices)
  func refuses(_ index: Int) {
    let (words, message) = ArgumentsTests.wrong[index]
    #expect(throws: UsageError(message)) { try Arguments(.score, words) }
  }

  @Test("choose readings by name")
  func choosesReadings() throws {
    let words = ArgumentsTests.complete + ["--reading", "late days=working", "--reading", "a=b=c"]
    #expect(try Arguments(.score, words).readings() == ["late days": "working", "a": "b=c"])
    for wrong in [["--reading", "a"], ["--reading", "a=b", "--reading", "a=c"]] {
      let arguments = try Arguments(.score, ArgumentsTests.complete + wrong)
      #expect(throws: UsageError.self) { try arguments.readings() }
    }
  }

  @Test("give a number of threads within bounds", arguments: ["0", "-1", "x", "257", ""])
  func refusesThreads(_ text: String) throws {
    let arguments = try Arguments(.score, ArgumentsTests.complete + ["--threads=\(text)"])
    #expect(throws: UsageError.self) { try arguments.threads(unlessTold: 1) }
    let good = try Arguments(.score, ArgumentsTests.complete + ["--threads", "4"])
    #expect(try good.threads(unlessTold: 1) == 4)
  }

  @Test("give a number of MiB within bounds", arguments: ["0", "-1", "1GB", "1048577", ""])
  func refusesMemory(_ text: String) throws {
    let arguments = try Arguments(.score, ArgumentsTests.complete + ["--memory=\(text)"])
    #expect(throws: UsageError.self) { try arguments.bytesOfRecords() }
    let good = try Arguments(.score, ArgumentsTests.complete + ["--memory", "64"])
    #expect(try good.bytesOfRecords() == 64 << 20)
    #expect(try good.evaluationOptions().bytesOfRecords == 64 << 20)
  }

  @Test("are all told in help", arguments: Command.allCases)
  func tellsAll(_ command: Command) {
    let help = Help.text(of: command)
    for option in command.options { #expect(help.contains("  \(option.form)")) }
    #expect(Help.overview.contains("  \(command.rawValue) "))
  }
}
