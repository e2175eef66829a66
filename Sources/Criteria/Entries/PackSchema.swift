import JSON

/// The JSON Schema of packs, made from ``Shape/pack`` so that editors and the reader agree.
///
/// Source: JSON Schema, draft 2020-12.
package struct PackSchema: Sendable {
  package init() {}

  /// The schema as a JSON text.
  package var text: String {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      writer.member("$id", "pack.schema.json")
      writer.member("title", "Merit criteria pack")
      write(.pack, inside: &writer)
    }
    writer.endLine()
    return writer.text
  }

  private func write(_ shape: Shape, isEntry: Bool = false, inside writer: inout JSONWriter) {
    writer.member("description", shape.about)
    writer.member("type", "object")
    writeRequired(shape, isEntry: isEntry, inside: &writer)
    writer.object("properties") { writer in
      for attribute in shape.attributes {
        writer.object(attribute.name) { write(attribute.kind, inside: &$0) }
      }
      for section in shape.sections {
        writer.object(section.name) { writer in
          writer.member("type", "object")
          writer.object("additionalProperties") {
            write(section.shape.shape, isEntry: true, inside: &$0)
          }
        }
      }
    }
    if let open = shape.open {
      writer.object("additionalProperties") { write(open.shape, inside: &$0) }
    } else {
      writer.member("additionalProperties", false)
    }
  }

  /// What a thing must say.
  ///
  /// An entry that has entries inside may also only add to one of a pack that is extended; then it says
  /// none of what it must say otherwise.
  private func writeRequired(_ shape: Shape, isEntry: Bool, inside writer: inout JSONWriter) {
    let names = shape.required.sorted()
    guard !names.isEmpty else { return }
    guard isEntry, !shape.sections.isEmpty || shape.open != nil else {
      return writer.array("required") { writer in for name in names { writer.string(name) } }
    }
    guard names.count > 1 else { return }
    writer.object("dependentRequired") { writer in
      for name in names {
        writer.array(name) { writer in
          for other in names where other != name { writer.string(other) }
        }
      }
    }
  }

  private func write(_ kind: AttributeKind, inside writer: inout JSONWriter) {
    switch kind {
    case .text: writer.member("type", "string")
    case .formula:
      writer.member("type", "string")
      writer.member("description", "A formula in FEEL")
    case .tests:
      writer.member("type", "string")
      writer.member("description", "Tests of a value in FEEL, such as [50..70), 90 or -")
    case .localized: writeTexts(["vi", "en"], inside: &writer)
    case .formulaByPeriod:
      writeTexts(["month", "quarter", "half-year", "year"], required: false, inside: &writer)
    case .number: writer.member("type", "number")
    case .boolean: writer.member("type", "boolean")
    case .date:
      writer.member("type", "string")
      writer.member("format", "date")
    case .scalar:
      writer.array("type") { writer in
        for name in ["number", "string", "boolean", "null"] { writer.string(name) }
      }
    case .list(let element):
      writer.member("type", "array")
      writer.object("items") { write(element, inside: &$0) }
    case .datedValues, .columns, .rows:
      writer.member("type", "array")
      writer.object("items") { $0.member("type", "object") }
    case .namedFormulas, .namedTests:
      writer.member("type", "object")
      writer.object("additionalProperties") { $0.member("type", "string") }
    }
  }

  private func writeTexts(
    _ names: [String], required: Bool = true, inside writer: inout JSONWriter
  ) {
    writer.member("type", "object")
    if required {
      writer.array("required") { writer in for name in names { writer.string(name) } }
    }
    writer.object("properties") { writer in
      for name in names { writer.object(name) { $0.member("type", "string") } }
    }
    writer.member("additionalProperties", false)
  }
}
