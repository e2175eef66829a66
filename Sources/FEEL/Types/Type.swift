/// What is known about a value before anything is computed.
public indirect enum Type: Hashable, Sendable {
  /// Any value at all.
  case any
  /// Only null.
  case null
  /// True or false.
  case boolean
  /// A number, counted in `unit`; nil for a unit that is not stated and fits any other.
  case number(unit: UnitOfMeasure?)
  /// A text.
  case string
  /// A day.
  case date
  /// A time of day.
  case time
  /// A day and a time.
  case dateTime
  /// A duration in days and smaller parts.
  case daysDuration
  /// A duration in years and months.
  case monthsDuration
  /// A list of one type of elements.
  case list(Type)
  /// Entries with names and types of their own.
  case context([ContextEntry])
  /// A range of one type of ends.
  case range(Type)
  /// A function; nil where nothing is known of what it takes and gives.
  case function(of: FunctionType?)
  /// A record of the schema's record type with that index.
  ///
  /// `via` are the relations that it was reached through, the first one first.
  case record(Int, via: [Int])
  /// A symbol of the schema's scale with that index.
  case symbol(scale: Int)

  /// A number without a stated unit.
  public static let number = Type.number(unit: nil)
  /// A function of which nothing else is known.
  public static let function = Type.function(of: nil)
}

/// What a function takes and what it gives.
public struct FunctionType: Hashable, Sendable {
  /// The types of the parameters, in their order.
  public let parameters: [Type]
  /// The type of the value.
  public let result: Type

  /// Creates a type.
  public init(_ parameters: [Type], gives result: Type) {
    self.parameters = parameters
    self.result = result
  }
}

/// One entry in the type of a context.
public struct ContextEntry: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The type of the value.
  public let type: Type

  /// Creates an entry.
  public init(_ name: String, _ type: Type) {
    self.name = name
    self.type = type
  }
}

extension Type {
  /// The type of an element, if this is a list; any for a value that may be a list.
  public var element: Type? {
    switch self {
    case .list(let element): element
    case .any: .any
    default: nil
    }
  }

  /// The one type that covers both; `any` if they have nothing in common.
  public func joined(with other: Type) -> Type {
    if self == other { return self }
    return switch (self, other) {
    case (.null, let type), (let type, .null): type
    case (.number(let a), .number(let b)):
      a == nil ? .number(unit: b) : b == nil ? .number(unit: a) : .number
    case (.list(let a), .list(let b)): .list(a.joined(with: b))
    case (.range(let a), .range(let b)): .range(a.joined(with: b))
    case (.record(let a, _), .record(let b, _)) where a == b: .record(a, via: [])
    case (.function, .function): .function
    default: .any
    }
  }

  /// Whether a value of this type can be meant where `other` is asked for, disregarding units.
  public func mayBe(_ other: Type) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any), (.null, _), (_, .null): true
    case (.number, .number), (.context, .context), (.function, .function): true
    case (.list(let a), .list(let b)), (.range(let a), .range(let b)): a.mayBe(b)
    case (.record(let a, _), .record(let b, _)): a == b
    default: self == other
    }
  }
}
