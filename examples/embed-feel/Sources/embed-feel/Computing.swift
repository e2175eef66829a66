import FEEL

/// An expression with local names, parsed and resolved once, then evaluated for many values.
func computing() throws {
  let expression = try Expression(
    parsing: "if list price > 100 then list price * 0.9 else list price",
    semantics: .standard, names: ["list price"])
  let program = try Program(
    expression, self: nil, locals: [("list price", .number)], schema: Schema())
  for price in [80, 120] {
    let value = program.evaluate(
      self: nil, locals: [.number(Number(price))], host: EmptyHost(), trace: nil)
    print(value)
  }
}

/// Values of every kind go in and come out.
func values() throws {
  let order = Value.context(
    Context([
      ("customer", .string("Nguyễn Thị Ánh")),
      ("placed", CalendarDate("2026-01-31").map(Value.date) ?? .null),
      ("items", .list([.number(3), .number(Number("2.50") ?? 0)])),
    ]))
  let expression = try Expression(
    parsing: "{due: order.placed + @\"P1M\", total: sum(order.items)}",
    semantics: .standard, names: ["order"])
  let program = try Program(
    expression, self: nil, locals: [("order", Type(of: order))], schema: Schema())
  let value = program.evaluate(self: nil, locals: [order], host: EmptyHost(), trace: nil)
  print(value)
  if case .context(let result) = value, case .date(let due)? = result["due"] { print(due.month) }
}

/// One computation that is used again.
func repeating() throws {
  let locals: [(name: String, type: Type)] = [("general", .number), ("results", .number)]
  let expression = try Expression(
    parsing: "general + 70 * results >= 90", semantics: .strict,
    names: Set(locals.map(\.name)))
  let program = try Program(expression, self: nil, locals: locals, schema: Schema())
  var computation = Computation(program)
  for (general, results) in [(25, "0.95"), (20, "1"), (19, "1")] {
    computation[0] = .number(Number(general))
    computation[1] = Number(results).map(Value.number) ?? .null
    print(computation.value())
  }
}

/// The same text in both meanings.
func meanings() throws {
  for semantics in [Semantics.standard, .strict] {
    let expression = try Expression(parsing: "1 / 3 * 3", semantics: semantics)
    let program = try Program(expression, self: nil, schema: Schema())
    print(program.evaluate(self: nil, host: EmptyHost(), trace: nil))
  }
}

/// The tests of an input of a decision table, of the value that `?` stands for.
func tests() throws {
  let tests = try Expression(parsingTests: "< 50, [70..90), ? = 95", semantics: .standard)
  let program = try Program(tests, self: nil, locals: [("?", .number)], schema: Schema())
  for value in [49, 50, 95] {
    print(
      program.evaluate(
        self: nil, locals: [.number(Number(value))], host: EmptyHost(), trace: nil))
  }
}

/// The clock is an input.
func clock() throws {
  let expression = try Expression(parsing: "today() + @\"P7D\"", semantics: .standard)
  let program = try Program(expression, self: nil, schema: Schema())
  let host = EmptyHost(now: DateTime("2026-07-24T08:30:00+07:00"))
  print(program.evaluate(self: nil, host: host, trace: nil))
}
