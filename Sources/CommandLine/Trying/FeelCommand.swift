/// What a session can be asked beside expressions; no expression begins with a colon.
enum FeelCommand: String, CaseIterable {
  case help, names, type, trace, context, quit

  /// What stands behind the command, if anything must.
  var operand: String? {
    switch self {
    case .help, .names, .quit: nil
    case .type, .trace: "EXPR"
    case .context: "FILE"
    }
  }

  /// The command as it is typed, such as `:type EXPR`.
  var form: String { ":\(rawValue)" + (operand.map { " \($0)" } ?? "") }
}
