import Criteria
public import Merit

/// The packs of this repository.
public enum Packs {
  /// All shipped packs.
  public static let library = PackLibrary(folders: [Repository.path("criteria")])

  /// The names of the shipped packs, sorted.
  public static let shipped = library.names

  /// The paths of the packs that stand with the examples, sorted.
  public static let ofExamples = Repository.files(under: "examples", suffix: "/pack.json")

  /// One shipped pack, or one of the examples by its path in the repository.
  public static func load(_ nameOrPath: String) throws -> CriteriaPack {
    try library.load(nameOrPath.contains("/") ? Repository.path(nameOrPath) : nameOrPath)
  }
}
