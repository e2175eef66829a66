import FEEL

/// A host that has records with members, and nothing else.
protocol MembersAlone: Host {}

extension MembersAlone {
  func global(_ index: Int) -> Value { .null }
  func slot(_ index: Int, of record: RecordReference?) -> Value { .null }
  func workingDays(from: CalendarDate, to: CalendarDate) -> Value { .null }
}
