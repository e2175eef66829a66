"""Holds the program against the naive reading of a year: compare.py MERIT PACK SEED COUNT [KEEP].

Makes COUNT agencies (agencies.py), judges them (judge.py), scores every month, quarter, half-year and the
year with MERIT, and compares every number, level and seat that the judge gives. Prints how often each
situation is in the data and each outcome in the results, then the differences; exit status 1 where
something differs or a situation never came up. KEEP is a folder to leave the data in."""

import collections
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile
from fractions import Fraction

import agencies
import judge

NUMBERS = ("quantity", "quality", "progress", "operation", "organising", "unity", "general", "taskResult", "score",
           "monthsWorked", "monthsExcused")
STAGES = {"level": "computed", "capped": "capped", "proposed": "proposed", "standing": "standing"}
OUTCOMES = (
    "month: unknown", "month: away", "month: d = 1", "month: d = 1/2", "month: d unknown", "month: more than all work",
    "quarter: unknown", "quarter: known", "half-year: known", *(f"year: {level}" for level in judge.LEVELS),
    "year: no class", "year: unknown", "year: months excused", "year: fewer months than the year has",
    "year: lowered by the cap", "year: waits for the unit", "year: seated", "year: refused a seat",
    "year: tie or open at the last seat", "year: another level by decision", "unit: unknown",
    *(f"unit: {level}" for level in judge.LEVELS), "scope with a seat", "scope without a seat")


def score(merit, pack, dataset, period, readings, out, *more):
    """Scores one period; the folder of its results."""
    chosen = [part for name, option in readings.items() for part in ("--reading", f"{name}={option}")]
    done = subprocess.run(
        [merit, "score", dataset, "--pack", pack, "--period", period, "--out", out, "--replace", "--quiet",
         *chosen, *more], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{dataset} {period}: exit {done.returncode}\n{done.stderr}")
    return out


def lines(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return {row["id"]: row for row in map(json.loads, file)}


def exact(value):
    """A number of the program; "unknown", or None where it does not apply."""
    if isinstance(value, dict):
        return Fraction(value["exact"]) if "exact" in value else judge.UNKNOWN
    return None if value is None else Fraction(value)


def level(row, stage):
    """A level by name, None where there is no class, or unknown."""
    found = row["level"]
    contested = stage == "standing" and (found["pending"] or found["standing"] is not None)
    if found["state"] in ("notClassified", "outOfScope") and not contested:
        return None
    return found[stage] if found[stage] is not None else judge.UNKNOWN


def found(row, name):
    if name in NUMBERS:
        return exact(row["values"][name])
    return str(row["level"]["pending"]) if name == "pending" else level(row, STAGES[name])


def wanted(name, value):
    return Fraction(value) if name in NUMBERS and value not in (None, judge.UNKNOWN) else value


def compared(expected, rows, where):
    """Every value of every record: what, found, expected."""
    for name, values in expected.items():
        for key, value in values.items():
            want = str(value) if key == "pending" else wanted(key, value)
            yield f"{where} {name} {key}", found(rows[name], key), want


def seats(folder):
    with open(os.path.join(folder, "quotas.json"), encoding="utf-8") as file:
        scopes = [scope for quota in json.load(file)["quotas"] for scope in quota["scopes"]]
    return {"/".join(scope["group"]): min(scope["seats"]["least"], scope["candidates"]) for scope in scopes}


def one(merit, pack, dataset):
    """All comparisons of one dataset: how many, the differences, the outcomes."""
    right = judge.judged(dataset)
    count, differ = 0, []

    def hold(pairs):
        nonlocal count
        for what, got, want in pairs:
            count += 1
            if got != want:
                differ.append(f"{os.path.basename(dataset)} {what}: found {got}, expected {want}")

    with tempfile.TemporaryDirectory() as out:
        for period, expected in right["people"].items():
            folder = score(merit, pack, dataset, period, right["readings"], os.path.join(out, "run"))
            hold(compared(expected, lines(folder, "people.ndjson"), period))
            if period == judge.YEAR:
                hold(compared(right["units"], lines(folder, "units.ndjson"), period))
                given = seats(folder)
                hold((f"{period} seats of {scope}", given.get(scope), int(most))
                     for scope, most in right["seats"].items())
    return count, differ, outcomes(right)


def outcomes(right):
    """How often each outcome is expected."""
    seen = collections.Counter()
    for period, people in right["people"].items():
        kind = {"Q": "quarter", "H": "half-year"}.get(period[5:6], "month" if len(period) == 7 else "year")
        for row in people.values():
            for outcome in (year_outcomes if kind == "year" else period_outcomes)(row, kind):
                seen[outcome] += 1
    seen.update(f"unit: {row['level']}" for row in right["units"].values())
    seen.update("scope without a seat" if most == "0" else "scope with a seat" for most in right["seats"].values())
    return seen


def period_outcomes(row, kind):
    yield f"{kind}: {'unknown' if row['score'] == judge.UNKNOWN else 'known'}"
    if row.get("pending") is False:
        yield f"{kind}: away"
    if row.get("operation"):
        yield {"1": "month: d = 1", "1/2": "month: d = 1/2"}.get(row["operation"], "month: d unknown")
    if row.get("quantity", judge.UNKNOWN) != judge.UNKNOWN and Fraction(row["quantity"]) > 1:
        yield "month: more than all work"


def year_outcomes(row, kind):
    yield f"year: {'no class' if row['level'] is None else row['level']}"
    if row["monthsExcused"] not in ("0", judge.UNKNOWN):
        yield "year: months excused"
    if row["monthsWorked"] not in ("11", "12", judge.UNKNOWN):
        yield "year: fewer months than the year has"
    if row["capped"] != row["level"]:
        yield "year: waits for the unit" if row["capped"] == judge.UNKNOWN else "year: lowered by the cap"
    if row["capped"] == "excellent" and "proposed" in row:
        yield {"excellent": "year: seated", "good": "year: refused a seat"}.get(
            row["proposed"], "year: tie or open at the last seat")
    if "standing" in row and row["standing"] != row.get("proposed", row["standing"]):
        yield "year: another level by decision"


def table(title, seen, least):
    print(title)
    for name in sorted(seen, key=lambda name: (-seen[name], name)):
        print(f"{seen[name]:8}  {name}")
    missing = [name for name in least if not seen[name]]
    for name in missing:
        print(f"    none  {name}")
    return missing


def main(merit, pack, seed, count, keep=None):
    seen, results, total, differ = collections.Counter(), collections.Counter(), 0, []
    with tempfile.TemporaryDirectory() as folder:
        data = keep or folder
        agencies.write(seed, int(count), data)
        names = sorted(os.listdir(data))
        for name in (name for name in names if name.endswith(".setting.json")):
            with open(os.path.join(data, name), encoding="utf-8") as file:
                seen.update(json.load(file)["seen"])
        datasets = [os.path.join(data, name) for name in names if name.count(".") == 1]
        with concurrent.futures.ProcessPoolExecutor(2) as pool:
            size = len(datasets)
            for number, differing, outcome in pool.map(one, [merit] * size, [pack] * size, datasets):
                total += number
                differ += differing
                results.update(outcome)
    missing = table("Situations in the data:", seen, agencies.SITUATIONS)
    missing += table("Outcomes expected:", results, OUTCOMES)
    for line in differ[:40]:
        print(line)
    print(f"{count} agencies, {total} values compared, {len(differ)} differ, {len(missing)} situations missing")
    return bool(differ or missing)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
