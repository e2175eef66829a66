/// What the program says of itself.
enum Help {
  /// The places before the description of an option.
  private static let column = 24

  /// All commands.
  static var overview: String {
    let commands = Command.allCases.map { "  \($0.rawValue.padded(to: 10))\($0.purpose)" }
    return """
      merit scores civil servants by criteria packs, and explains every number.

      Usage: merit COMMAND ...

      \(commands.joined(separator: "\n"))

      'merit COMMAND --help' tells more of one command.
      Exit status: 0 done, 1 done with findings, 2 could not be done.

      """
  }

  /// One command with its options.
  static func text(of command: Command) -> String {
    let required = command.options.filter(\.isRequired).map(\.form)
    let usage = (["merit", command.rawValue, command.operands].compactMap(\.self) + required)
      .joined(separator: " ")
    let options = command.options.map { option in
      let form = "  \(option.form)"
      let begin =
        form.count < column ? form.padded(to: column) : form + "\n" + "".padded(to: column)
      return begin + option.help + (option.isRepeatable ? " May be repeated." : "")
    }
    let remarks = command.remarks.isEmpty ? "" : "\n\(command.remarks)\n"
    return """
      \(command.purpose)

      Usage: \(usage) [options]
      \(remarks)
      Options:
      \(options.joined(separator: "\n"))

      """
  }

}

extension String {
  /// The text with as many spaces behind it as make it `width` letters long.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
