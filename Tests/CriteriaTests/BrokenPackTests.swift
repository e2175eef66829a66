import Criteria
import FEEL
import Foundation
import JSON
import Merit
import TestSupport
import Testing

/// Every field of every shipped pack removed, given another type, and pointed at nothing.
///
/// By default a sample of the fields is broken, drawn by `SEED`; `EVERY_FIELD=1` breaks every one.
@Suite struct BrokenPackTests {
  static let environment = ProcessInfo.processInfo.environment
  static let seed = environment["SEED"].flatMap { UInt64($0) } ?? 968
  static let breaksAll = environment["EVERY_FIELD"] == "1"
  /// How many fields of each pack are broken in each way.
  static let sample = environment["FIELDS"].flatMap { Int($0) } ?? 4

  @Test(arguments: Packs.shipped, Breakage.allCases)
  func `what is broken is told with its place and a way out`(
    name: String, breakage: Breakage
  ) throws {
    let pack = try Packs.load(name)
    let own = try #require(pack.documents.last)
    let root = try #require(own.json.value)
    var fields: [PackField] = []
    PackField.add(root, at: [], of: .pack, to: &fields)
    var numbers = SeededNumbers(seed: BrokenPackTests.seed)
    let able = fields.filter { breakage.value(for: $0) != nil }
    let chosen =
      BrokenPackTests.breaksAll
      ? able : Array(able.shuffled(using: &numbers).prefix(BrokenPackTests.sample))
    var silent: [String] = []
    for field in chosen {
      guard let value = breakage.value(for: field) else { continue }
      let bytes = field.replacing(in: root, by: value)
      let changed = CriteriaPack(
        pack.documents.dropLast() + [PackDocument(bytes, path: own.path)], folder: "")
      let told = changed.problems
      let text = told.rendered(changed.documents, in: .english)
      if !told.hasErrors {
        if breakage.mustBeTold(of: field) { silent.append("\(field.name): passes") }
      } else if !breakage.isHelped(by: text) {
        silent.append("\(field.name): \(text)")
      }
    }
    print("\(name), \(breakage): \(chosen.count) of \(able.count), seed \(BrokenPackTests.seed)")
    #expect(silent.isEmpty, "\(silent.joined(separator: "\n"))")
  }
}

extension CriteriaPack {
  var documents: [PackDocument] { pack.documents }
}

/// A way to break a field.
enum Breakage: CaseIterable, Sendable {
  case removed, mistyped, pointedAtNothing

  /// The JSON in place of the field's; empty where it goes, and `nil` where it cannot be broken so.
  func value(for field: PackField) -> String? {
    switch self {
    case .removed: return ""
    case .mistyped:
      switch field.value.content {
      case .null: return nil
      case .string, .boolean, .number: return "[[7]]"
      case .array, .object: return "true"
      }
    case .pointedAtNothing: return field.value.string == nil ? nil : "\"nowhere at all\""
    }
  }

  /// Whether what is told shows a place in the pack and, of a wrong type, which one is right.
  func isHelped(by text: String) -> Bool {
    text.contains(#/pack\.json:\d+:\d+: error: /#) && (self != .mistyped || text.contains("expect"))
  }

  /// Whether the pack cannot be right with the field so.
  func mustBeTold(of field: PackField) -> Bool {
    switch self {
    case .removed: field.isRequired
    case .mistyped: true
    case .pointedAtNothing: field.isReference
    }
  }
}

/// A value somewhere in a pack: what a member of an object or an element of a list holds.
struct PackField: Sendable {
  let path: [String]
  let value: JSONValue
  let isRequired: Bool
  let isReference: Bool

  var name: String { path.joined(separator: " / ") }

  /// An entry or section, which may go and needs no name of anything.
  private init(_ path: [String], _ value: JSONValue) {
    self.init(path: path, value: value, isRequired: false, isReference: false)
  }

  private init(
    path: [String], value: JSONValue, isRequired: Bool, isReference: Bool
  ) {
    self.path = path
    self.value = value
    self.isRequired = isRequired
    self.isReference = isReference
  }

  /// Adds the fields of an entry, and of those inside it.
  static func add(
    _ value: JSONValue, at path: [String], of shape: Shape, to fields: inout [PackField]
  ) {
    for member in value.members ?? [] {
      let name = member.key.text
      let inner = path + [name]
      if let kind = shape.attribute(name) {
        fields.append(
          .init(
            path: inner, value: member.value,
            isRequired: shape.required.contains(name), isReference: kind.refers(as: name)))
      } else if let section = shape.section(name) {
        fields.append(.init(inner, member.value))
        if shape.open != nil {
          add(member.value, at: inner, of: section, to: &fields)
          continue
        }
        for entry in member.value.members ?? [] {
          fields.append(.init(inner + [entry.key.text], entry.value))
          add(entry.value, at: inner + [entry.key.text], of: section, to: &fields)
        }
      }
    }
  }

  /// The pack's text with this field replaced, or without it.
  func replacing(in root: JSONValue, by text: String) -> [UInt8] {
    var writer = JSONWriter(.pretty)
    write(root, at: [], by: text, to: &writer)
    return writer.bytes
  }

  private func write(
    _ value: JSONValue, at place: [String], by text: String, to writer: inout JSONWriter
  ) {
    if place == path, let other = JSONDocument(Array(text.utf8)).value {
      return writer.value(other)
    }
    guard path.starts(with: place), let members = value.members else {
      return writer.value(value)
    }
    writer.object { writer in
      for member in members where !(text.isEmpty && place + [member.key.text] == path) {
        writer.key(member.key.text)
        write(member.value, at: place + [member.key.text], by: text, to: &writer)
      }
    }
  }
}

extension AttributeKind {
  /// The attributes that hold words for people, or names that nothing else has to know.
  private static let free: Set<String> = [
    "$schema", "name", "number", "decision", "state", "mark", "replaces", "message", "unit", "vi",
    "en",
  ]

  /// Whether a text here must be the name of something, or a formula of such names.
  func refers(as name: String) -> Bool {
    switch self {
    case .text, .formula, .date: !AttributeKind.free.contains(name)
    default: false
    }
  }
}
