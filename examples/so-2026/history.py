"""Months that the offices have closed, and the classes of 2024 and 2025.

The department's months stand here as closed, but for July, which is computed from its records; whoever had
no result in July has a closed row for it too, where the gap was filled later.
"""
import random

import movers
from days import MONTHS, name, notice_day
from people import PEOPLE

# what is wrong with a closed month: person, month, changes
LOW = {"CB-046": 46, "CB-047": 44, "CB-058": 52, "CB-020": 49, "CB-034": 51, "CB-035": 47,
       "CB-052": 50, "CB-055": 55, "CB-061": 54}
LOW_TO_THE_END = ("CB-046", "CB-047")
TROUBLE = {
    ("CB-020", 3): {"closed": False}, ("CB-034", 5): {"notifiedOn": None},
    ("CB-035", 2): {"withoutWork": True, "score": 20}, ("CB-052", 4): {"score": None},
    # closed as away although the leave began on 4 May
    ("CB-012", 5): {"absence": "maternity"}, ("CB-012", 6): {"absence": "maternity"},
}
MIDDLE = {"A": 91, "B": 82, "C": 66, "D": 60}
# without a result in July, closed later by the points that were then confirmed
CLOSED_LATER = ("CB-004", "CB-030", "CB-041", "CB-043", "CB-044", "CB-045", "CB-048", "CB-049",
                "CB-050", "CB-054")


def _row(records, person, number, score, /, **changes):
    first, last = MONTHS[number]
    row = {"person": person, "period": name(number), "from": first.isoformat(),
           "to": last.isoformat(), "score": score, "worked": True, "closed": True,
           "notifiedOn": notice_day(number).isoformat()}
    records.add("history", **{**row, **changes})


def first_half(records):
    """January to June, closed and notified but for what is put in on purpose."""
    for row in PEOPLE:
        person, role, profile = row[0], row[3], row[5]
        if role == "support" or person == "CB-063":
            continue
        for number in range(1, 7):
            swing = records.chance.randint(-6, 6) / 2
            score = LOW.get(person, MIDDLE[profile]) + (0 if person in ("CB-055", "CB-061") else swing)
            away = {"score": None, "worked": False, "notifiedOn": None}
            changes = away if person == "CB-012" and number >= 5 else {}
            _row(records, person, number, score,
                 **{**changes, **TROUBLE.get((person, number), {})})


def later_months(records):
    """August to November, and July where it was filled in later."""
    for row in PEOPLE:
        person, role, profile = row[0], row[3], row[5]
        if role == "support":
            continue
        chance = random.Random(person)
        middle = LOW[person] if person in LOW_TO_THE_END else MIDDLE[profile]
        for number in (7, 8, 9, 10, 11):
            score = middle + chance.randint(-6, 6) / 2
            if number == 7 and person not in CLOSED_LATER or person == "CB-012" and number < 11:
                continue
            _row(records, person, number, score)


# months of those who move that their office closed; others are computed, or were not worked
CLOSED = {
    "CB-066": (1, 2, 3, 10, 11), "CB-067": (1, 6, 8, 9, 10, 11), "CB-068": (1, 2, 3, 4, 5, 6, 8),
} | {f"CB-{number:03}": (1, 2, 3, 4, 5, 6, 8, 9, 10, 11) for number in range(69, 80)}
SCORES = {"CB-075": 95, "CB-078": 44.5, "CB-079": 46, "CB-071": 83}


def movers_months(records):
    for person, numbers in CLOSED.items():
        middle = SCORES.get(person, MIDDLE[movers.PROFILE[person]])
        for number in numbers:
            _row(records, person, number, middle + (number % 3 - 1) / 2)
    # retired on 1 November: the office closed that month as not worked
    _row(records, "XA-13", 11, None, worked=False, absence="retirement", notifiedOn=None)


def earlier_classes(records):
    """Classes of 2024 and 2025 by Decree 90/2020, as decisions: evidence, no ground for 2026."""
    people = [(row[0], row[5]) for row in PEOPLE if row[3] != "support" and row[0] != "CB-063"]
    people += [(person, profile) for person, _, kind, profile in movers.PEOPLE
               if kind == "civilServant" and person not in ("XA-11", "XA-12")]
    usual = {"A": "excellent", "B": "good", "C": "good", "D": "completed"}
    for year in (2024, 2025):
        for person, profile in people:
            value = "not completed" if person == "CB-074" else usual[profile]
            records.add(
                "decisions", person=person, period=str(year), what="level", value=value,
                by="Cấp có thẩm quyền năm đó", document=f"QĐ xếp loại {year} (ví dụ)",
                date=f"{year}-12-1{year % 10}")
