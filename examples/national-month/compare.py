"""Compares a finished run with the result of another implementation: compare.py RESULT OUT.

RESULT has one JSON object a line: id, exact (the score as a fraction), grade (1 to 4), rk (rank in the
unit) and candidate (whether the score is below 50). Every person must agree in all four; a person whom
RESULT leaves out must have no score here. Exit 1 where something differs."""
import json
import sys
from fractions import Fraction

LEVELS = {1: "not completed", 2: "completed", 3: "good", 4: "excellent"}


def number(value):
    if isinstance(value, dict):
        return Fraction(value["exact"]) if "exact" in value else None
    return Fraction(value) if isinstance(value, str) else None


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


result, out = sys.argv[1:3]
expected = {row["id"]: row for row in lines(result)}
listed = set()
with open(f"{out}/candidates.json", encoding="utf-8") as file:
    listed = {line["id"] for line in json.load(file)["lines"]}
differ = 0
people = lines(f"{out}/people.ndjson")
for person in people:
    row, score = expected.pop(person["id"], None), number(person.get("score"))
    if row is None:
        found, wanted = (score,), (None,)
    else:
        ranks = [r["rank"] for r in person["ranks"] if r["within"] == ["unit"]]
        found = (score, person["level"]["proposed"], ranks, person["id"] in listed)
        wanted = (Fraction(row["exact"]), LEVELS[row["grade"]], [row["rk"]], row["candidate"])
    if found != wanted:
        differ += 1
        if differ <= 10:
            print(person["id"], "found", found, "expected", wanted)
differ += len(expected)
print(f"{len(people)} people, {differ} differ")
sys.exit(differ != 0)
