import Merit
import TestSupport

/// A small agency for one month, in which everybody's result is known.
///
///     SO (agency)      H head of SO, leads everybody
///     ├─ P1            D deputy, leads A and B; A, B staff
///     └─ P2            C, E staff
enum SmallWorld {
  static let options = EvaluationOptions(period: "2026-07")

  static let dataset: SampleDataset = {
    var data = SampleDataset(
      json: """
        {"units": [
          {"id": "SO", "name": "Sở", "agency": true, "from": "2020-01-01"},
          {"id": "P1", "name": "Phòng 1", "parent": "SO", "from": "2020-01-01"},
          {"id": "P2", "name": "Phòng 2", "parent": "SO", "from": "2020-01-01"}],
        "findings": [], "leave": [],
        "leads": [
          {"person": "H", "unit": "SO", "from": "2026-01-01"},
          {"person": "D", "unit": "P1", "from": "2026-01-01"}]}
        """)
    let people = [
      ("H", "SO", "head", 30, 4), ("D", "P1", "deputy", 29, 4), ("A", "P1", "staff", 30, 4),
      ("B", "P1", "staff", 25, 3), ("C", "P2", "staff", 22, 2), ("E", "P2", "staff", 28, 1),
    ]
    for (id, unit, role, general, completed) in people {
      data.addPerson(id, unit, role, general: general, completed: completed)
    }
    return data
  }()
}

extension SampleDataset {
  /// Adds a person with a posting, one task of four products and the points of the ten rows.
  mutating func addPerson(
    _ id: String, _ unit: String, _ role: String, general: Int = 30, completed: Int = 4
  ) {
    add("people", #"{"id": "\#(id)", "name": "Người \#(id)", "kind": "civilServant"}"#)
    add(
      "postings",
      #"{"person": "\#(id)", "unit": "\#(unit)", "role": "\#(role)", "peerGroup": "chung", "#
        + #""from": "2026-01-01"}"#)
    add(
      "tasks",
      #"{"id": "T-\#(id)", "person": "\#(id)", "coefficient": 1, "assigned": 4, "#
        + #""completed": \#(completed), "due": "2026-07-20", "done": "2026-07-19"}"#)
    let rows =
      ["I.1", "I.2"].map { ($0, 50) }
      + [
        "II.1", "II.2", "II.3", "II.4", "III.1", "III.2", "III.3", "III.4",
      ].map { ($0, 25) }
    var missing = (30 - general) * 10
    for (criterion, most) in rows {
      let taken = min(most, missing)
      missing -= taken
      let tenths = most - taken
      add(
        "ratings",
        #"{"person": "\#(id)", "period": "2026-07", "criterion": "\#(criterion)", "#
          + #""confirmed": \#(tenths / 10).\#(tenths % 10)}"#)
    }
    if role != "staff" {
      for component in ["organising", "unity"] {
        add(
          "leaderRatings",
          #"{"person": "\#(id)", "period": "2026-07", "component": "\#(component)", "value": 1}"#)
      }
    }
  }
}
