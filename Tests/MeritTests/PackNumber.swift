import Criteria
import FEEL
import JSON
import Merit
import TestSupport

/// A number that stands in a pack's own file, as a value or inside a formula.
struct PackNumber: CustomStringConvertible {
  /// The keys on the way to it.
  let path: [String]
  let line: Int
  let text: String
  let bytes: Range<Int>

  var description: String { "line \(line), \(path.joined(separator: " / ")): \(text)" }

  /// The number changed by one unit of its last place, such as 0.26 for 0.25.
  func changed(by step: Int) -> String? {
    let parts = text.split(separator: ".")
    guard let units = Int(parts.joined()) else { return nil }
    let changed = units + step
    guard parts.count == 2 else { return "\(changed)" }
    let digits = String(changed.magnitude)
    let padded = String(repeating: "0", count: max(0, parts[1].count + 1 - digits.count)) + digits
    return (changed < 0 ? "-" : "") + padded.dropLast(parts[1].count) + "."
      + padded.suffix(parts[1].count)
  }
}

extension PackNumber {
  /// All numbers of the pack's own document, in the order of the file.
  static func all(in pack: Pack) -> [PackNumber] {
    guard let document = pack.documents.last, let root = document.json.value else { return [] }
    let formulas = pack.formulas.filter { $0.document == pack.documents.count - 1 }
    let texts = Dictionary(
      formulas.map { ($0.string.span.lower, $0) }, uniquingKeysWith: { first, _ in first })
    var numbers: [PackNumber] = []
    func visit(_ value: JSONValue, _ path: [String]) {
      switch value.content {
      case .number: numbers.append(PackNumber(path, value.span, document))
      case .string:
        guard let formula = texts[value.span.lower] else { return }
        for token in FormulaToken.all(in: formula.text) where token.kind == .number {
          let inner = SourceSpan(token.bytes.lowerBound, token.bytes.upperBound)
          numbers.append(PackNumber(path, formula.fileSpan(inner), document))
        }
      case .array(let elements):
        for (index, element) in elements.enumerated() { visit(element, path + ["\(index + 1)"]) }
      case .object(let members):
        for member in members { visit(member.value, path + [member.key.text]) }
      case .null, .boolean: return
      }
    }
    visit(root, [])
    return numbers
  }

  private init(_ path: [String], _ span: SourceSpan, _ document: PackDocument) {
    self.path = path
    bytes = span.lower..<span.upper
    text = String(decoding: document.bytes[bytes], as: UTF8.self)
    line = 1 + document.bytes[..<span.lower].count { $0 == UInt8(ascii: "\n") }
  }
}

extension CriteriaPack {
  /// The pack with one number of its own document written differently.
  func replacing(_ number: PackNumber, by text: String) -> CriteriaPack {
    var documents = pack.documents
    guard let own = documents.popLast() else { return self }
    var bytes = own.bytes
    bytes.replaceSubrange(number.bytes, with: Array(text.utf8))
    return CriteriaPack(documents + [PackDocument(bytes, path: own.path)], folder: folder)
  }
}
