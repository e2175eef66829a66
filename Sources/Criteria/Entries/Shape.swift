/// What an attribute of an entry holds.
///
/// The shape of a pack is data, so that the reader, its messages and the published JSON Schema
/// cannot differ.
package indirect enum AttributeKind: Sendable {
  case text
  /// `{"vi": …, "en": …}`.
  case localized
  /// A formula in the expression language.
  case formula
  /// One formula for each kind of period: `{"month": …, "year": …}`.
  case formulaByPeriod
  case number
  case boolean
  case date
  /// A number, a text, true, false or null.
  case scalar
  case list(AttributeKind)
  /// Dated values: `[{"from": "2026-01-01", "value": 90}]`.
  case datedValues
  /// Named formulas: `{"per event": "…"}`.
  case namedFormulas
  /// Tests of a value, as after `in`: `"[50..70), 90"`.
  case tests
  /// Tests by the name of an input: `{"days late": "> 5"}`.
  case namedTests
  /// The columns of a list.
  case columns
  /// Rows of a table: objects whose members are its fields.
  case rows
}

/// What an entry may hold: its attributes, and the sections of further entries inside it.
package struct Shape: Sendable {
  package let about: String
  package let attributes: [(name: String, kind: AttributeKind)]
  package let required: Set<String>
  package let sections: [(name: String, shape: ShapeReference)]
  /// Every key is an entry of this shape: the names are the author's.
  package let open: ShapeReference?
  package let cited: Bool

  init(
    _ about: String, cited: Bool = true, required: Set<String> = [],
    _ attributes: [(name: String, kind: AttributeKind)] = [],
    sections: [(name: String, shape: Shape)] = [], open: Shape? = nil
  ) {
    self.about = about
    self.cited = cited
    self.required = required
    self.attributes = attributes + (cited ? Shape.citation : []) + Shape.common
    self.sections = sections.map { ($0.name, ShapeReference($0.shape)) }
    self.open = open.map(ShapeReference.init)
  }

  /// What a cited entry says of its source.
  private static let citation: [(name: String, kind: AttributeKind)] = [
    ("cite", .text), ("confidence", .text),
  ]
  /// What every entry may say.
  private static let common: [(name: String, kind: AttributeKind)] = [
    ("label", .localized), ("note", .localized), ("replaces", .text), ("before", .text),
    ("after", .text),
  ]

  package func section(_ name: String) -> Shape? {
    open?.shape ?? sections.first { $0.name == name }?.shape.shape
  }

  package func attribute(_ name: String) -> AttributeKind? {
    attributes.first { $0.name == name }?.kind
  }
}

/// A shape inside a shape.
package final class ShapeReference: Sendable {
  package let shape: Shape
  init(_ shape: Shape) { self.shape = shape }
}
