import FEEL
import JSON
import Model

/// One thing that waits for a person.
struct WaitingItem: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    /// An authority has to decide.
    case decision
    /// People level with each other at the last seat of a quota.
    case tie
    /// A record or a field is missing or cannot be used.
    case record
    /// What an entry of the pack says.
    case entry
    /// A value that the agency has not set.
    case policy
  }
  let kind: Kind
  /// The person or unit, such as `people/A`; `nil` where it concerns all.
  let subject: String?
  let name: String
  let what: LocalizedText
  let record: String?
  let field: String?
  let by: LocalizedText?
  let until: CalendarDate?
  /// The entry of the pack that it comes from.
  let entry: String?

  /// The order of the file: what is due first, then by whom it is about.
  static func precedes(_ left: WaitingItem, _ right: WaitingItem) -> Bool {
    if left.until != right.until {
      guard let day = left.until else { return false }
      return right.until.map { day < $0 } ?? true
    }
    return left.key.lexicographicallyPrecedes(right.key)
  }

  private var key: [String] {
    [subject ?? "", kind.rawValue, record ?? "", field ?? "", what.english, entry ?? ""]
  }

  func write(to json: inout JSONWriter) {
    json.object {
      $0.member("kind", kind.rawValue)
      $0.member("subject", orNull: subject)
      $0.member("name", name)
      $0.member("what", what)
      $0.member("record", orNull: record)
      $0.member("field", orNull: field)
      $0.member("by", by)
      $0.member("until", orNull: until.map { "\($0)" })
      $0.member("entry", orNull: entry)
    }
    json.endLine()
  }
}
