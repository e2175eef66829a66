"""Writes seeded agencies with a year of records: agencies.py SEED COUNT FOLDER.

Several agencies share one dataset (FOLDER/001.json …), with their own people, moves, absences, work,
sheets, decisions and gaps; FOLDER/001.setting.json names the readings to score it with and counts the
situations in it. Everything is invented. The same seed gives the same bytes."""

import collections
import datetime
import json
import os
import random
import sys

YEAR = 2026
TOGETHER = 20  # agencies in one dataset
CRITERIA = [("I.1", 5), ("I.2", 5)] + [(f"{g}.{n}", 2.5) for g in ("II", "III") for n in range(1, 5)]
DAYS_OFF = ("2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20",
            "2026-04-27", "2026-04-30", "2026-05-01", "2026-08-31", "2026-09-01", "2026-09-02", "2026-11-24")
MAKE_UP_DAYS = ("2026-01-10", "2026-08-22")
READINGS = {
    "lateness": ["per day"], "late days": ["working"], "deduction scope": ["piece"], "clamp": ["each"],
    "denominator": ["completed"], "task month": ["by completion"], "mixed month": ["longest post"],
    "month worked": ["half its working days"], "gap in the period": ["not evaluated"], "year months": ["twelve"],
    "quota of": ["good or above", "everyone"], "probation": ["left unclassified"],
    "retired": ["left unclassified"], "concurrent head": ["lowest unit"],
    "merged unit": ["each for its time"], "left the service": ["left unclassified"],
    "violation elsewhere this year": ["at this agency too"], "two sides of one violation": ["the later year"],
}


SITUATIONS = (
    "joins in the year", "joins with under six months left", "arrives with the months of another agency",
    "moves to another division or group", "moves to another agency", "seconded", "concurrent head of a second unit",
    "acting head of a second unit", "probation", "leaves: transfer", "leaves: retirement", "leaves: resignation",
    "leaves: no cause told", "a contract worker", "two heads in a year", "a deputy with a field",
    "a deputy whose field changes", "a deputy without a field", "a deputy who leads persons",
    "an agency below the agency", "a unit ends in mid-year", "people of a unit that ended",
    "a unit that ended without results", "sick leave", "maternity leave", "unpaid leave", "study leave",
    "leave without an end", "leave upon leave", "leave that overlaps leave", "handed over: unable",
    "handed over: absence", "handed over: reorganisation", "handed over: superior", "handed over: no cause told",
    "received from somebody else", "urgent work outside the plan", "a share of team work", "extended",
    "extended without a document", "done in a later month than due", "not done", "times late as recorded", "faults",
    "an excuse confirmed", "an excuse not confirmed", "a protected task", "a product",
    "a product without a coefficient", "neither product nor coefficient", "a task without 'due'",
    "a task without 'assigned'", "a task without 'completed'", "two records of one task that differ",
    "no work assigned", "a month without any record", "a general criterion missing",
    "a general criterion not confirmed", "a general criterion over the most", "a general criterion contradicting",
    "a leader not assessed", "a closed month that was corrected", "a closed month without a score",
    "a closed month not worked", "two closed months that differ", "a decision on a level",
    "a decision on d, đ or e", "a decision replaced", "decisions of one date that differ",
    "a decision after the day of the results", "a unit's level by decision", "an outstanding agency",
    "a unit without a score", "a unit without task figures", "force majeure reported", "complaints about a unit",
    "a conclusion about a unit", "discipline: public duty", "discipline: degradation", "discipline: other",
    "an act used in another year", "one act disciplined on two sides", "an act at another place",
    "degradation concluded", "degradation talked of", "a unit in charge handled")


def day(month, number):
    return datetime.date(YEAR, month, number)


def end_of(month):
    return (day(month, 28) + datetime.timedelta(4)).replace(day=1) - datetime.timedelta(1)


ONE = datetime.timedelta(1)
SPOTLESS = 1.1  # the talent of whoever never misses anything


class Calendar:
    """An office's own periods: civil, or months that close on the 25th and a year before 15 December."""

    def __init__(self, kind):
        self.kind = kind
        self.months = range(1, 12 if kind == "open December" else 13)
        self.last = day(12, 31) if kind == "civil" else day(12, 14)

    def bounds(self, month):
        if self.kind == "civil":
            return day(month, 1), end_of(month)
        first = day(1, 1) if month == 1 else day(month - 1, 26)
        return first, self.last if month == 12 else day(month, 25)

    def rows(self):
        if self.kind == "civil":
            return
        for month in self.months:
            yield f"{YEAR}-{month:02d}", *self.bounds(month)
        if self.kind == "whole":
            for number in range(4):
                yield f"{YEAR}-Q{number + 1}", self.bounds(3 * number + 1)[0], self.bounds(3 * number + 3)[1]
            for number in range(2):
                yield f"{YEAR}-H{number + 1}", self.bounds(6 * number + 1)[0], self.bounds(6 * number + 6)[1]
        yield str(YEAR), day(1, 1), self.last


class Dataset:
    """What the agencies of one dataset share: its tables, its calendar, the counts of its situations."""

    def __init__(self, random_, calendar):
        self.random = random_
        self.calendar = calendar
        self.tables = collections.defaultdict(list)
        self.seen = collections.Counter()
        self.divisions = []  # of all agencies so far, where someone may move to
        for table in ("findings", "leave", "postings", "decisions", "history", "unitFindings", "leads"):
            self.tables[table] = []
        for name, first, last in calendar.rows():
            self.add("periods", id=name, **{"from": first, "to": last})
        for date in DAYS_OFF:
            self.add("calendar", date=date, working=False, document="TB (ví dụ)")
        for date in MAKE_UP_DAYS:
            self.add("calendar", date=date, working=True, document="TB (ví dụ)")
        for number, coefficient in enumerate((1, 0.8, 2.7, None)):
            self.add("products", id=f"SP{number + 1}", coefficient=coefficient)

    def add(self, table, /, **row):
        kept = {key: value.isoformat() if isinstance(value, datetime.date) else value
                for key, value in row.items() if value is not None}
        self.tables[table].append(kept)
        return kept

    def text(self):
        return json.dumps(self.tables, ensure_ascii=False)


class Agency:
    def __init__(self, dataset, name):
        self.dataset, self.name = dataset, name
        self.random, self.add, self.seen = dataset.random, dataset.add, dataset.seen
        self.calendar = dataset.calendar
        self.gaps = self.random.choice([0, 0, 0, 0, 0.2, 0.5])  # how often data is missing here
        self.people, self.units, self.task_number, self.finding_number = [], [], 0, 0
        self.talent, self.leaders, self.here, self.decided_d = {}, set(), {}, None
        self.large = self.chance(0.2)  # enough people for seats and ties at the last one
        self.one_group = self.large or self.chance(0.5)
        self.gaps = 0 if self.large else self.gaps
        self.make_units()
        self.make_leaders()
        for number in range(self.random.randint(12, 15) if self.large else self.random.randint(3, 9)):
            self.staff(f"{name}.S{number + 1}")
        for person in self.people:
            for month in self.calendar.months:
                self.month(person, month)
        self.make_unit_results()
        for person in self.people:
            self.year(person)
        dataset.divisions += self.divisions

    def chance(self, share):
        return self.random.random() < share

    def gap(self, share):
        """Whether something is missing: never in some agencies, often in others."""
        return self.chance(share * self.gaps)

    def some_day(self, first=1, last=11):
        return day(self.random.randint(first, last), self.random.choice([1, 5, 10, 15, 20, 26, 28]))

    # Places

    def make_units(self):
        self.top = f"{self.name}.SO"
        self.unit(self.top, None, agency=True)
        self.divisions = [f"{self.name}.P{number + 1}" for number in range(self.random.randint(1, 3))]
        for division in self.divisions:
            self.unit(division, self.top)
        if self.chance(0.2):
            self.seen["an agency below the agency"] += 1
            self.unit(f"{self.name}.CC", self.top, agency=True)
            self.divisions.append(f"{self.name}.CC")
        self.ended, self.end = None, None
        if len(self.divisions) > 1 and self.chance(0.25):
            self.seen["a unit ends in mid-year"] += 1
            self.ended, self.end = self.divisions[0], self.some_day(4, 9)
            self.rows[self.ended]["to"] = self.end.isoformat()

    rows = property(lambda self: {row["id"]: row for row in self.dataset.tables["units"]})

    def unit(self, name, parent, agency=None):
        self.units.append(name)
        self.add("units", id=name, name=f"Đơn vị mẫu {name}", parent=parent, agency=agency,
                 **{"from": "2020-01-01"})

    # People

    def person(self, name, kind="civilServant"):
        self.people.append(name)
        self.talent[name] = self.random.choice([SPOTLESS, 1, 1, 0.98, 0.98, 0.9, 0.6, 0.3])
        if self.large and self.chance(0.6):
            self.talent[name] = self.random.choice([SPOTLESS, 1, 1])
        self.add("people", id=name, name=f"Công chức mẫu {name}", kind=kind)

    def post(self, person, unit, role, group, first, last=None, **more):
        """A posting; what goes on in a unit that ends goes on in the next one."""
        if unit == self.ended and (last is None or last > self.end) and first <= self.end:
            self.post(person, unit, role, group, first, self.end, **{**more, "leavingCause": None})
            self.seen["people of a unit that ended"] += 1
            return self.post(person, self.divisions[1], "staff" if role == "head" else role, group,
                             self.end + ONE, last, **more)
        if role != "staff":
            self.leaders.add(person)
        if more.get("main") is not False:
            self.here.setdefault(person, []).append((first, last))
        self.add("postings", person=person, unit=unit, role=role, peerGroup=group, to=last,
                 **{"from": first}, **more)

    def lead(self, person, first=datetime.date(2025, 1, 1), last=None, **led):
        self.add("leads", person=person, to=last, **{"from": first}, **led)

    def make_leaders(self):
        start = datetime.date(2025, 1, 1)
        head = f"{self.name}.D0"
        self.person(head)
        self.post(head, self.top, "head", "lãnh đạo", start)
        self.lead(head, unit=self.top)
        if self.chance(0.6):
            self.deputy_of_agency()
        for division in self.divisions:
            self.head_of(division, start)
        if self.chance(0.3) and len(self.divisions) > 1:
            other = self.random.choice(self.divisions[1:])
            kind = self.random.choice(["concurrent", "acting"])
            self.seen[f"{kind} head of a second unit"] += 1
            first = self.some_day(2, 6)
            deputy = self.random.choice([head] + [p for p in self.people if p.endswith("D1")])
            self.post(deputy, other, "head", "lãnh đạo", first, main=False, acting=kind == "acting" or None)

    def deputy_of_agency(self):
        deputy = f"{self.name}.D1"
        self.person(deputy)
        self.post(deputy, self.top, "deputy", "lãnh đạo", datetime.date(2025, 1, 1))
        if len(self.divisions) > 1 and self.chance(0.5):
            self.seen["a deputy whose field changes"] += 1
            turn = self.some_day(3, 9)
            self.lead(deputy, last=turn - ONE, unit=self.divisions[0])
            self.lead(deputy, turn, unit=self.divisions[1])
        elif self.chance(0.85):
            self.seen["a deputy with a field"] += 1
            self.lead(deputy, unit=self.random.choice(self.divisions))
        else:
            self.seen["a deputy without a field"] += 1
            self.decided_d = deputy

    def head_of(self, division, start):
        head = f"{division}.T"
        self.person(head)
        if division == self.ended or not self.chance(0.2):
            self.post(head, division, "head", "trưởng phòng", start)
            self.lead(head, last=self.end if division == self.ended else None, unit=division)
            return
        self.seen["two heads in a year"] += 1
        turn, other = self.some_day(3, 9), f"{division}.T2"
        self.post(head, division, "head", "trưởng phòng", start, turn - ONE)
        if self.chance(0.5):
            self.post(head, division, "staff", "chuyên viên", turn)
        elif self.chance(0.5):
            self.post(head, self.top, "deputy", "lãnh đạo", turn)
            self.lead(head, turn, unit=division)
        self.lead(head, last=turn - ONE, unit=division)
        self.person(other)
        self.post(other, division, "staff", "chuyên viên", start, turn - ONE)
        self.post(other, division, "head", "trưởng phòng", turn)
        self.lead(other, turn, unit=division)

    def staff(self, name):
        contract = self.chance(0.05)
        self.seen["a contract worker"] += contract
        self.person(name, "contract" if contract else "civilServant")
        group = "chuyên viên" if self.one_group else self.random.choice(["chuyên viên", "chuyên viên", "văn thư"])
        number = int(name.rsplit("S", 1)[1])
        where = self.divisions[-number % len(self.divisions)]
        start = datetime.date(2025, 1, 1)
        kind = self.random.choice([None] * 10 + [
            "join", "join", "join late", "leave", "leave", "move", "move", "agency", "seconded", "arrive",
            "probation", "deputy", "away"])
        getattr(self, f"staff_{kind}".replace(" ", "_"))(name, where, group, start)
        if self.chance(0.3):
            self.absences(name)

    def staff_None(self, name, where, group, start):
        self.post(name, where, "staff", group, start)

    def staff_join(self, name, where, group, start):
        self.seen["joins in the year"] += 1
        self.post(name, where, "staff", group, self.some_day(2, 6))

    def staff_join_late(self, name, where, group, start):
        self.seen["joins with under six months left"] += 1
        self.post(name, where, "staff", group, self.random.choice(
            [self.some_day(7, 10), day(10, 31), day(11, 28), day(12, 5)]))

    def staff_leave(self, name, where, group, start):
        cause = self.random.choice(["transfer", "retirement", "resignation", None])
        self.seen[f"leaves: {cause or 'no cause told'}"] += 1
        self.post(name, where, "staff", group, start, self.some_day(3, 11), leavingCause=cause)

    def staff_move(self, name, where, group, start):
        turn = self.some_day(2, 11)
        self.seen["moves to another division or group"] += 1
        self.post(name, where, "staff", group, start, turn - ONE)
        self.post(name, self.random.choice(self.divisions), "staff", "văn thư", turn)

    def staff_agency(self, name, where, group, start):
        if not self.dataset.divisions:
            return self.staff_move(name, where, group, start)
        self.seen["moves to another agency"] += 1
        turn = self.some_day(3, 10)
        self.post(name, where, "staff", group, start, turn - ONE, leavingCause="transfer")
        self.post(name, self.random.choice(self.dataset.divisions), "staff", group, turn)

    def staff_seconded(self, name, where, group, start):
        """Home posting beside the main one at the receiving unit."""
        self.seen["seconded"] += 1
        turn, back = self.some_day(2, 5), self.some_day(7, 10)
        self.post(name, where, "staff", group, start, turn - ONE)
        self.post(name, where, "staff", group, turn, back - ONE, main=False)
        self.post(name, self.top, "staff", group, turn, back - ONE, seconded=True)
        self.post(name, where, "staff", group, back)

    def staff_arrive(self, name, where, group, start):
        """From an agency outside, which sent its results."""
        self.seen["arrives with the months of another agency"] += 1
        month = self.random.randint(3, 8)
        self.post(name, where, "staff", group, self.calendar.bounds(month)[0])
        for earlier in range(1, month):
            self.history(name, earlier, self.random.choice([72.5, 91, 88.25]))

    def staff_probation(self, name, where, group, start):
        self.seen["probation"] += 1
        first, end = self.some_day(1, 3), self.some_day(9, 11)
        self.post(name, where, "staff", group, first, end if self.chance(0.4) else None, probation=True)
        if self.here[name][-1][1]:
            self.post(name, where, "staff", group, end + ONE)

    def staff_deputy(self, name, where, group, start):
        """A deputy of a division, who leads persons."""
        self.post(name, where, "deputy", "phó trưởng phòng", start)
        others = [p for p in self.people if ".S" in p and p != name and p not in self.leaders]
        for led in self.random.sample(others, min(2, len(others))):
            self.seen["a deputy who leads persons"] += 1
            self.lead(name, last=self.random.choice([None, None, day(6, 30)]), ledPerson=led)

    def staff_away(self, name, where, group, start):
        """Away for most of the year."""
        self.post(name, where, "staff", group, start)
        first = self.some_day(1, 4)
        self.leave(name, self.random.choice(["sick", "maternity", "unpaid", "study"]), first,
                   first + datetime.timedelta(self.random.choice([170, 200, 260, 400])))

    def leave(self, person, kind, first, last):
        self.seen[f"{kind} leave"] += 1
        self.add("leave", person=person, kind=kind, to=last, **{"from": first})

    def absences(self, person):
        kinds = ["sick", "maternity", "unpaid", "study"]
        first = self.some_day(1, 10)
        last = first + datetime.timedelta(self.random.choice([3, 20, 35, 70, 180]))
        form = self.random.random()
        if form < 0.1:
            self.seen["leave without an end"] += 1
            last = None
        self.leave(person, self.random.choice(kinds), first, last)
        if last and form > 0.7:
            turn = last + ONE if form > 0.85 else last - datetime.timedelta(2)
            self.seen["leave upon leave" if form > 0.85 else "leave that overlaps leave"] += 1
            self.leave(person, self.random.choice(kinds), turn, turn + datetime.timedelta(30))

    # A month

    def history(self, person, month, score=None, **more):
        first, last = self.calendar.bounds(month)
        self.add("history", person=person, period=f"{YEAR}-{month:02d}", to=last, score=score,
                 closed=True, **{"from": first}, **more)

    def month(self, person, month):
        first, last = self.calendar.bounds(month)
        if not any(start <= last and (end is None or end >= first) for start, end in self.here[person]):
            return
        if self.gap(0.02):
            self.seen["a month without any record"] += 1
            return
        if self.chance(0.01):
            self.corrected(person, month)
        if self.gap(0.02):
            self.seen["no work assigned"] += 1
        else:
            for number in range(self.random.randint(1, 3)):
                self.task(person, month, number)
        self.sheet(person, month)
        if person in self.leaders:
            for component in ("organising", "unity"):
                self.assess(person, month, component)

    def corrected(self, person, month):
        """A closed month that says another thing than the records."""
        form = self.random.random()
        self.seen["a closed month that was corrected"] += 1
        if form < 0.7:
            self.history(person, month, self.random.choice([49.9, 66, 78.5, 95]))
        elif form < 0.85:
            self.seen["a closed month without a score"] += 1
            self.history(person, month)
        else:
            self.seen["a closed month not worked"] += 1
            self.history(person, month, worked=False, absence=self.random.choice(["sick", "unpaid"]))

    def sheet(self, person, month):
        missing = self.random.choice(CRITERIA)[0] if self.gap(0.02) else None
        how = self.random.choice(["missing", "not confirmed", "over the most", "contradicting"])
        if missing:
            self.seen[f"a general criterion {how}"] += 1
        for name, most in CRITERIA:
            points = most if self.chance(0.97) or self.talent[person] > 0.98 else most - 0.5
            row = dict(person=person, period=f"{YEAR}-{month:02d}", criterion=name)
            if name != missing:
                self.add("ratings", **row, confirmed=points)
            elif how == "not confirmed":
                self.add("ratings", **row, self=most)
            elif how == "over the most":
                self.add("ratings", **row, confirmed=most + 1)
            elif how == "contradicting":
                self.add("ratings", **row, confirmed=most)
                self.add("ratings", **row, confirmed=most - 1)

    def assess(self, person, month, component):
        period = f"{YEAR}-{month:02d}"
        if self.gap(0.02):
            self.seen["a leader not assessed"] += 1
        else:
            self.add("leaderRatings", person=person, period=period, component=component,
                     value=self.random.choice([1] * 9 + [0.5]))
        if person == self.decided_d and component == "unity" and self.chance(0.95):
            self.decide(person, period, "operation", "1", self.calendar.bounds(month)[1])
        elif self.chance(0.02):
            self.decide(person, period, self.random.choice([component, "operation"]),
                        self.random.choice(["1", "0.5"]), self.calendar.bounds(month)[1])

    def decide(self, person, period, what, value, date):
        """A decision, at times replaced, contested or later than the results."""
        form = self.random.random()
        self.seen[f"a decision on {'a level' if what == 'level' else 'd, đ or e'}"] += 1
        row = dict(person=person, period=period, what=what, by="Thủ trưởng (ví dụ)")
        if form < 0.1:
            date = day(12, 31) + datetime.timedelta(40)
            self.seen["a decision after the day of the results"] += 1
        self.add("decisions", **row, value=value, document=f"QĐ {person} {period} {what}", date=date)
        other = self.random.choice(["0.5", "1"] if what != "level" else ["completed", "good"])
        if 0.1 < form < 0.4:
            self.seen["a decision replaced"] += 1
            self.add("decisions", **row, value=other, document=f"QĐ-2 {person} {period} {what}",
                     date=date - datetime.timedelta(self.random.choice([0, 3])),
                     replaces=f"QĐ {person} {period} {what}")
        elif form > 0.9 and other != value:
            self.seen["decisions of one date that differ"] += 1
            self.add("decisions", **row, value=other, document=f"QĐ-3 {person} {period} {what}", date=date)

    def task(self, person, month, number):
        self.task_number += 1
        first, last = self.calendar.bounds(month)
        due = first + datetime.timedelta(self.random.randint(0, (last - first).days))
        talent = self.talent[person]
        assigned = self.random.choice([1, 1, 2, 3, 5, 0.4, 0.6])
        self.seen["a share of team work"] += assigned < 1
        completed = assigned
        if not self.chance(talent):
            completed = self.random.choice([0, assigned / 2, max(0, assigned - 1)])
        done = due + datetime.timedelta(self.random.choice([-3, -1, 0, 0]))
        if not self.chance(talent):
            done = due + datetime.timedelta(self.random.choice([1, 2, 4, 9, 33]))
        task = dict(id=f"{self.name}.N{self.task_number:04d}", person=person, assigned=assigned,
                    completed=round(completed, 2), due=due, done=done,
                    coefficient=self.random.choice([1, 1, 0.8, 1.6, 2.7, 6]))
        if done > last:
            self.seen["done in a later month than due"] += 1
        for special in (self.faulty, self.late, self.extended, self.priced, self.unplanned, self.handed):
            if talent != SPOTLESS:
                special(task, number, talent)
        self.add("tasks", **task)
        if self.gap(0.002):
            self.seen["two records of one task that differ"] += 1
            self.add("tasks", **{**task, "completed": task["completed"] + 1})

    def faulty(self, task, number, talent):
        if not self.chance(talent) or self.chance(0.02):
            self.seen["faults"] += 1
            task["faults"] = self.random.choice([1, 1, 2, 5])
        if self.chance(0.02):
            self.seen["a protected task"] += 1
            task["protection"] = "QĐ (ví dụ)"

    def late(self, task, number, talent):
        if self.chance(0.03):
            self.seen["times late as recorded"] += 1
            task["late"] = self.random.randint(0, 3)
        elif self.chance(0.03):
            self.seen["not done"] += 1
            task["done"] = None
        if task["done"] and task["done"] > task["due"] or "faults" in task or "late" in task:
            if self.chance(0.5):
                by, document = self.chance(0.75), self.chance(0.75)
                self.seen["an excuse confirmed" if by and document else "an excuse not confirmed"] += 1
                task.update(excusedLate=1, excusedFaults=1, excusedDays=self.random.choice([None, 1, 2]),
                            excusedBy="Trưởng phòng" if by else None,
                            excusedDocument="VB (ví dụ)" if document else None)

    def extended(self, task, number, talent):
        if self.chance(0.03):
            document = self.chance(0.7)
            self.seen["extended" if document else "extended without a document"] += 1
            task.update(extendedTo=task["due"] + datetime.timedelta(self.random.choice([5, 20, 40])),
                        extendedBy="VB (ví dụ)" if document else None)

    def priced(self, task, number, talent):
        if self.chance(0.15):
            product = self.random.choice(["SP1", "SP2", "SP3", "SP4" if self.gap(0.1) else "SP1"])
            self.seen["a product without a coefficient" if product == "SP4" else "a product"] += 1
            task.update(product=product, coefficient=None if product == "SP4" or self.chance(0.8) else 6)
        elif self.gap(0.004):
            self.seen["neither product nor coefficient"] += 1
            task["coefficient"] = None
        if self.gap(0.008):
            missing = self.random.choice(["due", "assigned", "completed"])
            self.seen[f"a task without '{missing}'"] += 1
            task[missing] = None

    def unplanned(self, task, number, talent):
        if number and self.chance(0.08):
            self.seen["urgent work outside the plan"] += 1
            task["planned"] = False

    def handed(self, task, number, talent):
        """Part of a task goes to somebody else, for whom it is extra work."""
        if not number or not self.chance(0.06) or None in (task["assigned"], task["due"]):
            return
        cause = self.random.choice(["unable", "absence", "reorganisation", "superior", None])
        self.seen[f"handed over: {cause or 'no cause told'}"] += 1
        pieces = min(1, task["assigned"])
        task.update(handover=cause, handedOver=pieces)
        if task["completed"] is not None:
            task["completed"] = min(task["completed"], round(task["assigned"] - pieces, 2))
        receiver = self.random.choice(self.people)
        if receiver != task["person"]:
            self.task_number += 1
            self.seen["received from somebody else"] += 1
            self.add("tasks", id=f"{self.name}.N{self.task_number:04d}", person=receiver, assigned=pieces,
                     completed=pieces, due=task["due"], done=task["due"], planned=False,
                     coefficient=task["coefficient"] or 1, receivedFrom=task["person"])

    # The year

    def make_unit_results(self):
        for unit in self.units:
            if unit == self.ended and self.chance(0.7):
                self.seen["a unit that ended without results"] += 1
                continue
            self.unit_year(unit)
        if self.chance(0.3):
            self.seen["an outstanding agency"] += 1
            self.add("decisions", unit=self.top, period=str(YEAR), what="outstanding", by="UBND tỉnh (ví dụ)",
                     document=None if self.chance(0.2) else "QĐ (ví dụ)", date=day(12, 1))

    def unit_year(self, unit):
        row = dict(unit=unit, period=str(YEAR))
        if self.gap(0.15):
            self.seen["a unit without a score"] += 1
        else:
            self.add("unitResults", **row, measure="score", points=self.random.choice([45, 65, 75, 82, 92, 95, 97]))
        plan, fine = self.random.randint(20, 60), self.chance(0.8)
        actual = plan if fine or self.chance(0.5) else plan - self.random.randint(1, 15)
        on_time = actual if fine or self.chance(0.5) else actual - self.random.randint(1, 10)
        if self.gap(0.1):
            self.seen["a unit without task figures"] += 1
        else:
            self.add("unitResults", **row, measure="tasks", plan=plan, actual=actual, onTime=on_time,
                     beyond=plan // 3 + 1 if fine else self.random.choice([0, plan // 4]))
        self.add("unitResults", **row, measure="defects", plan=1, actual=1 if fine else self.random.choice([0, 1]))
        if actual < plan and self.chance(0.3):
            self.seen["force majeure reported"] += 1
            self.add("unitResults", **row, measure="force majeure", actual=1)
        if self.chance(0.04):
            self.seen["complaints about a unit"] += 1
            self.add("unitFindings", id=f"{unit}.XM", unit=unit, kind="verification", decisionDate=self.some_day(5, 10),
                     verifiedOn=self.random.choice([None, day(11, 9), day(12, 31) + ONE]))
        if self.chance(0.04):
            self.seen["a conclusion about a unit"] += 1
            self.add("unitFindings", id=f"{unit}.KL", unit=unit, kind="conclusion", decisionDate=self.random.choice(
                [day(6, 9), datetime.date(2025, 12, 9)]), conclusionBy=self.random.choice([None, "Thanh tra (ví dụ)"]))
        if self.chance(0.08):
            self.seen["a unit's level by decision"] += 1
            self.add("decisions", **row, what="level", value=self.random.choice(["completed", "good", "excellent"]),
                     by="UBND tỉnh (ví dụ)", document=f"QĐ {unit}", date=day(12, 5))

    def year(self, person):
        if self.chance(0.12):
            getattr(self, self.random.choice(["discipline", "discipline", "two_sides", "elsewhere", "concluded",
                                              "handled"]))(person)
        if self.chance(0.08):
            self.decide(person, str(YEAR), "level", self.random.choice(["completed", "good", "not completed"]),
                        day(12, 10))
        if self.gap(0.04):
            self.seen["two closed months that differ"] += 1
            self.history(person, 5, 88)
            self.history(person, 5, 92)

    def finding(self, person, **row):
        self.finding_number += 1
        self.add("findings", id=f"{self.name}.K{self.finding_number}", person=person, **row)

    def discipline(self, person, **more):
        ground = self.random.choice(["public duty", "degradation", "other"])
        self.seen[f"discipline: {ground}"] += 1
        used = self.random.choice([None, None, str(YEAR), "2025"])
        self.seen["an act used in another year"] += used == "2025"
        self.finding(person, **{**dict(
            kind="discipline", ground=ground, penalty="khiển trách", side="administrative", usedYear=used,
            decisionDate=self.random.choice([self.some_day(), datetime.date(2025, 12, 9), day(12, 30)]),
            effectiveFrom=self.random.choice([None, datetime.date(2025, 12, 30), day(6, 1)])), **more})

    def two_sides(self, person):
        self.seen["one act disciplined on two sides"] += 1
        act = f"{person}.HV"
        first = self.random.choice([datetime.date(2025, 11, 5), day(3, 5)])
        second = self.random.choice([day(7, 5), day(11, 5)])
        grounds = ["public duty", "public duty", "degradation", "other"]
        used = self.random.choice([None, None, "2025"])
        self.finding(person, kind="discipline", ground=self.random.choice(grounds), side="party", violation=act,
                     decisionDate=first, usedYear=used)
        self.finding(person, kind="discipline", ground=self.random.choice(grounds), side="administrative",
                     violation=act, decisionDate=second,
                     effectiveFrom=self.random.choice([None, None, datetime.date(2027, 1, 15)]))

    def elsewhere(self, person):
        units = self.dataset.divisions or self.divisions
        self.seen["an act at another place"] += 1
        self.discipline(person, violationUnit=self.random.choice([*units[:3], self.divisions[0]]), usedYear=None,
                        violationFrom=self.random.choice([None, datetime.date(2025, 5, 5), day(2, 3)]))

    def concluded(self, person):
        by = self.random.choice([None, "UBKT (ví dụ)"])
        self.seen["degradation concluded" if by else "degradation talked of"] += 1
        self.finding(person, kind="conclusion", ground="degradation", conclusionBy=by, decisionDate=self.some_day())

    def handled(self, person):
        self.seen["a unit in charge handled"] += 1
        self.finding(person, kind="unit handled", ground=self.random.choice(["corruption", "waste", "other"]),
                     document=self.random.choice([None, "KL (ví dụ)"]), decisionDate=self.some_day())


def readings(random_, calendar):
    """The pack's own readings, or some of them flipped."""
    if random_.random() < 0.4:
        return {}
    names = [name for name in sorted(READINGS) if name != "year months" or 12 in calendar.months]
    return {name: random_.choice(READINGS[name]) for name in random_.sample(names, 6)}


def write(seed, count, folder):
    os.makedirs(folder, exist_ok=True)
    for number, start in enumerate(range(0, count, TOGETHER)):
        random_ = random.Random(f"{seed}/{number}")
        dataset = Dataset(random_, Calendar(("civil", "whole", "open December")[number % 3]))
        for agency in range(start, min(count, start + TOGETHER)):
            Agency(dataset, f"A{agency + 1:03d}")
        path = f"{folder}/{number + 1:03d}"
        with open(f"{path}.json", "w", encoding="utf-8") as file:
            file.write(dataset.text())
        with open(f"{path}.setting.json", "w", encoding="utf-8") as file:
            json.dump({"readings": readings(random_, dataset.calendar), "seen": dataset.seen}, file, ensure_ascii=False)


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), sys.argv[3])
