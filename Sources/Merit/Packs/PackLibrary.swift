import Criteria
import FEEL
import Files
import JSON

/// Where criteria packs are found by name.
///
/// A pack is a folder with a `pack.json`. It is named by the folder's name under one of the
/// library's folders, or by a path to the folder or to the file.
public struct PackLibrary: Sendable {
  /// The folders that hold packs, the first one first.
  public let folders: [String]

  /// Creates a library over some folders; a folder that is not there holds no packs.
  public init(folders: [String]) { self.folders = folders }

  /// The names of all packs in the library, sorted, each once.
  public var names: [String] {
    let all = folders.flatMap { folder in
      ((try? Place(folder).names()) ?? []).filter {
        Place(folder).appending($0).appending("pack.json").exists
      }
    }
    return Set(all).sorted()
  }

  /// Reads a pack and everything it builds on.
  ///
  /// What is wrong inside the pack is not thrown: see ``CriteriaPack/problems``.
  ///
  /// - Throws: Where no such pack can be read, or packs extend each other in a circle.
  public func load(_ nameOrPath: String) throws(MeritError) -> CriteriaPack {
    guard let file = file(of: nameOrPath, near: nil) else {
      let nearest = nearestName(to: nameOrPath, among: names).map { "; did you mean '\($0)'?" }
      throw MeritError("there is no criteria pack '\(nameOrPath)'\(nearest ?? "")")
    }
    var documents: [PackDocument] = []
    try collect(file, &documents, open: [])
    return CriteriaPack(documents, folder: file.parent.path)
  }

  private func collect(
    _ file: Place, _ documents: inout [PackDocument], open: [String]
  ) throws(MeritError) {
    guard !documents.contains(where: { $0.path == file.path }) else { return }
    guard !open.contains(file.path) else {
      throw MeritError(
        "packs extend each other in a circle: \((open + [file.path]).joined(separator: " → "))")
    }
    let bytes: [UInt8]
    do { bytes = try InputFile.contents(of: file.path) } catch { throw MeritError(error.message) }
    let document = PackDocument(bytes, path: file.path)
    for parent in document.parents {
      guard let next = self.file(of: parent.text, near: file) else {
        let nearest = nearestName(to: parent.text, among: names)
        throw MeritError(
          document.source.render(
            Diagnostic(
              "there is no pack '\(parent.text)' to extend", at: parent.span,
              remedy: nearest.map { "write '\($0)'" })))
      }
      try collect(next, &documents, open: open + [file.path])
    }
    documents.append(document)
  }

  /// The `pack.json` that a name or path means; packs beside the one that asks come first.
  private func file(of nameOrPath: String, near: Place?) -> Place? {
    let beside = near.map { [$0.parent.parent.path] } ?? []
    let named = (beside + folders).map { Place($0).appending(nameOrPath).appending("pack.json") }
    let direct = [Place(nameOrPath).appending("pack.json"), Place(nameOrPath)]
    let places = nameOrPath.contains("/") ? direct : named + direct
    return places.first { $0.kind == .file }
  }
}
