"""Recomputes decision tables: which rows hold, and what the hit policy makes of them.

Written from the published rules of decision tables and from the form's description, not from the
program.
"""

import builtins_of_packs
import operations as op
from values import Perhaps, Unknown, Wrong, causes_of, is_known, joined

LISTS = ("RULE ORDER", "OUTPUT ORDER")


class Table:
    """One evaluated table, with its parts sorted by the role that they play."""

    def __init__(self, tree):
        self.tree = tree
        self.policy = tree["policy"]
        self.aggregator = tree.get("aggregator")
        self.rows = tree["rows"]
        self.parts = list(tree.get("args", []))

    def take(self, role):
        if not self.parts or self.parts[0].get("role") != role:
            return None
        return self.parts.pop(0)

    def need(self, role):
        part = self.take(role)
        if part is None:
            raise Wrong(f"'{role}' was not looked at")
        return part

    def value(self, value, env):
        self.compute, self.env = value, dict(env)
        result = self.result()
        if self.parts:
            raise Wrong(f"'{self.parts[0]['role']}' had not to be looked at")
        return result

    def result(self):
        count = len(self.tree["inputs"])
        self.inputs = []
        for number in range(1, count + 1):
            found = self.compute(self.need(f"input {number}"), self.env)
            self.env[self.tree["slots"][number - 1]] = found
            self.inputs.append(found)
        for number in range(1, count + 1):
            part = self.take(f"allowed {number}")
            if part is None:
                continue
            test = op.truth(self.compute(part, self.env))
            if test is not True and is_known(self.inputs[number - 1]):
                self.untouched(range(len(self.rows)))
                return Unknown()
        return self.outcome(self.held())

    # Rows.

    def held(self):
        """The rows that hold or perhaps hold: pairs of number and doubt."""
        held = []
        for number, row in enumerate(self.rows):
            doubt, failed = None, None
            for column in row["asks"]:
                test = op.truth(self.compute(self.need(f"test {number + 1} {column}"), self.env))
                if test is False:
                    failed = column
                    break
                if test is not True:
                    doubt = joined(doubt, test)
            outcome = "fails" if failed else "perhaps" if doubt else "holds"
            if row["outcome"] != outcome or row.get("fails at") != failed:
                raise Wrong(f"the row '{row['entry']}' comes out as '{outcome}'")
            if failed:
                continue
            held.append((number, doubt))
            if self.policy == "FIRST" and doubt is None:
                self.untouched(range(number + 1, len(self.rows)))
                break
        return held

    def untouched(self, numbers):
        for number in numbers:
            if self.rows[number]["outcome"] != "not reached":
                raise Wrong(f"the row '{self.rows[number]['entry']}' was not looked at")

    def outputs(self, number):
        names = self.tree["outputs"]
        parts = [self.compute(self.need(f"output {number + 1} {place}"), self.env)
                 for place in range(1, len(names) + 1)]
        self.last = parts
        return parts[0] if len(parts) == 1 else dict(zip(names, parts))

    def none(self):
        names = self.tree["outputs"]
        if any(part["role"].startswith("otherwise") for part in self.parts[:1]):
            parts = []
            for place in range(1, len(names) + 1):
                part = self.take(f"otherwise {place}")
                parts.append(None if part is None else self.compute(part, self.env))
            whole = parts[0] if len(parts) == 1 else dict(zip(names, parts))
            return [whole] if self.gives_list() else whole
        if self.gives_list():
            return []
        if self.aggregator in ("SUM", "COUNT"):
            return op.Fraction(0)
        return Unknown()

    def gives_list(self):
        return self.policy in LISTS or self.policy == "COLLECT" and self.aggregator is None

    # Policies.

    def outcome(self, held):
        sure = [number for number, doubt in held if doubt is None]
        if self.policy == "UNIQUE":
            if len(sure) > 1:
                return Unknown()
            if len(held) > 1:
                return doubts(held)
            return self.one_of(held)
        if self.policy == "FIRST":
            return self.one_of(held)
        if self.policy == "ANY":
            return self.any(held)
        if self.policy in ("PRIORITY", "OUTPUT ORDER"):
            ranked = self.ranked(held)
            if isinstance(ranked, Unknown):
                return ranked
            return self.priority(ranked) if self.policy == "PRIORITY" else self.listed(ranked)
        if not held:
            return self.none()
        items = self.listed([(None, self.outputs(number), doubt) for number, doubt in held])
        if self.aggregator is None or isinstance(items, Unknown):
            return items
        return builtins_of_packs.call(self.aggregator.lower(), [items], None)

    def one_of(self, held):
        return self.settled([self.outputs(number) for number, _ in held], held)

    def settled(self, values, held):
        if all(doubt is not None for _, doubt in held):
            values = values + [self.none()]
        doubt = doubts(held)
        if doubt is None:
            return values[0]
        first = values[0]
        if all(map(is_known, values)) and all(op.equal(first, v) is True for v in values[1:]):
            return first
        return doubt

    def any(self, held):
        values = [self.outputs(number) for number, _ in held]
        sure = [value for value, (_, doubt) in zip(values, held) if doubt is None]
        for other in sure[1:]:
            test = op.truth(op.equal(sure[0], other))
            if test is not True:
                return test if isinstance(test, Unknown) else Unknown()
        if sure and doubts(held) is None:
            return sure[0]
        return self.settled(values, held)

    def ranked(self, held):
        """Triples of ranks, value and doubt, the highest priority first."""
        ranked = []
        for number, doubt in held:
            value, ranks = self.outputs(number), []
            for place, part in enumerate(self.last, 1):
                if not self.has_ranks(place):
                    continue
                if causes_of(part) is not None:
                    return causes_of(part)
                rank = self.rank(place, part)
                if rank is None:
                    return Unknown()
                ranks.append(rank)
            ranked.append((ranks, number, value, doubt))
        ranked.sort(key=lambda row: (row[0], row[1]))
        return [(ranks, value, doubt) for ranks, _, value, doubt in ranked]

    def has_ranks(self, place):
        return any(part["role"].startswith(f"rank {place} ") for part in self.parts[:1])

    def rank(self, place, value):
        env = {**self.env, self.tree["slots"][len(self.tree["inputs"]) + place - 1]: value}
        rank = 0
        while True:
            part = self.take(f"rank {place} {rank + 1}")
            if part is None:
                return None
            if op.truth(self.compute(part, env)) is True:
                return rank
            rank += 1

    def priority(self, ranked):
        if not ranked:
            return self.none()
        chosen = []
        for ranks, value, doubt in ranked:
            chosen.append((value, doubt))
            if doubt is None:
                break
        return self.settled([v for v, _ in chosen], [(None, doubt) for _, doubt in chosen])

    def listed(self, rows):
        if not rows:
            return self.none()
        return [value if doubt is None else op.doubted(value, doubt) for _, value, doubt in rows]


def doubts(held):
    result = None
    for _, doubt in held:
        result = joined(result, doubt)
    return result
