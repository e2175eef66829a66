import Reporting

@testable import Merit

extension Evaluation {
  /// The texts of all files of the output, by name.
  var texts: [String: String] {
    let files = files(facts())
    return Dictionary(
      uniqueKeysWithValues: files.flatMap { file in
        file.names.map { ($0, String(decoding: file.bytes(of: $0) ?? [], as: UTF8.self)) }
      })
  }
}
