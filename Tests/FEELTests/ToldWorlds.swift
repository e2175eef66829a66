import FEEL

/// Sentences about texts that are too long to be read, and about worlds of their own.
enum ToldWorlds {
  static let all: [ToldCase] = [
    ToldCase(String(repeating: "1 + ", count: 1 << 19) + "1", .strict),
    ToldCase(String(repeating: "(", count: 300) + "1", .strict),
    ToldCase("f50(1)", .strict, chain(60, body: "f%(x) + 1")),
    ToldCase("f20(1)", .strict, chain(20, body: "f%(x) + f%(x)")),
    ToldCase("f6(1)", .strict, chain(6, body: deep)),
    ToldCase("reading(\"late\")", .strict, unanswered),
  ]

  private static let deep =
    String(repeating: "-(", count: 90) + "f%(x)" + String(repeating: ")", count: 90)

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
