"""Two ways to a year that must agree: closed.py MERIT PACK SEED.

One run computes a year from the tasks and sheets of all its months. The other never sees them: every month
is scored and closed on its own, and the year reads the closed rows (--history). Nothing is corrected
between. Prints how many values were compared and which differ; exit status 1 where one does."""

import json
import os
import random
import subprocess
import sys
import tempfile

import agencies
import compare
import judge

MONTHLY = ("tasks", "ratings", "leaderRatings")
VALUES = ("score", "monthsWorked", "monthsExcused", "failedByLaw")


def write(path, tables):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(tables, file, ensure_ascii=False)
    return path


def uncorrected(tables):
    """The records without closed rows for months that are computed here."""
    records = judge.Records(tables)
    kept = [row for row in tables["history"] if not records.postings(row["person"], row["period"])]
    return {**tables, "history": kept}


def only_the_year(tables):
    yearly = [row for row in tables["decisions"] if row["period"] == judge.YEAR]
    return {**{name: rows for name, rows in tables.items() if name not in MONTHLY}, "decisions": yearly}


def close(merit, pack, dataset, month, last, folder):
    out = compare.score(merit, pack, dataset, month, {}, os.path.join(folder, month))
    done = subprocess.run(
        [merit, "close", out, "--by", "Văn phòng (ví dụ)", "--on", str(last), "--despite-findings"],
        capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{month}: not closed\n{done.stderr}")
    return ["--history", out]


def facts(folder):
    people = compare.lines(folder, "people.ndjson")
    return {f"{name} {key}": json.dumps(value, sort_keys=True) for name, row in people.items()
            for key, value in [*((key, known(row["values"][key])) for key in VALUES), *row["level"].items()]
            if key not in ("entry", "stateLabel", "needsDecision", "decision")}


def known(value):
    """Why something is unknown may be told otherwise: the records are not there."""
    return judge.UNKNOWN if isinstance(value, dict) and "unknown" in value else value


def main(merit, pack, seed):
    calendar = agencies.Calendar("whole")
    dataset = agencies.Dataset(random.Random(seed), calendar)
    for number in range(agencies.TOGETHER):
        agencies.Agency(dataset, f"A{number + 1:03d}")
    tables = uncorrected(json.loads(dataset.text()))
    with tempfile.TemporaryDirectory() as folder:
        whole = write(os.path.join(folder, "whole.json"), tables)
        parts = write(os.path.join(folder, "year.json"), only_the_year(tables))
        history = [part for month in calendar.months for part in close(
            merit, pack, whole, f"{judge.YEAR}-{month:02d}", calendar.bounds(month)[1], folder)]
        one = facts(compare.score(merit, pack, whole, judge.YEAR, {}, os.path.join(folder, "one")))
        other = facts(compare.score(merit, pack, parts, judge.YEAR, {}, os.path.join(folder, "other"), *history))
    differ = [f"{what}: {one[what]} from the records, {other.get(what)} from closed months"
              for what in one if one[what] != other.get(what)]
    for line in differ[:20]:
        print(line)
    open_ = sum(value == f'"{judge.UNKNOWN}"' for what, value in one.items() if what.endswith(" score"))
    print(f"a year from records and from closed months: {len(one)} values compared, {len(differ)} differ; "
          f"{open_} people without a score")
    return bool(differ)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
