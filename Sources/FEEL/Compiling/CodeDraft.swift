/// Code that is being written; see ``Code`` for its parts.
struct CodeDraft {
  var numbersOfLocals: [Code.NumberOfLocal] = []
  var instructions: [Instruction] = []
  var numbers: [Number?] = []
  var truths: [MachineTruth] = []
  var values: [Value] = []
  var leaves: [Leaf] = []

  /// Where the next instruction will stand.
  var end: UInt16 { UInt16(instructions.count) }

  /// A new register for a number, with the one to begin with.
  mutating func number(_ number: Number? = nil) -> UInt16 {
    numbers.append(number)
    return UInt16(numbers.count - 1)
  }

  /// The register of the number that a local is.
  mutating func number(ofLocal local: UInt16) -> UInt16 {
    if let known = numbersOfLocals.first(where: { $0.local == local }) { return known.register }
    let register = number()
    numbersOfLocals.append(Code.NumberOfLocal(local: local, register: register))
    return register
  }

  /// A new register for a truth, with the one to begin with.
  mutating func truth(_ truth: MachineTruth = .open) -> UInt16 {
    truths.append(truth)
    return UInt16(truths.count - 1)
  }

  func isSmall(_ limit: Int) -> Bool {
    max(instructions.count, numbers.count, truths.count, values.count) < limit
  }
}
