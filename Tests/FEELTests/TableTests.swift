import FEEL
import Foundation
import Testing

/// One expression with what it gives in both semantics; `error:` begins the message of a diagnostic.
struct TableCase: CustomTestStringConvertible, Sendable {
  let expression: String
  let strict: String
  let standard: String

  var testDescription: String { expression }

  /// The rows of a table in the folder `Tables`; a line that begins with `#` is a remark.
  static func table(_ name: String) -> [TableCase] {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Tables/\(name).tsv")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      return TableCase(
        expression: cells[0], strict: cells.count == 3 ? cells[1] : "the row needs three cells",
        standard: cells.last ?? "")
    }
  }

  static let all = [
    "arithmetic", "logic", "lists", "structures", "times", "calls", "conversions", "ranges",
    "texts",
  ].flatMap(table)
}

/// The value of an expression as text, or the message of its first problem.
func result(
  _ text: String, _ semantics: Semantics, _ world: World = World(),
  locals: [(name: String, type: Type, value: Value)] = [], self record: RecordReference? = nil,
  steps: Int? = nil
) -> String {
  do throws(Problems) {
    let expression = try Expression(
      parsing: text, semantics: semantics, names: Set(locals.map(\.name)))
    let program = try Program(
      expression, self: record.map { Int($0.type) }, locals: locals.map { ($0.name, $0.type) },
      schema: world.schema)
    return program.evaluate(
      self: record, locals: locals.map(\.value), host: world, trace: nil, steps: steps
    ).description
  } catch {
    return "error: \(error.all.first?.diagnostic.message.description ?? "none")"
  }
}

@Suite struct TableTests {
  @Test func tablesAreThere() {
    #expect(TableCase.all.count > 200)
  }

  @Test(arguments: TableCase.all)
  func strict(row: TableCase) {
    #expect(result(row.expression, .strict) == row.strict)
  }

  @Test(arguments: TableCase.all)
  func standard(row: TableCase) {
    #expect(result(row.expression, .standard) == row.standard)
  }
}
