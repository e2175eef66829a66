/// What the program can be asked to do.
enum Command: String, CaseIterable, Sendable {
  case check, score, close, diff, compare, explain, packs, feel, dmn

  /// What it does, in one line.
  var purpose: String {
    switch self {
    case .check: "Check criteria packs: all problems with their places, and their own cases."
    case .score: "Score a dataset for a period: people, units, orders and lists."
    case .close: "Close the period of a finished run: a receipt, and the rows it leaves behind."
    case .diff: "Tell who differs between two finished runs, in what, and by which records."
    case .compare: "Tell who differs between two packs on one dataset, and by which entries."
    case .explain: "Explain how the result of a person or unit came about."
    case .packs: "List the criteria packs, when they are in force, and what builds on what."
    case .dmn: "Decide by a decision model of the DMN standard."
    case .feel: "Compute FEEL expressions: one, a file of lines, or a conversation."
    }
  }

  /// The operands in help; an ending `...` stands for several, brackets for one that may be left out.
  var operands: String? {
    switch self {
    case .check: "PACK..."
    case .score, .compare: "DATASET"
    case .close: "OUT"
    case .diff: "OUT1 OUT2"
    case .explain: "[DATASET]"
    case .packs: nil
    case .feel: "[EXPRESSION]"
    case .dmn: "[import] MODEL.dmn"
    }
  }

  /// How many operands there may be.
  var operandCount: ClosedRange<Int> {
    switch self {
    case .check: 1...Int.max
    case .score, .close, .compare: 1...1
    case .diff: 2...2
    case .explain: 0...1
    case .packs: 0...0
    case .feel: 0...1
    case .dmn: 1...2
    }
  }

  var options: [Option] {
    switch self {
    case .check: [.plan, .language, .criteria, .help]
    case .score:
      [
        .pack, .period, .out, .history, .reopen, .because, .reading, .asOf, .strict,
        .withoutExplanations, .replace, .quiet, .json, .language, .criteria, .threads, .memory,
        .help,
      ]
    case .close: [.by, .on, .previous, .despiteFindings, .help]
    case .diff: [.json, .language, .help]
    case .compare:
      [
        .pack.repeated, .period, .reading, .asOf, .history, .json, .language, .criteria, .threads,
        .help,
      ]
    case .explain:
      [
        .pack.optional, .period.optional, .person, .unit, .from, .history, .reading, .asOf, .json,
        .language,
        .criteria, .threads, .help,
      ]
    case .packs: [.inPeriod, .ofKind, .language, .criteria, .help]
    case .feel:
      [.context, .exact, .tests, .value, .json, .noHistory, .language, .help]
    case .dmn: [.input, .decision, .table, .language, .help]
    }
  }

  /// What a reader must know beside the options.
  var remarks: String {
    switch self {
    case .check: "PACK is a name that 'merit packs' lists, or a path to a pack."
    case .score:
      """
      DATASET is a folder of tables (*.ndjson, *.json, *.csv), a file with one JSON object, or -
      for standard input. OUT gets people.ndjson, units.ndjson, ranking.csv, quotas.json, a file for
      each list, waiting.ndjson, problems.ndjson, run.json, closing.ndjson where the pack says what the
      period leaves behind, corrections.ndjson with --reopen, and, for a small dataset, the
      explanations that 'merit explain --from OUT' reads.
      """
    case .close:
      """
      OUT is the folder that 'merit score --out' wrote. It gets history.ndjson, the rows that longer
      periods find, and last receipt.json: pack, readings, inputs, and the hash of every file. What is
      still open is not closed; where something is, closing is refused without --despite-findings.
      'merit score --history OUT' then uses these rows, after it has verified the receipt.
      """
    case .diff:
      """
      OUT1 and OUT2 are folders of 'merit score --out'. The exit status is 0 where nothing differs.
      Records are told where both folders have explanations.
      """
    case .compare:
      """
      Give --pack twice: the old one, then the new one. The entries in which they differ are applied one
      after another; each change of a score, level, quota seat, rank or list line is charged to the entry
      that brings it about. The parts of a score add up exactly; all else is charged to the first entry
      that flips it. Entries that only hold together are one step. The order is that of the steps told,
      and the same from either side. --reading is for each pack that has that reading; one of the two
      must. The exit status is 0 where nobody changes.
      """
    case .explain:
      """
      Give either --person or --unit. DATASET, --pack and --period say what to score; --from OUT
      takes a finished run instead and scores nothing.
      """
    case .packs: ""
    case .dmn:
      """
      Models that it imports are looked for beside it. The inputs are one JSON object with a member
      for each; where the model declares a date, a time or a duration, a text stands for it. Results
      are one JSON object with a member for each decision; errors are told with their places.
      'import' turns one decision, with all that it needs, into entries of a criteria pack, and tells
      what a pack cannot say.
      Exit status: 0 decided, 1 with errors, 2 the model or the inputs cannot be used.
      """
    case .feel:
      """
      EXPRESSION is a FEEL expression, or - for one from standard input; one that begins with a dash
      stands after --. Without it lines are read: on a terminal with editing and history (:help
      tells what a session can do), else from standard input. Lines "name := expression" keep a
      value under a name.
      A context in FILE is one JSON object, or, in a file *.feel, a FEEL expression; - is standard
      input. Texts in JSON stay texts: date(x) makes a date of one. In FEEL it is @"2026-01-31".
      Exit status: 0 a value, 1 null from an error or unknown (in lines: any of them failed), 2 no
      expression, or it could not be read.
      """
    }
  }
}
