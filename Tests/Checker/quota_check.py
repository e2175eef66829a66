"""Recomputes the seats of a quota and who gets them, from the published order alone."""

import math
from fractions import Fraction

from standing_check import group_key
from values import Level, Unknown, same, show


def check_quotas(explanation, trees, report):
    for quota in explanation.form["quotas"]:
        check_quota(explanation, trees, quota,
                    lambda text, quota=quota: report(f"quota '{quota['entry']}': {text}"))


def check_quota(explanation, trees, quota, report):
    where = f"quota '{quota['entry']}'"
    record = quota["record"]
    if record != explanation.subject:
        report(f"it is about {record}")
    if "who" in quota:
        trees.check(quota["who"], where, record)
    before, after = explanation.read(quota["before"]), explanation.read(quota["after"])
    if not same(before, explanation.node_value(f"{record}.capped level")):
        report("the level before is not the capped level")
    if quota["part"] in ("other", "outside"):
        if not same(before, after):
            report("it changes the level of someone who is no candidate")
        if quota["scopes"] or quota["candidates"] or quota["base"]:
            report("it tells of seats to someone who is no candidate")
        return
    counted = counted_levels(explanation, trees, quota, record)
    for scope in quota["scopes"]:
        check_scope(explanation, trees, quota, scope, counted, report)
    compare_allocation(explanation, quota, report)
    if quota["part"] == "candidate":
        check_candidate(explanation, quota, before, after, report)


def counted_levels(explanation, trees, quota, record):
    """Whether someone of each level counts in the base."""
    counted = {}
    for entry in quota["base"]:
        level = Level(entry["level"], explanation.scale.index(entry["level"]))
        counted[level.name] = trees.check(
            entry["tree"], f"base of '{quota['entry']}'", record, [level]) is True
    return counted


def check_scope(explanation, trees, quota, scope, counted, report):
    name = " / ".join(scope["key"])
    if ("own" in scope) != (group_key(explanation, scope["names"]) == scope["key"]):
        report(f"whether {name} is a scope of the subject is told wrongly")
    share = explanation.read(scope["share"])
    if "tree" in scope:
        unit = "units/" + scope["key"][0]
        found = trees.check(scope["tree"], f"share of {name}", unit)
        if not same(found, share):
            report(f"the share of {name} is {show(found)}, not {show(share)}")
    for level in scope["others"]:
        if not counted.get(level["level"]):
            report(f"{name}: people of level '{level['level']}' do not count in the base")
    if sum(level["counted"] for level in scope["others"]) != scope["counted others"]:
        report(f"{name}: the others do not add up to {scope['counted others']}")
    inside = sum(1 for c in quota["candidates"] if scope["index"] in c["scopes"])
    if scope["candidates"] != inside:
        report(f"{name}: {inside} candidates are shown, {scope['candidates']} are told")
    check_seats(quota, scope, name, counted, share, report)


def check_seats(quota, scope, name, counted, share, report):
    """The seats as they are, and the fewest and most that those who are pending can make them."""
    waiting = sum(1 for p in quota["pending"] if scope["index"] in p["scopes"])
    everybody = waiting if counted[quota["base"][0]["level"]] else 0
    n, others = scope["candidates"], scope["counted others"]
    expected = seats(quota, counted, share, n, others + everybody)
    if scope["seats"] != expected:
        report(f"{name} has {expected} seats, not {scope['seats']}")
    ends = [expected, seats(quota, counted, share, n, others + waiting),
            seats(quota, counted, share, n + waiting, others)]
    if scope["seats while pending"] != [min(ends), max(ends)]:
        report(f"{name} can come to have {min(ends)} to {max(ends)} seats")


def seats(quota, counted, share, candidates, others):
    """The most x with x <= share * (others + (x if seated count) + (n - x if refused count))."""
    if not isinstance(share, Fraction):
        share = Fraction(0)
    sits, refused = counted[quota["level"]], counted[quota["refused"]]
    slope = 1 - share * (sits - refused)
    if slope == 0:
        return candidates
    return math.floor(share * (others + (candidates if refused else 0)) / slope)


def check_candidate(explanation, quota, before, after, report):
    subject = explanation.subject
    mine = next((c for c in quota["candidates"] if c["record"] == subject), None)
    if mine is None:
        report("the subject is no candidate")
        return
    keys = [explanation.read(key) for key in mine["keys"]]
    for name, key in zip(quota["by"], keys):
        if not same(key, explanation.node_value(f"{subject}.{name}")):
            report(f"the subject's '{name}' is another")
    if quota.get("outcome") != mine["outcome"]:
        report("the outcome differs from that among the candidates")
    check_ahead(explanation, quota, mine, report)
    refused = Level(quota["refused"], explanation.scale.index(quota["refused"]))
    outcome = mine["outcome"]
    right = {"seated": same(after, before), "refused": same(after, refused)}.get(
        outcome, isinstance(after, Unknown))
    if not right:
        report(f"someone {outcome} has the level {show(after)}")


def compare_allocation(explanation, quota, report):
    """The seats given and kept; while people are pending, as if they stayed below those who count."""
    found = allocate(explanation, quota)
    if found is None:
        return
    outcome, left = found
    for candidate in quota["candidates"]:
        if not quota["pending"] and outcome[candidate["record"]] != candidate["outcome"]:
            report(f"{candidate['record']} is {outcome[candidate['record']]},"
                   f" not {candidate['outcome']}")
    for scope in quota["scopes"]:
        given = sum(1 for c in quota["candidates"]
                    if scope["index"] in c["scopes"] and outcome[c["record"]] == "seated")
        reserved = scope["seats"] - left[scope["index"]] - given
        if [scope["given"], scope["reserved"]] != [given, reserved]:
            report(f"{' / '.join(scope['key'])}: {given} seats are given and {reserved} kept,"
                   f" not {scope['given']} and {scope['reserved']}")


def allocate(explanation, quota):
    """Who is seated, refused or tied, and the seats left; None where scopes cross."""
    left = {scope["index"]: scope["seats"] for scope in quota["scopes"]}
    members = {i: {c["record"] for c in quota["candidates"] if i in c["scopes"]} for i in left}
    sets = list(members.values())
    if any(a & b and not (a <= b or b <= a) for a in sets for b in sets):
        return None
    classes = {}
    for candidate in quota["candidates"]:
        keys = tuple(explanation.read(key) for key in candidate["keys"])
        classes.setdefault(keys, []).append(candidate)
    outcome = {}
    # Of two scopes with the same people the one that more names tell apart lies inside the other.
    sizes = {scope["index"]: (len(members[scope["index"]]), -len(scope["names"]))
             for scope in quota["scopes"]}
    for keys in sorted(classes, reverse=True):
        fill(classes[keys], left, sizes, outcome)
    return outcome, left


def fill(people, left, sizes, outcome):
    """Gives one class of equals what it gets: a seat is sure where no scope is asked for too many."""
    remaining = [p for p in people if all(left[s] > 0 for s in p["scopes"])]
    for person in people:
        if person not in remaining:
            outcome[person["record"]] = "refused"
    if not remaining:
        return
    inside = {s: [p for p in remaining if s in p["scopes"]] for p in remaining for s in p["scopes"]}
    scopes = sorted(inside, key=lambda s: (len(inside[s]), sizes[s], s))
    asked = {s: wanted(s, inside[s], scopes, left) for s in scopes}
    for person in remaining:
        tied = any(asked[s] > left[s] for s in person["scopes"])
        outcome[person["record"]] = "tied" if tied else "seated"
    for scope in scopes:
        left[scope] -= min(left[scope], asked[scope])


def wanted(scope, people, scopes, left):
    """How many of a class ask a scope for a seat, once the scopes inside it gave what they have.

    `scopes` are nested and stand from the smallest to the largest.
    """
    total, rest = 0, people
    for inner in reversed(scopes[: scopes.index(scope)]):
        group = [p for p in rest if inner in p["scopes"]]
        if group:
            total += min(left[inner], wanted(inner, group, scopes, left))
            rest = [p for p in rest if inner not in p["scopes"]]
    return total + len(rest)


def check_ahead(explanation, quota, mine, report):
    own = [explanation.read(key) for key in mine["keys"]]
    by_name = {c["record"]: c for c in quota["candidates"]}
    for name in quota["ahead"]:
        other = by_name.get(name)
        if other is None:
            report(f"{name} is ahead, but no candidate")
        elif not [explanation.read(key) for key in other["keys"]] > own:
            report(f"{name} is not ahead of the subject")
        elif not set(other["scopes"]) & set(mine["scopes"]):
            report(f"{name} shares no scope with the subject")
    if mine["outcome"] == "refused" and not quota["pending"]:
        ahead = set(quota["ahead"])
        full = any(sum(1 for c in quota["candidates"]
                       if s["index"] in c["scopes"] and c["record"] in ahead) >= s["seats"]
                   for s in quota["scopes"] if s["index"] in mine["scopes"])
        tied = any(c["outcome"] in ("tied", "waiting") for c in quota["candidates"])
        if not full and not tied:
            report("no scope is full of people ahead of the subject")
