"""What one record can change: removed.py MERIT PACK SEED COUNT [PERIOD[@DAY] …] [READING=OPTION …]

Takes a small agency, or the dataset whose folder stands in place of the seed, and scores a period (a month
and the year unless told; DAY is that of the results). Then it takes away a record, or a field without which something
is unknown, one at a time and from one table after the other, COUNT times, and scores again. A value, level, place, seat
or line of a list may change only if the explanations say that it reads the record: its own, those of what it reads, and
those of the periods inside, each run by itself. Where something becomes unknown by it, nobody gets another level
or score or a line in a list: what there was stays or is unknown. Exit status 1 where that does not hold."""

import collections
import concurrent.futures
import csv
import json
import os
import pathlib
import random
import shutil
import sys
import tempfile

import agencies
import compare
import reach
import results

MONTH, YEAR = "2026-03", "2026"
# Fields without which something is unknown; taking one away, or its record, is no fact about anybody.
NEEDED = {"ratings": ["confirmed"], "leaderRatings": ["value"], "unitResults": ["points", "plan", "actual"],
          "tasks": ["assigned", "completed", "due"], "people": ["kind"], "products": ["coefficient"]}
ASKED_FOR = ("ratings", "leaderRatings", "unitResults", "products")


def write(folder, tables):
    os.makedirs(folder, exist_ok=True)
    for name, rows in tables.items():
        with open(os.path.join(folder, f"{name}.ndjson"), "w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return folder


class Period:
    """A period of a dataset: what a run gives, what it says that reads what, and those inside it."""

    def __init__(self, merit, pack, tables, period, readings, folder, pool):
        name, _, day = period.partition("@")
        self.merit, self.pack, self.name, self.tables, self.folder = merit, pack, name, tables, folder
        self.asked, self.readings = ("--as-of", day) if day else (), readings
        self.world = reach.World(tables)
        data = write(os.path.join(folder, "data"), tables)
        self.run, self.named, self.before = explained(self.score(data, self.name, "out"))
        inner = sorted({row["computed in"]["period"] for row, _, _ in self.run.carried.values()})
        as_of = next((row["computed in"]["as of"] for row, _, _ in self.run.carried.values()), None)
        folders = pool.map(lambda one: self.score(data, one, one, "--as-of", as_of), inner)
        self.inside = {one: explained(found) for one, found in zip(inner, folders)}

    def score(self, data, period, out, *more):
        return compare.score(self.merit, self.pack, data, period, self.readings, os.path.join(self.folder, out),
                             *(more or self.asked))

    def without(self, table, line, field):
        """What the period gives without a record, or without one of its fields."""
        changed = dict(self.tables)
        row = changed[table][line]
        less = [{name: value for name, value in row.items() if name != field}] if field else []
        changed[table] = changed[table][:line] + less + changed[table][line + 1:]
        folder = tempfile.mkdtemp(dir=self.folder)
        try:
            out = self.score(write(os.path.join(folder, "data"), changed), self.name, os.path.join(folder, "out"),
                             *self.asked, "--without-explanations")
            return results.Results(out, self.named)
        finally:
            shutil.rmtree(folder)

    def reached(self, table, line, field, after):
        """All nodes that read a record, directly, through others, or through a period inside."""
        found = self.world.direct(self.run, table, line, field)
        for month, _, left in self.inside.values():
            found |= reach.left_behind(self.run, month, reach.closure(
                self.world.direct(month, table, line, field), month.leads_to, left.leads_to))
        row = self.tables[table][line]
        owners = {f"any {kind}/{row[key]}" for kind, key in (("people", "person"), ("units", "unit")) if row.get(key)}
        return reach.closure(found | owners, self.run.leads_to, self.before.leads_to, after.leads_to)

    def trial(self, table, line, field):
        """The faults of one trial, how many facts changed, and how many the explanations let change."""
        after = self.without(table, line, field)
        what = f"{self.name} {table} line {line + 1} without {field or 'the record'}"
        changed = {fact for fact in self.before.facts.keys() | after.facts.keys()
                   if self.before.facts.get(fact) != after.facts.get(fact)}
        reached = self.reached(table, line, field, after)
        faults = [f"{what}: {node}, {part} changed, which does not read it: {self.before.facts.get((node, part))} "
                  f"became {after.facts.get((node, part))}"
                  for node, part in sorted(changed) if not may_change(node, part, reached)]
        if field or table in ASKED_FOR:
            faults += [f"{what}: {moved}" for moved in shifted(self.before, after)]
        return faults, len(changed), sum(node in reached for node, _ in self.before.facts)


def may_change(node, part, reached):
    """A list also asks for the state of a level: what settles that there is no result leaves nothing to establish."""
    subject = node.partition(" list ")[0]
    return node in reached or part == "cannotBeEstablished" and f"{subject}.level" in reached


def explained(folder):
    """A run with its explanations, the names of its values, and what it gives."""
    run = reach.Explained(folder).finish()
    names = results.named(run)
    return run, names, results.Results(folder, names)


def shifted(before, after):
    """Who got another level or score, and who came into a list."""
    for (who, part), level in after.levels.items():
        if level is not None and level != before.levels.get((who, part)):
            yield f"{who} {part} {before.levels.get((who, part))} became {level}"
    for entry, line in sorted(after.listed - before.listed):
        yield f"{line} came into {entry}"


def small_agency(seed):
    dataset = agencies.Dataset(random.Random(seed), agencies.Calendar("civil"))
    agencies.Agency(dataset, "A1")
    return json.loads(dataset.text())


def given(folder):
    """The tables of a dataset, cells of CSV as the values that they are."""
    tables = {}
    for path in sorted(pathlib.Path(folder).iterdir()):
        text = path.read_text("utf-8-sig")
        if path.suffix == ".ndjson":
            tables[path.stem] = [json.loads(line) for line in text.splitlines() if line]
        if path.suffix == ".csv":
            tables[path.stem] = [{name: cell(name, value) for name, value in row.items() if value}
                                 for row in csv.DictReader(text.splitlines())]
    return tables


def cell(name, value):
    if name == "points":
        return json.loads(value)
    return {"true": True, "false": False}.get(value, value)


def chosen(tables, count, choice):
    """Records and fields, from one table after the other: a record, then a field if one is needed."""
    turns = [(table, None) for table in sorted(tables) if tables[table]]
    turns += [(table, field) for table in sorted(NEEDED) for field in NEEDED[table]
              if any(field in row for row in tables.get(table, []))]
    left = {turn: [line for line, row in enumerate(tables[turn[0]]) if not turn[1] or turn[1] in row] for turn in turns}
    for lines in left.values():
        choice.shuffle(lines)
    found = []
    while len(found) < count and any(left.values()):
        found += [(table, lines.pop(), field) for (table, field), lines in left.items() if lines]
    return found[:count]


def main(merit, pack, seed, count, *more):
    readings = dict(one.split("=", 1) for one in more if "=" in one)
    periods = [one for one in more if "=" not in one]
    tables = given(seed) if os.path.isdir(seed) else small_agency(seed)
    faults, moved, tried, facts = [], 0, 0, 0
    choice = random.Random(f"{seed}/choice")
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        for name in periods or (MONTH, YEAR):
            period = Period(merit, pack, tables, name, readings, os.path.join(folder, name), pool)
            faults += reach.disagreements(period.run, {one: run for one, (run, _, _) in period.inside.items()})
            trials = chosen(tables, int(count), choice)
            by_table, may = collections.Counter(), 0
            for (table, _, _), found in zip(trials, pool.map(lambda one: period.trial(*one), trials)):
                faults, tried, facts, may = faults + found[0], tried + 1, facts + found[1], may + found[2]
                moved += found[1] > 0
                by_table[table] += found[1] > 0
            whole = len(period.before.facts)
            print(f"{name}: {len(trials)} times of {sum(map(len, tables.values()))} records, {len(period.inside)} "
                  f"periods inside, {whole} values each, of which {may / len(trials) / whole:.0%} may change on average;"
                  " changes by " + ", ".join(f"{table} {by_table[table]}" for table in sorted(by_table)))
    for fault in faults[:40]:
        print(fault)
    print(f"{tried} records and fields taken away, {moved} changed something ({facts} values), "
          f"{len(faults)} changes without a reason")
    return bool(faults or not moved)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
