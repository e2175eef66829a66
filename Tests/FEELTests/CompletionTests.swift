import FEEL
import Testing

/// What unknown promises: a result that is known in spite of missing values stays the same whatever
/// the values are.
///
/// Random expressions over four names are computed with some of the names unknown, then with every
/// completion of them.
@Suite struct CompletionTests {
  private static let truths: [Value] = [.boolean(true), .boolean(false)]
  private static let numbers: [Value] = [.number(0), .number(1), .number(2)]
  private static let names: [(name: String, domain: [Value])] = [
    ("p", truths), ("q", truths), ("m", numbers), ("n", numbers),
  ]

  private static func condition(_ depth: Int, _ random: inout Sequence) -> String {
    let leaves = ["p", "q", "true", "m = 1", "n < m", "n in [1..2]", "m in (0, n)"]
    guard depth > 0 else { return random.pick(leaves) }
    let d = depth - 1
    return switch random.next(11) {
    case 0: "(\(condition(d, &random)) and \(condition(d, &random)))"
    case 1: "(\(condition(d, &random)) or \(condition(d, &random)))"
    case 2: "not(\(condition(d, &random)))"
    case 3: "\(number(d, &random)) <= \(number(d, &random))"
    case 4: "\(number(d, &random)) between \(number(d, &random)) and \(number(d, &random))"
    case 5: "(some x in \(list(d, &random)) satisfies x = \(number(d, &random)))"
    case 6: "(every x in \(list(d, &random)) satisfies x < \(number(d, &random)))"
    case 7: "list contains(\(list(d, &random)), \(number(d, &random)))"
    case 8: "\(list(d, &random)) = \(list(d, &random))"
    case 9:
      "(if \(condition(d, &random)) then \(condition(d, &random)) else \(condition(d, &random)))"
    default: "all(for x in \(list(d, &random)) return x > 0)"
    }
  }

  private static func number(_ depth: Int, _ random: inout Sequence) -> String {
    guard depth > 0 else { return random.pick(["m", "n", "0", "1", "2"]) }
    let d = depth - 1
    return switch random.next(8) {
    case 0: "(\(number(d, &random)) + \(number(d, &random)))"
    case 1: "(\(number(d, &random)) * \(number(d, &random)))"
    case 2: "(if \(condition(d, &random)) then \(number(d, &random)) else \(number(d, &random)))"
    case 3: "\(random.pick(["sum", "count", "product"]))(\(list(d, &random)))"
    case 4: "\(random.pick(["min", "max", "mean"]))(append(\(list(d, &random)), 1))"
    case 5: "\(list(d, &random))[1]"
    case 6: "\(list(d, &random))[-1]"
    default: "\(random.pick(["min", "max"]))(\(number(d, &random)), \(number(d, &random)))"
    }
  }

  private static func list(_ depth: Int, _ random: inout Sequence) -> String {
    guard depth > 0 else { return random.pick(["[m, n]", "[0, 1, 2]", "[1, n, 1]", "[2]"]) }
    let d = depth - 1
    return switch random.next(6) {
    case 0: "\(list(d, &random))[\(condition(d, &random))]"
    case 1: "\(list(d, &random))[item < \(number(d, &random))]"
    case 2: "(for x in \(list(d, &random)) return x + 1)"
    case 3: "concatenate(\(list(d, &random)), \(list(d, &random)))"
    case 4: "\(random.pick(["reverse", "distinct values", "flatten", "sort"]))(\(list(d, &random)))"
    default: "(if \(condition(d, &random)) then \(list(d, &random)) else \(list(d, &random)))"
    }
  }

  /// All ways to give the names that are not in `missing` one value and the others each value.
  private static func completions(_ given: [Value], _ missing: Set<Int>) -> [[Value]] {
    names.indices.reduce([[]]) { worlds, index in
      worlds.flatMap { world in
        (missing.contains(index) ? names[index].domain : [given[index]]).map { world + [$0] }
      }
    }
  }

  @Test(arguments: 0..<40)
  func aKnownResultIsThatOfEveryCompletion(seed: Int) throws {
    var random = Sequence(state: UInt64(seed) &* 7919 &+ 17)
    var settled = 0
    for _ in 0..<60 {
      let text = CompletionTests.condition(3, &random)
      let locals = CompletionTests.names.map { name in
        (name: name.name, type: name.domain == CompletionTests.truths ? Type.boolean : .number)
      }
      let program = try Program(
        Expression(parsing: text, semantics: .strict), self: nil, locals: locals, schema: Schema())
      let given = CompletionTests.names.map { random.pick($0.domain) }
      let missing = Set(given.indices.filter { _ in random.next(2) == 0 })
      let open = given.indices.map { index in
        missing.contains(index)
          ? .unknown(Unknown(Wording(verbatim: CompletionTests.names[index].name))) : given[index]
      }
      func value(_ world: [Value]) -> Value {
        program.evaluate(self: nil, locals: world, host: EmptyHost(), trace: nil)
      }
      let result = value(open)
      guard result.isKnown else { continue }
      if !missing.isEmpty { settled += 1 }
      for world in CompletionTests.completions(given, missing) {
        let completed = value(world)
        #expect(completed == result || !completed.isKnown, "\(text) with \(world)")
      }
    }
    #expect(settled > 5, "too few expressions are settled to show anything")
  }

  /// A sequence that is the same in every run.
  struct Sequence {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state ^ state >> 29) >> 33) % bound
    }

    mutating func pick<T>(_ items: [T]) -> T { items[next(items.count)] }
  }
}
