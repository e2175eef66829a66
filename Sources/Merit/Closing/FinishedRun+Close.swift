import FEEL
import Files
import JSON

/// Who closes a period, when, and after which other.
public struct ClosingAct: Sendable {
  /// Who closes it, in words: an office and a document.
  public var by: String
  /// The day, such as `2026-04-05`; there is no clock here.
  public var on: String
  /// The folder of the period closed before.
  public var previous: String?
  /// Whether it is closed although something in it is still open.
  public var despiteFindings: Bool

  /// Describes the act.
  public init(by: String, on: String, previous: String? = nil, despiteFindings: Bool = false) {
    self.by = by
    self.on = on
    self.previous = previous
    self.despiteFindings = despiteFindings
  }
}

extension FinishedRun {
  /// Closes the period of this run, so that its folder proves what was closed.
  ///
  /// Writes the rows that the period leaves behind (`history.ndjson`), and last the receipt.
  ///
  /// A row in which something is unknown is not closed: longer periods go on computing it. Where there
  /// is one, or people whose level is pending, closing is refused unless the act says otherwise.
  ///
  /// - Returns: What the user should know.
  /// - Throws: Where the folder is no finished run, is closed already, or the disk reports an error; a
  ///   folder without a receipt is not closed, whatever else is in it.
  @discardableResult
  public func close(_ act: ClosingAct) throws(MeritError) -> [String] {
    let closing = try Closing(self, act)
    guard closing.open.isEmpty || act.despiteFindings else {
      throw MeritError(
        (["\(closing.open.count) are still open; decide them, or give --despite-findings:"]
          + closing.open.prefix(10).map { "  \($0)" }
          + (closing.open.count > 10 ? ["  … and \(closing.open.count - 10) more"] : []))
          .joined(separator: "\n"))
    }
    do throws(FileProblem) { try closing.write() } catch { throw MeritError(error.message) }
    return closing.open.isEmpty
      ? [] : ["\(closing.open.count) are still open and were not closed"]
  }
}

/// A period on its way to being closed.
private struct Closing {
  let folder: Place
  let act: ClosingAct
  let run: JSONValue
  let previous: Receipt?
  /// The lines of `history.ndjson`.
  private var rows: [UInt8] = []
  private var closedCount = 0
  /// Who is still open and why, in the order of the rows and then of the people.
  private(set) var open: [String] = []
  private var openSubjects: [String] = []
  private var counts = (result: 0, without: 0, pending: 0)

  init(_ finished: FinishedRun, _ act: ClosingAct) throws(MeritError) {
    folder = Place(finished.folder)
    self.act = act
    guard !act.by.isEmpty else { throw MeritError("say who closes the period") }
    guard CalendarDate(act.on) != nil else {
      throw MeritError("'\(act.on)' is no date; write it as 2026-04-05")
    }
    guard !folder.appending(Receipt.fileName).exists else {
      throw MeritError(
        "'\(folder.path)' is closed already; what is wrong in it is corrected by a new run:"
          + " merit score … --reopen")
    }
    guard let run = try Closing.lines(of: folder.appending("run.json"), whole: true).first,
      let period = run["period"]?["id"]?.string?.text
    else { throw MeritError("'\(folder.path)' is no finished run: it has no run.json") }
    self.run = run
    previous = try act.previous.map { (path) throws(MeritError) in try Receipt(of: path) }
    let first = run["period"]?["from"]?.string.flatMap { CalendarDate($0.text) }
    if let previous, let first, let last = previous.lastDay, last >= first {
      throw MeritError("\(previous.period), the period before, does not end before \(period)")
    }
    try readPeople()
    try readRows()
  }

  /// The JSON values of a file, one on each line or one in the whole file.
  private static func lines(
    of place: Place, whole: Bool = false
  ) throws(MeritError) -> [JSONValue] {
    guard place.exists else { return [] }
    let bytes: [UInt8]
    do { bytes = try InputFile.contents(of: place.path) } catch { throw MeritError(error.message) }
    if whole { return [JSONDocument(bytes).value].compactMap(\.self) }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { JSONDocument(Array($0)).value }
  }

  private mutating func readPeople() throws(MeritError) {
    for person in try Closing.lines(of: folder.appending("people.ndjson")) {
      let level = person["level"]
      if level?["standing"]?.string != nil {
        counts.result += 1
      } else if level?["pending"]?.boolean == true {
        counts.pending += 1
        let id = person["id"]?.string?.text ?? ""
        open.append("people/\(id): the level is pending")
        openSubjects.append("people/\(id)")
      } else {
        counts.without += 1
      }
    }
  }

  private mutating func readRows() throws(MeritError) {
    let entries = run["closing"]?.elements ?? []
    var writer = JSONWriter(.compact)
    for row in try Closing.lines(of: folder.appending("closing.ndjson")) {
      let table = row["table"]?.string?.text ?? ""
      let entry = entries.first { $0["table"]?.string?.text == table }
      let owner = entry?["of"]?.string?.text ?? ""
      let id = (row["person"] ?? row["unit"])?.string?.text ?? ""
      let gaps = (row.members ?? []).filter { $0.value["unknown"] != nil }.map(\.key.text)
      guard gaps.isEmpty else {
        let subject = "\(owner)/\(id)"
        if !openSubjects.contains(subject) { openSubjects.append(subject) }
        open.append("\(subject): \(gaps.joined(separator: ", ")) of '\(table)' unknown")
        continue
      }
      closedCount += 1
      let mark = entry?["mark"]?.string?.text
      writer.object { writer in
        for member in row.members ?? [] where member.key.text != mark {
          writer.key(member.key.text)
          writer.value(member.value)
        }
        if let mark { writer.member(mark, true) }
        writer.object("closing") {
          $0.member("by", act.by)
          $0.member("on", act.on)
        }
      }
      writer.endLine()
    }
    rows = writer.bytes
  }

  /// Writes the rows, the sheet of the receipt, and then the receipt: only with it is the folder closed.
  func write() throws(FileProblem) {
    try put(rows, Receipt.rowsName)
    try folder.appending(Receipt.sheetName).remove()
    if let draft = JSONDocument(try receipt()).value {
      try put(Receipt.sheet(draft), Receipt.sheetName)
    }
    try put(try receipt(), Receipt.fileName)
  }

  /// Puts a file into the folder: it appears whole or not at all.
  private func put(_ bytes: [UInt8], _ name: String) throws(FileProblem) {
    let partial = folder.appending("\(name).partial")
    try partial.remove()
    let file = try OutputFile(partial.path)
    try file.write(bytes)
    try file.finish()
    try partial.rename(to: folder.appending(name))
    try folder.synchronise()
  }

  private func receipt() throws(FileProblem) -> [UInt8] {
    var results: [(name: String, size: Int, hash: String)] = []
    for name in try folder.files() where name != Receipt.fileName && !name.hasSuffix(".partial") {
      let place = folder.appending(name)
      results.append((name, place.size ?? 0, try SHA256.hexadecimal(ofFile: place.path)))
    }
    var json = JSONWriter(.pretty)
    json.object { json in
      json.member("format", Receipt.format)
      json.member("version", 1)
      for name in ["period", "asOf", "engine", "pack", "packs", "readings", "inputs"] {
        guard let value = run[name] else { continue }
        json.key(name)
        json.value(value)
      }
      json.object("closing") {
        $0.member("by", act.by)
        $0.member("on", act.on)
        $0.member("despiteFindings", act.despiteFindings)
      }
      json.object("counts") {
        $0.member("withResult", counts.result)
        $0.member("without", counts.without)
        $0.member("pending", counts.pending)
        $0.member("rows", closedCount)
      }
      json.array("open") { for subject in openSubjects { $0.string(subject) } }
      json.array("results") { for file in results { write(file, to: &$0) } }
      json.key("previous")
      if let previous { write(previous, to: &json) } else { json.null() }
    }
    json.endLine()
    return json.bytes
  }

  private func write(
    _ file: (name: String, size: Int, hash: String), to json: inout JSONWriter
  ) {
    json.object {
      $0.member("file", file.name)
      $0.member("bytes", file.size)
      $0.member("sha256", file.hash)
    }
  }

  private func write(_ previous: Receipt, to json: inout JSONWriter) {
    json.object {
      $0.member("period", previous.period)
      $0.member("receipt", previous.hash)
    }
  }
}
