"""A second, naive reading of the year under the decree: judge.py DATASET.json …

One person at a time, straight from the articles, with fractions; it shares nothing with the program.
Prints one JSON object a dataset: per period and person the score (a fraction, "unknown" or null), the
level it corresponds to, the level after the head's cap and, where nobody in the agency is still open, the
proposed level. The readings are the pack's defaults.

Unknown is the one value UNKNOWN, without its reasons."""

import datetime
import json
import sys
from fractions import Fraction
from itertools import product

UNKNOWN = "unknown"
LEVELS = ["not completed", "completed", "good", "excellent"]
ROWS = {"I.1": 5, "I.2": 5, **{f"{g}.{n}": Fraction(5, 2) for g in ("II", "III") for n in range(1, 5)}}


def number(value):
    return Fraction(str(value))


def date(text):
    return datetime.date.fromisoformat(text) if text else None


def both(*values):
    """All, for values that are true, false or UNKNOWN."""
    if any(value is False for value in values):
        return False
    return UNKNOWN if any(value is UNKNOWN for value in values) else True


class Year:
    def __init__(self, data):
        self.data = data
        self.people = {p["id"]: p for p in data["people"]}
        self.units = {u["id"]: u for u in data["units"]}
        self.off = {date(d["date"]) for d in data["calendar"] if not d["working"]}
        self.worked_weekends = {date(d["date"]) for d in data["calendar"] if d["working"]}
        self.periods = {p["id"]: (date(p["from"]), date(p["to"])) for p in data["periods"]}
        self.scores = {}
        self.owned = {}
        for table, rows in data.items():
            for row in rows:
                self.owned.setdefault((table, row.get("person")), []).append(row)

    def of(self, table, **where):
        rows = self.owned.get((table, where["person"]), []) if "person" in where else self.data.get(table, [])
        return [row for row in rows if all(row.get(key) == value for key, value in where.items())]

    # Days and places

    def works(self, day):
        return day in self.worked_weekends or day.weekday() < 5 and day not in self.off

    def working_days(self, first, last):
        count, day = 0, first
        while day <= last:
            count += self.works(day)
            day += datetime.timedelta(1)
        return count

    def overlap(self, row, period):
        first, last = self.periods[period]
        return max(first, date(row["from"])), min(last, date(row.get("to")) or last)

    def postings(self, person, period):
        rows = [row for row in self.of("postings", person=person)
                if self.overlap(row, period)[0] <= self.overlap(row, period)[1]]
        return sorted(rows, key=lambda row: row["from"])

    def posting(self, person, period):
        rows = self.postings(person, period)
        return rows[-1] if rows else None

    def leaves(self, person, period):
        return [row for row in self.of("leave", person=person)
                if self.overlap(row, period)[0] <= self.overlap(row, period)[1]]

    def present(self, person, period):
        """Whether no single leave covers the whole period."""
        first, last = self.periods[period]
        return not any(date(row["from"]) <= first and (date(row.get("to")) or last) >= last
                       for row in self.leaves(person, period))

    def worked(self, person, period):
        days = sum(self.working_days(*self.overlap(row, period)) for row in self.postings(person, period))
        away = sum(self.working_days(*self.overlap(row, period)) for row in self.leaves(person, period))
        return days - away > 0

    def absence(self, person, period):
        rows = self.leaves(person, period)
        if not rows:
            return None
        return max(rows, key=lambda row: self.working_days(*self.overlap(row, period)))["kind"]

    def above(self, unit):
        chain = []
        while unit:
            chain.append(unit)
            unit = self.units[unit].get("parent")
        return chain

    # A month

    def tasks(self, person, period):
        first, last = self.periods[period]
        return [t for t in self.of("tasks", person=person) if first <= self.deadline(t) <= last]

    def deadline(self, task):
        if task.get("extendedTo") and task.get("extendedBy"):
            return date(task["extendedTo"])
        return date(task["due"])

    def credit(self, task, what):
        done, k = number(task["completed"]), number(task["coefficient"])
        if what == "quantity" or task.get("protection"):
            return k * done
        confirmed = task.get("excusedBy") and task.get("excusedDocument")
        if what == "quality":
            times = task.get("faults", 0) - (task.get("excusedFaults", 0) if confirmed else 0)
        else:
            late = date(task.get("done")) and date(task["done"]) > self.deadline(task)
            times = task.get("late", int(bool(late))) - (task.get("excusedLate", 0) if confirmed else 0)
        return k * done * max(0, 1 - Fraction(1, 4) * max(0, times))

    def assigned(self, task):
        if task.get("planned") is False:
            return Fraction(0)
        away = number(task.get("handedOver", 0)) if task.get("handover") not in (None, "unable") else 0
        return number(task["coefficient"]) * (number(task["assigned"]) - away)

    def load(self, person, period):
        """What was assigned, or UNKNOWN; outside the plan a coefficient is not asked for."""
        total = Fraction(0)
        for task in self.tasks(person, period):
            if task.get("planned") is False:
                continue
            if "coefficient" not in task:
                return UNKNOWN
            total += self.assigned(task)
        return total

    def ratios(self, person, period):
        tasks, load = self.tasks(person, period), self.load(person, period)
        if load is UNKNOWN or load == 0 or any("coefficient" not in task for task in tasks):
            return UNKNOWN
        return [sum((self.credit(task, what) for task in tasks), Fraction(0)) / load
                for what in ("quantity", "quality", "progress")]

    def general(self, person, period):
        total = Fraction(0)
        for row in ROWS:
            found = self.of("ratings", person=person, period=period, criterion=row)
            if not found or found[0].get("confirmed") is None:
                return UNKNOWN
            total += number(found[0]["confirmed"])
        return total

    def led(self, person, period):
        last = self.periods[period][1]
        found = set()
        for lead in self.of("leads", person=person):
            if date(lead["from"]) <= last <= (date(lead.get("to")) or last):
                for other in self.people:
                    post = self.posting(other, period)
                    if post and lead["unit"] in self.above(post["unit"]):
                        found.add(other)
        return sorted(found - {person})

    def operation(self, person, period):
        led = [p for p in self.led(person, period)
               if self.people[p]["kind"] == "civilServant" and self.present(p, period)]
        if not led:
            return UNKNOWN
        fine = both(*(UNKNOWN if self.score(p, period) is UNKNOWN else self.score(p, period) >= 50
                      for p in led))
        return UNKNOWN if fine is UNKNOWN else Fraction(1) if fine else Fraction(1, 2)

    def assessed(self, person, period, component):
        found = self.of("leader ratings", person=person, period=period, component=component)
        return number(found[0]["value"]) if found else UNKNOWN

    def score(self, person, period):
        key = (person, period)
        if key not in self.scores:
            self.scores[key] = self.month_score(person, period)
        return self.scores[key]

    def month_score(self, person, period):
        post, ratios, general = (self.posting(person, period), self.ratios(person, period),
                                 self.general(person, period))
        if post is None or ratios is UNKNOWN or general is UNKNOWN:
            return UNKNOWN
        if post["role"] != "staff":
            ratios = ratios + [self.operation(person, period)] + [
                self.assessed(person, period, component) for component in ("organising", "unity")]
        if UNKNOWN in ratios:
            return UNKNOWN
        return general + 70 * min(1, sum(ratios) / len(ratios))

    # Longer periods

    def months(self, period):
        first, last = self.periods[period]
        return [p for p, (start, end) in self.periods.items()
                if len(p) == 7 and p[5] in "01" and first <= start and end <= last]

    def mean(self, person, period):
        """The mean of the months that were worked, and how many there were."""
        months = [m for m in self.months(period) if self.postings(person, m)]
        worked = [m for m in months if self.worked(person, m)]
        excused = [m for m in months if m not in worked and self.absence(person, m) in ("sick", "maternity")]
        scores = [self.score(person, m) for m in worked]
        value = UNKNOWN if not worked or UNKNOWN in scores else sum(scores, Fraction(0)) / len(scores)
        return value, len(months), len(worked), len(excused)

    def band(self, score):
        return LEVELS[0 if score < 50 else 1 if score < 70 else 2 if score < 90 else 3]

    # The year

    def unit_level(self, unit):
        rows = {row["measure"]: row for row in self.of("unit results", unit=unit, period="2026")}
        if "score" not in rows:
            return UNKNOWN
        score, tasks = number(rows["score"]["points"]), rows["tasks"]
        plan, actual, on_time = (number(tasks[key]) for key in ("plan", "actual", "onTime"))
        if score < 50 or actual < Fraction(7, 10) * plan:
            return LEVELS[0]
        if 50 <= score < 70 and actual >= plan and actual - on_time <= Fraction(2, 10) * plan:
            return LEVELS[1]
        if 70 <= score < 90 and on_time >= plan:
            return LEVELS[2]
        if score < 90:
            return UNKNOWN
        below = [self.unit_level(u) for u in self.units if self.units[u].get("parent") == unit]
        fine = both(on_time >= plan, number(tasks["beyond"]) >= Fraction(3, 10) * plan,
                    both(*(UNKNOWN if level is UNKNOWN else level != LEVELS[0] for level in below)),
                    rows["defects"]["actual"] >= rows["defects"]["plan"])
        return LEVELS[3] if fine is True else UNKNOWN

    def disciplined(self, person):
        first, last = self.periods["2026"]
        return any(row["ground"] in ("public duty", "degradation") and row.get("usedYear") in (None, "2026")
                   and first <= date(row.get("effectiveFrom") or row["decisionDate"]) <= last
                   for row in self.of("findings", person=person, kind="discipline"))

    def year(self, person):
        """Score, level, level under the cap; a level is a name, None for no class, or UNKNOWN."""
        score, months, worked, excused = self.mean(person, "2026")
        post = self.posting(person, "2026")
        if self.people[person]["kind"] != "civilServant":
            return score, None, None
        if post is None:
            return score, UNKNOWN, UNKNOWN
        left = post.get("to") and date(post["to"]) < self.periods["2026"][1]
        if left and post.get("leavingCause") == "transfer":
            return score, None, None
        if months and (worked == 0 or worked + excused < 6):
            return score, None, None
        if self.disciplined(person):
            level = LEVELS[0]
        else:
            level = UNKNOWN if score is UNKNOWN else self.band(score)
        if post["role"] != "head" or level in (UNKNOWN, LEVELS[0]):
            return score, level, level
        unit = self.unit_level(post["unit"])
        if unit is UNKNOWN:
            return score, level, UNKNOWN
        return score, level, min(level, unit, key=LEVELS.index)

    def proposed(self, results):
        """Who is excellent within the quota: every set of people is tried; None where somebody is open."""
        levels = {p: capped for p, (_, _, capped) in results.items()}
        if UNKNOWN in levels.values():
            return None
        share = Fraction(1, 4) if self.of("decisions", what="outstanding") else Fraction(1, 5)
        group = {p: (self.posting(p, "2026") or {}).get("peerGroup") for p in levels}
        able = [p for p in levels if levels[p] == "excellent"]

        def allowed(members):
            counted = [p for p in members if levels[p] in ("good", "excellent")]
            return len(counted) * share // (1 + share)

        scopes = [list(levels)] + [[p for p in levels if group[p] == g] for g in set(group.values())]
        limits = [(set(scope), allowed(scope)) for scope in scopes]
        fits = [set(chosen) for chosen in self.subsets(able)
                if all(len(scope & set(chosen)) <= most for scope, most in limits)]
        score = {p: results[p][0] for p in able}
        order = sorted(set(score.values()), reverse=True)

        def worth(chosen):  # seats by score, the highest first: the best set in the order of points
            return [sum(score[p] == points for p in chosen) for points in order]

        best = max(worth(chosen) for chosen in fits)
        winners = [chosen for chosen in fits if worth(chosen) == best]
        return {p: levels[p] if levels[p] != "excellent" else "excellent" if all(p in w for w in winners)
                else "good" if not any(p in w for w in winners) else UNKNOWN for p in levels}

    def subsets(self, items):
        for chosen in product([False, True], repeat=len(items)):
            yield [item for item, taken in zip(items, chosen) if taken]

    def results(self):
        out = {}
        for period in self.months("2026"):
            out[period] = {p: {"score": self.score(p, period)} for p in self.people}
        year = {p: self.year(p) for p in self.people}
        proposed = self.proposed(year)
        out["2026"] = {p: {"score": score, "level": level, "capped": capped,
                           **({"proposed": proposed[p]} if proposed else {})}
                       for p, (score, level, capped) in year.items()}
        return out


def text(value):
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}" if value.denominator > 1 else str(value.numerator)
    if isinstance(value, dict):
        return {key: text(part) for key, part in value.items()}
    return value


for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        print(json.dumps({"dataset": path, "results": text(Year(json.load(file)).results())}))
