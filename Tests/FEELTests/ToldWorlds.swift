import FEEL

/// Sentences about texts that are too long to be read, and about worlds of their own.
enum ToldWorlds {
  private static let all: [ToldCase] = [
    ToldCase(String(repeating: "1 + ", count: 1 << 19) + "1", .strict),
    ToldCase(String(repeating: "(", count: 300) + "1", .strict),
    ToldCase("f50(1)", .strict, chain(60, body: "f%(x) + 1")),
    ToldCase(
      "f5(1)", .strict,
      chain(5, body: Array(repeating: "f%(x)", count: 12).joined(separator: " + "))),
    ToldCase("f6(1)", .strict, chain(6, body: deep)),
    ToldCase("reading(\"late\")", .strict, unanswered),
  ]

  private static let deep =
    String(repeating: "-(", count: 90) + "f%(x)" + String(repeating: ")", count: 90)

  /// What only a caller in Swift can bring about.
  static var templates: [String] {
    var templates = all.flatMap(\.templates)
    for value in called { templates += value.unknown?.inWords.templates ?? [] }
    for problem in refused { templates += problem.diagnostic.templates }
    for wording in boxed { templates += wording.templates }
    return templates
  }

  private static let called: [Value] = [
    Semantics.strict.arithmetic(.power, .number(2), .number(Number("0.5") ?? .zero)),
    CalendarDate("2026-01-31").map { EmptyHost().workingDays(from: $0, to: $0) } ?? .null,
    alone ?? .null,
  ]

  /// A formula about a record, without one.
  private static let alone = try? Program(
    Expression(parsing: "score", semantics: .strict), self: 0, schema: World().schema
  ).evaluate(self: nil, host: World(), trace: nil)

  /// Tests without the value that they are about, and a name with a word of the language.
  private static let refused: [Problem] = {
    do throws(Problems) {
      _ = try Program(
        Expression(parsingTests: "< so", semantics: .strict), self: nil,
        locals: [("and so on", .number)], schema: Schema())
      return []
    } catch {
      return error.all
    }
  }()

  /// Values that a type with a name refuses.
  private static let boxed: [Wording] = {
    let mark = Text("mark", id: 2)
    let nine = BoxedExpression.literal(Text("9", id: 1))
    let typed = BoxedExpression.typed(nine, mark)
    let given = BoxedExpression.invocation(
      .function([.init("a", type: mark)], nine), [.init("a", nine)])
    let text = BoxedExpression.typed(.literal(Text("\"a\"", id: 1)), mark)
    return told(typed, .standard) + told(given, .standard) + told(text, .strict)
  }()

  private static func told(_ boxed: BoxedExpression, _ semantics: Semantics) -> [Wording] {
    do throws(Problems) {
      let schema = Schema(types: [
        .init("mark", .number, constraint: .tests(Text("1, 2", id: 9)))
      ])
      let program = try Program(boxed, semantics: semantics, schema: schema)
      guard case .null(let why?) = program.evaluate(self: nil, host: EmptyHost(), trace: nil)
      else { return [] }
      return [why]
    } catch {
      return error.all.map(\.diagnostic.message)
    }
  }

  /// Functions that each use the one before.
  private static func chain(_ count: Int, body: String) -> World {
    var world = World()
    world.functions = (0...count).map { index in
      let text = index == 0 ? "x" : body.replacing("%", with: String(index - 1))
      return .init("f\(index)", parameters: ["x"], body: Text(text, id: 100 + index))
    }
    return world
  }

  private static var unanswered: World {
    var world = World()
    world.readings["late"] = .init([.init("half", Text("1", id: 20))], chosen: "halv")
    return world
  }
}
