import FEEL
import Testing

/// Patterns of the part in which XPath and Python agree, by chance.
///
/// Where they write a thing differently, the script writes it both ways. Texts are lists of scalars.
private let script = #"""
  import random, re, signal, sys

  count, seed = int(sys.argv[1]), int(sys.argv[2])
  random.seed(seed)
  LETTERS = 'abABéÉ01 -\n'

  class Maker:
      def __init__(self, lines, loose):
          self.lines, self.loose, self.groups = lines, loose, 0

      def same(self, text, empty=False):
          return text, text, empty

      def atom(self, depth, sure):
          kind = random.random()
          if kind < 0.40 or depth == 0 and kind < 0.80:
              return self.same(random.choice(['a', 'b', 'A', 'é', '0', ' ', '\\-', '\\n']))
          if kind < 0.50: return self.same(random.choice(['.', '\\d', '\\D', '\\s', '\\S', '\\W']))
          if kind < 0.62:
              parts = random.sample(['a', 'A-B', 'é', '0', '\\d', '\\n', ' ', '\\-'], random.randint(1, 3))
              return self.same('[' + random.choice(['', '^']) + ''.join(parts) + ']')
          if kind < 0.66:
              if self.lines: return '^', '(?:\\A|(?<=\\n)(?!\\Z))', True
              return '^', '\\A', True
          if kind < 0.70:
              if self.lines: return '$', '(?:(?=\\n)|(?<!\\n)\\Z)', True
              return '$', '\\Z', True
          if kind < 0.75 and sure:
              number = random.choice(sure)
              return f'(?:\\{number})', f'(?:\\{number})', True
          if depth == 0: return self.same('b')
          if kind < 0.9 and self.groups < 8:
              self.groups += 1
              number = self.groups
              a, b, empty = self.choice(depth - 1, sure)
              return f'({a})', f'({b})', empty, number
          a, b, empty = self.choice(depth - 1, sure)
          return f'(?:{a})', f'(?:{b})', empty

      def choice(self, depth, sure):
          branches = [self.sequence(depth, sure) for _ in range(random.choice([1, 1, 2, 3]))]
          return tuple('|'.join(x[i] for x in branches) for i in (0, 1)) + (any(x[2] for x in branches),)

      def sequence(self, depth, sure):
          ours, theirs, empty, sure = '', '', True, list(sure)
          for _ in range(random.choice([0, 1, 1, 2, 2, 2, 3, 3, 4, 4])):
              part = self.atom(depth, sure)
              a, b, nothing = part[:3]
              quantifier = random.choice(["", "", "", "", "*", "+", "?", "{2}", "{1,2}", "{1,}"])
              if nothing and not self.loose: quantifier = ''
              if quantifier:
                  quantifier += random.choice(['', '', '?'])
                  nothing = nothing or quantifier[0] in '*?' or quantifier[:2] == '{0'
              elif len(part) > 3:
                  sure.append(part[3])
              ours += a + quantifier
              theirs += (f'(?:{b})' if quantifier else b) + quantifier
              empty = empty and nothing
          return ours, theirs, empty

  def scalars(text): return ','.join(str(ord(c)) for c in text)

  class TooSlow(Exception): pass

  # Python tries the same way again and again; what takes it long is left out.
  def stop(*_): raise TooSlow
  signal.signal(signal.SIGALRM, stop)

  def results(pattern, text, loose, groups):
      signal.setitimer(signal.ITIMER_REAL, 0.05)
      try:
          found = pattern.search(text) is not None
          if loose: return found, 'loose'
          if pattern.search(''): return found, 'empty'
          return found, scalars(pattern.sub(
              lambda m: '[' + '|'.join(m[g] or '' for g in groups) + ']', text))
      finally: signal.setitimer(signal.ITIMER_REAL, 0)

  made = 0
  while made < count:
      flags = ''.join(f for f in 'sim' if random.random() < 0.3)
      loose = random.random() < 0.3
      maker = Maker('m' in flags, loose)
      ours, theirs, _ = maker.choice(3, [])
      modes = sum({'s': re.S, 'i': re.I, 'm': 0}[f] for f in flags)
      try: pattern = re.compile(theirs, modes)
      except re.error: continue
      text = ''.join(random.choice(LETTERS) for _ in range(random.choice([0, 1, 3, 6, 10])))
      try: found, replaced = results(pattern, text, loose, range(maker.groups + 1))
      except TooSlow: continue
      template = '[' + '|'.join(f'${g}' for g in range(maker.groups + 1)) + ']'
      print(scalars(ours), flags, scalars(text), found, template, replaced, sep='\t')
      made += 1
  """#

@Suite(.enabled(if: Oracle.isAvailable))
struct PatternOracleTests {
  @Test func agrees() throws {
    let oracle = try Oracle(script, count: max(Oracle.count / 40, 100), seed: 20_260_131)
    let names = ["t", "p", "r", "f"]
    let programs = try ["matches(t, p, f)", "replace(t, p, r, f)", "split(t, p)"].map { text in
      try Program(
        Expression(parsing: text, semantics: .standard), self: nil,
        locals: names.map { ($0, .string) }, schema: Schema())
    }
    for line in oracle.lines {
      let locals = [text(line[2]), text(line[0]), line[4], line[1]].map(Value.string)
      let values = programs.map {
        $0.evaluate(self: nil, locals: locals, host: EmptyHost(), trace: nil)
      }
      let place: Comment = "\(text(line[0])) flags \(line[1]) on \(text(line[2]).debugDescription)"
      #expect(values[0] == .boolean(line[3] == "True"), place)
      switch line[5] {
      case "loose": break
      case "empty": #expect(reason(values[1]) == "the pattern fits an empty text", place)
      default: #expect(values[1] == .string(text(line[5])), place)
      }
      if line[1].isEmpty, case .list(let pieces) = values[2], line[5] != "loose" {
        let fits = text(line[5]).unicodeScalars.filter { $0 == "[" }.count
        #expect(pieces.count == fits + 1, place)
      }
    }
  }

  private func reason(_ value: Value) -> String? {
    guard case .null(let reason) = value else { return nil }
    return reason?.description
  }

  private func text(_ scalars: String) -> String {
    var view = String.UnicodeScalarView()
    for number in scalars.split(separator: ",") {
      if let scalar = UInt32(number).flatMap(Unicode.Scalar.init) { view.append(scalar) }
    }
    return String(view)
  }
}
