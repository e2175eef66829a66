/// One step of compiled code: what to do, where to put the result, and what to do it with.
///
/// There are three files of registers: numbers, truths, and whole values, which are the locals and,
/// behind the slots of the program, places of the evaluator's frame.
/// Which file an index points into follows from the operation.
struct Instruction: BitwiseCopyable, Sendable {
  enum Operation: UInt8 {
    /// Numbers to a number.
    case add, subtract, multiply, divide, negate, least, greatest
    /// Numbers to a truth; `greater` is `less` the other way round.
    case less, lessOrEqual, equal
    /// Truths to a truth.
    case and, or, not
    /// Goes to the instruction `right` if the truth `left` is settled in the sense of the name.
    case skipIfNo, skipIfYes
    /// Goes to the instruction `right` unless the truth `left` is yes; gives up if it is open.
    case branch
    /// Goes to the instruction `right`.
    case jump
    /// Copies inside a file.
    case moveNumber, moveTruth, moveValue
    /// Reads a local, or a slot behind those of the program, into a file.
    case truthOfLocal
    case numberOfValue, truthOfValue
    /// Whether the texts or symbols in two slots are the same, to a truth.
    case sameValues
    /// Whether two truths are the same, to a truth.
    case sameTruths
    /// Evaluates the leaf `left` into a slot.
    case leaf
  }

  let operation: Operation
  let result: UInt16
  let left: UInt16
  let right: UInt16

  init(_ operation: Operation, _ result: UInt16, _ left: UInt16 = 0, _ right: UInt16 = 0) {
    self.operation = operation
    self.result = result
    self.left = left
    self.right = right
  }
}
