import Criteria
package import Merit

/// The packs of this repository.
package enum Packs {
  /// All shipped packs.
  package static let library = PackLibrary(folders: [Repository.path("criteria")])

  /// The names of the shipped packs, sorted.
  package static let shipped = library.names

  /// The paths of the packs that stand with the examples, sorted.
  package static let ofExamples = Repository.files(under: "examples", suffix: "/pack.json")

  /// One shipped pack, or one of the examples by its path in the repository.
  package static func load(_ nameOrPath: String) throws -> CriteriaPack {
    try library.load(nameOrPath.contains("/") ? Repository.path(nameOrPath) : nameOrPath)
  }
}
