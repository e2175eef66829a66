#!/usr/bin/env python3
"""Writes a small month in the form that `pack.json` scores: generate.py PEOPLE LINES FOLDER [SEED].

Units of eight people, the first of them the head. About one person in twelve does badly, one in
twenty has no planned work, and one in ten lies exactly on a band with ratios that do not terminate.
All records are invented. The same arguments give the same bytes.
"""
import json
import pathlib
import random
import sys

SIZE = 8
TITLES = [
    "Tham mưu văn bản trả lời kiến nghị", "Báo cáo số liệu tháng", "Thẩm định hồ sơ",
    "Góp ý dự thảo", "Tổ chức họp giao ban", "Rà soát danh mục", "Xử lý phản ánh",
]
COEFFICIENTS = ["0.8", "1", "1.6", "6", "8", "10"]
BANDS = [("10.5", 80), ("20.5", 100), ("25.5", 130)]


def person_lines(chance, lines, kind):
    """The task lines of one person, without ids."""
    if kind == "exact":
        total = chance.choice(BANDS)[1]
        return exact_lines(total, lines), total
    rows = []
    for _ in range(lines):
        assigned = chance.randint(1, 5)
        fails = chance.random() < (0.75 if kind == "poor" else 0.06)
        rows.append({
            "coefficient": float(chance.choice(COEFFICIENTS)),
            "assigned": assigned,
            "completed": 0 if fails else assigned,
            "late": chance.choice([0, 0, 0, 0, 1, 2]),
            "faults": chance.choice([0, 0, 0, 0, 0, 1]),
            "excused": chance.random() < 0.1,
            "planned": kind != "unplanned" and chance.random() < 0.93,
        })
    return rows, None


def exact_lines(total, lines):
    """Lines whose three ratios are total, total - 1 and total - 2 over 140."""
    rows = []
    for place in range(lines):
        assigned = 140 - 8 - (lines - 3) if place == 0 else 4 if place < 3 else 1
        completed = total - 8 if place == 0 else 4 if place < 3 else 0
        rows.append({
            "coefficient": 1.0, "assigned": assigned, "completed": completed,
            "late": 2 if place == 2 else 0, "faults": 1 if place == 1 else 0,
            "excused": False, "planned": True,
        })
    return rows


def kind_of(chance):
    roll = chance.random()
    return "poor" if roll < 0.08 else "unplanned" if roll < 0.13 else "exact" if roll < 0.23 else ""


def world(people, lines, seed):
    """All tables of the month."""
    chance = random.Random(seed)
    tables = {name: [] for name in ["people", "postings", "leads", "units", "tasks"]}
    units = (people + SIZE - 1) // SIZE
    tables["units"].append({"id": "TINH-00", "parent": None, "score": 80})
    for unit in range(units):
        tables["units"].append(
            {"id": f"DV-{unit:03}", "parent": "TINH-00", "score": chance.randint(45, 98)})
    for number in range(people):
        person, unit = f"CB-{number:04}", f"DV-{number // SIZE:03}"
        head = number % SIZE == 0
        rows, total = person_lines(chance, lines, kind_of(chance))
        general = dict((t, g) for g, t in BANDS).get(total) or str(chance.randint(30, 60) / 2)
        tables["people"].append(
            {"id": person, "kind": "civilServant", "general": float(general)})
        tables["postings"].append({
            "person": person, "unit": unit, "role": "head" if head else "staff",
            "peerGroup": f"N{chance.randint(1, 4)}", "from": "2026-01-01"})
        if head:
            tables["leads"].append({"person": person, "unit": unit, "from": "2026-01-01"})
        for row in rows:
            due = chance.randint(2, 31)
            done = due + 2 * row["late"] - 1
            row["due"] = f"2026-07-{due:02}"
            row["done"] = f"2026-07-{done:02}" if done <= 31 else f"2026-08-{done - 31:02}"
            tables["tasks"].append({
                "id": f"T-{len(tables['tasks']):06}", "person": person,
                "title": chance.choice(TITLES), **row})
    chance.shuffle(tables["tasks"])
    return tables


def main():
    people, lines, folder = int(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3])
    assert lines >= 4, "at least four lines a person"
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 2026
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in world(people, lines, seed).items():
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.ndjson").write_bytes(text.encode())


if __name__ == "__main__":
    main()
