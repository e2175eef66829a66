"""The comparison of FormulaMeasure.swift in GoRules Zen: prints nanoseconds for one evaluation.

Needs the package zen-engine. Its numbers are decimals of 28 digits; a call passes from Python."""
import random
import statistics
import time

import zen

formula = zen.compile_expression('general + 70*(a+b+c)/3 >= 90 and status == "on time"')
numbers = random.Random(20260731)


def part():
    return numbers.choice((numbers.randint(60, 100) / 100, numbers.randint(6000, 10000) / 10000))


rows = [{"general": numbers.randint(0, 60) / 2, "a": part(), "b": part(), "c": part(),
         "status": numbers.choice(("late", "on time", "on time", "on time", "on time"))}
        for _ in range(4096)]
times = []
for _ in range(15):
    start = time.perf_counter_ns()
    held = sum(1 for row in rows if formula.evaluate(row))
    times.append((time.perf_counter_ns() - start) / len(rows))
    assert held
print(f"{statistics.median(times):.1f}")
