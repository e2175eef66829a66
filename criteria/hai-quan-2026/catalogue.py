#!/usr/bin/env python3
"""Writes the catalogue of pack.json again: `python3 catalogue.py`, the same bytes each time.

Only the totals are those of the source: 15 fields with so many items each, five groups with so many
items each and at most 100 to 500 points. Every single item and its points are made up.
"""

import json
import pathlib
import random

FIELDS = {
    "I": 287, "II": 42, "III": 122, "IV": 225, "V": 115, "VI": 429, "VII": 533, "VIII": 56,
    "IX": 228, "X": 181, "XI": 188, "XII": 67, "XIII": 102, "XIV": 113, "XV": 124,
}
GROUPS = {"1": (5, 100, 570), "2": (105, 200, 1312), "3": (205, 300, 639), "4": (305, 400, 263),
          "5": (405, 500, 28)}
FIRST = '"rows": [\n        { "id": "I-001"'


def rows():
    chance = random.Random(2812)
    groups = [group for group, (_, _, count) in GROUPS.items() for _ in range(count)]
    chance.shuffle(groups)
    places = [(field, number) for field, count in FIELDS.items() for number in range(1, count + 1)]
    assert len(groups) == len(places) == 2812
    for (field, number), group in zip(places, groups):
        least, most, _ = GROUPS[group]
        points = chance.randrange(least, most + 1, 5)
        yield {"id": f"{field}-{number:03}", "work field": field, "group": group, "points": points,
               "name": f"Việc giả định {field}-{number:03}"}


def main():
    path = pathlib.Path(__file__).parent / "pack.json"
    text = path.read_text(encoding="utf-8")
    head, rest = text.split(FIRST, 1)
    tail = rest.split("\n      ]", 1)[1]
    lines = ",\n".join("        " + json.dumps(row, ensure_ascii=False).replace("{", "{ ", 1)[:-1] + " }"
                       for row in rows())
    path.write_text(head + '"rows": [\n' + lines + "\n      ]" + tail, encoding="utf-8")


if __name__ == "__main__":
    main()
