/// A piece of a resolved expression: all names are places now.
///
/// Nodes never change and have an identity, so that other rooms can keep things beside them.
public final class Node: Sendable {
  /// What the node does.
  public let kind: Kind
  /// Where it was written, in the text `textID`.
  public let span: SourceSpan
  /// The text that `span` points into.
  public let textID: Int
  /// The type of its value.
  public let type: Type
  /// How many nodes are nested in one another, this one included.
  let depth: Int
  /// The pattern of a call, if it is written in the expression, so that it is read once.
  let pattern: Pattern?
  /// How many nodes this one and those inside it are, a node that stands twice counted twice.
  let size: Int

  /// Creates a node.
  public convenience init(_ kind: Kind, span: SourceSpan, textID: Int, type: Type) {
    self.init(kind, span: span, textID: textID, type: type, pattern: nil)
  }

  init(_ kind: Kind, span: SourceSpan, textID: Int, type: Type, pattern: Pattern?) {
    self.pattern = pattern
    self.kind = kind
    self.span = span
    self.textID = textID
    self.type = type
    let children = kind.children
    depth = 1 + children.reduce(0) { max($0, $1.depth) }
    size = children.reduce(1) { $0 &+ min($1.size, 1 << 40) }
  }

  /// What a node does.
  ///
  /// Slots are places for values that the expression itself makes.
  public indirect enum Kind: Sendable {
    /// A value written in the expression.
    case literal(Value)
    /// The value of a local name.
    case local(Int)
    /// The record that the expression is about.
    case selfRecord
    /// A value that is the same for all records.
    case global(Int)
    /// A value that the host has computed before.
    case slot(Int)
    /// A member of a record, or of every record of a list.
    case member(Node, member: Int)
    /// An entry of a context, or a part of a date, time, duration or range.
    case path(Node, String)
    /// An entry of the context in a slot if it has one, else `otherwise`. Standard semantics only.
    case entry(slot: Int, name: String, otherwise: Node?)
    /// The number with the other sign.
    case negate(Node)
    /// A new value out of two.
    case arithmetic(ArithmeticOperator, Node, Node)
    /// A comparison of two values.
    case comparison(ComparisonOperator, Node, Node)
    /// Whether the first lies between the other two, ends included.
    case between(Node, Node, Node)
    /// Whether both are true.
    case and(Node, Node)
    /// Whether one is true.
    case or(Node, Node)
    /// Whether it is false.
    case not(Node)
    /// The second if the first is true, else the third.
    case conditional(Node, Node, Node)
    /// The elements of a list for which a condition is true; the element is in the slot.
    case filter(Node, condition: Node, itemSlot: Int)
    /// One element of a list by its place, from 1, or from -1 at the end.
    case element(Node, index: Node)
    /// The body for every combination of elements; what came before is in the slot `partial`.
    case forEach([Iterator], body: Node, partial: Int?)
    /// Whether some or every combination of elements satisfies a condition.
    case quantified(Quantifier, [Iterator], condition: Node)
    /// Values in an order.
    case list([Node])
    /// Values with names; each is put in its slot for the ones that follow.
    case context([Entry])
    /// All values between two ends.
    case range(Node?, closed: Bool, Node?, upperClosed: Bool)
    /// Whether one of the tests is true of the value, which is put in the slot.
    case membership(Node, slot: Int, tests: [Node])
    /// Whether the value is equal to the test, or in it if it is a list or a range.
    case includes(test: Node, value: Node)
    /// A built-in function.
    case call(Builtin, [Node])
    /// A function value; with names the arguments are put in the order of its parameters.
    case invoke(Node, [Node], names: [String]?)
    /// A function value being written; in `own` it finds itself.
    case function(parameters: [Parameter], own: Int?, body: Node)
    /// A function of the pack: its arguments are put in slots for its body.
    case bind(name: String, slots: [Int], values: [Node], body: Node)
    /// The chosen answer to an open question.
    case reading(name: String, option: String, Node)
    /// Whether a value belongs to a type.
    case instanceOf(Node, Type)
    /// Whether a value is known.
    case known(Node)
    /// A decision table.
    case decide(ResolvedTable)
    /// A value as one of a type, for which a test of it in the slot must be true.
    case converted(Node, to: Type, slot: Int, test: Node?)
  }

  /// Elements to go through, each put in a slot.
  public struct Iterator: Sendable {
    /// The name of the element in the text.
    public let name: String
    /// The slot of the element.
    public let slot: Int
    /// The list, or the first number of a range.
    public let from: Node
    /// The last number of a range, nil for a list.
    public let to: Node?

    /// Creates an iterator.
    public init(name: String, slot: Int, from: Node, to: Node? = nil) {
      self.name = name
      self.slot = slot
      self.from = from
      self.to = to
    }
  }

  /// One parameter of a function being written.
  public struct Parameter: Sendable {
    /// The name.
    public let name: String
    /// The slot of the argument.
    public let slot: Int
    /// The type that an argument must have.
    public let type: Type

    /// Creates a parameter.
    public init(_ name: String, slot: Int, type: Type) {
      self.name = name
      self.slot = slot
      self.type = type
    }
  }

  /// One entry of a context.
  public struct Entry: Sendable {
    /// The name.
    public let name: String
    /// The slot in which the entries that follow find the value.
    public let slot: Int
    /// The value.
    public let value: Node

    /// Creates an entry.
    public init(name: String, slot: Int, value: Node) {
      self.name = name
      self.slot = slot
      self.value = value
    }
  }
}
