import FEEL
import Files
import Foundation
import Model
import Records
import Testing

/// Reads seeded random files and compares with Python's `json`, `csv` and `unicodedata`.
@Suite struct OracleTests {
  static let schema = TableSchema(
    "t",
    fields: [
      FieldSchema("a", .text), FieldSchema("b", .text), FieldSchema("c", .number),
      FieldSchema("d", .boolean),
    ])

  /// What a Python program prints, by line; nil with a reason printed where there is no Python.
  static func python(_ program: String) throws -> [String]? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
      print("skipped: there is no python3")
      return nil
    }
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map { String($0) }
  }

  /// The cells of all rows, each as text in hexadecimal, so that no separator is in doubt.
  static func shown(_ reading: Reading) -> [String] {
    reading.rows.map { row in
      row.cells.map { cell in
        switch cell {
        case .text(let text): "s" + text.utf8.map { String($0, radix: 16) }.joined(separator: ".")
        case .number(let number): "n\(number.numeratorText)/\(number.denominatorText)"
        case .boolean(let truth): truth ? "true" : "false"
        case .date, .missing, .wrong: "-"
        }
      }.joined(separator: " ")
    }
  }

  static let show = """
    import json, csv, io, random, sys, unicodedata
    from fractions import Fraction
    def show(v, empty_is_missing=False):
        if v is None or (empty_is_missing and v == ""): return "-"
        if v is True: return "true"
        if v is False: return "false"
        if isinstance(v, str):
            v = unicodedata.normalize("NFC", v)
            return "s" + ".".join("%x" % b for b in v.encode())
        return "n%d/%d" % (v.numerator, v.denominator)
    alphabet = list('ab",;\\\\/\\t\\n\\r é') + ["đ", "ễ", "ơ\\u0323", "a\\u0302\\u0301", "😀", "E\\u0323\\u0302"]
    def word(r): return "".join(r.choice(alphabet) for _ in range(r.randrange(8)))
    def number(r):
        s = r.choice(["", "-"]) + str(r.randrange(10 ** r.choice([1, 3, 12, 25])))
        if r.random() < .5: s += "." + "".join(r.choice("0123456789") for _ in range(r.randrange(1, 12)))
        if r.random() < .2: s += r.choice("eE") + r.choice(["", "+", "-"]) + str(r.randrange(20))
        return s

    """

  @Test(arguments: 1...4)
  func `lines are read as Python's json reads them`(_ seed: Int) throws {
    let room = try TemporaryFolder()
    let path = room.place.appending("t.ndjson").path
    let expected = try OracleTests.python(
      OracleTests.show + """
        r = random.Random(\(seed))
        def nested(d=0):
            k = r.randrange(6 if d < 3 else 3)
            if k == 0: return None
            if k == 1: return word(r)
            if k == 2: return r.choice([True, False, 17, -2.5])
            if k == 3: return [nested(d + 1) for _ in range(r.randrange(4))]
            return {word(r) + str(i): nested(d + 1) for i in range(r.randrange(4))}
        with open(\"\(path)\", "w", newline="") as f:
            for _ in range(300):
                parts = {"a": json.dumps(word(r), ensure_ascii=r.random() < .5), "b": json.dumps(word(r)),
                         "c": number(r), "d": r.choice(["true", "false", "null"])}
                for i in range(r.randrange(3)): parts["x%d" % i] = json.dumps(nested())
                keys = [k for k in parts if r.random() < .9]
                r.shuffle(keys)
                gap = r.choice(["", " ", "\\t "])
                line = "{" + gap + ("," + gap).join(json.dumps(k) + gap + ":" + gap + parts[k] for k in keys) + gap + "}"
                f.write(line + "\\n")
                v = json.loads(line, parse_float=Fraction, parse_int=Fraction)
                print(" ".join(show(v.get(k)) for k in "abcd"))
        """)
    guard let expected else { return }
    let reading = try Reading(DatasetSource(folder: room.place.path), OracleTests.schema)
    #expect(reading.problems == [])
    #expect(OracleTests.shown(reading) == expected)
  }

  @Test(arguments: [",", ";", "\\t"], 1...3)
  func `cells are read as Python's csv reads them`(_ separator: String, _ seed: Int) throws {
    let room = try TemporaryFolder()
    let path = room.place.appending("t.csv").path
    let expected = try OracleTests.python(
      OracleTests.show + """
        r = random.Random(\(seed))
        with open(\"\(path)\", "w", newline="", encoding=r.choice(["utf-8", "utf-8-sig"])) as f:
            end = r.choice(["\\n", "\\r\\n"])
            if end == "\\n": alphabet.remove("\\r")  # the writer would not quote it
            w = csv.writer(f, delimiter="\(separator)", lineterminator=end,
                           quoting=r.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
            w.writerow(["c", "a", "other", "d", "b"])
            for _ in range(300):
                w.writerow([number(r), word(r), word(r), r.choice(["true", "false"]), word(r)])
        with open(\"\(path)\", newline="", encoding="utf-8-sig") as f:
            for v in csv.DictReader(f, delimiter="\(separator)"):
                d = {"true": True, "false": False}[v["d"]]
                print(" ".join([show(v["a"], True), show(v["b"], True), show(Fraction(v["c"])), show(d)]))
        """)
    guard let expected else { return }
    let reading = try Reading(DatasetSource(folder: room.place.path), OracleTests.schema)
    #expect(reading.problems == [])
    #expect(OracleTests.shown(reading) == expected)
  }

  @Test func `letters are composed as the standard composes them`() throws {
    let marks: [String] = [
      "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}", "\u{302}", "\u{306}", "\u{31B}",
    ]
    let letters = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".map { String($0) }
    let toned = letters.flatMap { letter in
      [letter] + marks.prefix(5).map { (letter + $0).precomposedStringWithCanonicalMapping }
    }
    #expect(toned.allSatisfy { $0.unicodeScalars.count == 1 })
    let repertoire = Set((toned + marks).joined().unicodeScalars)
    var wrong: [String] = []
    var compared = 0
    for letter in letters + ["b", "đ", "ấ", "Ộ"] {
      for first in marks {
        for second in marks + [""] {
          for third in marks + [""] {
            let text = letter + first + second + third
            let found = Array(Composition.composed(text).unicodeScalars)
            let expected = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
            if expected.allSatisfy(repertoire.contains) {
              compared += 1
              if found != expected { wrong.append(text) }
            } else if Composition.composed(text) != text {
              wrong.append(text)
            }
          }
        }
      }
    }
    #expect(wrong == [])
    #expect(compared > 10_000)
    for text in toned {
      let decomposed = text.decomposedStringWithCanonicalMapping
      #expect(Array(Composition.composed(decomposed).utf8) == Array(text.utf8))
    }
  }
}
