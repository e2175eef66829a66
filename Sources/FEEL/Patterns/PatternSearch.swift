/// A search for a pattern in one text.
///
/// It tries the ways in the order in which the pattern writes them and goes back to the last fork
/// when one fails. What has failed once is not tried again: whether a fork at a place leads to a fit
/// does not depend on how it was reached, unless the pattern uses the text of its groups again. So
/// the work is at most the length of the text times that of the pattern; where it cannot be
/// remembered, a number of steps bounds it.
struct PatternSearch {
  /// Where to go on if a way fails: at a step and a place, or with a register set back.
  private struct Return {
    /// The step, or below zero the register as its complement.
    let step: Int
    let place: Int
  }

  /// The most bits to remember forks that have failed.
  private static let memory = 1 << 27
  /// The steps that are always allowed, and those for every scalar of the text.
  private static let steps = (base: 4_000_000, perScalar: 64)

  private let pattern: Pattern
  private let text: [Unicode.Scalar]
  private var returns: [Return] = []
  /// The places kept by the pattern, -1 for none; of group `n` those at `2n` and `2n + 1`.
  private var registers: [Int]
  /// The forks that were tried, a row of bits for each place of the text; empty if not remembered.
  private var tried: [UInt64] = []
  private var stepsLeft: Int

  init(_ pattern: Pattern, in text: [Unicode.Scalar]) {
    self.pattern = pattern
    self.text = text
    registers = Array(repeating: -1, count: pattern.registers)
    stepsLeft = PatternSearch.steps.base + PatternSearch.steps.perScalar * text.count
    let (bits, overflow) = pattern.forks.multipliedReportingOverflow(by: text.count + 1)
    if !pattern.usesGroups, !overflow, bits <= PatternSearch.memory {
      tried = Array(repeating: 0, count: (bits + 63) / 64)
    }
  }

  /// The first place at or after `start` where the pattern fits; nil if there is none.
  mutating func next(from start: Int) throws(PatternProblem) -> PatternFit? {
    for place in start...max(start, text.count) {
      if pattern.isAnchored, place > 0 { return nil }
      guard let end = try fit(at: place) else { continue }
      forget(end)
      registers[0] = place
      registers[1] = end
      return PatternFit(places: registers)
    }
    return nil
  }

  /// The end of the pattern if it begins at a place; nil if it does not fit there.
  private mutating func fit(at start: Int) throws(PatternProblem) -> Int? {
    for index in registers.indices { registers[index] = -1 }
    returns.removeAll(keepingCapacity: true)
    var (step, place) = (0, start)
    while true {
      stepsLeft -= 1
      guard stepsLeft >= 0 else { throw PatternProblem("the pattern needs too many steps") }
      var fits = true
      switch pattern.steps[step] {
      case .fit: return place
      case .jump(let target): step = target - 1
      case .scalar(let scalar):
        fits = place < text.count && text[place] == scalar
        place += 1
      case .set(let number):
        fits = place < text.count && pattern.sets[number].contains(text[place])
        place += 1
      case .fork(let first, let second, let number):
        fits = mark(number, place)
        if fits { returns.append(Return(step: second, place: place)) }
        step = first - 1
      case .keep(let register):
        returns.append(Return(step: ~register, place: registers[register]))
        registers[register] = place
      case .moved(let register): fits = registers[register] != place
      case .edge(let edge): fits = isEdge(edge, place)
      case .again(let number): fits = takeAgain(number, &place)
      }
      if fits {
        step += 1
      } else {
        guard let last = goBack() else { return nil }
        (step, place) = (last.step, last.place)
      }
    }
  }

  private mutating func goBack() -> Return? {
    while let last = returns.popLast() {
      if last.step >= 0 { return last }
      registers[~last.step] = last.place
    }
    return nil
  }

  /// Notes that a fork is tried at a place; false if it was before.
  private mutating func mark(_ fork: Int, _ place: Int) -> Bool {
    guard !tried.isEmpty else { return true }
    let bit = place * pattern.forks + fork
    let mask: UInt64 = 1 << UInt64(bit & 63)
    if tried[bit >> 6] & mask != 0 { return false }
    tried[bit >> 6] |= mask
    return true
  }

  /// Forgets what was tried at the end of a fit, where the next search begins; what was tried after
  /// it has failed, and what was tried before it is never reached again.
  private mutating func forget(_ place: Int) {
    guard !tried.isEmpty else { return }
    for bit in place * pattern.forks..<(place + 1) * pattern.forks {
      tried[bit >> 6] &= ~(1 << UInt64(bit & 63))
    }
  }

  private func isEdge(_ edge: PatternEdge, _ place: Int) -> Bool {
    switch edge {
    case .textStart: place == 0
    case .textEnd: place == text.count
    case .lineStart: place == 0 || (place < text.count && text[place - 1] == "\n")
    case .lineEnd:
      place < text.count ? text[place] == "\n" : place == 0 || text[place - 1] != "\n"
    }
  }

  /// Steps over the text of a group; a group that has no part in the fit counts as empty.
  private func takeAgain(_ number: Int, _ place: inout Int) -> Bool {
    let wanted = text[PatternFit(places: registers).group(number)]
    guard wanted.count <= text.count - place else { return false }
    let found = text[place..<place + wanted.count]
    let anyCase = pattern.flags.contains(.anyCase)
    place += wanted.count
    return zip(wanted, found).allSatisfy {
      $0 == $1 || (anyCase && CaseVariants.areSame($0, $1))
    }
  }
}
