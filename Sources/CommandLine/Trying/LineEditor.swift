internal import CEdit

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Lines typed at a terminal: editing, earlier lines, and a key that completes.
///
/// A class because the keys find it by its address, and because it owns the editor of libedit.
@safe final class LineEditor {
  /// How reading a line ended.
  enum Entry {
    case line(String)
    /// Ctrl-C: what was typed is dropped.
    case cleared
    /// Ctrl-D on an empty line.
    case end
  }

  /// Gives the text to remove before the cursor, the text to put there, and what to show instead.
  var complete: (String) -> (typed: String, insert: String, choices: [String]) = { _ in
    ("", "", [])
  }
  private var editor: OpaquePointer?
  private var lines: OpaquePointer?
  private var prompt: UnsafeMutablePointer<CChar>?
  private var isCleared = false

  /// Nil where there is no terminal that can be edited on.
  init?(_ program: String) {
    // The editor and the history are ended in `deinit`, before the address of this object is gone.
    unsafe lines = cedit_history(1000)
    let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe editor = cedit_open(program, lines, owner) { unsafe LineEditor.of($0)?.prompt }
    guard unsafe editor != nil, unsafe lines != nil else { return nil }
    unsafe cedit_bind(editor, "^I", "merit-complete") { editor, _ in
      unsafe LineEditor.of(editor)?.completeLine() ?? UInt8(CC_ERROR)
    }
    unsafe cedit_bind(editor, "^C", "merit-clear") { editor, _ in
      unsafe LineEditor.of(editor)?.clear() ?? UInt8(CC_ERROR)
    }
  }

  deinit {
    unsafe el_end(editor)
    unsafe history_end(lines)
    unsafe free(prompt)
  }

  /// Reads one line.
  func read(_ prompt: String) -> Entry {
    isCleared = false
    unsafe free(self.prompt)
    unsafe self.prompt = strdup(prompt)
    var count: Int32 = 0
    // The text belongs to the editor and is copied at once.
    guard let text = unsafe el_gets(editor, &count), count > 0 else {
      return isCleared ? .cleared : .end
    }
    if isCleared { return .cleared }
    let line = unsafe String(cString: text)
    return .line(line.hasSuffix("\n") ? String(line.dropLast()) : line)
  }

  /// Lets the arrow keys find a line.
  func remember(_ line: String) { unsafe cedit_remember(lines, line) }

  private static func of(_ editor: OpaquePointer?) -> LineEditor? {
    guard let owner = unsafe cedit_owner(editor) else { return nil }
    return unsafe Unmanaged<LineEditor>.fromOpaque(owner).takeUnretainedValue()
  }

  private func clear() -> UInt8 {
    isCleared = true
    return UInt8(CC_NEWLINE)
  }

  private func completeLine() -> UInt8 {
    guard let info = unsafe el_line(editor) else { return UInt8(CC_ERROR) }
    let count = unsafe info.pointee.cursor - info.pointee.buffer
    // The bytes up to the cursor, copied at once.
    let bytes = unsafe UnsafeBufferPointer(start: info.pointee.buffer, count: count)
    let before = unsafe String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let (typed, insert, choices) = complete(before)
    if !insert.isEmpty {
      unsafe el_deletestr(editor, Int32(typed.unicodeScalars.count))
      _ = unsafe el_insertstr(editor, insert)
      return UInt8(CC_REFRESH)
    }
    guard !choices.isEmpty else { return UInt8(CC_REFRESH_BEEP) }
    _ = Terminal.send(Array(("\n" + choices.joined(separator: "  ") + "\n").utf8), to: 1)
    return UInt8(CC_REDISPLAY)
  }
}
