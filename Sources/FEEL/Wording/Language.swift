/// The two languages in which everything that a person reads is written.
public enum Language: String, CaseIterable, Sendable {
  /// Vietnamese, `vi`.
  case vietnamese = "vi"
  /// English, `en`.
  case english = "en"
}
