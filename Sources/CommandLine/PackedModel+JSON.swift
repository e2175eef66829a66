import DMN
import FEEL
import JSON

extension PackedModel {
  /// The entries as a piece of `pack.json`, the values and fields being those of `table`.
  func json(table: String) -> String {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.object("law") { $0.object(PackedModel.law) { writeLaw(&$0) } }
      if !functions.isEmpty {
        json.object("functions") { for function in functions { write(function, &$0) } }
      }
      if !fields.isEmpty {
        json.object("tables") { json in
          json.object(table) { json in
            json.member("cite", PackedModel.cite(table))
            json.object("fields") { json in
              for field in fields { json.object(field.name) { $0.member("type", field.type) } }
            }
          }
        }
      }
      json.object("values") { json in
        json.object(table) { for value in values { write(value, &$0) } }
      }
    }
    json.endLine()
    return json.text
  }

  /// The key of the model among the texts that the pack encodes.
  private static let law = "model"

  /// What an entry cites: the model and the element.
  private static func cite(_ name: String) -> String { "\(law) \(name)" }

  /// The model as a text that the pack encodes; since when it is in force is for its author to say.
  private func writeLaw(_ json: inout JSONWriter) {
    json.member("number", source.isEmpty ? "DMN" : "DMN: \(source)")
    json.object("title") { json in
      json.member("vi", "Mô hình quyết định \(source)")
      json.member("en", "Decision model \(source)")
    }
  }

  private func write(_ function: Function, _ json: inout JSONWriter) {
    json.object(function.name) { json in
      json.array("parameters") { for name in function.parameters { $0.string(name) } }
      json.member("is", function.body.line)
      json.member("cite", PackedModel.cite(function.name))
    }
  }

  private func write(_ value: Value, _ json: inout JSONWriter) {
    json.object(value.name) { json in
      switch value.content {
      case .formula(let text): json.member("is", text.line)
      case .table(let table): write(table, value.name, &json)
      }
      json.member("cite", PackedModel.cite(value.name))
    }
  }

  // MARK: Decision tables

  private func write(_ table: DecisionTable, _ name: String, _ json: inout JSONWriter) {
    json.member("hit", table.hitPolicy.inPack)
    let inputs = PackedModel.names(of: table.inputs)
    json.object("inputs") { json in
      for (input, name) in zip(table.inputs, inputs) {
        json.object(name) { json in
          json.member("is", input.expression.line)
          if let allowed = input.allowed { json.member("allowed", allowed.line) }
        }
      }
    }
    if table.outputs.count == 1 {
      PackedModel.write(table.outputs[0], &json)
    } else {
      json.object("outputs") { json in
        for output in table.outputs { json.object(output.name) { PackedModel.write(output, &$0) } }
      }
    }
    json.object("rows") { json in
      for (index, rule) in table.rules.enumerated() {
        json.object(rule.id ?? "row \(index + 1)") { json in
          write(rule, inputs, table.outputs.map(\.name), &json)
          json.member("cite", PackedModel.cite("\(name), \(index + 1)"))
        }
      }
    }
  }

  private static func write(_ output: DecisionTable.Output, _ json: inout JSONWriter) {
    if let allowed = output.allowed { json.member("allowed", allowed.line) }
    if let otherwise = output.otherwise { json.member("otherwise", otherwise.line) }
  }

  private func write(
    _ rule: DecisionTable.Rule, _ inputs: [String], _ outputs: [String], _ json: inout JSONWriter
  ) {
    let tests = zip(inputs, rule.tests).filter { !["", "-"].contains($1.line) }
    if !tests.isEmpty {
      json.object("when") { json in
        for (name, test) in tests { json.member(name, test.line) }
      }
    }
    if outputs.count == 1, let only = rule.outputs.first { return json.member("is", only.line) }
    json.object("gives") { json in
      for (name, value) in zip(outputs, rule.outputs) { json.member(name, value.line) }
    }
  }

  /// A name for each input: its expression where that is one, else its number.
  private static func names(of inputs: [DecisionTable.Input]) -> [String] {
    var names: [String] = []
    for (index, input) in inputs.enumerated() {
      let text = input.expression.line
      let isFree = StrictName(text) != nil && !names.contains(text)
      names.append(isFree ? text : "input \(index + 1)")
    }
    return names
  }
}

extension Text {
  /// The text without white space around it.
  fileprivate var line: String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    return String(text.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}

extension HitPolicy {
  /// The policy as packs write it.
  fileprivate var inPack: String {
    if case .collect(let aggregator?) = self { return "COLLECT \(aggregator.rawValue)" }
    return name
  }
}
