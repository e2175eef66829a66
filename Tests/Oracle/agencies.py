"""Writes seeded agencies with a year of records: agencies.py SEED COUNT FOLDER.

Each agency is a dataset of its own (FOLDER/0001.json …) with people who join, move, lead, fall ill, hand
work over, are late with or without a confirmed cause, are disciplined, and with data that is missing.
Everything is invented. The same seed gives the same bytes."""

import datetime
import json
import os
import random
import sys

YEAR = 2026
MONTHS = range(1, 12)
CRITERIA = [("I.1", 5), ("I.2", 5)] + [(f"{g}.{n}", 2.5) for g in ("II", "III") for n in range(1, 5)]


def day(month, number):
    return datetime.date(YEAR, month, number).isoformat()


def bounds(month):
    """An office's own calendar: months close on the 25th, the year before 15 December."""
    first = datetime.date(YEAR, 1, 1) if month == 1 else datetime.date(YEAR, month - 1, 26)
    return first, datetime.date(YEAR, month, 25)


class Agency:
    def __init__(self, random_):
        self.random = random_
        self.gaps = random_.choice([0, 0, 0, 0.3, 1])  # how often data is missing here
        self.tables = {name: [] for name in (
            "people", "units", "postings", "leads", "periods", "tasks", "ratings", "leader ratings",
            "unit results", "findings", "leave", "decisions", "history", "calendar", "petitions")}
        self.task_number = 0
        self.periods()
        self.units()
        self.people()
        for month in MONTHS:
            for person in self.tables["people"]:
                self.month(person["id"], month)
        self.year()

    def add(self, table, /, **row):
        self.tables[table].append({key: value for key, value in row.items() if value is not None})

    def chance(self, share):
        return self.random.random() < share

    def gap(self, share):
        """Whether something is missing: never in some agencies, often in others."""
        return self.chance(share * self.gaps)

    def periods(self):
        for month in MONTHS:
            first, last = bounds(month)
            self.add("periods", id=f"{YEAR}-{month:02d}", **{"from": first.isoformat(), "to": last.isoformat()})
        self.add("periods", id=str(YEAR), **{"from": day(1, 1), "to": day(12, 14)})
        for date in ("2026-01-01", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20",
                     "2026-04-27", "2026-04-30", "2026-05-01", "2026-08-31", "2026-09-01", "2026-09-02"):
            self.add("calendar", date=date, working=False, document="TB (ví dụ)")
        self.add("calendar", date="2026-08-22", working=True, document="TB (ví dụ)")

    def units(self):
        self.add("units", id="SO", name="Sở mẫu", agency=True, **{"from": "2020-01-01"})
        for number in range(self.random.randint(1, 3)):
            self.add("units", id=f"P{number + 1}", name=f"Phòng mẫu {number + 1}", parent="SO",
                     **{"from": "2020-01-01"})

    def people(self):
        divisions = [unit["id"] for unit in self.tables["units"]][1:]
        self.leader("D0", "SO", "head", "lãnh đạo", [("SO", None)])
        for division in divisions:
            self.leader(f"T{division}", division, "head", "trưởng phòng", [(division, None)])
        for number in range(self.random.randint(2, 11)):
            self.staff(f"S{number + 1}", divisions)

    def person(self, name, kind="civilServant"):
        self.add("people", id=name, name=f"Công chức mẫu {name}", kind=kind)

    def leader(self, name, unit, role, group, leads):
        self.person(name)
        self.add("postings", person=name, unit=unit, role=role, peerGroup=group, **{"from": "2025-01-01"})
        for led, end in leads:
            self.add("leads", person=name, unit=led, to=end, **{"from": "2025-01-01"})

    def staff(self, name, divisions):
        self.person(name, "contract" if self.chance(0.05) else "civilServant")
        group = self.random.choice(["chuyên viên", "văn thư"])
        where = self.random.choice(divisions)
        start, kind = "2025-01-01", self.random.random()
        if kind < 0.15:  # joins in the year
            start = day(self.random.randint(2, 8), self.random.choice([1, 10, 26]))
        if kind > 0.80 and len(divisions) > 1:  # moves to another division
            turn = datetime.date(YEAR, self.random.randint(3, 9), self.random.choice([1, 15, 26]))
            self.add("postings", person=name, unit=where, role="staff", peerGroup=group, **{
                "from": start, "to": (turn - datetime.timedelta(1)).isoformat()})
            other = self.random.choice([d for d in divisions if d != where])
            self.add("postings", person=name, unit=other, role="staff", peerGroup=group,
                     **{"from": turn.isoformat()})
        elif 0.70 < kind < 0.80:  # leaves
            cause = self.random.choice(["transfer", "retirement", None])
            self.add("postings", person=name, unit=where, role="staff", peerGroup=group,
                     leavingCause=cause, **{"from": start, "to": day(self.random.randint(5, 10), 14)})
        else:
            self.add("postings", person=name, unit=where, role="staff", peerGroup=group, **{"from": start})
        if self.chance(0.25):
            first = datetime.date(YEAR, self.random.randint(1, 9), self.random.choice([1, 5, 20, 26]))
            length = self.random.choice([3, 20, 35, 70, 180, 220])
            self.add("leave", person=name, kind=self.random.choice(["sick", "maternity", "unpaid", "study"]), **{
                "from": first.isoformat(),
                "to": None if self.chance(0.05) else (first + datetime.timedelta(length)).isoformat()})

    def month(self, person, month):
        if self.gap(0.03):
            return  # nothing was recorded
        quality = self.random.choice([0.3, 0.8, 0.95, 1, 1])
        for number in range(self.random.randint(0 if self.gap(0.1) else 1, 4)):
            self.task(person, month, quality, number)
        missing = self.random.choice(CRITERIA)[0] if self.gap(0.03) else None
        for name, most in CRITERIA:
            points = self.random.choice([most, most, most - 0.5])
            confirmed = None if name == missing and self.chance(0.5) else points
            if name == missing and confirmed is not None:
                continue
            self.add("ratings", person=person, period=f"{YEAR}-{month:02d}", criterion=name, self=most,
                     confirmed=confirmed)
        if not person.startswith("S"):
            for component in ("organising", "unity"):
                if not self.gap(0.03):
                    self.add("leader ratings", person=person, period=f"{YEAR}-{month:02d}",
                             component=component, value=self.random.choice([1, 1, 1, 0.5]))

    def task(self, person, month, quality, number):
        self.task_number += 1
        first, last = bounds(month)
        due = first + datetime.timedelta(self.random.randint(0, (last - first).days))
        assigned = self.random.randint(1, 5)
        completed = assigned if self.chance(quality) else self.random.choice([0, assigned - 1, assigned / 2])
        done = due + datetime.timedelta(self.random.choice([-3, -1, 0, 0, 0, 1, 4, 9]))
        handed = number > 0 and self.chance(0.06)
        excused = self.chance(0.1)
        extended = number > 0 and self.chance(0.05)
        self.add(
            "tasks", id=f"N{self.task_number:04d}", person=person, assigned=assigned,
            completed=completed, due=due.isoformat(), planned=False if number > 0 and self.chance(0.1) else None,
            done=None if self.chance(0.05) else done.isoformat(),
            coefficient=None if self.gap(0.01) else self.random.choice([1, 1, 0.8, 1.6, 2.7, 6]),
            late=self.random.randint(0, 3) if self.chance(0.1) else None,
            faults=self.random.choice([1, 1, 2, 5]) if self.chance(0.12) else None,
            excusedLate=1 if excused else None, excusedFaults=1 if excused else None,
            excusedBy="Trưởng phòng" if excused and self.chance(0.7) else None,
            excusedDocument="VB (ví dụ)" if excused and self.chance(0.8) else None,
            extendedTo=(due + datetime.timedelta(20)).isoformat() if extended else None,
            extendedBy="VB (ví dụ)" if extended and self.chance(0.7) else None,
            handedOver=min(1, assigned) if handed else None,
            handover=self.random.choice(["unable", "absence", "reorganisation", "superior"]) if handed else None,
            protection="QĐ (ví dụ)" if self.chance(0.02) else None)

    def year(self):
        for unit in self.tables["units"]:
            if not self.gap(0.2):
                self.add("unit results", unit=unit["id"], period=str(YEAR), measure="score",
                         points=self.random.choice([45, 65, 82, 82, 91, 95, 97]))
            plan = self.random.randint(20, 60)
            fine = self.chance(0.85)
            actual = plan if fine or self.chance(0.5) else plan - self.random.randint(1, 15)
            on_time = actual if fine or self.chance(0.5) else actual - self.random.randint(1, 10)
            self.add("unit results", unit=unit["id"], period=str(YEAR), measure="tasks", plan=plan,
                     actual=actual, onTime=on_time, beyond=plan // 3 + 1 if fine else self.random.choice([0, plan // 4]))
            self.add("unit results", unit=unit["id"], period=str(YEAR), measure="defects", plan=1,
                     actual=1 if fine else self.random.choice([0, 1]))
        for person in self.tables["people"]:
            if self.chance(0.06):
                self.add("findings", id=f"KL-{person['id']}", person=person["id"], kind="discipline",
                         ground=self.random.choice(["public duty", "degradation", "other"]), penalty="khiển trách",
                         decisionDate=day(self.random.randint(1, 11), 9),
                         effectiveFrom=self.random.choice([None, "2025-12-30", "2026-06-01"]),
                         usedYear=self.random.choice([None, None, "2025"]))
        if self.chance(0.3):
            self.add("decisions", unit="SO", period=str(YEAR), what="outstanding", by="UBND tỉnh",
                     document="QĐ (ví dụ)", date=day(12, 1))


def write(seed, count, folder):
    os.makedirs(folder, exist_ok=True)
    for number in range(1, count + 1):
        agency = Agency(random.Random(f"{seed}/{number}"))
        with open(f"{folder}/{number:04d}.json", "w", encoding="utf-8") as file:
            json.dump(agency.tables, file, ensure_ascii=False)


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), sys.argv[3])
