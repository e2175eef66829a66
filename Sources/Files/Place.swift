#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A place in the file system, by its path; there may be nothing there.
package struct Place: Hashable, Sendable {
  /// What there is at a place.
  package enum Kind: Hashable, Sendable {
    /// A file.
    case file
    /// A folder.
    case folder
    /// A pipe, a device or the like.
    case other
  }

  /// The path.
  package let path: String

  /// Creates a place; nothing is looked up.
  package init(_ path: String) { self.path = path }

  /// The place called `name` in this folder.
  package func appending(_ name: String) -> Place {
    Place(path.hasSuffix("/") ? path + name : path + "/" + name)
  }

  /// The last part of the path: `tasks.csv` of `data/tasks.csv`.
  package var name: String {
    trimmed.split(separator: "/").last.map { String($0) } ?? trimmed
  }

  /// The folder that this place lies in.
  package var parent: Place {
    guard let slash = trimmed.lastIndex(of: "/") else { return Place(".") }
    return Place(slash == trimmed.startIndex ? "/" : String(trimmed[..<slash]))
  }

  /// The path without slashes at its end.
  private var trimmed: String {
    var text = Substring(path)
    while text.count > 1, text.last == "/" { text.removeLast() }
    return String(text)
  }

  /// The path without links and detours, where there is something; the path itself otherwise.
  package var canonical: String {
    // The system allocates the text, which is copied and then freed.
    guard let found = unsafe realpath(path, nil) else { return trimmed }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// What there is; links are followed, and `nil` means nothing.
  package var kind: Kind? { status.map { Place.kind(of: $0.st_mode) } }

  /// Whether there is anything.
  package var exists: Bool { kind != nil }

  /// What tells a file from what it was before, or from another in its place.
  package struct Mark: Hashable, Sendable {
    private let size: Int
    private let seconds: Int
    private let nanoseconds: Int
    private let node: UInt64

    fileprivate init(_ status: stat) {
      #if canImport(Glibc)
        let changed = status.st_mtim
      #else
        let changed = status.st_mtimespec
      #endif
      (seconds, nanoseconds) = (Int(changed.tv_sec), Int(changed.tv_nsec))
      (size, node) = (Int(status.st_size), UInt64(status.st_ino))
    }
  }

  /// How the file stands now: as long as nobody writes to it, the mark stays; `nil` when there is nothing.
  package var mark: Mark? { status.map { Mark($0) } }

  /// How many bytes the file has; `nil` when there is nothing.
  package var size: Int? { status.map { Int($0.st_size) } }

  private var status: stat? {
    var status = stat()
    // The system fills in the structure that it is given.
    return unsafe stat(path, &status) == 0 ? status : nil
  }

  /// Whether there is a link here, wherever it leads.
  private var isLink: Bool {
    var status = stat()
    // As above.
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private static func kind(of mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// The names in this folder in the order of their bytes, without `.` and `..`.
  ///
  /// - Throws: ``FileProblem`` when this is no folder or may not be read.
  package func names() throws(FileProblem) -> [String] {
    // The stream is closed below, and each entry is copied before the next is asked for.
    guard let stream = unsafe opendir(path) else { throw FileProblem(.read, path) }
    defer { _ = unsafe closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    // The end of the folder and an error look the same, but for this.
    if errno != 0 { throw FileProblem(.read, path) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The paths of all files within this folder, from it on and sorted: `run.json`, `reports/B1.csv`.
  package func files() throws(FileProblem) -> [String] {
    var files: [String] = []
    for name in try names() {
      let place = appending(name)
      switch place.kind {
      case .file: files.append(name)
      case .folder where !place.isLink: files += try place.files().map { "\(name)/\($0)" }
      case .folder, .other, nil: continue
      }
    }
    return files.sorted()
  }

  /// Makes a folder here; the one it lies in must exist.
  package func makeFolder() throws(FileProblem) {
    // Paths live for the length of a call, here and below.
    if unsafe mkdir(path, 0o777) != 0 { throw FileProblem(.make, path) }
  }

  /// Removes whatever is here, a folder with all that it holds; links are not followed.
  ///
  /// Nothing here is no problem.
  package func remove() throws(FileProblem) {
    if kind == .folder, !isLink {
      for name in try names() { try appending(name).remove() }
      if unsafe rmdir(path) != 0 { throw FileProblem(.remove, path) }
    } else if unsafe unlink(path) != 0, errno != ENOENT {
      throw FileProblem(.remove, path)
    }
  }

  /// Gives what is here another place on the same disk, at once or not at all.
  package func rename(to other: Place) throws(FileProblem) {
    if systemRename(path, other.path) != 0 { throw FileProblem(.rename, path) }
  }

  /// Makes sure that the names in this folder have reached the disk.
  package func synchronise() throws(FileProblem) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw FileProblem(.write, path) }
    defer { _ = close(descriptor) }
    // Some file systems have nothing to synchronise for a folder, and say so by EINVAL.
    if fsync(descriptor) != 0, errno != EINVAL { throw FileProblem(.write, path) }
  }
}

/// Renames by the system's call, whose name the method above hides.
private func systemRename(_ from: String, _ to: String) -> Int32 { unsafe rename(from, to) }
