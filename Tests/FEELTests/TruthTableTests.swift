import FEEL
import Foundation
import Testing

/// The tables of `Grammar.md`: the header holds expressions over `a` and `b`, the rows their values.
@Suite struct TruthTableTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let inputs: [String: String]
    let expression: String
    let expected: String

    var testDescription: String { "\(expression) with \(inputs.sorted { $0.key < $1.key })" }
  }

  static let rows: [Row] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/FEEL/Grammar.md").standardized
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    var header: [String] = []
    var rows: [Row] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        header = []
        continue
      }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      if header.isEmpty {
        header = cells
      } else if header.first == "a", !line.hasPrefix("|---") {
        let pairs = zip(header, cells)
        let inputs = pairs.filter { ["a", "b"].contains($0.0) }
        for (expression, expected) in pairs where !["a", "b"].contains(expression) {
          rows.append(
            Row(
              inputs: Dictionary(uniqueKeysWithValues: inputs), expression: expression,
              expected: expected))
        }
      }
    }
    return rows
  }()

  private func evaluate(_ text: String, _ names: [String: Value]) throws -> Value {
    let sorted = names.sorted { $0.key < $1.key }
    let program = try Program(
      Expression(parsing: text, semantics: .strict), self: nil,
      locals: sorted.map { ($0.key, .any) }, schema: Schema())
    return program.evaluate(
      self: nil, locals: sorted.map(\.value), host: EmptyHost(), trace: nil)
  }

  @Test func tablesAreThere() {
    #expect(TruthTableTests.rows.count > 100)
  }

  @Test(arguments: rows)
  func rowHolds(row: Row) throws {
    var names: [String: Value] = [:]
    for (name, text) in row.inputs {
      names[name] =
        text == "unknown" ? .unknown(Unknown("missing")) : try evaluate(text, [:])
    }
    let value = try evaluate(row.expression, names)
    #expect(value.unknown == nil ? value.description == row.expected : row.expected == "unknown")
  }
}
