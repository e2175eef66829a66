extension Shape {
  /// The shape of a whole pack: the one place that says what may stand in `pack.json`.
  package static let pack = Shape(
    "A criteria pack", cited: false, required: ["name", "title", "law"],
    [
      ("$schema", .text), ("name", .text), ("title", .localized), ("extends", .list(.text)),
      ("periods", .list(.text)),
    ],
    sections: [
      ("law", law), ("applies", scope), ("parameters", parameter), ("policy", policy),
      ("readings", reading), ("choices", choice), ("functions", function), ("tables", table),
      ("membership", membership),
      ("values", Shape("The named values of one table", cited: false, open: value)),
      ("constraints", constraint), ("scale", scale), ("levels", level), ("caps", cap),
      ("quotas", quota), ("ranking", ranking), ("lists", list), ("reports", report),
      ("closing", closing), ("waiting", waiting), ("messages", message),
    ])

  private static let law = Shape(
    "A text that the pack encodes", cited: false, required: ["number", "title"],
    [
      ("number", .text), ("title", .localized), ("signed", .date), ("from", .date), ("to", .date),
    ])

  private static let scope = Shape(
    "Whom the pack is about", required: ["is"],
    [("is", .formula), ("otherwise", .localized)])

  private static let parameter = Shape(
    "A value that the law sets, by date",
    [("value", .scalar), ("values", .datedValues), ("unit", .text)])

  private static let policy = Shape(
    "A value that the agency sets by its own decision",
    [("value", .scalar), ("decision", .text), ("unit", .text)])

  private static let reading = Shape(
    "A place where the text allows several readings", required: ["options", "default", "because"],
    [("options", .namedFormulas), ("default", .text), ("because", .localized)])

  private static let choice = Shape(
    "The reading that this pack chooses", required: ["option"],
    [("option", .text), ("because", .localized)])

  private static let function = Shape(
    "A formula with parameters", required: ["parameters", "is"],
    [("parameters", .list(.text)), ("is", .formula)])

  private static let field = Shape(
    "A column of a table", cited: false, required: ["type"],
    [
      ("type", .text), ("found as", .text), ("columns", .list(.text)), ("if absent", .scalar),
      ("unit", .text), ("least", .number), ("most", .number), ("by", .localized), ("until", .text),
    ],
    sections: [("labels", valueLabel)])

  private static let valueLabel = Shape(
    "What a value of a text field is called", required: ["vi", "en"],
    [("vi", .text), ("en", .text)])

  private static let check = Shape(
    "What must hold of every record", required: ["is", "message"],
    [("is", .formula), ("field", .text), ("message", .localized)])

  private static let table = Shape(
    "A table of the dataset",
    [
      ("of", .text), ("key", .text), ("same", .list(.text)), ("known on", .text),
      ("counts when", .formula), ("rows", .rows),
    ],
    sections: [("fields", field), ("checks", check)])

  private static let membership = Shape(
    "How a person's posting in a period is found", required: ["is"], [("is", .formula)])

  private static let value = Shape(
    "A named value: a formula, or a decision table",
    [
      ("is", .formula), ("in", .formulaByPeriod), ("when", .formula), ("unit", .text),
      ("display", .text), ("decidable", .boolean), ("hit", .text), ("allowed", .tests),
      ("otherwise", .formula),
    ],
    sections: [("inputs", input), ("outputs", output), ("rows", decisionRow)])

  private static let input = Shape(
    "What the rows of a decision table ask about", cited: false, required: ["is"],
    [("is", .formula), ("allowed", .tests)])

  private static let output = Shape(
    "One of several values that the rows give", cited: false,
    [("allowed", .tests), ("otherwise", .formula)])

  private static let decisionRow = Shape(
    "A row of a decision table: tests of inputs by name, and what it gives",
    [("when", .namedTests), ("is", .formula), ("gives", .namedFormulas)])

  private static let constraint = Shape(
    "What may hold only once on one day, or adds up to no more than a whole",
    required: ["table", "message"],
    [
      ("table", .text), ("where", .formula), ("one a day for", .list(.text)),
      ("for each", .list(.text)), ("sum of", .text), ("at most", .formula), ("message", .localized),
    ])

  private static let scale = Shape(
    "A level, from the lowest to the highest", required: ["label"], [("in periods", .localized)])

  private static let state = Shape(
    "When there is no level", required: ["state", "when"],
    [("state", .text), ("when", .formula), ("pending", .boolean)])

  private static let row = Shape(
    "A row of the levels, the first that holds", required: ["level", "when"],
    [("level", .text), ("when", .formula)])

  private static let level = Shape(
    "How a level is found", required: ["of", "in"],
    [("of", .text), ("in", .list(.text))],
    sections: [("unless", state), ("rows", row)])

  private static let cap = Shape(
    "A level that must not be exceeded", required: ["of", "in", "at most"],
    [("of", .text), ("in", .list(.text)), ("when", .formula), ("at most", .formula)])

  private static let quota = Shape(
    "How many may hold a level",
    required: ["of", "in", "level", "refused", "share", "base", "within", "by"],
    [
      ("of", .text), ("in", .list(.text)), ("who", .formula), ("level", .text),
      ("refused", .text), ("share", .formula), ("base", .formula),
      ("within", .list(.list(.text))), ("by", .list(.text)), ("then", .list(.text)),
    ])

  private static let ranking = Shape(
    "An order by points", required: ["of", "by", "within"],
    [
      ("of", .text), ("in", .list(.text)), ("by", .text), ("then", .list(.text)),
      ("within", .list(.list(.text))),
    ])

  private static let guardRule = Shape(
    "What must hold before a line may be printed", required: ["is", "message"],
    [("is", .formula), ("message", .localized)])

  private static let attention = Shape(
    "A case that the reader must note", required: ["when", "message"],
    [("when", .formula), ("message", .localized)])

  private static let list = Shape(
    "A list proposed to the competent authority",
    required: ["of", "in", "title", "who", "columns"],
    [
      ("of", .text), ("in", .list(.text)), ("title", .localized), ("who", .formula),
      ("needs", .list(.text)), ("columns", .columns), ("order", .list(.formula)),
      ("head", .localized), ("foot", .localized),
    ],
    sections: [("only if", guardRule), ("attention", attention)])

  private static let closing = Shape(
    "What a finished period leaves behind for longer ones: a row of the table of this name",
    required: ["of", "in", "fields"],
    [
      ("of", .text), ("in", .list(.text)), ("when", .formula), ("fields", .namedFormulas),
      ("mark", .text),
    ])

  private static let waiting = Shape(
    "What waits for a person: the records of a table for which the formula holds",
    required: ["of", "when", "message"],
    [
      ("of", .text), ("in", .list(.text)), ("when", .formula), ("message", .localized),
      ("by", .localized), ("until", .formula),
    ])

  private static let message = Shape(
    "A reason in words", cited: false, required: ["vi", "en"],
    [("vi", .text), ("en", .text), ("by", .localized), ("until", .text)])
}
