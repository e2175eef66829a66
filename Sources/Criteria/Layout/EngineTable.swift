import FEEL

/// The tables that the engine itself knows, in the order of their record types.
///
/// All others are declared by packs, keyed to a person or a unit.
package enum EngineTable: Int, CaseIterable, Sendable {
  case people, units, postings, leads, periods, decisions, calendar

  package var name: String {
    switch self {
    case .people: "people"
    case .units: "units"
    case .postings: "postings"
    case .leads: "leads"
    case .periods: "periods"
    case .decisions: "decisions"
    case .calendar: "calendar"
    }
  }

  /// The names of the fields that the engine itself reads, which come first in the table.
  package var fieldNames: [String] { fields.map(\.name) }

  /// The fields that tell records apart where the table has no key, unless a pack says otherwise.
  var same: [String] { self == .calendar ? ["date"] : [] }

  /// The fields that the engine itself reads; packs may add others.
  var fields: [LayoutField] {
    switch self {
    case .people: [.text("id"), .text("name", ifAbsent: .text(""))]
    case .units:
      [
        .text("id"), .text("name", ifAbsent: .text("")), .reference("parent", .units),
        .flag("agency", ifAbsent: false), .date("from"), .date("to"),
      ]
    case .postings:
      [
        .reference("person", .people, required: true), .reference("unit", .units, required: true),
        .date("from", required: true), .date("to"),
      ]
    case .leads:
      [
        .reference("person", .people, required: true), .reference("unit", .units),
        .reference("led person", .people), .date("from", required: true), .date("to"),
      ]
    case .periods:
      [
        .text("id"), .date("from", required: true), .date("to", required: true),
        .date("self score by"), .date("confirm by"), .date("close by"), .date("notice by"),
      ]
    case .decisions:
      [
        .reference("person", .people), .reference("unit", .units), .text("period"), .text("what"),
        .text("value", ifAbsent: .null), .text("by", ifAbsent: .null),
        .text("document", ifAbsent: .null), .date("date", required: true),
        .text("replaces", ifAbsent: .null),
      ]
    case .calendar:
      [
        .date("date", required: true), LayoutField("working", .boolean),
        .text("name", ifAbsent: .text("")), .text("document", ifAbsent: .null),
      ]
    }
  }
}

extension LayoutField {
  static func text(_ name: String, ifAbsent: Scalar? = nil) -> LayoutField {
    LayoutField(name, .text, ifAbsent: ifAbsent)
  }

  static func date(_ name: String, required: Bool = false) -> LayoutField {
    LayoutField(name, .date, ifAbsent: required ? nil : .null)
  }

  static func flag(_ name: String, ifAbsent: Bool) -> LayoutField {
    LayoutField(name, .boolean, ifAbsent: .boolean(ifAbsent))
  }

  static func reference(
    _ name: String, _ table: EngineTable, required: Bool = false
  ) -> LayoutField {
    LayoutField(name, .reference(table.rawValue), ifAbsent: required ? nil : .null)
  }
}
