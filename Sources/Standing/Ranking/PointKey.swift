package import FEEL

/// What members are ordered by: a number, or a text that parts those who are level.
package protocol PointKey: Comparable, Sendable {
  /// A double that stands to that of another key as the keys do, wherever the two differ; not a
  /// number where there is none.
  ///
  /// Members are put in order by it, so that the keys themselves are asked only where it is the same.
  var hint: Double { get }
}

extension PointKey {
  package var hint: Double { .nan }
}

extension Number: PointKey {
  package var hint: Double { nearest }
}

extension Int: PointKey {}
extension String: PointKey {}
extension Never: PointKey {}
