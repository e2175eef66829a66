#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A folder of results that appears under its name whole, or not at all.
///
///     OUT.partial-4711     written, synchronised, then renamed to
///     OUT
///
/// A class because it owns the partial folder: without ``OutputFolder/commit()`` it is removed
/// when the last reference goes. While it is written it is locked, so that a later run can tell a
/// folder left by a run that died from one that is still being written.
package final class OutputFolder {
  /// The folder that will hold the results.
  package let target: Place
  /// The folder in which they are written.
  package let partial: Place
  /// The names of partial folders left by earlier runs, removed by this one.
  package let removedStale: [String]
  private static let replacedSuffix = ".replaced"
  private let replaces: Bool
  private let lock: Int32
  private var isDone = false

  /// Makes the partial folder, after removing those that earlier runs left behind.
  ///
  /// - Parameters:
  ///   - path: the folder to appear; the one that it lies in must exist.
  ///   - replace: whether an existing `path` may be replaced.
  /// - Throws: ``FileProblem`` when `path` exists and must not be replaced, or on any system error.
  package init(_ path: String, replace: Bool = false) throws(FileProblem) {
    let target = Place(path)
    removedStale = try OutputFolder.removeStale(of: target)
    try OutputFolder.refuse(target, unless: replace)
    let partial = target.parent.appending("\(target.name).partial-\(getpid())")
    try partial.makeFolder()
    self.target = target
    self.partial = partial
    replaces = replace
    lock = OutputFolder.lock(partial)
  }

  deinit {
    // Nobody is left who could be told.
    if !isDone { try? partial.remove() }
    if lock >= 0 { _ = close(lock) }
  }

  /// Makes a new file of the results; call ``OutputFile/finish()`` on it before committing.
  package func makeFile(_ name: String) throws(FileProblem) -> OutputFile {
    try OutputFile(partial.appending(name).path)
  }

  /// Makes a folder within the results.
  package func makeFolder(_ name: String) throws(FileProblem) {
    try partial.appending(name).makeFolder()
  }

  /// Writes a whole file of the results.
  package func write(_ bytes: [UInt8], to name: String) throws(FileProblem) {
    let file = try makeFile(name)
    try file.write(bytes)
    try file.finish()
  }

  /// Puts the results under their name: from now on they are there, and whole.
  ///
  /// - Throws: ``FileProblem``; the target is then as it was before.
  package func commit() throws(FileProblem) {
    try OutputFolder.synchronise(partial)
    try OutputFolder.refuse(target, unless: replaces)
    if target.exists {
      try replaceTarget()
    } else {
      try partial.rename(to: target)
      isDone = true
    }
    try target.parent.synchronise()
  }

  /// Moves the old results aside, the new ones in, and removes the old.
  ///
  /// When the second step fails the first is undone; when the program dies between the two, the
  /// next run undoes it.
  private func replaceTarget() throws(FileProblem) {
    let old = Place(partial.path + OutputFolder.replacedSuffix)
    try target.rename(to: old)
    do {
      try partial.rename(to: target)
    } catch {
      try old.rename(to: target)
      throw error
    }
    isDone = true
    try old.remove()
  }

  private static func refuse(_ target: Place, unless replace: Bool) throws(FileProblem) {
    guard let kind = target.kind else { return }
    if kind != .folder {
      throw FileProblem(.make, target.path, because: "there is a file of this name")
    }
    if !replace {
      throw FileProblem(
        .make, target.path, because: "the folder exists; choose another name or ask to replace it")
    }
  }

  private static func synchronise(_ folder: Place) throws(FileProblem) {
    for name in try folder.names() {
      let place = folder.appending(name)
      if place.kind == .folder { try synchronise(place) }
    }
    try folder.synchronise()
  }

  /// Removes partial folders of `target` that no living run holds, and gives their names.
  private static func removeStale(of target: Place) throws(FileProblem) -> [String] {
    var removed: [String] = []
    for name in try target.parent.names() where name.hasPrefix("\(target.name).partial-") {
      let place = target.parent.appending(name)
      guard place.kind == .folder else { continue }
      if name.hasSuffix(replacedSuffix), !target.exists {
        try place.rename(to: target)  // A run died after moving the old results aside.
        continue
      }
      let lock = lock(place)
      guard lock >= 0 else { continue }
      defer { _ = close(lock) }
      try place.remove()
      removed.append(name)
    }
    return removed
  }

  /// Locks a folder for this process; negative when another one holds it.
  private static func lock(_ place: Place) -> Int32 {
    // Opening a path is memory-safe: the string lives for the length of the call.
    let descriptor = unsafe open(place.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return -1 }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
    _ = close(descriptor)
    return -1
  }
}
