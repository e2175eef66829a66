internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file that is written from front to back.
///
/// A class because it owns an open file; one thread after the other may write to it. Nothing is
/// promised to be on the disk before ``OutputFile/finish()`` has returned.
package final class OutputFile: Sendable {
  /// The path as given.
  package let path: String
  private let descriptor: Int32
  private let state = Mutex(State())
  private static let room = 1 << 18

  private struct State {
    var isOpen = true
    var waiting: [UInt8] = []
  }

  /// Makes a new file.
  ///
  /// - Throws: ``FileProblem`` when it exists already or cannot be made.
  package init(_ path: String) throws(FileProblem) {
    self.path = path
    // Opening a path is memory-safe: the string lives for the length of the call.
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw FileProblem(.make, path) }
  }

  deinit {
    if state.withLock({ $0.isOpen }) { _ = close(descriptor) }
  }

  /// Writes bytes after those already written; many at once go to the system without a copy.
  ///
  /// - Throws: ``FileProblem``, at the latest by ``OutputFile/finish()``.
  package func write(_ bytes: [UInt8]) throws(FileProblem) {
    try state.withLock { (state) throws(FileProblem) in
      if bytes.count >= OutputFile.room {
        try flush(&state)
        try send(bytes)
      } else {
        try add(bytes, &state)
      }
    }
  }

  /// Writes bytes after those already written, without a copy of their own.
  package func write(_ bytes: ArraySlice<UInt8>) throws(FileProblem) {
    try state.withLock { (state) throws(FileProblem) in try add(bytes, &state) }
  }

  /// Writes text as UTF-8.
  package func write(_ text: String) throws(FileProblem) {
    try state.withLock { (state) throws(FileProblem) in try add(text.utf8, &state) }
  }

  /// Hands everything to the system, so that another reader of the file sees it.
  package func flush() throws(FileProblem) {
    try state.withLock { (state) throws(FileProblem) in try flush(&state) }
  }

  /// Writes what is waiting, makes sure that it is on the disk, and closes the file.
  package func finish() throws(FileProblem) {
    try state.withLock { (state) throws(FileProblem) in
      try flush(&state)
      if fsync(descriptor) != 0, errno != EINVAL { throw FileProblem(.write, path) }
      state.isOpen = false
      if close(descriptor) != 0 { throw FileProblem(.write, path) }
    }
  }

  private func add(_ bytes: some Sequence<UInt8>, _ state: inout State) throws(FileProblem) {
    state.waiting += bytes
    if state.waiting.count >= OutputFile.room { try flush(&state) }
  }

  private func flush(_ state: inout State) throws(FileProblem) {
    try send(state.waiting)
    state.waiting.removeAll(keepingCapacity: true)
  }

  private func send(_ bytes: [UInt8]) throws(FileProblem) {
    var start = 0
    while start < bytes.count {
      // The pointer is used within the closure only, and for no more than the bytes it has.
      let sent = unsafe bytes.withUnsafeBytes { bytes in
        unsafe systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: bytes[start...]))
      }
      if sent < 0, errno == EINTR { continue }
      if sent < 0 { throw FileProblem(.write, path) }
      start += sent
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  unsafe write(descriptor, bytes.baseAddress, bytes.count)
}
