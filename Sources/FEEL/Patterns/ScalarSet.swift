/// A set of Unicode scalars, as a class in a pattern describes it.
struct ScalarSet: Sendable {
  /// How the set is made.
  indirect enum Shape: Sendable {
    /// The scalars of some ranges; with `anyCase` also all their case variants.
    case ranges([ClosedRange<UInt32>], anyCase: Bool)
    /// The scalars of some general categories.
    case categories(Set<Unicode.GeneralCategory>)
    /// All that are not in the set.
    case not(Shape)
    /// All that are in one of the sets.
    case any([Shape])
    /// All of the first that are not in the second.
    case minus(Shape, Shape)
  }

  private let shape: Shape
  /// The members below 64, and from 64 to 127, one bit each.
  private let low: UInt64
  private let high: UInt64

  init(_ shape: Shape) {
    self.shape = shape
    var bits: (UInt64, UInt64) = (0, 0)
    for value in UInt8.min..<64 {
      if shape.contains(Unicode.Scalar(value)) { bits.0 |= 1 << UInt64(value) }
      if shape.contains(Unicode.Scalar(value + 64)) { bits.1 |= 1 << UInt64(value) }
    }
    (low, high) = bits
  }

  /// Whether the scalar is in the set.
  ///
  /// - Complexity: O(1) for ASCII, else O(parts of the class).
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 64 { return low >> UInt64(value) & 1 == 1 }
    if value < 128 { return high >> UInt64(value - 64) & 1 == 1 }
    return shape.contains(scalar)
  }
}

extension ScalarSet.Shape {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .ranges(let ranges, let anyCase):
      let holds = { (value: UInt32) in ranges.contains { $0.contains(value) } }
      return holds(scalar.value) || (anyCase && CaseVariants.of(scalar).contains(where: holds))
    case .categories(let categories): return categories.contains(scalar.properties.generalCategory)
    case .not(let inner): return !inner.contains(scalar)
    case .any(let shapes): return shapes.contains { $0.contains(scalar) }
    case .minus(let whole, let part): return whole.contains(scalar) && !part.contains(scalar)
    }
  }
}
