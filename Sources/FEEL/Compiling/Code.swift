/// A program as instructions on registers, for what numbers, conditions and choices say.
///
/// Code gives the value that the evaluator gives, or nothing at all: an unknown or absent value, a
/// number that machine words cannot hold and every failure are left to the evaluator, unless the
/// rest settles the result. So the meaning of operators is written once, in ``Semantics``, and only
/// repeated here for known scalars.
final class Code: Sendable {
  /// What the code ends with.
  enum Result: Sendable {
    case number(UInt16)
    case truth(UInt16)
    case value(UInt16)
  }

  /// Where the number of a local name is put before the first instruction.
  struct NumberOfLocal: BitwiseCopyable, Sendable {
    let local: UInt16
    let register: UInt16
  }

  let numbersOfLocals: [NumberOfLocal]
  let instructions: [Instruction]
  /// The numbers and truths to begin with: those written in the expression, and open ones.
  let numbers: [Number?]
  let truths: [MachineTruth]
  /// The values for the slots behind those of the program, in order: literals, leaves and choices.
  let values: [Value]
  /// What is asked of the host or of a record.
  let leaves: [Leaf]
  let result: Result
  /// Whether estimates may settle the result: it is what a comparison says, and no number on the way
  /// can exceed the limits of numbers, whose parts are sums and products of those of the leaves.
  let isEstimable: Bool

  init(_ draft: CodeDraft, result: Result) {
    numbersOfLocals = draft.numbersOfLocals
    instructions = draft.instructions
    numbers = draft.numbers
    truths = draft.truths
    values = draft.values
    leaves = draft.leaves
    self.result = result
    isEstimable = Code.compares(draft.instructions, result) && draft.numbers.count < Code.estimable
  }

  /// Creates code of its own for one computation, so that threads share nothing whose references they
  /// count.
  init(copying other: Code) {
    numbersOfLocals = other.numbersOfLocals.map(\.self)
    instructions = other.instructions.map(\.self)
    leaves = other.leaves.map(\.self)
    (numbers, truths, values) = (other.numbers, other.truths, other.values)
    (result, isEstimable) = (other.result, other.isEstimable)
  }

  /// With two words of a numerator or denominator for each number.
  private static let estimable = Limits.bits / (2 * UInt.bitWidth)

  private static func compares(_ instructions: [Instruction], _ result: Result) -> Bool {
    guard case .truth = result else { return false }
    return instructions.contains {
      switch $0.operation {
      case .less, .lessOrEqual, .equal: true
      default: false
      }
    }
  }
}
