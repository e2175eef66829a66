import CMemory
import Files
import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The streams and surroundings of the process.
enum Terminal {
  /// Nobody reads the output any more, as when `head` has seen enough.
  struct Closed: Error {}

  /// The system does not take the output, as when the disk is full.
  struct Refused: Error, CustomStringConvertible {
    let code: Int32
    // The system's text is copied at once.
    var description: String { unsafe String(cString: strerror(code)) }
  }

  /// Lets a closed pipe be an answer of `write` in place of the end of the process, and keeps memory
  /// that is given back for what asks for some next.
  static func begin() {
    _ = signal(SIGPIPE, SIG_IGN)
    memory_keep()
  }

  /// Lets an interrupt remove what waits on the disk before the program ends; to be called before a
  /// dataset is read.
  static func removeTemporaryFoldersOnInterrupt() { TemporaryFolder.removeOnInterrupt() }

  /// Prints to standard output.
  static func print(_ text: String) throws {
    let ended = text.hasSuffix("\n") ? text : text + "\n"
    guard let code = send(Array(ended.utf8), to: STDOUT_FILENO) else { return }
    if code == EPIPE { throw Closed() }
    throw Refused(code: code)
  }

  /// Prints to standard error, after the program's name; who does not read it misses it.
  static func complain(_ text: String) {
    _ = send(Array("merit: \(text)\n".utf8), to: STDERR_FILENO)
  }

  /// Prints to standard error as it is.
  static func tell(_ text: String) { _ = send(Array("\(text)\n".utf8), to: STDERR_FILENO) }

  /// Whether somebody may be watching standard error.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes a line of the terminal anew: back to its beginning, and nothing behind the text.
  static func draw(_ text: String) { _ = send(Array("\r\(text)\u{1B}[K".utf8), to: STDERR_FILENO) }

  /// Whether there is anything at a path.
  static func exists(_ path: String) -> Bool {
    // The path lives for the length of the call.
    unsafe access(path, F_OK) == 0
  }

  /// Sends bytes; gives the system's number for what went wrong, or `nil`.
  static func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var start = 0
    while start < bytes.count {
      // The pointer is used within the closure only, and for no more than the bytes it has.
      let sent = unsafe bytes.withUnsafeBytes { all in
        unsafe write(descriptor, all.baseAddress?.advanced(by: start), all.count - start)
      }
      if sent < 0, errno == EINTR { continue }
      if sent < 0 { return errno }
      start += sent
    }
    return nil
  }

  /// The value of an environment variable.
  static func variable(_ name: String) -> String? {
    // The system's text is copied at once.
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// The path of the running program with all links followed, if the system tells it.
  static var executable: String? {
    // The system makes the text, which is copied and given back.
    guard let path = unsafe realpath("/proc/self/exe", nil) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// The seconds since 1970-01-01T00:00:00Z.
  static var second: Int { Int(time(nil)) }

  /// How many processors there are to work with.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Keeps something until the process ends: the system takes all memory at once, and sooner than it
  /// would be given back piece by piece.
  static func keepToTheEnd(_ thing: some Sendable) { kept.withLock { $0.append(thing) } }

  private static let kept = Mutex<[any Sendable]>([])

  /// Ends the process.
  static func exit(_ status: Int32) -> Never { systemExit(status) }
}

/// Ends the process by the system's call, whose name the method above hides.
private func systemExit(_ status: Int32) -> Never { exit(status) }
