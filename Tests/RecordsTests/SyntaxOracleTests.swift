import FEEL
import Files
import JSON
import Model
import Records
import Testing

/// Damages JSON texts at random and asks Python's `json` which of them are still JSON.
@Suite struct SyntaxOracleTests {
  struct Verdict {
    let text: [UInt8]
    /// Whether Python reads it, keys are given once and surrogates come in pairs.
    let isStrict: Bool
    /// Whether Python reads it as an object.
    let isObject: Bool
  }

  static func verdicts(seed: Int, count: Int) throws -> [Verdict]? {
    let program = """
      import json, random
      r = random.Random(\(seed))
      words = ["", "a", "điểm", "\\\\", '"', "\\n", "\\u0007", "😀", "\\ud800"]
      def value(d=0):
          k = r.randrange(9 if d < 3 else 6)
          if k < 2: return r.choice(words) + r.choice(words)
          if k == 2: return r.choice([0, -1, 12.5, 1e30, -2.5e-7, 10 ** 20])
          if k < 5: return r.choice([None, True, False])
          if k < 7: return [value(d + 1) for _ in range(r.randrange(4))]
          return {r.choice(words) + r.choice("xyz"): value(d + 1) for _ in range(r.randrange(4))}
      bits = [b'"', b"\\\\", b"{", b"}", b"[", b"]", b",", b":", b"0", b"1", b".", b"e", b"-", b"+", b" ",
              b"\\t", b"\\x00", b"\\x1f", b"\\xff", b"\\xc3", b"\\xe1\\xbb", b"true", b"nul", b"\\\\u12", b"/", b"#"]
      def strict(pairs):
          if len(dict(pairs)) < len(pairs): raise ValueError("twice")
          return dict(pairs)
      def fail(_): raise ValueError("constant")
      def reads(b, hook=None):
          try: return True, json.loads(b.decode("utf-8"), parse_constant=fail, object_pairs_hook=hook)
          except ValueError: return False, None
      def alone(v):
          if isinstance(v, str): return any(0xD800 <= ord(c) < 0xE000 for c in v)
          if isinstance(v, list): return any(map(alone, v))
          if isinstance(v, dict): return any(map(alone, v)) or any(map(alone, v.values()))
          return False
      for _ in range(\(count)):
          text = json.dumps({"k": value(), "l": value()}, ensure_ascii=r.random() < .5,
                            separators=r.choice([(",", ":"), (" , ", " : ")]))
          b = bytearray(text.encode("utf-8", "replace"))
          for _ in range(r.choice([0, 1, 1, 1, 2])):
              at = r.randrange(len(b) + 1)
              b[at:at + r.randrange(3)] = r.choice(bits) if r.random() < .7 else b""
          b = bytes(b)
          ok, v = reads(b, strict)
          loose, w = reads(b)
          print(b.hex() or "-", int(ok and not alone(v)), int(loose and isinstance(w, dict)))
      """
    return try OracleTests.python(program)?.map { line in
      let parts = line.split(separator: " ")
      let hex = Array(parts[0].utf8)
      let text = try stride(from: 0, to: hex.count - 1, by: 2).map { index in
        try #require(UInt8(String(decoding: hex[index...index + 1], as: UTF8.self), radix: 16))
      }
      return Verdict(text: text, isStrict: parts[1] == "1", isObject: parts[2] == "1")
    }
  }

  @Test(arguments: 1...3)
  func `the reader of packs accepts what is JSON and nothing else`(_ seed: Int) throws {
    guard let verdicts = try SyntaxOracleTests.verdicts(seed: seed, count: 1_500) else { return }
    let wrong = verdicts.filter { JSONDocument($0.text).isValid != $0.isStrict }
    #expect(wrong.map { String(decoding: $0.text, as: UTF8.self) } == [])
    #expect(verdicts.contains { $0.isStrict })
  }

  @Test(arguments: 4...6)
  func `the reader of lines loses what is no object and nothing else`(_ seed: Int) throws {
    guard let verdicts = try SyntaxOracleTests.verdicts(seed: seed, count: 1_500) else { return }
    let schema = TableSchema("t", fields: [FieldSchema("k", .text), FieldSchema("n", .number)])
    // Python refuses the whole text for one wrong byte; a reader of records only the value.
    let lines = verdicts.filter { line in
      UTF8Repair.firstIllFormed(line.text.span) == nil
        && !line.text.allSatisfy { [0x20, 0x09].contains($0) }
    }
    let data = try Dataset([("t.ndjson", lines.flatMap { $0.text + [0x0A] })])
    let reading = try data.read(schema, block: 1_000)
    let expected = lines.indices.filter { lines[$0].isObject }.map { $0 + 1 }
    #expect(reading.rows.map(\.line) == expected)
    #expect(expected.count > 100)
  }
}
