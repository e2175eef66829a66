extension JSONWriter {
  /// Writes a member whose value is a string.
  package mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  /// Writes a member whose value is a whole number.
  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  /// Writes a member whose value is `true` or `false`.
  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  /// Writes a member whose value is an object.
  package mutating func object(
    _ name: String, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    key(name)
    try object(body)
  }

  /// Writes a member whose value is an array.
  package mutating func array(
    _ name: String, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    key(name)
    try array(body)
  }

  /// Writes a member whose value is a string, by a key made once.
  package mutating func member(_ key: borrowing JSONKey, _ value: String) {
    self.key(key)
    string(value)
  }

  /// Writes a member whose value is `true` or `false`, by a key made once.
  package mutating func member(_ key: borrowing JSONKey, _ value: Bool) {
    self.key(key)
    boolean(value)
  }

  /// Writes a member whose value is an object, by a key made once.
  package mutating func object(
    _ key: borrowing JSONKey, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    self.key(key)
    try object(body)
  }

  /// Writes a member whose value is an array, by a key made once.
  package mutating func array(
    _ key: borrowing JSONKey, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    self.key(key)
    try array(body)
  }

  /// Writes a value that was read, in the order and with the numbers of its file.
  package mutating func value(_ value: JSONValue) {
    switch value.content {
    case .null: null()
    case .boolean(let truth): boolean(truth)
    case .number(let text): number(text)
    case .string(let string): self.string(string.text)
    case .array(let elements): array { for element in elements { $0.value(element) } }
    case .object(let members):
      object {
        for member in members {
          $0.key(member.key.text)
          $0.value(member.value)
        }
      }
    }
  }
}
