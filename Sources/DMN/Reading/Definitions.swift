package import FEEL

/// A decision model as its file says it: nothing is resolved.
///
/// Source: DMN 1.5, 6.3.2 (definitions).
package struct Definitions: Sendable {
  /// The name of the model.
  package internal(set) var name = ""
  /// The namespace by which other models import it.
  package internal(set) var namespace = ""
  /// The models that it imports.
  package internal(set) var imports: [Import] = []
  /// The types that it names.
  package internal(set) var items: [ItemDefinition] = []
  /// The inputs.
  package internal(set) var inputs: [InputData] = []
  /// The decisions.
  package internal(set) var decisions: [Decision] = []
  /// The functions.
  package internal(set) var knowledge: [KnowledgeModel] = []
  /// The groups of decisions that can be called.
  package internal(set) var services: [DecisionService] = []
}

/// What every element with a name has.
package struct ElementHead: Hashable, Sendable {
  /// The id, nil where the file gives none.
  package let id: String?
  /// The name in expressions.
  package let name: String
  /// The name of the type of its value, nil for any.
  package let type: Text?
  /// The place in the file.
  package let span: SourceSpan
}

/// Another model whose elements this one uses.
package struct Import: Hashable, Sendable {
  /// The namespace of the other model.
  package let namespace: String
  /// The name under which its elements are known here; empty where they need none.
  package let name: String
  /// Whether the import is of a decision model, and not of another kind of file.
  package let isModel: Bool
  /// The place in the file.
  package let span: SourceSpan
}

/// A value that comes from outside.
package struct InputData: Hashable, Sendable {
  /// Its name and type.
  package let head: ElementHead
}

/// A value that is decided from others.
package struct Decision: Hashable, Sendable {
  /// Its name and type.
  package let head: ElementHead
  /// What its logic may use.
  package let requirements: [Requirement]
  /// How it is decided, nil if the model does not say.
  package let logic: BoxedExpression?
}

/// A function with a name.
package struct KnowledgeModel: Hashable, Sendable {
  /// Its name; the type is that of the function or of its value.
  package let head: ElementHead
  /// What its logic may use.
  package let requirements: [Requirement]
  /// The function, nil if the model does not say.
  package let logic: BoxedExpression?
}

/// A group of decisions that can be called as one function.
package struct DecisionService: Hashable, Sendable {
  /// Its name; the type is that of the function or of its value.
  package let head: ElementHead
  /// The decisions whose values it gives.
  package let outputs: [Reference]
  /// The further decisions that it makes itself.
  package let encapsulated: [Reference]
  /// The decisions whose values are given to it.
  package let inputDecisions: [Reference]
  /// The inputs that are given to it.
  package let inputs: [Reference]
}

/// A place where another element is named by its address.
package struct Reference: Hashable, Sendable {
  /// The address, such as `#id` or `namespace#id`.
  package let address: String
  /// The place in the file.
  package let span: SourceSpan
}

/// What an element needs from another one.
package struct Requirement: Hashable, Sendable {
  /// What is needed.
  package enum Kind: Hashable, Sendable {
    /// The value of an input.
    case input
    /// The value of a decision.
    case decision
    /// A function.
    case knowledge
  }

  /// What is needed.
  package let kind: Kind
  /// The other element.
  package let target: Reference
}

/// A type with a name.
package struct ItemDefinition: Hashable, Sendable {
  /// What it is made of.
  package indirect enum Content: Hashable, Sendable {
    /// Another type, nil for any.
    case type(Text?)
    /// Components with types of their own.
    case components([ItemDefinition])
    /// A function.
    case function(parameters: [ElementHead], result: Text?)
  }

  /// The name.
  package let name: String
  /// What it, or an element of it, is made of.
  package let content: Content
  /// Tests of which one must be true of it, or of every element of it; nil if all are allowed.
  package let allowed: Text?
  /// Tests of which one must be true of the value as a whole; nil if all are allowed.
  package let constraint: Text?
  /// Whether it is a list.
  package let isCollection: Bool
  /// The place in the file.
  package let span: SourceSpan
}
