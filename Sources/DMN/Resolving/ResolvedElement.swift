internal import FEEL

/// How the value of an element comes about.
struct ResolvedElement: Sendable {
  /// A value of another element that the logic may use.
  struct Need: Sendable {
    /// The other element.
    let element: Int
    /// The name under which the other model is imported; empty for a name of its own.
    let prefix: String
    /// The name of the value.
    let name: String
  }

  /// What is computed.
  enum Logic: Sendable {
    /// Nothing: the value comes from outside, and is converted by `conversion`.
    case given
    /// The value of the program.
    case program(Program)
    /// The function that the program gives, which is its only entry.
    case function(Program)
    /// The decisions of a service.
    case service(ResolvedService)
    /// Nothing, for a reason.
    case none(reason: Wording)
  }

  /// What is computed.
  let logic: Logic
  /// The names of the locals of the program, each the name of a need or of an import.
  let locals: [String]
  /// What the locals are made of.
  let needs: [Need]
  /// Converts the value in the first slot to the type of the element; nil if it may be any.
  let conversion: Program?
  /// The declared type.
  let type: Type
}

extension ResolvedElement {
  /// The declared type of the value, else what is known from the logic.
  var valueType: Type {
    guard type == .any, case .program(let program) = logic else { return type }
    return program.type
  }
}

/// The decisions of a service as elements.
struct ResolvedService: Sendable {
  /// The decisions whose values it gives.
  let outputs: [Int]
  /// What is given to it, in the order of the arguments: inputs, then decisions.
  let parameters: [Int]
}
