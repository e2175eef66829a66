#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file, or standard input, that is read from front to back in blocks.
///
/// A class because it owns an open file, which is closed when the last reference goes.
package final class InputFile {
  /// The path as given, or `standard input`.
  package let path: String
  private let descriptor: Int32
  private let isOwned: Bool

  /// Opens a file.
  ///
  /// - Throws: ``FileProblem`` when there is no such file, or it may not be read.
  package init(_ path: String) throws(FileProblem) {
    self.path = path
    // Opening a path is memory-safe: the string lives for the length of the call.
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    isOwned = true
    if descriptor < 0 { throw FileProblem(.read, path) }
  }

  private init(standardInput: Int32) {
    path = "standard input"
    descriptor = standardInput
    isOwned = false
  }

  /// Standard input; it stays open.
  package static func standardInput() -> InputFile { InputFile(standardInput: 0) }

  deinit {
    if isOwned { _ = close(descriptor) }
  }

  /// Reads up to `count` bytes and appends them to `buffer`; fewer come only at the end.
  ///
  /// - Returns: how many bytes were read; 0 at the end.
  /// - Throws: ``FileProblem`` when the system reports an error.
  package func read(_ count: Int, into buffer: inout [UInt8]) throws(FileProblem) -> Int {
    var total = 0
    while total < count {
      let received = readOnce(count - total, into: &buffer)
      if received < 0 { throw FileProblem(.read, path) }
      if received == 0 { break }
      total += received
    }
    return total
  }

  private func readOnce(_ count: Int, into buffer: inout [UInt8]) -> Int {
    var received = 0
    // The system writes at most `count` bytes into room that the array has just made.
    buffer.append(addingCapacity: count) { (output: inout OutputSpan<UInt8>) in
      unsafe output.withUnsafeMutableBufferPointer { pointer, initialized in
        repeat {
          received = unsafe systemRead(
            descriptor, pointer.baseAddress.map { unsafe $0 + initialized }, count)
        } while received < 0 && errno == EINTR
        if received > 0 { initialized += received }
      }
    }
    return received
  }

  /// All bytes from here to the end.
  package func readToEnd() throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    while try read(1 << 20, into: &bytes) > 0 {}
    return bytes
  }

  /// All bytes of a file.
  ///
  /// - Throws: ``FileProblem`` when there is no such file, or it cannot be read.
  package static func contents(of path: String) throws(FileProblem) -> [UInt8] {
    try InputFile(path).readToEnd()
  }
}

private func systemRead(
  _ descriptor: Int32, _ pointer: UnsafeMutablePointer<UInt8>?, _ count: Int
) -> Int {
  unsafe read(descriptor, pointer, count)
}
