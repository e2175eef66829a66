package import FEEL

/// A value of a JSON text, with its place in the file.
///
/// Numbers keep the text of the file, so that nothing passes through a binary float. Members keep
/// the order of the file; a key given twice is a diagnostic of the reader and appears twice here.
package struct JSONValue: Sendable {
  /// What the value is.
  package indirect enum Content: Sendable {
    /// The word `null`.
    case null
    /// The word `true` or `false`.
    case boolean(Bool)
    /// The text of a number, such as `-12.50e3`.
    case number(String)
    /// A string with its escapes resolved.
    case string(JSONString)
    /// The elements between `[` and `]`.
    case array([JSONValue])
    /// The members between `{` and `}`.
    case object([JSONMember])
  }

  /// What the value is.
  package let content: Content
  /// The bytes of the value, with quotes or brackets.
  package let span: SourceSpan

  /// Creates a value.
  package init(_ content: Content, at span: SourceSpan) {
    self.content = content
    self.span = span
  }
}

/// One `"key": value` of an object.
package struct JSONMember: Sendable {
  /// The key, with its place.
  package let key: JSONString
  /// The value, with its place.
  package let value: JSONValue

  /// Creates a member.
  package init(_ key: JSONString, _ value: JSONValue) {
    self.key = key
    self.value = value
  }

  /// The bytes from the key to the end of the value.
  package var span: SourceSpan { key.span.union(value.span) }
}

extension JSONValue {
  /// The members, or `nil` when the value is no object.
  package var members: [JSONMember]? {
    guard case .object(let members) = content else { return nil }
    return members
  }

  /// The elements, or `nil` when the value is no array.
  package var elements: [JSONValue]? {
    guard case .array(let elements) = content else { return nil }
    return elements
  }

  /// The string, or `nil` when the value is none.
  package var string: JSONString? {
    guard case .string(let string) = content else { return nil }
    return string
  }

  /// The text of the number, or `nil` when the value is none.
  package var number: String? {
    guard case .number(let text) = content else { return nil }
    return text
  }

  /// The truth value, or `nil` when the value is none.
  package var boolean: Bool? {
    guard case .boolean(let value) = content else { return nil }
    return value
  }

  /// Whether the value is the word `null`.
  package var isNull: Bool {
    guard case .null = content else { return false }
    return true
  }

  /// The kind of the value in words, such as `a number`, for messages.
  package var kind: Wording {
    switch content {
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// The value of the first member with this key, or `nil` when there is none.
  ///
  /// - Complexity: O(members).
  package subscript(key: String) -> JSONValue? {
    members?.first { $0.key.text == key }?.value
  }
}
