package import FEEL

/// An element of a model that has a value: an input, a decision, a function or a service.
package struct Element: Sendable {
  /// What it is, as written.
  package enum Kind: Sendable {
    /// A value from outside.
    case input
    /// A value that is decided.
    case decision(Decision)
    /// A function.
    case knowledge(KnowledgeModel)
    /// Decisions that can be called.
    case service(DecisionService)
  }

  /// The number of the file that it stands in.
  package let model: Int
  /// Its name and type.
  package let head: ElementHead
  /// What it is.
  package let kind: Kind

  /// What it is called in messages.
  package var inWords: Wording {
    switch kind {
    case .input: "input '\(head.name)'"
    case .decision: "decision '\(head.name)'"
    case .knowledge: "function '\(head.name)'"
    case .service: "decision service '\(head.name)'"
    }
  }

  /// What its logic may use.
  var requirements: [Requirement] {
    switch kind {
    case .input: []
    case .decision(let decision): decision.requirements
    case .knowledge(let knowledge): knowledge.requirements
    case .service(let service):
      (service.outputs + service.encapsulated).map { Requirement(kind: .decision, target: $0) }
    }
  }
}
