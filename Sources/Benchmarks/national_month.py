"""Measures a month of many people: national_month.py DATA [RUNS] [-- PEER COMMAND...], or
national_month.py --memory FEW MANY [RUNS] for two datasets that differ in lines only.

DATA is a folder in the form of examples/national-month/sample. Runs the release build (and, between its
runs, the peer's command, whose {data} and {out} are filled in), and prints medians of wall and processor
seconds, the largest resident memory, and the ratio of the wall medians. Machines are noisy: compare only
figures of one call, and never quote an absolute time as a fact. MERIT names another program than the release
build of this folder."""
import os
import shutil
import statistics
import sys
import tempfile
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))


def measure(command):
    start = time.monotonic()
    pid = os.fork()
    if pid == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.execvp(command[0], command)
    _, status, usage = os.wait4(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        sys.exit(f"{command[0]} ended with {code}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def report(name, runs):
    wall, processor, memory = zip(*runs)
    print(f"{name}: wall {statistics.median(wall):.2f} s, processor {statistics.median(processor):.2f} s, "
          f"memory {max(memory):.0f} MiB, {len(runs)} runs")
    return statistics.median(wall)


def merit(data, out):
    program = os.environ.get("MERIT", f"{ROOT}/.build/release/merit")
    return [program, "score", data, "--pack", f"{ROOT}/examples/national-month", "--period", "2026-07",
            "--out", f"{out}/run", "--replace", "--quiet"]


def compare(data, count, peer, out):
    """Ours and the peer's, in turns."""
    other = [word.format(data=data, out=f"{out}/peer") for word in peer]
    ours, theirs = [], []
    for _ in range(count):
        ours.append(measure(merit(data, out)))
        if other:
            theirs.append(measure(other))
    wall = report("merit", ours)
    if theirs:
        print(f"ratio of walls, merit to peer: {wall / report('peer', theirs):.1f}")


def compare_memory(few, many, count, out):
    """What more lines cost in memory."""
    runs = {data: [measure(merit(data, out)) for _ in range(count)] for data in (few, many)}
    least, most = (max(run[2] for run in runs[data]) for data in (few, many))
    for data, taken in runs.items():
        report(data, taken)
    print(f"ratio of the largest memory: {most / least:.2f}, at most 1.2")


def main():
    arguments = sys.argv[1:]
    peer = arguments[arguments.index("--") + 1:] if "--" in arguments else []
    arguments = arguments[:arguments.index("--")] if "--" in arguments else arguments
    out = tempfile.mkdtemp()
    try:
        if arguments[0] == "--memory":
            few, many, *count = arguments[1:]
            compare_memory(few, many, int(count[0]) if count else 3, out)
        else:
            compare(arguments[0], int(arguments[1]) if len(arguments) > 1 else 3, peer, out)
    finally:
        shutil.rmtree(out)


if __name__ == "__main__":
    main()
