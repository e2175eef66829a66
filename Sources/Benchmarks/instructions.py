"""Counts instructions, which no busy machine changes, against a budget: instructions.py [PROGRAM].

Runs the release program (.build/release/merit unless told) on one thread under callgrind over three months
of examples/national-month, all large enough for their lines to be folded: two that differ in lines only,
two that differ in people only. A line is read, hashed and folded; a person is everything else that grows
with people, up to the written result. Ends with 1 where a budget is exceeded. Needs valgrind, which has
no SHA instructions and no AVX-512 and says so to the program: the hash is then Swift code, and counted
apart."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "national-month"
SMALL = 16 << 20  # bytes up to which records are kept instead of folded

# A tenth above what was counted; lower a number when the count has fallen for good.
BUDGET = {
    "a line, without its hash": 3_960,
    "a byte of a line, hashed by Swift code": 87,
    "a person, without the hash": 129_500,
}


class Run:
    """What one month took: lines, bytes of them, and instructions inside and outside the hash."""

    def __init__(self, program, work, people, lines):
        data = work / f"{people}x{lines}"
        subprocess.run([sys.executable, EXAMPLE / "generate.py", str(people), str(lines), data], check=True)
        self.people, self.lines = people, people * lines
        self.bytes = (data / "tasks.ndjson").stat().st_size
        if self.bytes <= SMALL:
            sys.exit(f"{people} × {lines} is so small that nothing is folded")
        total, self.hash = count(program, work, data)
        self.rest = total - self.hash


def count(program, work, data):
    """The instructions of a whole run, and those in functions of the hash."""
    profile = work / "profile"
    subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", program, "score", data,
         "--pack", EXAMPLE, "--period", "2026-07", "--out", work / "out", "--replace", "--quiet",
         "--threads", "1", "--without-explanations"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"})
    text = subprocess.run(
        ["callgrind_annotate", "--threshold=100", "--auto=no", profile],
        check=True, capture_output=True, text=True).stdout
    total = inside = 0
    for line in text.splitlines():
        found = re.match(r" *([0-9,]+) \([ 0-9.]+%\) +(.*)", line)
        if not found:
            continue
        number = int(found[1].replace(",", ""))
        if found[2].startswith("PROGRAM TOTALS"):
            total = number
        elif "SHA256" in found[2].split(" [")[0].rpartition(":")[2]:  # file:name [object]
            inside += number
    if not total or not inside:
        sys.exit("callgrind's report has no totals, or the hash is not in it")
    return total, inside


def main():
    given = sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build" / "release" / "merit"
    work = pathlib.Path(tempfile.mkdtemp())
    program = work / "merit"
    try:
        # Valgrind gives up on some of the compiler's debugging notes; the names of functions stay.
        subprocess.run(["strip", "--strip-debug", "-o", program, given], check=True)
        few, many, crowd = (Run(program, work, *size) for size in [(1600, 48), (1600, 66), (3200, 33)])
    finally:
        shutil.rmtree(work)
    lines, people = many.lines - few.lines, crowd.people - many.people
    counted = {
        "a line, without its hash": (many.rest - few.rest) / lines,
        "a byte of a line, hashed by Swift code": (many.hash - few.hash) / (many.bytes - few.bytes),
        "a person, without the hash": (crowd.rest - many.rest) / people,
    }
    exceeded = False
    for name, number in counted.items():
        word = "exceeds" if number > BUDGET[name] else "of"
        exceeded = exceeded or number > BUDGET[name]
        print(f"{name}: {number:,.1f} instructions, {word} a budget of {BUDGET[name]:,}")
    print(f"a whole line of {(many.bytes - few.bytes) / lines:.0f} bytes, hash included: "
          f"{(many.rest + many.hash - few.rest - few.hash) / lines:,.0f} instructions")
    sys.exit(1 if exceeded else 0)


if __name__ == "__main__":
    main()
