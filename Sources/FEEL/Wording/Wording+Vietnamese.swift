extension Wording {
  /// The Vietnamese of every template.
  static let vietnamese: [String: String] = [:]
}
