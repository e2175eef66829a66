import Criteria
import FEEL
import JSON
import Model
import Scoring

extension Explanation {
  func write(_ record: ExplainedRecord, _ writer: inout JSONWriter) {
    let (table, row) = (Int(record.reference.type), Int(record.reference.row))
    let place = world.tables[table].places[row]
    writer.object {
      $0.member("id", name(record.reference))
      $0.member("table", world.pack.layout.tables[table].name)
      if record.isOwn { $0.member("own", true) }
      if place.file >= 0 {
        $0.member("file", world.files[Int(place.file)])
        $0.member("line", Int(place.line))
      } else if let origin = world.origin(of: record.reference) {
        $0.object("computed in") { write(origin, &$0) }
      } else {
        $0.member("of the pack", true)
      }
      switch record.use {
      case .used: $0.member("use", "used")
      case .notUsed(let reason): $0.member("use", reason.rawValue)
      }
      if let doubt = record.doubt { $0.causes("doubt", doubt) }
      $0.array("read by") { for reader in record.readers { $0.string(reader) } }
      if !record.filters.isEmpty {
        $0.array("left out by") { for filter in record.filters { $0.string(filter) } }
      }
      $0.object("fields") {
        for field in record.fields {
          $0.key(field.name)
          $0.exact(field.value, name)
        }
      }
    }
  }

  /// Where the values of a carried record are explained.
  private func write(_ origin: CarriedRow, _ writer: inout JSONWriter) {
    writer.member("period", origin.period.id)
    writer.member("as of", world.asOf.description)
    writer.object("nodes") {
      for (field, node) in world.nodes(of: origin) { $0.member(field, node) }
    }
  }

  func write(_ node: ExplainedNode, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("id", node.id)
      $0.member("record", name(node.record))
      $0.member("name", node.name)
      $0.localized("label", node.label)
      if let cite = node.cite { $0.cite(cite) }
      writeKind(of: node, &$0)
      $0.key("value")
      $0.exact(node.value, name)
      writeTree("tree", node.tree, &$0)
    }
  }

  private func writeKind(of node: ExplainedNode, _ writer: inout JSONWriter) {
    switch node.kind {
    case .counts: writer.member("kind", "counts")
    case .posting: writer.member("kind", "posting")
    case .closing(let closing):
      writer.member("kind", "closing")
      writer.member("table", closing.table)
      if let field = closing.field { writer.member("field", field) }
      writer.member("formula", closing.formula)
    case .level(let level):
      writer.member("kind", "level")
      write(level, &writer)
    case .value(let rule):
      writer.member("kind", "value")
      if let unit = rule.unit { writer.member("unit", unit) }
      writer.member("formula", rule.formula)
      if rule.isGiven { writer.member("given", true) }
      if rule.isCircular { writer.member("circular", true) }
      writeTree("when", rule.when, &writer)
    }
  }

  private func write(_ level: ExplainedLevel, _ writer: inout JSONWriter) {
    writer.member("stage", level.stage.rawValue)
    if let state = level.state { writer.member("state", state) }
    if let entry = level.entry { writer.member("entry", entry) }
    if level.isPending { writer.member("pending", true) }
    switch level.stage {
    case .computed:
      for (key, rules) in [
        ("scopes", level.scopes), ("states", level.states), ("rows", level.rows),
      ] {
        writer.array(key) { for rule in rules { write(rule, &$0) } }
      }
      writer.array("not looked at") { for id in level.after { $0.string(id) } }
    case .capped: writer.array("caps") { for cap in level.caps { write(cap, &$0) } }
    case .proposed: writer.array("quotas") { for quota in level.quotas { $0.string(quota) } }
    case .standing: if let decision = level.decision { writer.member("decision", decision) }
    }
  }

  private func write(_ cap: ExplainedLevel.Cap, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("entry", cap.head.id)
      $0.head(cap.head)
      $0.key("before")
      $0.exact(cap.before, name)
      $0.key("after")
      $0.exact(cap.after, name)
      writeTree("when", cap.when, &$0)
      writeTree("at most", cap.most, &$0)
    }
  }

  func write(_ rule: ExplainedRule, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("entry", rule.head.id)
      $0.head(rule.head)
      if let gives = rule.gives { $0.member("gives", gives) }
      if rule.isPending { $0.member("pending", true) }
      writeTree("tree", rule.tree, &$0)
    }
  }

  func writeTree(_ key: String, _ tree: ExplainedTree?, _ writer: inout JSONWriter) {
    guard let tree else { return }
    writer.key(key)
    write(tree, &writer)
  }

  private func write(_ tree: ExplainedTree, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("op", tree.operation)
      if let name = tree.name { $0.member("name", name) }
      if let option = tree.option { $0.member("option", option) }
      if let role = tree.role { $0.member("role", role) }
      if !tree.slots.isEmpty { $0.array("slots") { for slot in tree.slots { $0.number(slot) } } }
      if !tree.closed.isEmpty { $0.array("closed") { for end in tree.closed { $0.boolean(end) } } }
      if let table = tree.table { write(table, &$0) }
      $0.array("at") {
        $0.number(tree.text)
        $0.number(tree.span.lower)
        $0.number(tree.span.upper)
      }
      $0.key("value")
      $0.exact(tree.value, name)
      if !tree.references.isEmpty {
        $0.array("of") { for reference in tree.references { write(reference, &$0) } }
      }
      if !tree.arguments.isEmpty {
        $0.array("args") { for argument in tree.arguments { write(argument, &$0) } }
      }
    }
  }

  private func write(_ reference: ExplainedReference, _ writer: inout JSONWriter) {
    writer.object {
      switch reference.kind {
      case .node: $0.member("node", reference.id(name))
      case .field:
        $0.member("record", name(reference.record))
        $0.member("field", reference.name)
      case .related(let related):
        $0.member("record", name(reference.record))
        $0.member("related", related.word)
        switch related {
        case .records(let table), .naming(let table, _):
          $0.member("table", world.pack.layout.tables[table].name)
        default: break
        }
      }
      $0.key("value")
      $0.exact(reference.value, name)
    }
  }
}

extension Related {
  /// The relation in the words of the form.
  var word: String {
    switch self {
    case .owner: "owner"
    case .records: "records"
    case .naming: "naming records"
    case .posting: "posting"
    case .postings: "postings"
    case .unit: "unit"
    case .agency: "agency"
    case .members: "members"
    case .everyone: "everyone"
    case .subUnits: "sub units"
    case .parent: "parent"
    case .ledPeople: "led people"
    case .ledUnits: "led units"
    }
  }
}
