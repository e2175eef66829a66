"""Writes a month in the standard tables, to measure a pack of law: standard_month.py PEOPLE LINES DIR.

Units of forty people under one agency each twenty-five units, the first of a unit its head; thirty-odd
members of a task line as an office writes them, most of them absent; ten ratings a person. Seeded: the same
arguments give the same bytes."""
import json
import os
import random
import sys

people, lines, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
os.makedirs(out, exist_ok=True)
rng = random.Random(335)
criteria = ["I.1", "I.2", "II.1", "II.2", "II.3", "II.4", "III.1", "III.2", "III.3", "III.4"]


def write(table, rows):
    with open(f"{out}/{table}.ndjson", "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


def units():
    for unit in range((people + 39) // 40):
        if unit % 25 == 0:
            yield {"id": f"CQ-{unit // 25:03d}", "name": f"Cơ quan mẫu {unit // 25}", "agency": True}
        yield {"id": f"DV-{unit:05d}", "name": f"Phòng mẫu {unit}", "parent": f"CQ-{unit // 25:03d}"}


def tasks():
    order = list(range(people * lines))
    rng.shuffle(order)
    for task in order:
        assigned = rng.randint(1, 5)
        late = rng.random() < 0.05
        row = {
            "id": f"NV-{task:08d}", "person": f"CB-{task // lines:07d}", "title": "Báo cáo số liệu định kỳ tháng",
            "product": f"SP-{rng.randrange(300):04d}", "assigned": assigned,
            "completed": max(0, assigned - (rng.random() < 0.1)), "due": f"2026-07-{rng.randint(2, 20):02d}"}
        row["done"] = f"2026-07-{min(25, int(row['due'][8:]) + (3 if late else -1)):02d}"
        if rng.random() < 0.03:
            row["faults"] = 1
        if rng.random() < 0.02:
            row["planned"] = False
        yield row


def person(p):
    return f"CB-{p:07d}"


write("units", units())
write("people", ({"id": person(p), "name": f"Công chức mẫu {p}", "kind": "civilServant"} for p in range(people)))
write("postings", (
    {"person": person(p), "unit": f"DV-{p // 40:05d}", "role": "head" if p % 40 == 0 else "staff",
     "peerGroup": "lãnh đạo" if p % 40 == 0 else "chuyên viên", "from": "2026-01-01"} for p in range(people)))
write("leads", (
    {"person": person(p), "unit": f"DV-{p // 40:05d}", "from": "2026-01-01"} for p in range(0, people, 40)))
write("products", (
    {"id": f"SP-{p:04d}", "name": f"Sản phẩm mẫu {p}", "group": p % 3 + 1, "points": 5 + p % 20}
    for p in range(300)))
write("ratings", (
    {"person": person(p), "period": "2026-07", "criterion": criterion, "self": 2, "confirmed": 2,
     "by": person(p - p % 40)} for p in range(people) for criterion in criteria))
write("leaderRatings", ())
write("findings", ())
write("leave", ())
write("tasks", tasks())
