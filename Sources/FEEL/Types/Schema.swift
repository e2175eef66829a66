/// The world that expressions speak about: the host's tables, its global values, and the functions,
/// readings and scales that a pack declares.
///
/// Record types, members, globals and scales are referred to by their index.
public struct Schema: Sendable {
  /// The kinds of records.
  public var recordTypes: [RecordType]
  /// Values that are the same for all records, such as the parameters of a pack.
  public var globals: [Global]
  /// Functions, resolved afresh at every call with the types of the arguments.
  public var functions: [FunctionDefinition]
  /// Open questions of a text with the answers to choose from, by name.
  public var readings: [String: Reading]
  /// The ordered sets of symbols.
  public var scales: [Scale]
  /// Types with names of their own, such as the item definitions of a model.
  public var types: [TypeDefinition]
  /// The time zones that texts may name.
  public var zones: ZoneTable

  /// Creates a schema.
  public init(
    recordTypes: [RecordType] = [], globals: [Global] = [], functions: [FunctionDefinition] = [],
    readings: [String: Reading] = [:], scales: [Scale] = [], types: [TypeDefinition] = [],
    zones: ZoneTable = .universal
  ) {
    self.recordTypes = recordTypes
    self.globals = globals
    self.functions = functions
    self.readings = readings
    self.scales = scales
    self.types = types
    self.zones = zones
  }

  /// A type with a name.
  public struct TypeDefinition: Hashable, Sendable {
    /// The name in expressions.
    public let name: String
    /// What it stands for.
    public let type: Type
    /// What a value must keep to besides, nil for nothing.
    ///
    /// It is looked at where a value is converted to the type, not by `instance of`.
    public let constraint: TypeConstraint?

    /// Creates a definition.
    public init(_ name: String, _ type: Type, constraint: TypeConstraint? = nil) {
      self.name = name
      self.type = type
      self.constraint = constraint
    }
  }

  /// A kind of records.
  public struct RecordType: Hashable, Sendable {
    /// What one record is called.
    public let name: String
    /// What can be read from a record.
    public let members: [Member]

    /// Creates a record type.
    public init(_ name: String, _ members: [Member]) {
      self.name = name
      self.members = members
    }
  }

  /// Something that can be read from a record: a field, a value or related records.
  public struct Member: Hashable, Sendable {
    /// The name in expressions.
    public let name: String
    /// The type of its value.
    public let type: Type
    /// The relation that reading it follows, nil for a plain field; it is added to the provenance.
    public let relation: Int?

    /// Creates a member.
    public init(_ name: String, _ type: Type, relation: Int? = nil) {
      self.name = name
      self.type = type
      self.relation = relation
    }
  }

  /// A value that is the same for all records.
  public struct Global: Hashable, Sendable {
    /// The name in expressions.
    public let name: String
    /// The type of its value.
    public let type: Type

    /// Creates a global.
    public init(_ name: String, _ type: Type) {
      self.name = name
      self.type = type
    }
  }

  /// A function of a pack.
  public struct FunctionDefinition: Hashable, Sendable {
    /// The name in expressions.
    public let name: String
    /// The names of the parameters, in order.
    public let parameters: [String]
    /// The body; it sees the parameters, the globals and the other functions.
    public let body: Text

    /// Creates a function.
    public init(_ name: String, parameters: [String], body: Text) {
      self.name = name
      self.parameters = parameters
      self.body = body
    }
  }

  /// An open question with the answers to choose from.
  public struct Reading: Hashable, Sendable {
    /// One answer, as an expression in the scope where the reading is used.
    public struct Option: Hashable, Sendable {
      /// The name by which it is chosen.
      public let name: String
      /// The expression.
      public let text: Text

      /// Creates an answer.
      public init(_ name: String, _ text: Text) {
        self.name = name
        self.text = text
      }
    }

    /// The answers.
    public let options: [Option]
    /// The name of the chosen one.
    public let chosen: String

    /// Creates a reading.
    public init(_ options: [Option], chosen: String) {
      self.options = options
      self.chosen = chosen
    }
  }

  /// An ordered set of symbols.
  public struct Scale: Hashable, Sendable {
    /// What a symbol of the scale is called.
    public let name: String
    /// The names of the symbols, the lowest first.
    public let symbols: [String]

    /// Creates a scale.
    public init(_ name: String, _ symbols: [String]) {
      self.name = name
      self.symbols = symbols
    }

    /// The symbol with a name, nil if the scale has none; `index` is the scale's place in the schema.
    public func symbol(named name: String, index: Int) -> Symbol? {
      symbols.firstIndex(of: name).map {
        Symbol(scale: Int32(index), rank: Int32($0), name: symbols[$0])
      }
    }
  }
}
