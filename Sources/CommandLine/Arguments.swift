/// What was typed, taken apart by the options that a command has.
///
/// `--name value` and `--name=value` are the same; after `--` everything is an operand, and so is
/// `-` alone.
struct Arguments: Sendable {
  let command: Command
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Takes apart the words after the command.
  init(_ command: Command, _ words: [String]) throws(UsageError) {
    self.command = command
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      } else if word == "-h" {
        values[Option.help.name, default: []].append("")
      } else if word.hasPrefix("--") {
        try take(word.dropFirst(2), &rest)
      } else if word.hasPrefix("-"), word != "-" {
        throw UsageError("'\(word)' is no option; options begin with two dashes")
      } else {
        operands.append(word)
      }
    }
    if !has(.help) { try checkComplete() }
  }

  private mutating func take(
    _ word: Substring, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = command.options.first(where: { $0.name == name }) else {
      throw UsageError(
        unknown: "option", "--\(name)", among: command.options.map { "--\($0.name)" })
    }
    if values[name] != nil, !option.isRepeatable {
      throw UsageError("--\(name) is given twice")
    }
    var value = parts.count == 2 ? String(parts[1]) : nil
    if option.value == nil, value != nil { throw UsageError("--\(name) takes no value") }
    if let placeholder = option.value, value == nil {
      guard let next = rest.popFirst(), !next.hasPrefix("--") else {
        throw UsageError("--\(name) needs a value: \(placeholder)")
      }
      value = next
    }
    values[name, default: []].append(value ?? "")
  }

  private func checkComplete() throws(UsageError) {
    if operands.count < command.operandCount.lowerBound {
      throw UsageError("\(command.operands ?? "an operand") is missing")
    }
    if operands.count > command.operandCount.upperBound {
      let extra = operands[command.operandCount.upperBound]
      throw UsageError("'\(extra)' is one operand too many")
    }
    if let missing = command.options.first(where: { $0.isRequired && values[$0.name] == nil }) {
      throw UsageError("\(missing.form) is missing")
    }
  }

  /// Whether an option is given.
  func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The value of an option, if it is given.
  func value(_ option: Option) -> String? { values[option.name]?.first }

  /// All values of an option.
  func all(_ option: Option) -> [String] { values[option.name] ?? [] }
}

extension Arguments {
  /// The readings chosen, by name.
  func readings() throws(UsageError) -> [String: String] {
    var readings: [String: String] = [:]
    for text in all(.reading) {
      let parts = text.split(separator: "=", maxSplits: 1).map { String($0) }
      guard parts.count == 2 else {
        throw UsageError("'\(text)' chooses no reading; write --reading \"name=option\"")
      }
      guard readings.updateValue(parts[1], forKey: parts[0]) == nil else {
        throw UsageError("the reading '\(parts[0])' is chosen twice")
      }
    }
    return readings
  }

  /// The number of threads; `unlessTold` where none is given.
  func threads(unlessTold count: Int) throws(UsageError) -> Int {
    guard let text = value(.threads) else { return count }
    guard let number = Int(text), (1...256).contains(number) else {
      throw UsageError("'\(text)' is no number of threads; write a number from 1 to 256")
    }
    return number
  }

  /// The bytes of a table that may be in memory together; `nil` where none are given.
  func bytesOfRecords() throws(UsageError) -> Int? {
    guard let text = value(.memory) else { return nil }
    guard let number = Int(text), (1...(1 << 20)).contains(number) else {
      throw UsageError("'\(text)' is no number of MiB; write a number from 1 to 1048576")
    }
    return number << 20
  }
}
