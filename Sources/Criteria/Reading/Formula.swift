package import FEEL
package import JSON

/// A formula as it stands in a pack, before names are resolved.
package struct FormulaText: Sendable {
  /// The number under which diagnostics and explanations speak of this text.
  package let id: Int
  package let text: String
  /// The document the formula stands in.
  package let document: Int
  /// The JSON string that holds it, which maps spans of the formula to spans of the file.
  package let string: JSONString

  /// The place in the file of a part of the formula.
  package func fileSpan(_ span: SourceSpan) -> SourceSpan { string.fileSpan(of: span) }
}

/// The ground of an entry: which text, which article, how surely it was read.
package struct Citation: Hashable, Sendable {
  /// The citation as the pack gives it, such as `335 Đ.14.2a`.
  package let text: String
  /// `V2`, `V1`, `SEC`, `MEM` or `INT`; empty where the law itself was read.
  package let confidence: String
}

/// A value that the law or an agency sets: a number, a text, true, false or nothing.
package enum Scalar: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(Number)
  case text(String)
}
