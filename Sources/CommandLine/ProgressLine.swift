import Merit
import Synchronization

/// One line at a terminal that tells how far a long run is, and how long it will take.
///
/// It is written anew a few times a second, and taken away in the end; where standard error is no
/// terminal there is none.
final class ProgressLine: Sendable {
  /// A run that takes less than this needs no line.
  private static let patience = Duration.seconds(1)
  private static let pause = Duration.milliseconds(200)

  private let start = ContinuousClock.now
  private let language: ReportLanguage
  private let shown = Mutex<ContinuousClock.Instant?>(nil)

  init(_ language: ReportLanguage) { self.language = language }

  /// Shows how far the run is, unless that was shown just before.
  func show(_ progress: EvaluationProgress) {
    let now = ContinuousClock.now
    let isDue = shown.withLock { shown in
      let isNew = shown.map { now - $0 > ProgressLine.pause } ?? true
      guard isNew, now - start > ProgressLine.patience else { return false }
      shown = now
      return true
    }
    if isDue { Terminal.draw(text(progress, after: now - start)) }
  }

  /// Takes the line away.
  func end() { if shown.withLock({ $0 }) != nil { Terminal.draw("") } }

  /// Such as `45 % read, 210 MB/s, 6 s left`.
  func text(_ progress: EvaluationProgress, after time: Duration) -> String {
    let (seconds, rest) = time.components
    let milliseconds = max(1, Int(seconds) * 1_000 + Int(rest / 1_000_000_000_000_000))
    let rate = max(1, progress.bytes * 1_000 / milliseconds)
    let percent = progress.total > 0 ? progress.bytes * 100 / progress.total : 100
    let left = (progress.total - progress.bytes + rate - 1) / rate
    let speed = rate / 1_000_000
    return switch language {
    case .vietnamese: "đã đọc \(percent) %, \(speed) MB/giây, còn \(left) giây"
    case .english: "\(percent) % read, \(speed) MB/s, \(left) s left"
    }
  }
}
