internal import Synchronization

/// What identifies an input: its size, and a hash of the hashes of its leaves of 1 MiB.
///
///     root = SHA-256( SHA-256(leaf 0) SHA-256(leaf 1) … )        last leaf: what is left
///
/// Leaves have a fixed size, so the result does not depend on how many threads compute it. An empty
/// input has no leaves.
package struct InputHash: Hashable, Sendable {
  /// The bytes of each leaf but the last.
  package static let leafSize = 1 << 20

  /// The number of bytes of the input.
  package let size: Int
  /// The root as 64 hexadecimal digits.
  package let root: String

  init(size: Int, root: String) {
    self.size = size
    self.root = root
  }

  /// Creates a hash of bytes in memory.
  package init(_ bytes: [UInt8]) {
    var leaves = SHA256()
    for start in stride(from: 0, to: bytes.count, by: InputHash.leafSize) {
      let end = min(start + InputHash.leafSize, bytes.count)
      leaves.update(SHA256.digest(of: bytes.span.extracting(start..<end)).span)
    }
    size = bytes.count
    root = SHA256.hexadecimal(leaves.digest())
  }

  /// Reads a file and computes its hash on several threads.
  ///
  /// - Parameter onBytes: Is told how many bytes were read, whenever some were.
  /// - Throws: ``FileProblem`` when the file cannot be read.
  /// - Complexity: O(bytes); two leaves of memory for each thread.
  package init(
    of path: String, threads: Int = 1, onBytes: (@Sendable (Int) -> Void)? = nil
  ) throws(FileProblem) {
    let leaves = LeafReader(try InputFile(path))
    let parts = Threads.run(threads) { _ in leaves.hashAll(onBytes) }
    var digests: [(index: Int, digest: [UInt8])] = []
    var size = 0
    for part in parts {
      let (found, bytes) = try part.get()
      digests += found
      size += bytes
    }
    var hash = SHA256()
    for leaf in digests.sorted(by: { $0.index < $1.index }) { hash.update(leaf.digest.span) }
    self.size = size
    root = SHA256.hexadecimal(hash.digest())
  }
}

/// Hands out the leaves of a file, two after two, to whichever thread asks.
private final class LeafReader: Sendable {
  private struct Progress: ~Copyable {
    let file: InputFile
    var next = 0
  }

  private let progress: Mutex<Progress>

  init(_ file: sending InputFile) { progress = Mutex(Progress(file: file)) }

  /// Takes and hashes leaves until there are no more.
  func hashAll(
    _ onBytes: (@Sendable (Int) -> Void)?
  ) -> Result<([(index: Int, digest: [UInt8])], Int), FileProblem> {
    var digests: [(index: Int, digest: [UInt8])] = []
    var size = 0
    var bytes: [UInt8] = []
    do throws(FileProblem) {
      while let index = try next(into: &bytes) {
        let cut = min(bytes.count, InputHash.leafSize)
        let (first, second) = (bytes.span.extracting(..<cut), bytes.span.extracting(cut...))
        let pair = SHA256.digests(of: first, second)
        digests.append((index, pair.first))
        if second.count > 0 { digests.append((index + 1, pair.second)) }
        size += bytes.count
        onBytes?(bytes.count)
      }
      return .success((digests, size))
    } catch {
      return .failure(error)
    }
  }

  /// Reads the next two leaves, one after the other, and gives the number of the first; nil at the end.
  private func next(into bytes: inout [UInt8]) throws(FileProblem) -> Int? {
    bytes.removeAll(keepingCapacity: true)
    return try progress.withLock { progress throws(FileProblem) -> Int? in
      guard try progress.file.read(2 * InputHash.leafSize, into: &bytes) > 0 else { return nil }
      progress.next += 2
      return progress.next - 2
    }
  }
}

/// Computes an ``InputHash`` from bytes that come in pieces and only once.
package struct InputHasher: Sendable {
  private var leaves = SHA256()
  private var leaf = SHA256()
  private var filled = 0
  private var size = 0

  /// Creates a hasher that has seen no bytes.
  package init() {}

  /// Adds bytes.
  package mutating func update(_ bytes: [UInt8]) {
    size += bytes.count
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + InputHash.leafSize - filled)
      leaf.update(bytes.span.extracting(start..<end))
      filled += end - start
      start = end
      if filled == InputHash.leafSize { endLeaf() }
    }
  }

  /// The hash of everything added.
  package var hash: InputHash {
    var last = self
    if last.filled > 0 { last.endLeaf() }
    return InputHash(size: size, root: SHA256.hexadecimal(last.leaves.digest()))
  }

  private mutating func endLeaf() {
    leaves.update(leaf.digest().span)
    leaf = SHA256()
    filled = 0
  }
}
