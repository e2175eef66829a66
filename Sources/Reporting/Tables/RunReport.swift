import Criteria
import FEEL
import JSON
import Model
import Scoring
import Standing

/// `run.json`: under which packs and readings a run was made, from which inputs, and what it holds.
struct RunReport {
  private let index: ReportIndex
  private let waiting: WaitingReport
  private var run: RunFacts { index.run }
  private var world: World { index.outcome.grading.world }

  init(_ index: ReportIndex, _ waiting: WaitingReport) {
    (self.index, self.waiting) = (index, waiting)
  }

  /// The whole file.
  var bytes: [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.member("format", 1)
      json.object("engine") {
        $0.member("name", "merit")
        $0.member("version", run.engineVersion)
      }
      writePeriod(to: &json)
      writePack(to: &json)
      json.array("readings") { for reading in run.readings { reading.write(to: &$0) } }
      if let correction = run.correction {
        json.object("corrects") {
          $0.member("period", correction.period)
          $0.member("receipt", correction.receipt)
          $0.member("because", correction.because)
          $0.member("changed", correction.subjects)
        }
      }
      json.object("counts") { writeCounts(to: &$0) }
      json.object("problems") { json in
        for (kind, count) in run.countedProblems { json.member(kind.rawValue, count) }
      }
      if !world.pack.closings.isEmpty {
        json.array("closing") { for closing in world.pack.closings { write(closing, to: &$0) } }
      }
      if !world.carried.isEmpty {
        json.array("computedPeriods") { for rows in carried { rows.write(to: &$0) } }
      }
      if !run.unreadTables.isEmpty {
        json.array("unreadTables") { for table in run.unreadTables { $0.string(table) } }
      }
      json.array("lost") { for lost in run.lost { lost.write(to: &$0) } }
      json.array("inputs") { for input in run.inputs { input.write(to: &$0) } }
    }
    json.endLine()
    return json.bytes
  }

  private func writePeriod(to json: inout JSONWriter) {
    let period = world.period
    json.object("period") {
      $0.member("id", period.id)
      $0.member("kind", period.kind.rawValue)
      $0.member("from", "\(period.from)")
      $0.member("to", "\(period.to)")
    }
    json.member("asOf", "\(world.asOf)")
  }

  private func writePack(to json: inout JSONWriter) {
    let pack = world.pack.pack
    json.object("pack") {
      $0.member("name", pack.name)
      $0.member("title", pack.title)
    }
    json.array("lawsOutOfForce") { json in
      for law in pack.lawsOutOfForce(from: world.period.from, to: world.period.to) {
        json.string(law.number)
      }
    }
    json.array("packs") { json in
      for file in run.packs {
        json.object {
          $0.member("name", file.name)
          $0.member("sha256", file.hash)
        }
      }
    }
    json.array("policy") { for policy in pack.policies { write(policy, to: &$0) } }
  }

  private func write(_ policy: Policy, to json: inout JSONWriter) {
    json.object { json in
      json.member("name", policy.head.id)
      json.key("value")
      if policy.value == nil { json.null() } else { index.forms.write(policy.asValue, to: &json) }
      json.member("decision", orNull: policy.decision)
    }
  }

  /// What `closing.ndjson` holds, by table.
  private func write(_ closing: ResolvedPack.Closing, to json: inout JSONWriter) {
    let rows = world.closingRows(closing)
    json.object {
      $0.member("table", FieldSchema.oneWord(closing.rule.head.id))
      $0.member("of", closing.rule.of)
      $0.member("mark", orNull: closing.rule.mark.map { FieldSchema.oneWord($0) })
      $0.member("rows", rows.count)
      $0.member("open", rows.count(where: \.isOpen))
    }
  }

  /// How many rows were computed of which inner periods, by table and period.
  private var carried: [CarriedCount] {
    var counts: [CarriedCount] = []
    for row in world.carried {
      let table = world.pack.layout.tables[row.table].name
      if let last = counts.indices.last, counts[last].table == table,
        counts[last].period == row.period
      {
        counts[last].rows += 1
      } else {
        counts.append(CarriedCount(table: table, period: row.period, rows: 1))
      }
    }
    return counts
  }

  private var recordCounts: [(table: String, count: Int)] {
    run.recordCounts
      ?? zip(world.pack.layout.tables, world.tables).map { ($0.name, $1.count) }
  }

  private func writeCounts(to json: inout JSONWriter) {
    let people = EngineTable.people.rawValue
    let counts = LevelCounts(index.outcome.grading, rows: 0..<world.tables[people].count)
    json.object("records") { json in
      for (table, count) in recordCounts where count > 0 {
        json.member(FieldSchema.oneWord(table), count)
      }
    }
    json.object("people") { counts.write(to: &$0) }
    json.object("waiting") { json in
      for (kind, count) in waiting.counts { json.member(kind.rawValue, count) }
    }
    json.object("lists") { json in
      for list in index.outcome.lists {
        json.object(list.list.rule.head.id) {
          $0.member("lines", list.lines.count)
          $0.member("heldBack", list.heldBack.count)
          $0.member("cannotBeEstablished", list.open.count)
          $0.member("unset", list.unset)
        }
      }
    }
  }
}

/// How many rows one inner period left behind.
private struct CarriedCount {
  let table: String
  let period: Period
  var rows: Int

  func write(to json: inout JSONWriter) {
    json.object {
      $0.member("period", period.id)
      $0.member("from", "\(period.from)")
      $0.member("to", "\(period.to)")
      $0.member("table", FieldSchema.oneWord(table))
      $0.member("rows", rows)
    }
  }
}

extension RunFacts.Reading {
  /// Writes the reading with the one who chose it.
  func write(to json: inout JSONWriter) {
    json.object {
      $0.member("name", name)
      $0.member("option", option)
      switch origin {
      case .standard: $0.member("chosenBy", "default")
      case .pack(let cite):
        $0.member("chosenBy", "pack")
        $0.member("cite", cite)
      case .run: $0.member("chosenBy", "run")
      }
      $0.member("default", standard)
      $0.member("because", because)
    }
  }
}

extension RunFacts.Input {
  func write(to json: inout JSONWriter) {
    json.object {
      $0.member("file", file)
      $0.member("bytes", size)
      $0.member("sha256", hash)
    }
  }
}

extension RunFacts.Lost {
  func write(to json: inout JSONWriter) {
    json.object {
      $0.member("table", table)
      $0.member("file", file)
      $0.member("count", count)
    }
  }
}
