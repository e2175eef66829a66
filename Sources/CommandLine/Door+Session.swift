import Merit

extension Door {
  /// `merit feel` without an expression: on a terminal a conversation, else line after line.
  static func session(_ arguments: Arguments, _ scope: FeelScope) throws -> Status {
    let language = try arguments.language().language
    if arguments.has(.json) || !Terminal.isInteractive {
      let form: FeelStyle.Form = arguments.has(.json) ? .json : .plain
      return try lines(FeelSession(scope, language, form))
    }
    Terminal.useUTF8()
    guard let editor = LineEditor("merit") else {
      return try lines(FeelSession(scope, language, .typed))
    }
    let history = arguments.has(.noHistory) ? nil : FeelHistory.ofUser
    for line in history?.lines ?? [] { editor.remember(line) }
    try converse(FeelSession(scope, language, .typed), editor, history)
    return .done
  }

  /// Reads lines until the input ends; findings if any line failed.
  private static func lines(_ begun: FeelSession) throws -> Status {
    var session = begun
    var status = Status.done
    var text = ""
    while !session.isOver, let line = readLine() {
      let isBlank = line.trimmingSpaces.isEmpty
      if !isBlank { text += text.isEmpty ? line : "\n" + line }
      if !isBlank, session.isUnfinished(text) { continue }
      let reply = session.reply(text)
      try reply.print()
      if reply.status != .done { status = .findings }
      text = ""
    }
    let rest = session.reply(text)
    try rest.print()
    return rest.status == .done ? status : .findings
  }

  private static func converse(
    _ begun: FeelSession, _ editor: LineEditor, _ history: FeelHistory?
  ) throws {
    var session = begun
    var text = ""
    try Terminal.print(session.words.greeting)
    while !session.isOver {
      let scope = session.scope
      editor.complete = { FeelCompletion(scope).step($0) }
      switch editor.read(text.isEmpty ? FeelSession.prompt : FeelSession.goingOn) {
      case .end: return try Terminal.print("")
      case .cleared:
        text = ""
        try Terminal.print("")
      case .line(let line):
        let isBlank = line.trimmingSpaces.isEmpty
        if !isBlank {
          editor.remember(line)
          history?.append(line)
          text += text.isEmpty ? line : "\n" + line
        }
        if !isBlank, session.isUnfinished(text) { continue }
        try session.reply(text).print()
        text = ""
      }
    }
  }
}
