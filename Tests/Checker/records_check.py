"""Compares the leaves of an explanation with the texts of the dataset and of the packs."""

import datetime
from fractions import Fraction

import decision_check
from standing_check import decision
from sources import ENGINE, cell, field_problem
from values import Record, Unknown, Wrong, folded, same, show


def check_records(explanation, packs, dataset, report):
    for record in explanation.form["records"]:
        check_record(explanation, record, packs, dataset, report)
    check_uses(explanation, packs, report)
    owner, _, name = explanation.subject.partition("/")
    if owner in ("people", "units") and "list" not in explanation.form["subject"]:
        check_complete(explanation, owner, name, packs, dataset, report)


def check_record(explanation, record, packs, dataset, report):
    where = f"{record['id']} ({record.get('file', 'pack')}:{record.get('line', '')})"
    if "computed in" in record:
        check_place(explanation, record, packs, lambda text: report(f"{where}: {text}"))
        check_carried(explanation, record, packs, dataset,
                      lambda text: report(f"{record['id']}: {text}"))
        return
    rows = found_rows(explanation, record, packs, dataset)
    if not rows:
        report(f"{where}: there is no such record")
        return
    check_place(explanation, record, packs, lambda text: report(f"{where}: {text}"))
    problems = []
    for row in rows:
        problems = [f"{where}: '{name}': {problem}"
                    for name, form in record["fields"].items()
                    if (problem := field_problem(packs, record["table"], name, row,
                                                 explanation.read(form)))]
        if not problems:
            return
    for problem in problems:
        report(problem)


def check_carried(explanation, record, packs, dataset, report):
    """A row that an inner period left behind: the pack says of what, and no file has it."""
    origin, table = record["computed in"], record["table"]
    entry = packs.entry("closing", table)
    if entry is None:
        report(f"no pack says what a period leaves behind in '{table}'")
        return
    key = "person" if packs.owner(table) == "people" else "unit"
    fields = {name: explanation.read(form) for name, form in record["fields"].items()}
    owner = fields[key]
    if origin["as of"] != explanation.run["as of"]:
        report("it is computed as of another day")
    if fields["period"] != origin["period"]:
        report(f"it is of {fields['period']}, but computed in {origin['period']}")
    for file, line, row in dataset.rows(table):
        raw = {name: next((row[k] for k in packs.keys(table, name) if row.get(k) is not None), None)
               for name in (key, "period")}
        if cell(raw[key], packs.owner(table)) == owner and raw["period"] == origin["period"]:
            report(f"{file}:{line} has this row already")
    nodes = {name: f"{owner.name}#{table}.{name}" for name in entry["fields"]}
    if origin["nodes"] != nodes:
        report("its fields are explained by other nodes")
    filled = {packs.identity(table)[0]} if len(packs.identity(table)) == 1 else set()
    for name, value in fields.items():
        if name in filled:
            if value != f"{owner.name.partition('/')[2]}/{origin['period']}":
                report(f"'{name}' is {show(value)}")
            continue
        if name in nodes or name in (key, "period", "from", "to"):
            continue
        if not same(packs.default(table, name), value):
            report(f"'{name}' is {show(value)}, which nothing says")


def check_place(explanation, record, packs, report):
    """Whether the record is called by what identifies it, and given to the right owner."""
    table, _, name = record["id"].partition("/")
    if table != record["table"]:
        report(f"it is a record of {record['table']}")
    fields = record["fields"]
    identity = packs.identity(table)
    if identity and all(key in fields for key in identity):
        expected = "/".join(plain(explanation.read(fields[key])) for key in identity)
        if None not in map(fields.get, identity) and "?" not in expected and expected != name:
            report(f"it should be called {table}/{expected}")
    owners = [key for key in ("person", "unit") if key in fields
              and (table in ENGINE or packs.owner(table))]
    mine = record["id"] == explanation.subject or any(
        same(explanation.read(fields[key]), Record(explanation.subject)) for key in owners)
    if record.get("own", False) != mine:
        report(f"whether it belongs to {explanation.subject} is told wrongly")


def check_uses(explanation, packs, report):
    """Whether what became of every record follows from the rest of the explanation."""
    mentions = mentioned(explanation)
    for record in explanation.form["records"]:
        where = f"{record['id']} ({record.get('file', 'pack')}:{record.get('line', '')})"
        readers = record["read by"]
        for reader in readers + record.get("left out by", []):
            if record["id"] not in mentions.get(reader, ()):
                report(f"{where}: '{reader}' does not read it")
        if set(readers) & set(record.get("left out by", [])):
            report(f"{where}: one node reads it and leaves it out")
        if record["use"] not in possible_uses(explanation, record, packs):
            report(f"{where}: '{record['use']}' is not so")


def possible_uses(explanation, record, packs):
    field = packs.known_on(record["table"])
    known = explanation.read(record["fields"].get(field)) if field else None
    if isinstance(known, datetime.date):
        if known > datetime.date.fromisoformat(explanation.run["as of"]):
            return ["knownLater"]
    if "doubt" in record:
        return ["perhaps"]
    counts = explanation.values.get(record["id"] + "#counts")
    if len(explanation.records[record["id"]]) > 1:
        # Records that contradict each other leave no gap where they would not count.
        return ["setAside"] if counts is True else ["setAside", "outsidePeriod"]
    if counts is False:
        return ["outsidePeriod"]
    if record["read by"] or "own" not in record:
        return ["used"]
    if record["table"] in ("postings", "leads"):
        if not explanation.in_force({**record, "use": "used"}, *explanation.period):
            return ["outsidePeriod"]
    return ["filtered" if record.get("left out by") else "notRead"]


def mentioned(explanation):
    """For every node, quota and list the records that its trees speak of."""
    mentions = {}
    for node in explanation.form["nodes"]:
        mentions.setdefault(node["id"], set()).update(names_in(node))
        if "decision" in node:
            mentions[node["id"]].add(f"decisions/{node['decision']}")
        if node.get("given") and (found := decision(explanation, node["record"], node["name"])):
            mentions[node["id"]].add(found["id"])
    for kind, key in (("quota", "quotas"), ("list", "lists")):
        for form in explanation.form[key]:
            mentions.setdefault(f"{kind} {form['entry']}", set()).update(names_in(form))
    last = explanation.period[1]
    leads = {r["id"] for r in explanation.owned("leads", explanation.subject)
             if r["table"] == "leads" and explanation.in_force(r, last, last)}
    for names in mentions.values():
        if LED & names:
            names |= leads
    return mentions


# How `names_in` tells that a tree goes through the people or units led.
LED = {"led people", "led units"}


def names_in(form):
    if isinstance(form, dict):
        for key, value in form.items():
            if key == "record" and isinstance(value, str):
                yield value
            elif key == "node" and isinstance(value, str):
                yield value.rsplit(".", 1)[0]
            elif key == "related":
                yield value
            else:
                yield from names_in(value)
    elif isinstance(form, list):
        for item in form:
            yield from names_in(item)


def plain(value):
    if isinstance(value, Record):
        return value.name.partition("/")[2]
    if isinstance(value, Fraction):
        return str(value)
    return value if isinstance(value, str) else "?"


def found_rows(explanation, record, packs, dataset):
    table = record["table"]
    if not record.get("of the pack"):
        return [row for file, line, row in dataset.rows(table)
                if file == record["file"].rsplit("/", 1)[-1] and line == record["line"]]
    rows = [{folded(key): value for key, value in row.items()} for row in packs.rows(table)]
    if table == "periods":
        period = explanation.run["period"]
        rows.append({"id": period["id"], "from": period["from"], "to": period["to"]})
    return rows


def check_complete(explanation, owner, name, packs, dataset, report):
    """Every record of the dataset that belongs to the subject must appear."""
    shown = {(record.get("file", "").rsplit("/", 1)[-1], record.get("line"))
             for record in explanation.form["records"]}
    key = "person" if owner == "people" else "unit"
    for table in packs.tables_of(owner):
        if packs.kind(table, key) is None:
            continue
        kept = []
        for file, line, row in dataset.rows(table):
            raw = next((row[k] for k in packs.keys(table, key) if row.get(k) is not None), None)
            if raw is None or cell(raw, owner) != Record(f"{owner}/{name}"):
                continue
            if (file, line) in shown:
                kept.append(row)
        for file, line, row in dataset.rows(table):
            raw = next((row[k] for k in packs.keys(table, key) if row.get(k) is not None), None)
            mine = raw is not None and cell(raw, owner) == Record(f"{owner}/{name}")
            if mine and (file, line) not in shown and row not in kept:
                report(f"{file}:{line}: a record of {explanation.subject} that is not explained")


def check_texts(explanation, packs, report):
    for text in explanation.form["texts"]:
        if text["text"] not in packs.strings.get(text["pack"], ()):
            report(f"the pack {text['pack']} has no formula «{text['text']}»")
    for name, reading in explanation.readings.items():
        check_reading(name, reading, packs, report)
    check_standing_entries(explanation, packs, report)
    for node in explanation.form["nodes"]:
        if node["kind"] == "value":
            check_value_entry(explanation, node, packs, report)
        if node["kind"] == "closing":
            check_closing_entry(explanation, node, packs, report)


def check_standing_entries(explanation, packs, report):
    """Orders, quotas and lists must stand in the packs as they are told."""
    for section, key, told in (("ranking", "ranks", ("by",)), ("lists", "lists", ()),
                               ("quotas", "quotas", ("level", "refused", "by"))):
        for form in explanation.form[key]:
            entry = packs.entry(section, form["entry"])
            if entry is None:
                report(f"no pack has '{form['entry']}' among its {section}")
                continue
            for name in told:
                if form[name] != entry.get(name):
                    report(f"'{form['entry']}': the pack's '{name}' is {entry.get(name)}")
            if "names" in form and form["names"] not in entry.get("within", []):
                report(f"'{form['entry']}': the pack has no scope of {form['names']}")
    for node in explanation.form["nodes"]:
        if node["kind"] == "level" and node["stage"] == 0:
            check_level_rows(explanation, node, packs, report)


def check_level_rows(explanation, node, packs, report):
    """The rows of the levels are those of the pack, every one and with its level."""
    kind = explanation.run["period"]["kind"]
    shown = [(rule["entry"], rule["gives"]) for rule in node["rows"]]
    names = [name for name, _ in shown] + node["not looked at"]
    if not names:
        return
    ids = {name for form in packs.forms for name in form.get("levels", {})}
    for name in sorted(ids):
        entry = packs.entry("levels", name)
        rows = {key: row for form in packs.forms
                for key, row in form.get("levels", {}).get(name, {}).get("rows", {}).items()}
        if entry.get("of") == node["record"].partition("/")[0] and kind in entry.get("in", []):
            if set(names) == set(rows) and all(rows[n]["level"] == gives for n, gives in shown):
                return
    report(f"{node['id']}: no pack has these rows of levels")


def check_reading(name, reading, packs, report):
    entry = packs.entry("readings", name)
    if entry is None:
        report(f"no pack has the reading '{name}'")
        return
    formulas = {option["name"]: option["formula"] for option in reading["options"]}
    if formulas != entry["options"]:
        report(f"the reading '{name}' has other options in its pack")
    if reading["cite"] != entry.get("cite"):
        report(f"the reading '{name}' is cited otherwise in its pack")


def check_value_entry(explanation, node, packs, report):
    table = node["record"].partition("/")[0]
    entry = packs.entry("values", table, node["name"])
    if entry is None:
        report(f"{node['id']}: no pack has such a value")
        return
    formula = entry.get("in", {}).get(explanation.run["period"]["kind"], entry.get("is"))
    if formula is None and "hit" in entry:
        formula = entry["hit"]
        decision_check.check(explanation, node, (table, node["name"]), packs, report)
    if formula != node["formula"]:
        report(f"{node['id']}: the pack's formula is «{formula}»")
    if node.get("cite") != entry.get("cite"):
        report(f"{node['id']}: the pack cites {entry.get('cite')}")
    if node.get("given") and entry.get("decidable") is not True:
        report(f"{node['id']}: the pack lets nobody decide it")
    tree = node.get("tree")
    if tree and explanation.texts.get(tree["at"][0]) != formula:
        report(f"{node['id']}: the tree is not that of the formula")


def check_closing_entry(explanation, node, packs, report):
    entry = packs.entry("closing", node["table"])
    if entry is None:
        report(f"{node['id']}: no pack has such an entry")
        return
    field = node.get("field")
    formula = entry["fields"].get(field) if field else entry.get("when")
    name = f"{node['record']}#{node['table']}" + (f".{field}" if field else "")
    if node["id"] != name or explanation.run["period"]["kind"] not in entry["in"]:
        report(f"{node['id']}: the pack leaves no such thing behind")
    if formula != node["formula"] or explanation.texts.get(node["tree"]["at"][0]) != formula:
        report(f"{node['id']}: the pack's formula is «{formula}»")
    if node.get("cite") != entry.get("cite"):
        report(f"{node['id']}: the pack cites {entry.get('cite')}")


def check_globals(explanation, packs, report):
    last = explanation.period[1]
    for form in explanation.form["globals"]:
        name, kind = form["name"], form["kind"]
        value = explanation.globals[name]
        expected = Wrong
        if kind == "parameter":
            expected = parameter(packs, name, last)
        elif kind == "policy":
            entry = packs.entry("policy", name) or {}
            expected = entry.get("value", Unknown())
        elif kind == "as of":
            expected = datetime.date.fromisoformat(explanation.run["as of"])
        elif kind == "reporting period":
            expected = Record("periods/" + explanation.run["period"]["id"])
        elif kind == "table":
            expected = [Record(r["id"]) for r in explanation.form["records"]
                        if r["table"] == name and r["use"] not in ("knownLater", "setAside")]
        if expected is Wrong or not same(expected, value):
            report(f"'{name}' is {show(expected)} in the pack, the explanation says {show(value)}")


def parameter(packs, name, day):
    entry = packs.entry("parameters", name)
    if entry is None:
        return Wrong
    result = entry.get("value", Unknown())
    dated = entry.get("values", [])
    for one in dated if isinstance(dated, list) else []:
        start, end = (datetime.date.fromisoformat(one[k]) if k in one else None
                      for k in ("from", "to"))
        if (start is None or start <= day) and (end is None or day <= end):
            result = one["value"]
    return result
