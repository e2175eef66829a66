/// Turns a pattern as it is written into steps.
///
/// A part that is repeated a counted number of times is written as often as it may stand.
///
///     x*      1: fork 2, 4     x?      1: fork 2, 3     x | y   1: fork 2, 4
///             2: x                     2: x                     2: x
///             3: jump 1                3:                       3: jump 5
///             4:                                                4: y
struct PatternCompiler {
  /// The most parts that are written out.
  static let size = 50_000

  private(set) var steps: [PatternStep] = []
  private(set) var sets: [ScalarSet] = []
  /// The number of forks.
  private(set) var forks = 0
  /// The number of registers: two for each group, those of the whole first, then one for each loop.
  private(set) var registers: Int
  private let flags: PatternFlags
  private var room = PatternCompiler.size

  init(_ tree: PatternTree, groups: Int, _ flags: PatternFlags) throws(PatternProblem) {
    self.flags = flags
    registers = 2 * (groups + 1)
    try write(tree)
    steps.append(.fit)
  }

  private mutating func write(_ tree: PatternTree) throws(PatternProblem) {
    room -= 1
    guard room >= 0 else {
      throw PatternProblem("the repetitions make the pattern too long")
    }
    switch tree {
    case .scalar(let scalar): write(scalar)
    case .set(let set): write(set)
    case .edge(let edge): steps.append(.edge(edge))
    case .again(let group): steps.append(.again(group))
    case .sequence(let parts): for part in parts { try write(part) }
    case .choice(let branches): try write(choice: branches)
    case .group(let number, let inner):
      steps.append(.keep(2 * number))
      try write(inner)
      steps.append(.keep(2 * number + 1))
    case .repeated(let inner, let least, let most, let isGreedy):
      for _ in 0..<least { try write(inner) }
      if let most {
        try write(optional: inner, most - least, isGreedy)
      } else {
        try write(loop: inner, isGreedy)
      }
    }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    let variants = flags.contains(.anyCase) ? CaseVariants.of(scalar) : []
    if variants.count > 1 {
      write(ScalarSet(.scalars(variants)))
    } else {
      steps.append(.scalar(scalar))
    }
  }

  private mutating func write(_ set: ScalarSet) {
    steps.append(.set(sets.count))
    sets.append(set)
  }

  private mutating func write(choice branches: [PatternTree]) throws(PatternProblem) {
    var ends: [Int] = []
    for branch in branches.dropLast() {
      let fork = beginFork()
      try write(branch)
      ends.append(steps.count)
      steps.append(.jump(0))
      endFork(fork, isGreedy: true)
    }
    if let last = branches.last { try write(last) }
    for end in ends { steps[end] = .jump(steps.count) }
  }

  private mutating func write(
    optional inner: PatternTree, _ count: Int, _ isGreedy: Bool
  ) throws(PatternProblem) {
    var forks: [Int] = []
    for _ in 0..<count {
      forks.append(beginFork())
      try write(inner)
    }
    for fork in forks { endFork(fork, isGreedy: isGreedy) }
  }

  /// A loop whose body may be empty goes on only if the body has moved, so that it ends.
  private mutating func write(
    loop inner: PatternTree, _ isGreedy: Bool
  ) throws(PatternProblem) {
    let fork = beginFork()
    if inner.mayBeEmpty {
      let register = registers
      registers += 1
      steps.append(.keep(register))
      try write(inner)
      steps.append(.moved(register))
    } else {
      try write(inner)
    }
    steps.append(.jump(fork))
    endFork(fork, isGreedy: isGreedy)
  }

  private mutating func beginFork() -> Int {
    defer { forks += 1 }
    steps.append(.fork(first: 0, second: 0, number: forks))
    return steps.count - 1
  }

  /// Lets a fork lead to what follows it, and to what follows here.
  private mutating func endFork(_ place: Int, isGreedy: Bool) {
    guard case .fork(_, _, let number) = steps[place] else { return }
    let (inside, outside) = (place + 1, steps.count)
    steps[place] = .fork(
      first: isGreedy ? inside : outside, second: isGreedy ? outside : inside, number: number)
  }
}
