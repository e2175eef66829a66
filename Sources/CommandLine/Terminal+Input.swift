#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Terminal {
  /// Whether a person types and reads.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Lets letters beyond ASCII be typed: takes the language of the surroundings, or any that has
  /// UTF-8.
  static func useUTF8() {
    // Texts live for the length of the calls, and the answer is copied at once.
    _ = unsafe setlocale(LC_CTYPE, "")
    if unsafe nl_langinfo(Int32(CODESET)).map({ unsafe String(cString: $0) }) != "UTF-8" {
      _ = unsafe setlocale(LC_CTYPE, "C.UTF-8")
    }
  }

  /// Appends a line to a file that only its owner may read, making the file and its folders; whether
  /// it could.
  static func append(_ line: String, to path: String) -> Bool {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      // The path lives for the length of the call, here and below; what is there already is well.
      _ = unsafe mkdir(folder, 0o700)
    }
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { _ = close(file) }
    return send(Array((line + "\n").utf8), to: file) == nil
  }
}
