"""What one record can change: removed.py MERIT PACK SEED COUNT [PERIOD[@DAY] …], DAY being that of the results.

Takes a small agency, or the dataset whose folder stands in place of the seed, and scores a period (a month
and the year unless told). Then it takes away one record of every table, COUNT records more and COUNT fields,
one at a time, and scores again. In a month a value may change only if its explanation says that it reads the
record, directly or through what it reads. Where something becomes unknown by it, no level of anybody becomes
another one: it stays or is unknown. Exit status 1 where that does not hold."""

import csv
import json
import os
import pathlib
import random
import sys
import tempfile

import agencies
import compare

MONTH, YEAR = "2026-03", "2026"
# Fields without which something is unknown; taking one away, or its record, is no fact about anybody.
NEEDED = {"ratings": ["confirmed"], "leaderRatings": ["value"], "unitResults": ["points", "plan", "actual"],
          "tasks": ["assigned", "completed", "due"], "people": ["kind"], "products": ["coefficient"]}
STAGES = ("level", "capped level", "proposed level", "standing level")
STRUCTURE = ("people", "units", "postings", "leads", "periods")  # who is where and leads whom
ASKED_FOR = ("ratings", "leaderRatings", "unitResults", "products")


def write(folder, tables):
    os.makedirs(folder, exist_ok=True)
    for name, rows in tables.items():
        with open(os.path.join(folder, f"{name}.ndjson"), "w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return folder


class Run:
    """The values, levels and readers of one run."""

    def __init__(self, merit, pack, tables, period, folder):
        data = write(os.path.join(folder, "data"), tables)
        period, _, day = period.partition("@")
        asked = ("--as-of", day) if day else ()
        out = compare.score(merit, pack, data, period, {}, os.path.join(folder, "out"), *asked)
        self.levels, self.values, self.readers, self.leads_to, self.structural = {}, {}, {}, {}, set()
        for kind in ("people", "units"):
            for name, row in compare.lines(out, f"{kind}.ndjson").items():
                for stage in ("computed", "capped", "proposed", "standing"):
                    self.levels[f"{kind}/{name} {stage}"] = row["level"][stage]
        with open(os.path.join(out, "explanations.ndjson"), encoding="utf-8") as file:
            for line in file:
                self.add(json.loads(line))

    def add(self, explanation):
        own = explanation["nodes"][0]["record"]
        for node in explanation["nodes"]:
            if node["record"] == own:
                self.values[node["id"]] = json.dumps(node.get("value"), sort_keys=True)
            self.link(node, node["id"])
        for stage, next_ in zip(STAGES, STAGES[1:]):
            self.leads_to.setdefault(f"{own}.{stage}", set()).add(f"{own}.{next_}")
        for record in explanation["records"]:
            place = (os.path.basename(record.get("file") or ""), record.get("line"))
            self.readers.setdefault(place, set()).update(record.get("read by", []))

    def link(self, part, node):
        """Notes which nodes a tree reads, and whether it asks who belongs to or leads whom."""
        if isinstance(part, list):
            for one in part:
                self.link(one, node)
        elif isinstance(part, dict):
            if "node" in part:
                self.leads_to.setdefault(part["node"], set()).add(node)
            if "related" in part and "table" not in part:
                self.structural.add(node)
            for one in part.values():
                self.link(one, node)

    def reached(self, table, line):
        """All nodes that read a record, directly or through others; a quota reads its whole cohort."""
        new = set(self.readers.get((f"{table}.ndjson", line + 1), ()))
        if table in STRUCTURE:
            new |= self.structural
        found = set()
        while new:
            node = new.pop()
            found.add(node)
            after = set(self.leads_to.get(node, ()))
            if node.endswith(".capped level"):
                after |= {other for other in self.values if other.endswith(".proposed level")}
            new |= after - found
        return found


def plain(value):
    """Whether a value can be compared: records without a key are numbered anew when one goes."""
    return "#" not in value


def unread(before, after, table, line):
    """The values that changed although nothing says that they read the record."""
    reached = before.reached(table, line)
    return [node for node, value in before.values.items()
            if node in after.values and plain(value) and plain(after.values[node])
            and value != after.values[node] and node not in reached]


def shifted(before, after):
    """The levels that became another one."""
    return [what for what, level in before.levels.items()
            if level is not None and after.levels.get(what) not in (level, None)]


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


def trial(merit, pack, before, tables, period, folder, table, line, field):
    changed = {name: [dict(row) for row in rows] for name, rows in tables.items()}
    if field:
        del changed[table][line][field]
    else:
        del changed[table][line]
    after = Run(merit, pack, changed, period, folder)
    what = f"{period} {table} line {line + 1} without {field or 'the record'}"
    faults = []
    if len(period.partition("@")[0]) == len(MONTH):  # a year's explanation begins at its months, which have their own
        faults += [f"{what}: {node} changed, which does not read it" for node in unread(before, after, table, line)]
    if field or table in ASKED_FOR:
        faults += [f"{what}: {level} became another level" for level in shifted(before, after)]
    return faults, before.values != after.values


def main(merit, pack, seed, count, *periods):
    tables = given(seed) if os.path.isdir(seed) else small_agency(seed)
    faults, moved, tried = [], 0, 0
    choice = random.Random(f"{seed}/choice")
    with tempfile.TemporaryDirectory() as folder:
        for period in periods or (MONTH, YEAR):
            before = Run(merit, pack, tables, period, folder)
            read = [(table, line) for table, rows in tables.items() if table != "calendar" for line in range(len(rows))
                    if before.readers.get((f"{table}.ndjson", line + 1))]
            fields = [(table, line, field) for table, line in read for field in NEEDED.get(table, [])
                      if field in tables[table][line]]
            by_table = {table: [one for one in read if one[0] == table] for table, _ in read}
            chosen = [(*choice.choice(by_table[table]), None) for table in sorted(by_table)]
            chosen += [(*one, None) for one in choice.sample(read, min(int(count), len(read)))]
            chosen += choice.sample(fields, min(int(count), len(fields)))
            for table, line, field in chosen:
                found, changed = trial(merit, pack, before, tables, period, folder, table, line, field)
                faults, moved, tried = faults + found, moved + changed, tried + 1
    for fault in faults[:20]:
        print(fault)
    print(f"{tried} records and fields taken away, {moved} changed something, {len(faults)} changes without a reason")
    return bool(faults or not moved)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
