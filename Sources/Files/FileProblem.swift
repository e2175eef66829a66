#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Why something could not be done with a file or folder, in plain words.
package struct FileProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried.
  package enum Action: String, Hashable, Sendable {
    /// Reading a file or listing a folder.
    case read
    /// Writing to a file or making sure that it has reached the disk.
    case write
    /// Making a file or folder.
    case make
    /// Giving a file or folder another name.
    case rename
    /// Removing a file or folder.
    case remove
  }

  /// What was tried.
  package let action: Action
  /// The file or folder.
  package let path: String
  /// Why it failed, such as `there is no such file or folder`.
  package let reason: String

  /// Creates a problem with a reason of the engine's own.
  package init(_ action: Action, _ path: String, because reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  /// Creates a problem with the reason that the system gave last on this thread.
  init(_ action: Action, _ path: String) {
    self.init(action, path, because: FileProblem.words(for: errno))
  }

  /// The whole of it: `cannot read 'tasks.csv': permission denied`.
  package var message: String { "cannot \(action.rawValue) '\(path)': \(reason)" }

  package var description: String { message }

  private static func words(for code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file or folder"
    case EACCES, EPERM: "permission denied"
    case EEXIST: "it exists already"
    case ENOTDIR: "a part of the path is not a folder"
    case EISDIR: "it is a folder"
    case ENOTEMPTY: "the folder is not empty"
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case EROFS: "the disk is read-only"
    case EIO: "the disk reports an error"
    case EMFILE, ENFILE: "too many files are open"
    case ENAMETOOLONG: "the name is too long"
    case ELOOP: "its links go round in a circle"
    case EPIPE: "nobody reads the other end"
    default: "system error \(code)"
    }
  }
}
