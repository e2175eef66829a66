import Criteria
import FEEL
import Scoring

/// Turns traces of evaluations into explained trees, and notes what they read on the way.
struct TreeBuilder {
  let world: World
  /// The texts of formulas that the trees point into.
  private(set) var texts: Set<Int> = []
  /// The globals that were read, by index.
  private(set) var globals: Set<Int> = []
  /// The readings whose answer was used, by name.
  private(set) var readings: Set<String> = []
  /// Everything that was read from records.
  private(set) var references: [ExplainedReference] = []

  init(_ world: World) { self.world = world }

  /// Evaluates a program for a record and explains its value.
  mutating func tree(
    _ program: Program, _ record: RecordReference?, locals: [Value] = []
  ) -> ExplainedTree? {
    let recorder = TraceRecorder()
    _ = program.evaluate(self: record, locals: locals, host: world, trace: recorder)
    return recorder.root.map { tree($0) }
  }

  /// Explains one evaluated node.
  mutating func tree(_ trace: TraceNode, role: String? = nil) -> ExplainedTree {
    texts.insert(trace.node.textID)
    let words = OperationWords(trace.node.kind, world.pack)
    note(trace.node.kind)
    let references = self.references(of: trace)
    let inside = trace.children.filter { !$0.node.isSelf }.map { child in
      tree(child, role: words.role(of: child.node))
    }
    return ExplainedTree(
      operation: words.operation, value: trace.value, role: role, name: words.name,
      option: words.option, slots: words.slots, closed: words.closed, text: trace.node.textID,
      span: trace.node.span, references: references,
      table: ExplainedTable(trace, world.pack.pack), arguments: inside)
  }

  private mutating func note(_ kind: Node.Kind) {
    switch kind {
    case .global(let index): globals.insert(index)
    case .reading(let name, _, _): readings.insert(name)
    default: break
    }
  }

  private mutating func references(of trace: TraceNode) -> [ExplainedReference] {
    guard case .member(_, let member) = trace.node.kind, let base = trace.children.first else {
      return []
    }
    let found = base.value.allRecords.map { reference(member, of: $0) }
    references += found
    return found
  }

  private func reference(_ member: Int, of record: RecordReference) -> ExplainedReference {
    let (name, source) = world.pack.layout.tables[Int(record.type)].members[member]
    let kind: ExplainedReference.Kind =
      switch source {
      case .field: .field
      case .value, .level: .node
      case .related(let related): .related(related)
      }
    return ExplainedReference(
      kind: kind, record: record, name: name, value: world.value(of: member, in: record))
  }
}

extension Node {
  fileprivate var isSelf: Bool {
    if case .selfRecord = kind { return true }
    return false
  }
}

extension Value {
  /// The records that the value is or holds, in their order; those perhaps in a list included.
  var allRecords: [RecordReference] {
    switch self {
    case .record(let reference): [reference]
    case .perhaps(let inner, _): inner.allRecords
    case .list(let items): items.flatMap(\.allRecords)
    default: []
    }
  }
}
