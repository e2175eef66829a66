"""Two packs on one dataset: packs.py MERIT DATASET OLD NEW PERIOD.

Where `stricter` stands for NEW, it is a made-up overlay of OLD with three of its numbers changed.

Holds what 'merit compare' says against itself by arithmetic alone: the parts of every score add up exactly
to its difference, a pack compared with itself differs in nothing, and from the other side every from and
to, every sign and every change of an entry is turned, charged to the same steps. Prints how much was
looked at; exit status 1 where something does not hold."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction

TURNED = {"added": "removed", "removed": "added", "changed": "changed", "moved": "moved"}


def compare(merit, dataset, old, new, period):
    words = [merit, "compare", dataset, "--pack", old, "--pack", new, "--period", period, "--json"]
    run = subprocess.run(words, capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr)
    return json.loads(run.stdout), run.returncode


def number(value):
    text = value.get("exact", "?") if isinstance(value, dict) else value
    try:
        return Fraction(text)
    except (TypeError, ValueError):
        return None


def changes(found):
    return {
        (subject["subject"], change["field"]): change
        for subject in found["subjects"]
        for change in subject["changes"]
    }


def entries(found, turn):
    return [
        [(turn[entry["change"]], *entry["entry"]) for entry in step["entries"]]
        for step in found["steps"]
    ]


def charges(change, sign):
    return [
        (charge["steps"], sign * number(charge["amount"]) if "amount" in charge else None)
        for charge in change["charges"]
    ]


def stricter(old, folder):
    """OLD and its overlay beside each other in a folder."""
    base = pathlib.Path(old)
    shutil.copytree(base, pathlib.Path(folder, base.name))
    numbers = {"deduction": 0.3, "leader half": 0.4, "own share of programme": 0.6}
    pack = {
        "name": "stricter",
        "title": {"vi": "Bản thử chặt hơn (giả định)", "en": "A stricter trial (invented)"},
        "extends": [base.name],
        "periods": ["month"],
        "law": {"trial": {"number": "x", "title": {"vi": "Bản thử", "en": "A trial"}, "from": "2026-01-01"}},
        "parameters": {
            name: {"replaces": name, "value": value, "cite": "trial 1"} for name, value in numbers.items()
        },
    }
    place = pathlib.Path(folder, "stricter")
    place.mkdir()
    (place / "pack.json").write_text(json.dumps(pack, ensure_ascii=False), encoding="utf-8")
    return str(pathlib.Path(folder, base.name)), str(place)


def main():
    merit, dataset, old, new, period = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        if new == "stricter":
            old, new = stricter(old, folder)
        check(merit, dataset, old, new, period)


def check(merit, dataset, old, new, period):
    there, status = compare(merit, dataset, old, new, period)
    back, _ = compare(merit, dataset, new, old, period)
    wrong = [] if status == 1 else ["nothing differs"]
    summed = 0
    for key, change in changes(there).items():
        ends = [number(change[side]) for side in ("old", "new")]
        if change["aspect"] == "score" and None not in ends:
            summed += 1
            parts = sum(amount for _, amount in charges(change, 1))
            if parts != ends[1] - ends[0]:
                wrong.append(f"{key}: the parts make {parts}, not {ends[1] - ends[0]}")
        elif len(change["charges"]) != 1:
            wrong.append(f"{key}: is charged to {change['charges']}")
        other = changes(back).get(key)
        if other is None or (change["old"], change["new"]) != (other["new"], other["old"]):
            wrong.append(f"{key}: does not mirror")
        elif charges(change, 1) != charges(other, -1):
            wrong.append(f"{key}: is charged otherwise from the other side")
    if changes(there).keys() != changes(back).keys():
        wrong.append("other results change from the other side")
    if entries(there, {kind: kind for kind in TURNED}) != entries(back, TURNED):
        wrong.append("the steps are others from the other side")
    for pack in (old, new):
        same, status = compare(merit, dataset, pack, pack, period)
        if status != 0 or same["steps"] or same["besideResults"] or same["subjects"]:
            wrong.append(f"{pack} differs from itself")
    print(
        f"{len(there['steps'])} steps, {len(there['subjects'])} people and units,"
        f" {len(changes(there))} changes, {summed} scores added up: {len(wrong)} do not hold"
    )
    print("\n".join(wrong[:20]))
    sys.exit(1 if wrong else 0)


main()
