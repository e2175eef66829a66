internal import CDigest

/// The hash SHA-256 of FIPS 180-4, fed in pieces.
package struct SHA256: Sendable {
  private var state = SHA256.start
  private var waiting: [UInt8] = []
  private var length: UInt64 = 0
  private static let blockSize = 64

  private let usesMachine: Bool

  /// Creates a hash of no bytes yet.
  ///
  /// - Parameter usesMachine: Whether the machine's own instructions compute it; the same everywhere.
  package init(usesMachine: Bool = SHA256.isBuiltIn) { self.usesMachine = usesMachine }

  /// The digest of `bytes` as 32 bytes.
  package static func digest(of bytes: Span<UInt8>) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest()
  }

  /// The digests of two stretches of bytes, as ``digest(of:)`` gives them, best of equal length.
  ///
  /// - Parameter usesMachine: As in ``init(usesMachine:)``; the machine's instructions take both at once.
  package static func digests(
    of first: Span<UInt8>, _ second: Span<UInt8>, usesMachine: Bool = SHA256.isBuiltIn
  ) -> (first: [UInt8], second: [UInt8]) {
    var one = SHA256(usesMachine: usesMachine)
    var two = one
    let blocks = usesMachine ? min(first.count, second.count) / blockSize : 0
    if blocks > 0 { compressPairs(&one, &two, first, second, blocks) }
    one.update(first.extracting((blocks * blockSize)...))
    two.update(second.extracting((blocks * blockSize)...))
    return (one.digest(), two.digest())
  }

  /// The digest of a whole file in hexadecimal, as `sha256sum` prints it.
  ///
  /// - Throws: ``FileProblem`` when the file cannot be read.
  package static func hexadecimal(ofFile path: String) throws(FileProblem) -> String {
    let file = try InputFile(path)
    var hash = SHA256()
    var piece: [UInt8] = []
    while try file.read(1 << 20, into: &piece) > 0 {
      hash.update(piece.span)
      piece.removeAll(keepingCapacity: true)
    }
    return hexadecimal(hash.digest())
  }

  /// Adds bytes.
  package mutating func update(_ bytes: Span<UInt8>) {
    length += UInt64(bytes.count)
    var start = 0
    if !waiting.isEmpty {
      start = min(SHA256.blockSize - waiting.count, bytes.count)
      for index in 0..<start { waiting.append(bytes[index]) }
      guard waiting.count == SHA256.blockSize else { return }
      let block = waiting
      _ = compressBlocks(block.span)
      waiting.removeAll(keepingCapacity: true)
    }
    start += compressBlocks(bytes.extracting(start...))
    while start < bytes.count {
      waiting.append(bytes[start])
      start += 1
    }
  }

  /// The digest of everything added so far, as 32 bytes.
  package func digest() -> [UInt8] {
    var last = self
    let bits = length << 3
    var padding: [UInt8] = [0x80]
    while (waiting.count + padding.count) % SHA256.blockSize != 56 { padding.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    last.update(padding.span)
    var bytes: [UInt8] = []
    for index in 0..<8 {
      let word = last.state[index]
      for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(shift))) }
    }
    return bytes
  }

  /// Bytes as lower-case hexadecimal digits, as `sha256sum` prints them.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Works all whole blocks into the state, and gives the number of their bytes.
  private mutating func compressBlocks(_ bytes: Span<UInt8>) -> Int {
    let whole = bytes.count / SHA256.blockSize * SHA256.blockSize
    if usesMachine {
      compressBuiltIn(bytes.extracting(0..<whole))
    } else {
      for start in stride(from: 0, to: whole, by: SHA256.blockSize) { compress(bytes, start) }
    }
    return whole
  }

  /// Whether the machine has instructions for this hash.
  package static let isBuiltIn = digest_is_built_in() != 0

  /// Works blocks into the state by the instructions of the machine.
  ///
  /// Unsafe, because only C can name them: some seven times as fast as ``compress(_:_:)``, by `Benchmarks hash`.
  private mutating func compressBuiltIn(_ blocks: Span<UInt8>) {
    var words = state.mutableSpan
    let constants = SHA256.constants.span
    // The function reads whole blocks and 64 constants, writes eight words, and keeps no pointer.
    unsafe words.withUnsafeMutableBufferPointer { words in
      unsafe constants.withUnsafeBufferPointer { constants in
        unsafe blocks.withUnsafeBufferPointer { blocks in
          guard let first = blocks.baseAddress, let state = words.baseAddress else { return }
          unsafe digest_blocks(
            state, first, blocks.count / SHA256.blockSize, constants.baseAddress)
        }
      }
    }
  }

  /// Works the first blocks of two stretches into two states that have taken in whole blocks only.
  ///
  /// Unsafe, because only C can name the instructions: 1.8 times as fast as one after the other, by
  /// `Benchmarks hash`.
  private static func compressPairs(
    _ one: inout SHA256, _ two: inout SHA256, _ first: Span<UInt8>, _ second: Span<UInt8>,
    _ blocks: Int
  ) {
    var states = InlineArray<16, UInt32> { $0 < 8 ? one.state[$0] : two.state[$0 - 8] }
    var words = states.mutableSpan
    let constants = SHA256.constants.span
    // The function reads `blocks` blocks of each and 64 constants, writes 16 words, and keeps no pointer.
    unsafe words.withUnsafeMutableBufferPointer { words in
      unsafe constants.withUnsafeBufferPointer { constants in
        unsafe first.withUnsafeBufferPointer { first in
          unsafe second.withUnsafeBufferPointer { second in
            unsafe digest_pairs(
              words.baseAddress, first.baseAddress, second.baseAddress, blocks,
              constants.baseAddress)
          }
        }
      }
    }
    for index in 0..<8 {
      one.state[index] = states[index]
      two.state[index] = states[index + 8]
    }
    one.length += UInt64(blocks * blockSize)
    two.length += UInt64(blocks * blockSize)
  }

  /// Works one block of 64 bytes into the state (FIPS 180-4, section 6.2.2).
  ///
  /// The sixteen words of the schedule that are needed at a time lie in a ring.
  private mutating func compress(_ bytes: Span<UInt8>, _ start: Int) {
    precondition(start >= 0 && start + SHA256.blockSize <= bytes.count, "a block has 64 bytes")
    var ring = InlineArray<16, UInt32>(repeating: 0)
    for index in 0..<16 {
      // The precondition above holds for all sixteen words.
      ring[index] = unsafe bytes.bytes.unsafeLoadUnaligned(
        fromByteOffset: start &+ index &* 4, as: UInt32.self
      ).bigEndian
    }
    let constants = SHA256.constants.span
    var work = SHA256Registers(state)
    for round in 0..<64 {
      if round >= 16 {
        let early = ring[(round &+ 1) & 15]
        let late = ring[(round &+ 14) & 15]
        let first = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
        let second = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
        ring[round & 15] &+= first &+ ring[(round &+ 9) & 15] &+ second
      }
      work.step(constants[round] &+ ring[round & 15])
    }
    work.add(to: &state)
  }
}

/// The eight working variables of one block.
private struct SHA256Registers {
  private var a, b, c, d, e, f, g, h: UInt32

  init(_ state: InlineArray<8, UInt32>) {
    (a, b, c, d) = (state[0], state[1], state[2], state[3])
    (e, f, g, h) = (state[4], state[5], state[6], state[7])
  }

  /// One round with its word and constant already added.
  @inline(__always)
  mutating func step(_ word: UInt32) {
    let one = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let first = h &+ one &+ (g ^ (e & (f ^ g))) &+ word
    let zero = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    let majority = (a & b) | (c & (a | b))
    (h, g, f, e) = (g, f, e, d &+ first)
    (d, c, b, a) = (c, b, a, first &+ zero &+ majority)
  }

  func add(to state: inout InlineArray<8, UInt32>) {
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }
}

@inline(__always)
private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
  word &>> count | word &<< (32 &- count)
}
