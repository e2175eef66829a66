import JSON

/// What a run says of one person or unit, field by field, and what that rests on.
struct SubjectFacts: Sendable {
  var name = ""
  /// Results by the name of the field, as compact JSON; in the order of the file.
  private(set) var fields: [(name: String, json: String)] = []
  /// The subject's own records by id: what they say and what became of them.
  private(set) var records: [String: [String: String]] = [:]
  /// What was read of others, by the name of the value.
  private(set) var others: [String: String] = [:]
  /// Whether the run explains the subject, so that records and others can be compared.
  private(set) var isExplained = false

  func field(_ name: String) -> String? { fields.first { $0.name == name }?.json }

  /// Takes over a line of `people.ndjson` or `units.ndjson`.
  mutating func add(_ line: JSONValue) {
    name = line["name"]?.string?.text ?? ""
    let values = Set((line["values"]?.members ?? []).map(\.key.text))
    for member in line.members ?? [] {
      switch member.key.text {
      case "id", "name", "reasons", "problems", "readings": break
      case "level", "values", "people": addMembers(member.key.text, member.value)
      case "ranks": for rank in member.value.elements ?? [] { addRank(rank) }
      case "quotas":
        for quota in member.value.elements ?? [] {
          set("quota \(quota["quota"].text)", quota["outcome"])
        }
      case let key where !values.contains(key): set(key, member.value)
      default: break
      }
    }
  }

  private mutating func addMembers(_ prefix: String, _ value: JSONValue) {
    for member in value.members ?? [] { set("\(prefix).\(member.key.text)", member.value) }
  }

  private mutating func addRank(_ rank: JSONValue) {
    let within = (rank["within"]?.elements ?? []).compactMap { $0.string?.text }
    let place = ([rank["ranking"].text] + within).joined(separator: " / ")
    set("rank \(place)", rank["rank"])
  }

  mutating func set(_ name: String, _ value: JSONValue?) {
    set(name, json: value?.compact ?? "null")
  }

  mutating func set(_ name: String, json: String) {
    if field(name) == nil { fields.append((name, json)) }
  }

  /// Takes over what an explanation says of records and of others.
  mutating func add(explanation: JSONValue) {
    isExplained = true
    for record in explanation["records"]?.elements ?? [] where record["own"]?.boolean == true {
      var said: [String: String] = ["use": record["use"]?.compact ?? "null"]
      for field in record["fields"]?.members ?? [] {
        said[".\(field.key.text)"] = field.value.plain
      }
      records[record["id"].text] = said
    }
    for link in explanation["links"]?.elements ?? [] {
      others[link["node"].text] = link["value"]?.compact
    }
    for rank in explanation["ranks"]?.elements ?? [] {
      let peers = [rank["ahead"], rank["level"]].flatMap { $0?.elements ?? [] }
      for peer in peers {
        others["\(peer["record"].text).\(rank["by"].text)"] = peer["value"]?.compact
      }
    }
    for quota in explanation["quotas"]?.elements ?? [] {
      for candidate in quota["candidates"]?.elements ?? [] {
        others["\(candidate["record"].text): \(quota["entry"].text)"] = candidate["keys"]?.compact
      }
    }
  }
}

extension Optional where Wrapped == JSONValue {
  /// The text of a string; empty for anything else.
  var text: String { self?.string?.text ?? "" }
}

extension JSONValue {
  /// The value as JSON on one line.
  var compact: String {
    var writer = JSONWriter(.compact)
    writer.value(self)
    return writer.text
  }

  /// The value of an explanation's field as JSON that a reader would write: numbers, dates and records
  /// without what marks them.
  var plain: String {
    if let exact = self["exact"]?.string?.text { return exact }
    if let number = self["number"]?.string?.text { return number }
    if let word = (self["date"] ?? self["record"] ?? self["level"])?.string { return word.text }
    return string?.text ?? compact
  }
}
