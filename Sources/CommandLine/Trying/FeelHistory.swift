import Files

/// The lines typed in earlier sessions, in a file that only the person may read.
///
/// What cannot be read or written there is done without.
struct FeelHistory {
  let path: String

  /// Where the person's own state is kept: `XDG_STATE_HOME`, else `~/.local/state`; nil for nobody.
  static var ofUser: FeelHistory? {
    if let state = Terminal.variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      return FeelHistory(path: state + "/merit/feel-history")
    }
    guard let home = Terminal.variable("HOME"), home.hasPrefix("/") else { return nil }
    return FeelHistory(path: home + "/.local/state/merit/feel-history")
  }

  /// The last thousand lines, the oldest first.
  var lines: [String] {
    guard let bytes = try? InputFile.contents(of: path) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").suffix(1000)
      .map { String($0) }
  }

  /// Keeps a line for later sessions.
  func append(_ line: String) { _ = Terminal.append(line, to: path) }
}
