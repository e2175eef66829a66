/// Which scalars are the same letter in upper and lower case.
///
/// Two scalars are variants of each other if their texts in lower case are equal, or their texts in
/// upper case. So `k` has the variants `K` and the Kelvin sign.
///
/// Source: XPath functions and operators 3.1, section 5.6.2, flag `i`.
enum CaseVariants {
  /// The scalar itself and its variants.
  static func of(_ scalar: Unicode.Scalar) -> [UInt32] {
    variants[scalar.value] ?? [scalar.value]
  }

  /// Whether two scalars are the same but for case.
  static func areSame(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    left == right || (variants[left.value]?.contains(right.value) ?? false)
  }

  /// No scalar from here on has case.
  private static let end: UInt32 = 0x20000

  private static let variants: [UInt32: [UInt32]] = {
    let cased = (0..<end).compactMap(Unicode.Scalar.init).filter {
      $0.properties.changesWhenCaseMapped
    }
    let lower = Dictionary(grouping: cased) { $0.properties.lowercaseMapping }
    let upper = Dictionary(grouping: cased) { $0.properties.uppercaseMapping }
    return Dictionary(
      uniqueKeysWithValues: cased.map { scalar in
        let same =
          (lower[scalar.properties.lowercaseMapping] ?? [])
          + (upper[scalar.properties.uppercaseMapping] ?? [])
        return (scalar.value, Set(same.map(\.value)).union([scalar.value]).sorted())
      })
  }()
}
