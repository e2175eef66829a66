"""The table of TableMeasure.swift in GoRules Zen: prints microseconds for one look-up, the median and
the worst, and the number of pairs that are in some row.

The file named by the argument: {"rules": [[test, test, result]], "pairs": [[value, value]]}. Needs zen-engine."""
import json
import statistics
import sys
import time

import zen

given = json.load(open(sys.argv[1]))
rules = [{"_id": str(row), "a": "" if a == "-" else a, "b": "" if b == "-" else b, "x": x}
         for row, (a, b, x) in enumerate(given["rules"])]
place = {"position": {"x": 0, "y": 0}}
table = {
    "nodes": [
        {"id": "in", "type": "inputNode", "name": "in", **place},
        {"id": "table", "type": "decisionTableNode", "name": "table", **place, "content": {
            "hitPolicy": "first",
            "inputs": [{"id": name, "name": name, "field": name} for name in "ab"],
            "outputs": [{"id": "x", "name": "x", "field": "x"}], "rules": rules}},
        {"id": "out", "type": "outputNode", "name": "out", **place}],
    "edges": [{"id": "1", "sourceId": "in", "targetId": "table", "type": "edge"},
              {"id": "2", "sourceId": "table", "targetId": "out", "type": "edge"}]}
decision = zen.ZenEngine().create_decision(json.dumps(table))
times, hits = [], 0
for a, b in given["pairs"]:
    least = []
    for _ in range(3):
        start = time.perf_counter_ns()
        result = decision.evaluate({"a": a, "b": b})
        least.append((time.perf_counter_ns() - start) / 1000)
    times.append(min(least))
    hits += "x" in (result["result"] or {})
print(f"{statistics.median(times):.1f} {max(times):.1f} {hits}")
