import FEEL

/// What a session says of itself, in the language of the person.
///
/// Problems of expressions are told in English, as everywhere.
struct FeelWords {
  let language: Language

  private func either(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  /// The first line on a terminal.
  var greeting: String {
    either(
      "Gõ một biểu thức FEEL. :help để xem hướng dẫn, :quit hoặc Ctrl-D để thoát.",
      "Type a FEEL expression. :help tells more, :quit or Ctrl-D ends.")
  }

  var noNames: String {
    either(
      "Chưa có tên nào. Đặt tên bằng: tên := biểu thức",
      "There are no names yet. Give one with: name := expression")
  }

  func names(added count: Int) -> String {
    either("đã thêm \(count) tên", "\(count) \(count == 1 ? "name" : "names") added")
  }

  func missing(_ command: FeelCommand) -> String {
    either("thiếu \(command.operand ?? ""): \(command.form)", "write \(command.form)")
  }

  func unknown(_ name: String, near: String?) -> String {
    either("không có lệnh :\(name)", "there is no command :\(name)")
      + (near.map { either("; có phải :\($0)?", "; did you mean :\($0)?") } ?? "")
  }

  func noName(_ text: String) -> String {
    either(
      "'\(text)' không dùng làm tên được; viết: tên := biểu thức",
      "'\(text)' cannot be a name; write: name := expression")
  }

  func more(_ count: Int) -> String { either("… còn \(count)", "… \(count) more") }

  /// All that a session can do.
  var help: String {
    let lines = FeelCommand.allCases.map { "  \($0.form.padded(to: 18))\(purpose($0))" }
    return either(
      """
      Gõ một biểu thức FEEL rồi Enter: 1 + 2, sum([1, 2, 3]), @"2026-01-31" + @"P1M".
      Còn ngoặc mở thì gõ tiếp ở dòng sau; một dòng trống kết thúc biểu thức.

        tên := biểu thức  đặt tên cho một giá trị, dùng được ở các dòng sau
      """,
      """
      Type a FEEL expression and Enter: 1 + 2, sum([1, 2, 3]), @"2026-01-31" + @"P1M".
      While a bracket is open it goes on in the next line; an empty line ends it.

        name := expr      give a value a name for the lines that follow
      """) + "\n" + lines.joined(separator: "\n") + "\n\n"
      + either(
        "Tab điền nốt tên, ↑ ↓ xem lại các dòng đã gõ, Ctrl-C xóa dòng.",
        "Tab completes names, ↑ ↓ bring back earlier lines, Ctrl-C clears the line.")
  }

  private func purpose(_ command: FeelCommand) -> String {
    switch command {
    case .help: either("hướng dẫn này", "this help")
    case .names: either("các tên đã có và giá trị", "the names there are, with their values")
    case .type: either("kiểu của biểu thức, không tính", "the type, without computing")
    case .trace: either("mọi giá trị đã tính bên trong", "all values computed inside")
    case .context: either("lấy tên từ tệp JSON hoặc .feel", "take names from a JSON or .feel file")
    case .quit: either("thoát, như Ctrl-D", "end, as Ctrl-D does")
    }
  }
}
