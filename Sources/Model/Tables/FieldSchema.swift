package import FEEL

/// What the values of a field are.
package enum FieldType: Hashable, Sendable {
  /// An exact number.
  case number
  /// A text in composed form.
  case text
  /// True or false.
  case boolean
  /// A day of the calendar.
  case date
  /// The key of a record of `table`, read as a text.
  case reference(table: String)
}

/// One field of a table: its name, its type and where its values stand in the input.
package struct FieldSchema: Hashable, Sendable {
  /// The name by which formulas know the field, such as `peer group`.
  package let name: String
  /// What its values are.
  package let type: FieldType
  /// Whether every record must give a value.
  package let isRequired: Bool
  /// The keys or column headings under which the input may give it.
  ///
  /// The name itself comes first, then its form in one word (`peerGroup`), then further ones.
  package let columns: [String]
  /// The smallest number allowed, if there is one.
  package let least: Number?
  /// The largest number allowed, if there is one.
  package let most: Number?

  /// Creates a field; `columns` are keys that are accepted beside the name and its one-word form.
  package init(
    _ name: String, _ type: FieldType, required: Bool = false, columns: [String] = [],
    least: Number? = nil, most: Number? = nil
  ) {
    self.name = name
    self.type = type
    isRequired = required
    var accepted: [String] = []
    for column in [name, FieldSchema.oneWord(name)] + columns where !accepted.contains(column) {
      accepted.append(column)
    }
    self.columns = accepted
    self.least = least
    self.most = most
  }

  /// A name in one word: `peer group` gives `peerGroup`.
  package static func oneWord(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: " ")) else { return name }
    let words = name.split(separator: " ")
    return words.dropFirst().reduce(words.first.map { String($0) } ?? "") {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }
}
