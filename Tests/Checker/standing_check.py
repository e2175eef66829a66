"""Recomputes levels, seats, ranks and list lines of an explanation."""

from fractions import Fraction

import operations as op
from values import Level, Record, Unknown, Wrong, is_known, joined, same, show


def check_nodes(explanation, trees, report):
    for node in explanation.form["nodes"]:
        check = {"value": check_value, "counts": check_counts, "posting": check_posting,
                 "level": check_level, "closing": check_closing}[node["kind"]]
        check(explanation, trees, node, lambda text, node=node: report(f"{node['id']}: {text}"))


def record_of(node):
    return node["record"]


def expect(report, found, claimed, what="the value"):
    if not same(found, claimed):
        report(f"{what} is {show(found)}, the explanation says {show(claimed)}")


def check_value(explanation, trees, node, report):
    claimed = explanation.values[node["id"]]
    if node.get("given"):
        decided = decided_value(explanation, node["record"], node["name"])
        if decided is Wrong:
            report("the value is given, but no decision gives it")
        else:
            expect(report, decided, claimed)
        return
    if "when" in node:
        applies = trees.check(node["when"], node["id"] + " (when)", node["record"])
        if applies is not True:
            expect(report, applies if isinstance(applies, Unknown) else None, claimed)
            return
    if "tree" not in node:
        report("the formula was not evaluated")
        return
    found = trees.check(node["tree"], node["id"], node["record"])
    if node.get("circular"):
        if not isinstance(claimed, Unknown):
            report("a value of a circle must be unknown")
    else:
        expect(report, found, claimed)


def check_closing(explanation, trees, node, report):
    found = trees.check(node["tree"], node["id"], node["record"])
    expect(report, found, explanation.values[node["id"]])


def decisions_on(explanation, record, what):
    """The decisions that stand on one thing in the period: one, or several of a date that differ."""
    period = explanation.run["period"]["id"]
    key = "person" if record.startswith("people/") else "unit"
    rows = [r for r in explanation.form["records"]
            if r["table"] == "decisions" and r["fields"].get("what") == what
            and r["fields"].get("period") == period and r["use"] != "knownLater"
            and same(explanation.read(r["fields"].get(key)), Record(record))]
    rows = [r for r in rows
            if r["fields"].get("document") is None
            or not any(o is not r and o["fields"].get("replaces") == r["fields"]["document"]
                       for o in rows)] or rows
    days = [r["fields"]["date"].get("date") for r in rows]
    last = max((day for day in days if day), default=None)
    rows = [r for r, day in zip(rows, days) if day in (None, last)]
    if len({str(r["fields"].get("value")) for r in rows}) <= 1:
        rows = rows[:1]
    return rows


def decision(explanation, record, what):
    """The one decision that stands on one thing, as its record."""
    rows = decisions_on(explanation, record, what)
    return rows[0] if len(rows) == 1 else None


def contest(rows):
    return Unknown(tuple(sorted(
        (("decisions of one date differ", r["id"], "value", True) for r in rows), key=str)))


def decided_value(explanation, record, what):
    rows = decisions_on(explanation, record, what)
    if len(rows) > 1:
        return contest(rows)
    if not rows:
        return Wrong
    text = rows[0]["fields"]["value"]
    if text in ("true", "false"):
        return text == "true"
    try:
        return Fraction(text)
    except ValueError:
        return text


def check_counts(explanation, trees, node, report):
    found = trees.check(node["tree"], node["id"], node["record"])
    expect(report, found, explanation.values[node["id"]])
    uses = {record["use"] for record in explanation.records.get(node["record"], [])}
    if found is True and "outsidePeriod" in uses or found is False and uses != {"outsidePeriod"}:
        report(f"the record counts: {show(found)}, but it is shown as {', '.join(sorted(uses))}")


def check_posting(explanation, trees, node, report):
    expect(report, trees.check(node["tree"], node["id"], node["record"]),
           explanation.values[node["id"]])


def check_level(explanation, trees, node, report):
    claimed = explanation.values[node["id"]]
    base = node["id"].rsplit(".", 1)[0]
    stage = node["stage"]
    if stage == 0:
        computed_level(explanation, trees, node, claimed, report)
    elif stage == 1:
        capped_level(explanation, trees, node, explanation.values[base + ".level"], claimed, report)
    elif stage == 2:
        before = explanation.values[base + ".capped level"]
        changed = [explanation.read(q["after"]) for q in explanation.form["quotas"]
                   if q["entry"] in node["quotas"]]
        expect(report, changed[-1] if changed else before, claimed)
    else:
        expected = explanation.values[base + ".proposed level"]
        found = decision(explanation, node["record"], "level")
        rows = decisions_on(explanation, node["record"], "level")
        if len(rows) > 1:
            expected = contest(rows)
        if found is not None and found["fields"]["value"] in explanation.scale:
            name = found["fields"]["value"]
            expected = Level(name, explanation.scale.index(name))
        expect(report, expected, claimed)


def outcomes(trees, node, key):
    return [(rule, trees.check(rule["tree"], f"{node['id']} ({rule['entry']})", node["record"]))
            for rule in node[key]]


def computed_level(explanation, trees, node, claimed, report):
    for rule, outcome in outcomes(trees, node, "scopes"):
        if outcome is not True:
            if not isinstance(outcome, Unknown) and node.get("state") != "outOfScope":
                report("the record is outside the scope, but has another state")
            expect(report, outcome if isinstance(outcome, Unknown) else None, claimed)
            return
    for rule, outcome in outcomes(trees, node, "states"):
        if outcome is True:
            if node.get("state") != rule["gives"]:
                report(f"the state is {rule['gives']}, not {node.get('state')}")
            if claimed is not None and not isinstance(claimed, Unknown):
                report("a state stands in place of a level")
            return
        if isinstance(outcome, Unknown):
            expect(report, outcome, claimed)
            return
    if node.get("state"):
        report("no state holds")
    first_row(explanation, trees, node, claimed, report)


def first_row(explanation, trees, node, claimed, report):
    if not node["rows"] and not node["not looked at"]:
        expect(report, None, claimed, "the level of a pack that gives none")
        return
    possible, settled = [], False
    for rule, outcome in outcomes(trees, node, "rows"):
        if settled:
            report(f"the row '{rule['entry']}' was looked at after one that held")
        if outcome is not False and not isinstance(outcome, (bool, Unknown)):
            continue
        if outcome is not False:
            possible.append(rule["gives"])
        settled = outcome is True
    if settled and len(set(possible)) == 1:
        expected = Level(possible[-1], explanation.scale.index(possible[-1]))
        expect(report, expected, claimed, "the level")
    elif not isinstance(claimed, Unknown):
        report(f"the rows leave {sorted(set(possible))} open, the explanation says {show(claimed)}")
    if not settled and node["not looked at"]:
        report("rows were not looked at although none held")


def capped_level(explanation, trees, node, before, claimed, report):
    now = before
    for cap in node["caps"]:
        expect(report, now, explanation.read(cap["before"]), f"before '{cap['entry']}'")
        now = lowered(trees, node, cap, now)
        expect(report, now, explanation.read(cap["after"]), f"after '{cap['entry']}'")
    expect(report, now, claimed)


def lowered(trees, node, cap, level):
    where = f"{node['id']} ({cap['entry']})"
    applies = True
    if "when" in cap:
        applies = trees.check(cap["when"], where, node["record"])
    if applies is False or "at most" not in cap:
        return level
    most = trees.check(cap["at most"], where, node["record"])
    if isinstance(most, Level):
        if most.rank >= level.rank:
            return level
        if applies is True:
            return most
    if level.rank == 0:
        return level
    return op.unknown_of(applies) or op.unknown_of(most) or level


def group_key(explanation, names):
    """The texts of the values that put the subject into a group."""
    key = []
    for name in names:
        node = f"{explanation.subject}.{name}"
        if node in explanation.values:
            value = explanation.values[node]
        elif name in ("unit", "agency"):
            value = getattr(explanation, name)(explanation.subject)
        else:
            value = explanation.field(explanation.subject, name)
        if isinstance(value, Record):
            value = value.name.partition("/")[2]
        key.append(value if isinstance(value, str) else str(value))
    return key


def check_ranks(explanation, report):
    for rank in explanation.form["ranks"]:
        where = f"rank by {rank['by']} in {' / '.join(rank['key'])}"
        if group_key(explanation, rank["names"]) != rank["key"]:
            report(f"{where}: the subject is in another group")
        own = explanation.read(rank["own"])
        if not same(explanation.node_value(f"{explanation.subject}.{rank['by']}"), own):
            report(f"{where}: the subject's own value is another")
        if not isinstance(own, Fraction):
            if "rank" in rank:
                report(f"{where}: a rank without a number")
            continue
        if rank.get("rank") != len(rank["ahead"]) + 1:
            report(f"{where}: {len(rank['ahead'])} are ahead, the rank is {rank.get('rank')}")
        for key, test in (("ahead", lambda v: v > own), ("level", lambda v: v == own)):
            for other in rank[key]:
                value = explanation.read(other["value"])
                if rank["then"] and value == own:
                    continue
                if not isinstance(value, Fraction) or not test(value):
                    report(f"{where}: {other['record']} with {show(value)} is not {key}")


def is_out_of_scope(explanation):
    """Whether the pack is not about the subject, so that none of its records is on a list."""
    return any(node["kind"] == "level" and node["record"] == explanation.subject
               and node.get("state") == "outOfScope" for node in explanation.form["nodes"])


def check_lists(explanation, trees, report):
    out = is_out_of_scope(explanation)
    for line in explanation.form["lists"]:
        where = f"list '{line['entry']}' for {line['record']}"
        if line["outcome"] == "notMade":
            if not line.get("unset"):
                report(f"{where}: nothing is unset, but the list is not made")
            continue
        who = trees.check(line["who"], where, line["record"])
        guards = [trees.check(r["tree"], where, line["record"]) for r in line["only if"]]
        for rule in line["attention"]:
            trees.check(rule["tree"], where, line["record"])
        for cell in line["cells"]:
            if "tree" in cell:
                trees.check(cell["tree"], where, line["record"])
        expected = ["notListed"] if out else list_outcome(who, guards)
        if line["outcome"] not in expected:
            report(f"{where}: it is {line['outcome']}, not {' or '.join(expected)}")


def list_outcome(who, guards):
    if isinstance(who, Unknown):
        return ["cannotBeEstablished", "notListed"]
    if who is not True:
        return ["notListed"]
    if any(g is not True and not isinstance(g, Unknown) for g in guards):
        return ["heldBack"]
    if any(isinstance(g, Unknown) for g in guards):
        return ["cannotBeEstablished"]
    return ["listed", "notListed"][:1]
