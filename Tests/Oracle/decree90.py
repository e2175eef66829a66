"""Levels of a year under Decree 90 against a naive reading: decree90.py MERIT PACK [COUNT] [SEED].

Writes COUNT invented officials of all kinds with their posts, leave, assessments, results, units and findings
for 2025, has MERIT classify them by the pack of Decree 90, and finds every level by itself, one person at a
time and by the pack's default readings. Ends with 1 where a level, a state or the time worked differs."""

import calendar
import collections
import datetime
import json
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

DAY = datetime.timedelta(1)
FIRST, LAST = datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)
LEVELS = ["not completed", "completed", "good", "excellent"]
SIGNED = {"by": "Người đánh giá (ví dụ)", "document": "Phiếu (ví dụ)"}
HALF, FIFTH, MOST, MANY = Fraction(1, 2), Fraction(1, 5), Fraction(8, 10), Fraction(7, 10)


def later(day, months):
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def months(first, last):
    """Whole months from day to the same day, and odd days of thirty to a month, which alone make none."""
    after = last + DAY
    whole = 12 * (after.year - first.year) + after.month - first.month - (after.day < first.day)
    return whole + Fraction(min((after - later(first, whole)).days, 29), 30)


class Official:
    """One person with the records of a year; every part is kept for the records and for the judgement."""

    def __init__(self, random_, number, tables):
        self.random, self.tables = random_, tables
        self.id, self.unit = f"N{number:04d}", f"U{number:04d}"
        self.kind = random_.choice(["cadre", "civilServant", "publicEmployee"] * 8 + ["contract"])
        self.role = random_.choice(["staff", "staff", "deputy", "head"])
        self.leads = self.kind == "cadre" or self.role != "staff"
        tables["people"].append({"id": self.id, "name": "Người mẫu " + self.id, "kind": self.kind})
        tables["units"].append({"id": self.unit, "name": self.unit, "parent": "SO", "from": "2020-01-01"})
        self.posts()
        self.leave()
        self.assessments()
        self.results()
        self.sub_units()
        self.findings()

    def chance(self, share):
        return self.random.random() < share

    def up_to(self, most):
        return self.random.randint(0, most)

    def put(self, table, **record):
        self.tables[table].append({"person": self.id} | record)

    def posts(self):
        start = datetime.date(2020, 1, 1) if self.chance(0.7) else FIRST + DAY * self.up_to(240)
        end, self.cause = None, None
        if self.chance(0.1):
            end, self.cause = datetime.date(2025, 9, 1) + DAY * self.up_to(110), "transfer"
            if self.chance(0.5):
                self.cause = "retirement"
        self.elsewhere = 0
        if start > FIRST and self.chance(0.5):
            self.put("postings", unit="SC", role="staff", **{"from": "2020-01-01"}, to=str(start - DAY))
            self.elsewhere = months(FIRST, start - DAY)
        more = {"to": str(end), "leavingCause": self.cause} if end else {}
        self.put("postings", unit=self.unit, role=self.role, **{"from": str(start)}, **more)
        self.service = self.elsewhere + months(max(start, FIRST), end or LAST)

    def leave(self):
        self.away, self.maternity, free = Fraction(0), Fraction(0), FIRST
        for _ in range(self.random.choice([0, 0, 0, 1, 1, 2])):
            first = free + DAY * self.up_to(120)
            last = min(LAST, first + DAY * self.up_to(200))
            if first > LAST:
                return
            kind = self.random.choice(["sick", "unpaid", "maternity", "study", "secondment"])
            self.put("leave", kind=kind, **{"from": str(first)}, to=str(last))
            if kind in ("sick", "unpaid"):
                self.away += months(first, last)
            elif kind == "maternity":
                self.maternity += months(first, last)
            free = last + DAY

    def assessments(self):
        self.heads, calm = [], self.chance(0.6)
        for criterion in ["1", "2", "3", "4"] + (["5a"] if self.leads else []):
            steady = calm or self.chance(0.8)
            said = "well observed" if steady else self.random.choice(["satisfied", "satisfied", "not satisfied"])
            self.heads.append(said)
            self.put("assessments", period="2025", criterion=criterion, judgement=said, **SIGNED)

    def results(self):
        plan = self.random.randint(1, 20)
        done = plan if self.chance(0.85) else self.up_to(plan)
        failing = plan - done + (0 if self.chance(0.6) else self.up_to(done))
        high, beyond = plan if self.chance(0.7) else self.up_to(plan), self.up_to(done)
        self.own = plan, done, failing, high, beyond
        self.put("ownResults", period="2025", measure="tasks", plan=plan, actual=done, failing=failing,
                 ofHighEffect=high, beyond=beyond, **SIGNED)
        if not self.leads:
            return
        plan = self.random.randint(1, 20)
        done = plan if self.chance(0.7) else self.up_to(plan)
        timely = self.random.randint(done * 6 // 10, done)
        self.field = plan, done, timely, self.up_to(done)
        figures = {"period": "2025", "plan": plan, "actual": done, "onTime": timely, "beyond": self.field[3]}
        if self.role == "head" and self.chance(0.6):
            self.tables["unitResults"].append({"unit": self.unit, "measure": "tasks"} | figures)
        else:
            self.put("ownResults", measure="field in charge", **figures, **SIGNED)

    def sub_units(self):
        self.units = []
        if not self.leads or self.chance(0.4):
            return
        least = self.random.choice([0, 1, 2])
        for number in range(self.random.randint(1, 6)):
            unit, level = f"{self.unit}-{number}", self.random.randint(least, 3)
            self.units.append(level)
            parent = self.unit if self.role == "head" else "SO"
            self.tables["units"].append({"id": unit, "name": unit, "parent": parent, "from": "2020-01-01"})
            self.tables["decisions"].append({
                "unit": unit, "period": "2025", "what": "level", "value": LEVELS[level], "by": "Giám đốc (ví dụ)",
                "document": "QĐ " + unit, "date": "2025-12-01"})
            if self.role != "head":
                self.put("leads", unit=unit, **{"from": "2025-01-01"})

    def findings(self):
        self.handled = False
        def found(mark, **record):
            self.put("findings", id=self.id + mark, document="QĐ (ví dụ)", **record)
        if self.chance(0.08):
            case = self.random.choice(["counts", "last year", "used", "other side before"])
            record = {"kind": "discipline", "ground": self.random.choice(["other", "public duty"]),
                      "decisionDate": "2024-05-05" if case == "last year" else "2025-05-05", "violation": self.id}
            found("a", **record, **({"usedYear": "2024"} if case == "used" else {}))
            if case == "other side before":
                found("b", **(record | {"decisionDate": "2024-11-01", "side": "party"}))
            self.handled = case == "counts"
        if self.chance(0.04):
            found("c", kind="unit handled", ground="waste", decisionDate="2025-07-01")
            self.handled = self.handled or self.leads
        if self.chance(0.03):
            found("d", kind="conclusion", ground="degradation", conclusionBy="UBKT (ví dụ)", decisionDate="2025-07-01")
            self.handled = True

    @property
    def worked(self):
        return self.service - self.away - self.maternity

    def state(self):
        if self.kind == "contract":
            return "outOfScope"
        if self.cause == "transfer" or self.worked <= 0 or (not self.maternity and self.worked < 6):
            return "notClassified"
        if self.elsewhere >= 6 and not self.handled:  # nobody wrote the old organisation's opinion
            return "noResult"
        return None

    def level(self):
        """The level by the conditions; None where those of no level are met."""
        plan, done, failing, high, beyond = self.own
        of_unit = [Fraction(figure, self.field[0]) for figure in self.field] if self.leads else []
        if self.handled or Fraction(failing, plan) > HALF or (self.leads and of_unit[1] < HALF):
            return "not completed"
        completed = sum(level >= 1 for level in self.units)
        good = sum(level >= 2 for level in self.units)
        count = len(self.units)
        well_led = completed == count and good >= MANY * count
        in_order = done == plan and failing == 0
        best = "not satisfied" not in self.heads and "satisfied" not in self.heads
        ahead = of_unit[1] >= 1 and of_unit[3] >= HALF and well_led if self.leads else Fraction(beyond, plan) >= HALF
        if best and in_order and high == plan and ahead:
            return "excellent"
        if "not satisfied" in self.heads:
            return None
        if in_order and (not self.leads or (of_unit[1] >= 1 and of_unit[2] >= MOST and well_led)):
            return "good"
        enough = not self.leads or (of_unit[1] > MANY and completed >= MANY * count)
        return "completed" if done == plan and Fraction(failing, plan) <= FIFTH and enough else None

    def differs(self, found):
        level, values = found["level"], found["values"]
        if self.state():
            return level["state"] != self.state()
        wanted = self.level()
        capped = "completed" if wanted in ("good", "excellent") and 3 <= self.away < 6 else wanted
        if level["computed"] != wanted or level["capped"] != capped or level["state"] is not None:
            return True
        if wanted is None and not level["needsDecision"]:
            return True
        return exact(values["monthsWorked"]) != self.worked


def exact(value):
    return Fraction(value["exact"] if isinstance(value, dict) else value)


def main(merit, pack, count="3000", seed="90"):
    tables = collections.defaultdict(list)
    for name in ("SO", "SC"):
        tables["units"].append({"id": name, "name": name, "agency": True, "from": "2020-01-01"})
    random_ = random.Random(int(seed))
    people = {one.id: one for one in (Official(random_, number, tables) for number in range(int(count)))}
    with tempfile.TemporaryDirectory() as folder:
        data, out = os.path.join(folder, "data"), os.path.join(folder, "out")
        os.makedirs(data)
        for name in sorted(set(tables) | {"findings", "leave"}):
            with open(os.path.join(data, name + ".ndjson"), "w", encoding="utf-8") as file:
                file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in tables[name])
        subprocess.run([merit, "score", data, "--pack", pack, "--period", "2025", "--out", out],
                       check=True, stdout=subprocess.DEVNULL)
        with open(os.path.join(out, "people.ndjson"), encoding="utf-8") as file:
            found = [json.loads(line) for line in file]
    wrong = [one["id"] for one in found if people[one["id"]].differs(one)]
    met = collections.Counter(one.state() or one.level() or "no level" for one in people.values())
    print(f"{len(found)} people, {dict(sorted(met.items()))}: {len(wrong)} differ {wrong[:5]}")
    return 1 if wrong or len(found) != len(people) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
