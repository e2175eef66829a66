extension Shape {
  /// A written table of a period: whose records or groups are its rows, and what its columns say.
  static let report = Shape(
    "A written table of a period", required: ["of", "in", "title"],
    [
      ("of", .text), ("in", .list(.text)), ("title", .localized), ("file", .text),
      ("list", .text), ("beyond scope", .boolean), ("where", .formula), ("order", .list(.formula)),
      ("within", .list(.list(.text))), ("quota", .text), ("total", .localized),
      ("head", .localized), ("foot", .localized),
    ],
    sections: [("rows", reportRow), ("columns", reportColumn), ("checks", reportCheck)])

  private static let reportRow = Shape(
    "A group of records that is one row", cited: false, required: ["where", "label"],
    [("where", .formula), ("apart", .boolean)])

  private static let reportColumn = Shape(
    "A column of a written table; one that says nothing is filled by hand", cited: false,
    [
      ("is", .formula), ("count", .formula), ("sum", .formula), ("mean", .formula),
      ("shows", .text),
      ("for each", .text), ("adds up", .boolean), ("display", .text),
    ])

  private static let reportCheck = Shape(
    "What must hold of a written table", cited: false,
    [("each in one of", .list(.text)), ("adds up", .list(.text))])
}
