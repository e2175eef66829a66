"""Measures a month of many people: national_month.py DATA [RUNS] [-- PEER COMMAND...].

DATA is a folder in the form of examples/national-month/sample. Runs the release build (and, between its
runs, the peer's command, whose {data} and {out} are filled in), and prints medians of wall and processor
seconds, the largest resident memory, and the ratio of the wall medians. Machines are noisy: compare only
figures of one call, and never quote an absolute time as a fact."""
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


arguments = sys.argv[1:]
peer = arguments[arguments.index("--") + 1:] if "--" in arguments else []
arguments = arguments[:arguments.index("--")] if "--" in arguments else arguments
data, count = arguments[0], int(arguments[1]) if len(arguments) > 1 else 3
out = tempfile.mkdtemp()
merit = [f"{ROOT}/.build/release/merit", "score", data, "--pack", f"{ROOT}/examples/national-month",
         "--period", "2026-07", "--out", f"{out}/run", "--replace", "--quiet"]
other = [word.format(data=data, out=f"{out}/peer") for word in peer]
ours, theirs = [], []
for _ in range(count):
    ours.append(measure(merit))
    if other:
        theirs.append(measure(other))
wall = report("merit", ours)
if theirs:
    print(f"ratio of walls, merit to peer: {wall / report('peer', theirs):.1f}")
shutil.rmtree(out)
