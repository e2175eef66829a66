/// True, false, or not settled by compiled code.
///
/// `open` may stand for any value at all, so that an operation is settled only if it is for every
/// value in its place.
enum MachineTruth: UInt8, BitwiseCopyable, Sendable {
  case no, yes, open

  @inline(__always)
  init(_ value: Bool) { self = value ? .yes : .no }

  /// What a test says of an order; open if there is none.
  @inline(__always)
  init(_ order: Order?, _ test: (Order) -> Bool) {
    if let order { self.init(test(order)) } else { self = .open }
  }

  @inline(__always)
  func and(_ other: MachineTruth) -> MachineTruth {
    if self == .no || other == .no { return .no }
    return self == .yes && other == .yes ? .yes : .open
  }

  @inline(__always)
  func or(_ other: MachineTruth) -> MachineTruth {
    if self == .yes || other == .yes { return .yes }
    return self == .no && other == .no ? .no : .open
  }

  @inline(__always)
  var opposite: MachineTruth {
    switch self {
    case .no: .yes
    case .yes: .no
    case .open: .open
    }
  }

  @inline(__always)
  func same(as other: MachineTruth) -> MachineTruth {
    self == .open || other == .open ? .open : MachineTruth(self == other)
  }
}
