import JSON

extension RunComparison {
  /// The comparison as one JSON object.
  var json: String {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.member("old", old)
      writer.member("new", new)
      writer.member("explained", isExplained)
      writer.array("subjects") {
        for subject in subjects { $0.object { write(subject, to: &$0) } }
      }
    }
    writer.endLine()
    return writer.text
  }

  /// Writes what differs of one subject as members of an object that is open.
  func write(_ subject: Subject, to writer: inout JSONWriter) {
    writer.member("subject", subject.id)
    writer.member("name", subject.name)
    writer.array("changes") {
      for field in subject.fields { write(field, json: true, to: &$0) }
    }
    writer.array("records") { for record in subject.records { write(record, to: &$0) } }
    writer.array("through") { for other in subject.through { $0.string(other) } }
  }

  private func write(_ record: Record, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("record", record.id)
      writer.member("change", record.word)
      writer.array("fields") { for field in record.fields { write(field, json: false, to: &$0) } }
    }
  }

  private func write(
    _ field: (name: String, old: String?, new: String?), json: Bool, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("field", field.name)
      for (key, value) in [("old", field.old), ("new", field.new)] {
        writer.key(key)
        if let value, json, let parsed = JSONDocument(Array(value.utf8)).value {
          writer.value(parsed)
        } else if let value {
          writer.string(value)
        } else {
          writer.null()
        }
      }
    }
  }
}

extension RunComparison.Record {
  /// What became of the record, in one word.
  var word: String { old == nil ? "added" : new == nil ? "removed" : "changed" }
}
