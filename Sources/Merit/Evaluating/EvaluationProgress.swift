internal import Records
internal import Synchronization

/// How far an evaluation has come with the bytes of its dataset.
///
/// Every file is read twice: for the hash that identifies it, and for its records. What follows the
/// reading takes a small part of the time.
public struct EvaluationProgress: Sendable {
  /// How many bytes were read so far.
  public let bytes: Int
  /// How many there are to read; more where records that may repeat have to be looked for again.
  public let total: Int

  /// Tells of so many bytes out of all.
  public init(bytes: Int, total: Int) { (self.bytes, self.total) = (bytes, total) }
}

/// Counts what several threads have read, and tells it.
final class ProgressMeter: Sendable {
  private let bytes = Mutex(0)
  private let total: Int
  private let tell: @Sendable (EvaluationProgress) -> Void

  init(_ source: DatasetSource, _ tell: @escaping @Sendable (EvaluationProgress) -> Void) {
    total = 2 * source.tables.reduce(0) { $0 + (source.bytes(of: $1) ?? 0) }
    self.tell = tell
  }

  func add(_ count: Int) {
    let sofar = bytes.withLock { bytes in
      bytes += count
      return bytes
    }
    tell(EvaluationProgress(bytes: min(sofar, total), total: total))
  }
}
