internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A folder for files that nobody needs after the run; it goes when the last reference goes.
package final class TemporaryFolder: Sendable {
  /// Where it is.
  package let place: Place

  /// Makes a folder of a name not used so far in `parent`, by default the system's folder for such.
  ///
  /// - Throws: ``FileProblem`` when it cannot be made.
  package init(in parent: String? = nil) throws(FileProblem) {
    let base = parent ?? TemporaryFolder.systemFolder
    var template = Array(Place(base).appending("merit-XXXXXX").path.utf8CString)
    // The system replaces the six letters within the array that it is given.
    let isMade = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe mkdtemp($0) != nil } ?? false
    }
    guard isMade else { throw FileProblem(.make, base) }
    place = Place(
      String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    TemporaryFolder.open.withLock { [path = place.path] in _ = $0.insert(path) }
  }

  deinit {
    // Nobody is left who could be told.
    try? place.remove()
    TemporaryFolder.open.withLock { [path = place.path] in _ = $0.remove(path) }
  }

  /// The folders that are there now, by path.
  static let open = Mutex<Set<String>>([])

  private static var systemFolder: String {
    // The text is copied at once, before anything could change the environment.
    guard let text = unsafe getenv("TMPDIR") else { return "/tmp" }
    let path = unsafe String(cString: text)
    return path.isEmpty ? "/tmp" : path
  }
}
