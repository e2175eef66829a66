import Criteria
package import FEEL
import Files
package import JSON

/// The cases that travel with a pack, in its `cases.json`.
///
/// Each case has a small dataset and says what must come out of it; numbers are compared exactly.
package struct CaseFile: Sendable {
  let path: String
  package let document: JSONDocument
  package let source: SourceText

  /// Reads the cases of a pack, or `nil` where the pack has none.
  package init?(of pack: CriteriaPack) throws(MeritError) {
    let place = Place(pack.folder).appending("cases.json")
    guard place.exists else { return nil }
    let bytes: [UInt8]
    do { bytes = try InputFile.contents(of: place.path) } catch { throw MeritError(error.message) }
    path = place.path
    document = JSONDocument(bytes)
    source = SourceText(document.text, name: place.path)
  }

  /// The cases in the order of the file.
  package var cases: [JSONValue] { document.value?["cases"]?.elements ?? [] }

  /// The dataset of one case as a JSON text: the shared records, then its own.
  package func dataset(of one: JSONValue) -> [UInt8] {
    let parts = [document.value?["base"], one["data"]].compactMap { $0?.members }
    var tables: [String] = []
    for member in parts.joined() where !tables.contains(member.key.text) {
      tables.append(member.key.text)
    }
    var writer = JSONWriter(.compact)
    writer.object { writer in
      for table in tables {
        writer.array(table) { writer in
          for part in parts {
            for member in part where member.key.text == table {
              for record in member.value.elements ?? [] { writer.value(record) }
            }
          }
        }
      }
    }
    return writer.bytes
  }
}

/// What a case says of one value.
enum Expected {
  /// An exact value, from a constant expression or a word of JSON.
  case value(Value)
  /// A level or text by name.
  case text(String)
  /// Unknown for a reason of the pack.
  case unknown(String)
  /// Unknown until an authority decides, for a reason of the pack.
  case needsDecision(String)
  /// A state in place of a level.
  case state(String)
}

extension Expected {
  /// Reads an expectation; `nil` where it cannot be read.
  ///
  /// - Parameter isLevel: Whether a text is the name of a level rather than an expression.
  init?(_ json: JSONValue, isLevel: Bool) {
    switch json.content {
    case .null: self = .value(.null)
    case .boolean(let truth): self = .value(.boolean(truth))
    case .number(let text):
      guard let number = Number(text) else { return nil }
      self = .value(.number(number))
    case .string(let string) where isLevel: self = .text(string.text)
    case .string(let string):
      self = Expected.constant(string.text).map(Expected.value) ?? .text(string.text)
    case .array: return nil
    case .object:
      if let reason = json["unknown"]?.string {
        self = .unknown(reason.text)
      } else if let reason = json["needs decision"]?.string {
        self = .needsDecision(reason.text)
      } else if let state = json["state"]?.string {
        self = .state(state.text)
      } else if let text = json["text"]?.string {
        self = .text(text.text)
      } else {
        return nil
      }
    }
  }

  /// The value of an expression without names, or `nil` where it is none.
  static func constant(_ text: String) -> Value? {
    guard let expression = try? Expression(parsing: text, semantics: .strict),
      let program = try? Program(expression, self: nil, locals: [], schema: Schema())
    else { return nil }
    return program.evaluate(self: nil, locals: [], host: EmptyHost(), trace: nil)
  }

  /// Whether a value is what was expected.
  func holds(for value: Value, state found: String?) -> Bool {
    switch (self, value) {
    case (.value(.null), .null): true
    case (.value(let expected), _): expected == value
    case (.text(let text), .string(let found)): text == found
    case (.text(let text), .symbol(let symbol)): text == symbol.name
    case (.text(let text), .date(let date)): text == date.description
    case (.unknown(let reason), .unknown(let why)):
      why.causes.contains { $0.reason.description == reason }
    case (.needsDecision(let reason), .unknown(let why)):
      why.causes.contains {
        $0.needsDecision && (reason.isEmpty || $0.reason.description == reason)
      }
    case (.state(let state), _): state == found
    default: false
    }
  }
}
