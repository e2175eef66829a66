import FEEL
import Testing

/// What the recorder tells of the errors of an expression, as `reason @ piece of the text`.
private func failures(_ text: String) throws -> [String] {
  let expression = try Expression(parsing: text, textID: 7, semantics: .standard)
  let program = try Program(expression, self: nil, schema: Schema())
  let recorder = FailureRecorder()
  _ = program.evaluate(self: nil, host: EmptyHost(), trace: nil, failures: recorder)
  return recorder.failures.map { failure in
    #expect(failure.textID == 7)
    let bytes = Array(text.utf8)[failure.span.lower..<failure.span.upper]
    return "\(failure.reason) @ \(String(decoding: bytes, as: UTF8.self))"
  }
}

@Suite struct FailureTests {
  @Test func anErrorIsToldWhereItArose() throws {
    #expect(try failures("1 + (2 + 1 / 0)") == ["division by zero @ 1 / 0"])
  }

  @Test func anErrorThatIsSwallowedIsToldToo() throws {
    #expect(try failures("if 1 / 0 > 1 then 1 else 2").first == "division by zero @ 1 / 0")
    #expect(try failures("count([1 / 0])") == ["division by zero @ 1 / 0"])
  }

  @Test func aNullThatIsMeantIsNoError() throws {
    #expect(try failures("[null, 1][1] = null").isEmpty)
    #expect(try failures("if null then 1 else null").isEmpty)
  }

  @Test func aNullThatIsPassedOnIsToldOnce() throws {
    #expect(try failures("{a: 1 / 0, b: a, c: [b][1]}.c") == ["division by zero @ 1 / 0"])
  }

  @Test func theListOfErrorsIsBounded() throws {
    let expression = try Expression(
      parsing: "for i in 1..1000 return i / 0", semantics: .standard)
    let program = try Program(expression, self: nil, schema: Schema())
    let recorder = FailureRecorder()
    _ = program.evaluate(self: nil, host: EmptyHost(), trace: nil, failures: recorder)
    #expect(recorder.failures.count == FailureRecorder.limit)
    #expect(recorder.more)
  }

  @Test func theClockIsThatOfTheHost() throws {
    let moment = try #require(DateTime("2026-01-31T23:30:00Z"))
    let expression = try Expression(parsing: "[now(), today()]", semantics: .standard)
    let program = try Program(expression, self: nil, schema: Schema())
    let value = program.evaluate(self: nil, host: EmptyHost(now: moment), trace: nil)
    #expect(value.description == "[@\"2026-01-31T23:30:00Z\", @\"2026-01-31\"]")
  }
}

@Suite struct ConversionTests {
  @Test func aTypeOfTheSchemaHasItsName() throws {
    let schema = Schema(types: [
      .init("tNumbers", .list(.number)), .init("tPerson", .context([ContextEntry("age", .number)])),
    ])
    for (text, expected) in [
      ("[1, 2] instance of tNumbers", "true"), ("1 instance of tNumbers", "false"),
      ("[{age: 1}] instance of list<tPerson>", "true"),
      ("{name: \"a\"} instance of tPerson", "false"),
      ("(function(p: tPerson) p.age)({age: 3, name: \"a\"})", "3"),
      ("(function(n: tNumbers) n)(4)", "[4]"),
    ] {
      let expression = try Expression(parsing: text, semantics: .standard)
      let program = try Program(expression, self: nil, schema: schema)
      let value = program.evaluate(self: nil, host: EmptyHost(), trace: nil)
      #expect(value.description == expected, "\(text)")
    }
  }

  @Test func valuesAreConvertedOnlyInTheStandardSemantics() {
    let one = Value.list([.number(1)])
    #expect(Semantics.standard.converted(one, to: .number) == .number(1))
    #expect(Semantics.strict.converted(one, to: .number) == one)
    #expect(Semantics.standard.converted(.number(1), to: .list(.number)) == one)
    #expect(Semantics.standard.converted(.null, to: .number) == .null)
    #expect(Semantics.standard.converted(.string("a"), to: .number).isNull)
  }

  @Test func functionsConformIfTheyTakeAsMuchAndGiveNoMore() {
    let takesAny = FunctionType([.any], gives: .number)
    let takesNumber = FunctionType([.number], gives: .any)
    #expect(Type.function(of: takesAny).conforms(to: .function(of: takesNumber)))
    #expect(!Type.function(of: takesNumber).conforms(to: .function(of: takesAny)))
    #expect(Type.function(of: takesNumber).conforms(to: .function))
  }
}
