"""Measures a random pack beside examples/national-month.

Writes OUT/pack.json: the tables, units, membership and messages of national-month with values, bands, quota,
order and list from the seed: sums, counts, minima, maxima, means, some and every over filters of task lines.
The pack must pass `merit check`. On a small month whose blank lines make it large enough to be folded it must
give the same bytes as on the month itself, whose records are kept. With --data it prints the ratio of the wall
times of both packs, run in turns. MERIT names another program than .build/release/merit."""
import argparse
import filecmp
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "national-month"
MERIT = os.environ.get("MERIT", f"{ROOT}/.build/release/merit")
SMALL = 16 << 20  # bytes up to which records are kept instead of folded
KINDS = ["sum", "count", "min", "max", "mean", "some", "every"]
CITE = {"cite": "job score"}


def condition(chance, prefix=""):
    """A test of one task line; `prefix` names the line in a loop."""
    tests = [
        "{0}planned", "{0}excused", "not({0}excused)", "not({0}planned)",
        f"{{0}}late > {chance.randint(0, 2)}", f"{{0}}faults = {chance.randint(0, 1)}",
        f"{{0}}coefficient >= {chance.choice(['0.8', '1.6', '6', '10', '20'])}",
        f"{{0}}assigned in [{chance.randint(1, 2)}..{chance.randint(3, 5)}]",
        "{0}completed < {0}assigned", "{0}completed >= {0}assigned"]
    picked = chance.sample(tests, chance.randint(1, 2))
    return chance.choice([" and ", " or "]).join(picked).format(prefix)


def amount(chance):
    """A number of one task line."""
    work = chance.choice(["coefficient * completed", "coefficient * assigned", "completed", "coefficient"])
    lost = chance.choice(["faults", "late", "(faults + late)"])
    rate = chance.choice(["0.1", "0.25", "0.5", "0.3"])
    return chance.choice([
        f"{work} * max(0, 1 - {rate} * {lost})",
        f"if {condition(chance)} then {work} else 0",
        f"{work} * (if {condition(chance)} then 1 else max(0, 1 - {rate} * {lost}))",
        f"min({work}, {chance.randint(5, 60)})"])


def share(chance, kind, amounts):
    """A part of the score from 0 to 1 by one aggregate of a kind."""
    lines = f"tasks[{condition(chance)}]"
    what = f"{lines}.{chance.choice(amounts + ['completed', 'assigned', 'coefficient'])}"
    scale = chance.randint(2, 40)
    if kind in ("some", "every"):
        return f"if {kind} t in tasks satisfies {condition(chance, 't.')} then 1 else 0.5"
    if kind == "count":
        return f"min(1, count({lines}) / {scale})"
    if kind == "sum":
        return f"min(1, sum({what}) / {scale * 10})"
    return f"if count({lines}) = 0 then 0 else min(1, {kind}({what}) / {scale})"


def pack(seed, kinds):
    chance = random.Random(seed)
    result = json.loads((EXAMPLE / "pack.json").read_text())
    result["name"] = f"random-{seed}"
    result["title"] = {"vi": f"Bài toán ngẫu nhiên {seed}", "en": f"A random job {seed}"}
    amounts = {f"amount {place}": amount(chance) for place in range(1, 1 + chance.randint(2, 4))}
    kinds = kinds + chance.choices(kinds, k=8 - len(kinds))
    chance.shuffle(kinds)
    parts = {f"part {place}": share(chance, kind, list(amounts)) for place, kind in enumerate(kinds, 1)}
    weights = " + ".join(f"{chance.randint(1, 5)} * {part}" for part in parts)
    most = sum(int(term.split(" ")[0]) for term in weights.split(" + "))
    result["values"] = {
        "tasks": {name: {"is": formula, **CITE} for name, formula in amounts.items()},
        "people": {
            "role": {"is": "posting.role", **CITE},
            "planned load": {"is": "sum(tasks[planned].assigned)", **CITE},
            **{name: {"is": formula, "display": "percent", **CITE} for name, formula in parts.items()},
            "score": {"is": f"general + result points * ({weights}) / {most}", "unit": "points", **CITE}}}
    low, middle, high = sorted(chance.sample(range(20, 95), 3))
    for name, value in [("completed from", low), ("good from", middle), ("excellent from", high)]:
        result["parameters"][name]["value"] = value
    del result["parameters"]["deduction"], result["parameters"]["leader half"], result["functions"]
    result["quotas"]["a sixth"]["share"] = f"1 / {chance.randint(3, 9)}"
    result["ranking"]["in the unit"]["by"] = chance.choice(["score", "general"])
    return result


class Run:
    """One scoring: wall and processor seconds and the largest memory in MiB."""

    def __init__(self, data, pack, out):
        command = [MERIT, "score", data, "--pack", pack, "--period", "2026-07", "--out", out, "--replace",
                   "--quiet", "--without-explanations"]
        start = time.monotonic()
        process = subprocess.Popen(command)
        _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.monotonic() - start
        self.processor, self.memory = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            sys.exit(f"scoring {data} by {pack} ended with {process.returncode}")


def check(pack):
    """Holds the pack to `merit check`; says how its formulas go."""
    done = subprocess.run([MERIT, "check", pack, "--plan", "--lang", "en"], capture_output=True, text=True)
    plan = done.stdout + done.stderr
    if done.returncode or "warning:" in plan:
        sys.exit(plan)
    ways = [line.strip().split(": ") for line in plan.splitlines() if line.startswith("  ")]
    counts = ", ".join(f"{len(names.split(', '))} {way}" for way, names in ways)
    return f"{'folded' if 'read once and folded' in plan else 'NOT FOLDED'} ({counts})"


def compare(pack, seed, work):
    """Scores a small month, and the same with blank lines; every file but run.json must be the same."""
    small, large = work / "small", work / "large"
    subprocess.run([sys.executable, EXAMPLE / "generate.py", "400", "12", small, str(seed)], check=True)
    shutil.copytree(small, large)
    with open(large / "tasks.ndjson", "ab") as tasks:
        tasks.write(b"\n" * (SMALL + 1))
    outs = [work / "small-out", work / "large-out"]
    for data, out in zip((small, large), outs):
        Run(data, pack, out)
    files = sorted({path.name for out in outs for path in out.iterdir()} - {"run.json"})
    _, other, missing = filecmp.cmpfiles(*outs, files, shallow=False)
    if other or missing:
        sys.exit(f"seed {seed}: a large month differs from a small one in {other + missing}")
    return len(files)


def ratio(what, pairs):
    """The median of the ratios, and the least and the greatest."""
    ratios = sorted(getattr(ours, what) / getattr(theirs, what) for ours, theirs in pairs)
    return f"{what} {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("seed", type=int)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--kinds", default=",".join(KINDS), help="which aggregates there are, eight in all")
    parser.add_argument("--data", help="a month in the form of examples/national-month/sample")
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    text = json.dumps(pack(given.seed, given.kinds.split(",")), ensure_ascii=False, indent=2)
    (given.out / "pack.json").write_text(text + "\n")
    work = pathlib.Path(tempfile.mkdtemp())
    try:
        way, files = check(given.out), compare(given.out, given.seed, work)
        print(f"seed {given.seed}: {way}; {files} files are the same from a small and a large month")
        if given.data:
            pairs = [[Run(given.data, pack, work / "out") for pack in (given.out, EXAMPLE)]
                     for _ in range(given.runs)]
            print(f"  to national-month: {', '.join(ratio(w, pairs) for w in ('wall', 'processor', 'memory'))}")
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
