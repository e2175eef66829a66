"""Measures reading alone against simdjson's on-demand stream: reading.py DATA [RUNS].

DATA has a tasks.ndjson in the form of examples/national-month/sample. Two copies of it are read, one as it
is and one with every letter made ASCII, by `Benchmarks read` (built before, with `swift build -c release
--product Benchmarks`; MERIT_BENCHMARKS names another one) and by peers/simdjson_lines.cpp, in turns. Each
is one thread and checks UTF-8. Merit reads the file, the peer has it in memory. Needs libsimdjson-dev."""
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BENCHMARKS = os.environ.get("MERIT_BENCHMARKS", f"{ROOT}/.build/release/Benchmarks")
LEAST = {"ASCII": 0.8, "Vietnamese": 0.6}


def plain(text):
    """The text with Vietnamese letters, also escaped ones, made ASCII."""
    text = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)
    letters = {ord("đ"): "d", ord("Đ"): "D"}
    for letter in set(text) - set(map(chr, range(128))) - set("đĐ"):
        letters[ord(letter)] = unicodedata.normalize("NFD", letter)[0]
    return text.translate(letters).encode("ascii")


def speed(*command):
    output = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout
    found = re.match(r"([0-9.]+) GB/s", output)
    if not found:
        sys.exit(f"{command[0]}: {output}")
    return float(found[1]), output.strip()


def compare(name, folder, peer, runs):
    """Prints both speeds and how they compare."""
    ours, theirs = [], []
    for _ in range(runs):
        ours.append(speed(BENCHMARKS, "read", str(folder), "national-month", "tasks"))
        theirs.append(speed(peer, str(folder / "tasks.ndjson"), "5"))
    ratios = [our[0] / their[0] for our, their in zip(ours, theirs)]
    ratio = statistics.median(ratios)
    print(f"{name}: merit {statistics.median(s for s, _ in ours):.2f} GB/s, "
          f"simdjson {statistics.median(s for s, _ in theirs):.2f} GB/s, "
          f"ratio {ratio:.2f} ({min(ratios):.2f} to {max(ratios):.2f}), aim {LEAST[name]}")
    print(f"  merit: {ours[-1][1]}\n  simdjson: {theirs[-1][1]}")


def main():
    data, runs = pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5
    work = pathlib.Path(tempfile.mkdtemp())
    try:
        peer = f"{work}/peer"
        subprocess.run(["c++", "-O3", "-march=native", "-std=c++17", "-o", peer,
                        f"{HERE}/peers/simdjson_lines.cpp", "-lsimdjson"], check=True)
        for name in LEAST:
            (work / name).mkdir()
            text = (data / "tasks.ndjson").read_bytes()
            (work / name / "tasks.ndjson").write_bytes(
                plain(text.decode()) if name == "ASCII" else text)
            del text
            compare(name, work / name, peer, runs)
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
