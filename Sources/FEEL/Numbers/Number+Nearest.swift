extension Number {
  /// The double that is nearest to the number, or not a number where its parts are too long for that.
  ///
  /// Of two numbers the smaller never has the greater one, so that two doubles that differ stand as
  /// their numbers do. Where they are equal, or one is not a number, only the numbers can tell.
  package var nearest: Double {
    guard case .small(let numerator, let denominator) = form,
      max(numerator.magnitude, denominator.magnitude) <= Number.exactInDouble
    else { return .nan }
    // Both parts are exact and a division rounds once, to the nearest.
    return Double(numerator) / Double(denominator)
  }

  /// Up to here a double holds every whole number.
  private static let exactInDouble: UInt = 1 << 53
}
