import JSON
import Model

extension RecordProblem {
  /// Writes the problem with its place and its words in both languages.
  func write(to json: inout JSONWriter) {
    json.object {
      $0.member("kind", kind.rawValue)
      $0.member("table", table)
      $0.member("file", file)
      if line > 0 { $0.member("line", line) }
      if let record { $0.member("record", record) }
      if let field { $0.member("field", field) }
      if let expected { $0.member("expected", expected.english) }
      if let given { $0.member("given", given) }
      $0.object("message") {
        $0.member("vi", vietnamese(showsGiven: false))
        $0.member("en", english(showsGiven: false))
      }
    }
  }
}
