"""Holds the program against the naive reading of a year: compare.py MERIT PACK SEED COUNT.

Makes COUNT agencies, judges them (agencies.py, judge.py), scores every month and the year of each with
MERIT, and compares score, level, capped level and, where the judge can say, proposed level of every
person. Prints the differences and a last line with their number; exit 1 where there is one."""

import json
import os
import subprocess
import sys
import tempfile
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))


def score(value):
    if isinstance(value, dict):
        return Fraction(value["exact"]) if "exact" in value else "unknown"
    return Fraction(value) if isinstance(value, str) else "unknown"


def level(person, stage):
    """A level by name, None where there is no class, or unknown."""
    found = person["level"]
    if found["state"] in ("notClassified", "outOfScope"):
        return None
    return found[stage] if found[stage] is not None else "unknown"


def run(merit, pack, dataset, period, folder):
    out = os.path.join(folder, "out")
    done = subprocess.run(
        [merit, "score", dataset, "--pack", pack, "--period", period, "--out", out, "--replace"],
        capture_output=True, text=True)
    if done.returncode == 2:
        raise SystemExit(f"{dataset} {period}: {done.stderr}")
    with open(os.path.join(out, "people.ndjson"), encoding="utf-8") as file:
        return {person["id"]: person for person in map(json.loads, file)}


def differences(expected, found, period):
    for name, wanted in expected.items():
        person = found[name]
        pairs = [("score", score(person["values"].get("score")), wanted["score"])]
        for key, stage in (("level", "computed"), ("capped", "capped"), ("proposed", "proposed")):
            if key in wanted:
                pairs.append((key, level(person, stage), wanted[key]))
        for key, got, want in pairs:
            want = Fraction(want) if key == "score" and want != "unknown" else want
            if got != want:
                yield f"{name} {period} {key}: found {got}, expected {want}"


merit, pack, seed, count = sys.argv[1:5]
with tempfile.TemporaryDirectory() as folder:
    data = os.path.join(folder, "agencies")
    python = sys.executable
    subprocess.run([python, f"{HERE}/agencies.py", seed, count, data], check=True)
    files = [os.path.join(data, name) for name in sorted(os.listdir(data))]
    judged = subprocess.run(
        [python, f"{HERE}/judge.py", *files], check=True, capture_output=True, text=True).stdout
    compared = differ = 0
    for line in judged.splitlines():
        agency = json.loads(line)
        for period, expected in agency["results"].items():
            found = run(merit, pack, agency["dataset"], period, folder)
            compared += len(expected)
            for difference in differences(expected, found, period):
                differ += 1
                if differ <= 20:
                    print(os.path.basename(agency["dataset"]), difference)
print(f"{compared} results, {differ} differ")
sys.exit(differ != 0)
