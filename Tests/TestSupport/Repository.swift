package import Foundation

/// The files of this repository, by their paths in it.
package enum Repository {
  /// The folder with `Package.swift`.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The whole path of a file or folder.
  package static func path(_ path: String) -> String { root.appending(path: path).path }

  /// The text of a file.
  package static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The paths of all files below a folder, sorted; hidden ones are left out.
  package static func files(under folder: String, suffix: String = "") -> [String] {
    let base = root.appending(path: folder)
    let all = FileManager.default.enumerator(
      at: base, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    let files = (all?.allObjects ?? []).compactMap { $0 as? URL }.filter {
      (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) ?? false
    }
    return files.map { String($0.standardizedFileURL.path.dropFirst(root.path.count + 1)) }
      .filter { $0.hasSuffix(suffix) }.sorted()
  }

  /// The names of what stands in a folder, sorted; hidden ones are left out.
  package static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }
}
