/// One member in ``PlainShapes``: the bytes up to its value, and what is done with that.
struct PlainStep: Sendable {
  /// The first sixteen bytes, and the bits of them that there are.
  private let head: UInt64
  private let headMask: UInt64
  private let next: UInt64
  private let nextMask: UInt64
  /// The other bytes.
  private let rest: [UInt8]
  let count: Int
  let way: PlainField.Way
  /// The field, and its bit; 0 and none where no field has the key.
  let field: Int
  let bit: UInt64

  init(_ bytes: [UInt8], _ way: PlainField.Way, field: Int) {
    let padded = bytes + Array(repeating: 0, count: 16)
    head = PlainStep.word(padded, 0)
    next = PlainStep.word(padded, 8)
    headMask = PlainStep.mask(bytes.count)
    nextMask = PlainStep.mask(max(0, bytes.count - 8))
    rest = Array(bytes.dropFirst(16))
    count = bytes.count
    self.way = way
    self.field = max(0, field)
    bit = field < 0 ? 0 : 1 << UInt64(field)
  }

  private static func word(_ bytes: [UInt8], _ start: Int) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
  }

  /// The bits of the first `count` bytes of a word.
  private static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? .max : (1 << UInt64(8 * count)) - 1
  }

  /// Whether these bytes stand at `position`.
  @inline(__always)
  func matches(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    guard position &+ 16 <= bytes.count else { return matchesEnd(bytes, position) }
    // Sixteen bytes are there.
    let first = unsafe bytes.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: position, as: UInt64.self
    ).littleEndian
    let second = unsafe bytes.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: position &+ 8, as: UInt64.self
    ).littleEndian
    guard (first ^ head) & headMask | (second ^ next) & nextMask == 0 else { return false }
    return count <= 16 || matchesRest(bytes, position &+ 16)
  }

  private func matchesRest(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    guard position &+ rest.count <= bytes.count else { return false }
    for place in rest.indices where rest[place] != bytes[position &+ place] { return false }
    return true
  }

  /// Compares near the end of the bytes.
  private func matchesEnd(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    guard count <= 16, position &+ count <= bytes.count else { return false }
    for place in 0..<count {
      let word = place < 8 ? head >> UInt64(8 * place) : next >> UInt64(8 * (place - 8))
      guard UInt8(truncatingIfNeeded: word) == bytes[position &+ place] else { return false }
    }
    return true
  }
}

/// The orders and spellings in which systems write the members of records, learnt from records that
/// came before.
///
/// Systems write all records in few ways. Where a record is written as one before it, all that stands
/// between two values is compared whole, and nothing need be asked of keys: those of one shape differ,
/// and members are taken in their order, though some may be left out.
struct PlainShapes: Sendable {
  /// The most shapes.
  private static let limit = 8
  /// The most bytes from one value to the next.
  static let longest = 64

  /// The members of all shapes.
  private(set) var steps: [PlainStep] = []
  /// Where the members of each shape stand.
  private var shapes: [Range<Int>] = []
  private var missed = 0
  private var patience = 1
  /// The records that had no shape since one had.
  private var missedInRow = 0

  /// The shape that is tried first: that of the last record.
  private var trial = 0

  /// How many shapes are tried for a record: where none has been met for long, one after the other for
  /// one record after the other.
  @inline(__always)
  var trials: Int { missedInRow < 32 ? shapes.count : min(1, shapes.count) }

  /// The bounds of the steps of the shape that is tried.
  @inline(__always)
  var current: (first: Int, last: Int) {
    (shapes[trial].lowerBound, shapes[trial].upperBound)
  }

  /// Goes on to the next shape, and after the last to the first.
  @inline(__always)
  mutating func tryNext() { trial = trial &+ 1 < shapes.count ? trial &+ 1 : 0 }

  /// Notes that a record had the shape that was tried.
  @inline(__always)
  mutating func noteMet() { missedInRow = 0 }

  /// Notes that a record had no shape; says whether its own may be learnt.
  ///
  /// Where there is no end of shapes, learning costs more than it saves, so it becomes rare.
  mutating func noteMissed() -> Bool {
    missed += 1
    missedInRow += 1
    return missed >= patience
  }

  /// Learns the shape of a record.
  ///
  /// - Precondition: the record gives no key and no field twice.
  mutating func learn(_ members: [PlainStep]) {
    missed = 0
    if shapes.count == PlainShapes.limit {
      steps.removeAll()
      shapes.removeAll()
      patience = min(patience * 64, 1 << 30)
    }
    trial = shapes.count
    shapes.append(steps.count..<steps.count + members.count)
    steps += members
  }
}
