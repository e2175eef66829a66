#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file that is written from front to back.
///
/// A class because it owns an open file. Nothing is promised to be on the disk before
/// ``OutputFile/finish()`` has returned.
package final class OutputFile {
  /// The path as given.
  package let path: String
  private let descriptor: Int32
  private var isOpen = true
  private var waiting: [UInt8] = []
  private static let room = 1 << 18

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
    if isOpen { _ = close(descriptor) }
  }

  /// Writes bytes after those already written.
  ///
  /// - Throws: ``FileProblem``, at the latest by ``OutputFile/finish()``.
  package func write(_ bytes: [UInt8]) throws(FileProblem) {
    waiting += bytes
    if waiting.count >= OutputFile.room { try flush() }
  }

  /// Writes bytes after those already written, without a copy of their own.
  package func write(_ bytes: ArraySlice<UInt8>) throws(FileProblem) {
    waiting += bytes
    if waiting.count >= OutputFile.room { try flush() }
  }

  /// Writes text as UTF-8.
  package func write(_ text: String) throws(FileProblem) {
    waiting += text.utf8
    if waiting.count >= OutputFile.room { try flush() }
  }

  /// Hands everything to the system, so that another reader of the file sees it.
  package func flush() throws(FileProblem) {
    var start = 0
    while start < waiting.count {
      // The pointer is used within the closure only, and for no more than the bytes it has.
      let sent = unsafe waiting.withUnsafeBytes { bytes in
        unsafe systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: bytes[start...]))
      }
      if sent < 0, errno == EINTR { continue }
      if sent < 0 { throw FileProblem(.write, path) }
      start += sent
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// Writes what is waiting, makes sure that it is on the disk, and closes the file.
  package func finish() throws(FileProblem) {
    try flush()
    if fsync(descriptor) != 0, errno != EINVAL { throw FileProblem(.write, path) }
    isOpen = false
    if close(descriptor) != 0 { throw FileProblem(.write, path) }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  unsafe write(descriptor, bytes.baseAddress, bytes.count)
}
