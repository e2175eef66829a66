/// One file of a run's output, made part by part so that no file has to be held as a whole.
package struct ReportFile: Sendable {
  /// The name in the output folder.
  package let name: String
  /// How many parts there are, in order; at least one.
  package let partCount: Int
  private let make: @Sendable (Int) -> [UInt8]

  /// Describes a file by its parts; they may be made in any order and by several threads.
  package init(_ name: String, parts: Int, _ make: @escaping @Sendable (Int) -> [UInt8]) {
    self.name = name
    partCount = max(1, parts)
    self.make = make
  }

  /// Describes a file of a single part.
  package init(_ name: String, _ make: @escaping @Sendable () -> [UInt8]) {
    self.init(name, parts: 1) { _ in make() }
  }

  /// The folder within the output that the file lies in, if it lies in one.
  package var folder: String? {
    name.lastIndex(of: "/").map { String(name[..<$0]) }
  }

  /// The bytes of one part.
  package func part(_ index: Int) -> [UInt8] { make(index) }

  /// The bytes of the whole file.
  package var bytes: [UInt8] { (0..<partCount).flatMap { make($0) } }
}
