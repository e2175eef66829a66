"""A second, naive reading of the year under Decree 335/2025: judge.py DATASET.json …

One person at a time, straight from the articles, day by day and with fractions; it shares nothing with the
program. Prints one JSON object a dataset: by period and person the points, the components and the level;
for the year also months, the level under the head's cap, with the quota and as decided; units and seats.

UNKNOWN is one value here, without its reasons. Where the law leaves a choice the names of the pack's
readings are used (DATASET.setting.json), with the pack's defaults."""

import datetime
import functools
import itertools
import json
import os
import sys
from fractions import Fraction

UNKNOWN = "unknown"
FAILED, COMPLETED, GOOD, EXCELLENT = LEVELS = ["not completed", "completed", "good", "excellent"]
ROWS = {"I.1": 5, "I.2": 5, **{f"{g}.{n}": Fraction(5, 2) for g in ("II", "III") for n in range(1, 5)}}
YEAR = "2026"
MONTHS = [f"{YEAR}-{n:02d}" for n in range(1, 13)]
INSIDE = {**{f"{YEAR}-Q{n + 1}": MONTHS[3 * n:3 * n + 3] for n in range(4)},
          f"{YEAR}-H1": MONTHS[:6], f"{YEAR}-H2": MONTHS[6:], YEAR: MONTHS}
ONE = datetime.timedelta(1)
TRIED = 20_000  # sets of people looked at for one agency's quota, at most


@functools.cache
def number(value):
    return Fraction(str(value))


def date(text):
    return datetime.date.fromisoformat(text) if text else None


def both(*values):
    """All of values that are true, false or UNKNOWN."""
    if any(value is False for value in values):
        return False
    return UNKNOWN if UNKNOWN in values else True


def mean(values):
    values = list(values)
    return UNKNOWN if not values or UNKNOWN in values else sum(values, Fraction(0)) / len(values)


def civil(period):
    """First and last day of a period in the civil calendar."""
    if len(period) == 4:
        return datetime.date(int(period), 1, 1), datetime.date(int(period), 12, 31)
    part = int(period[6:]) if period[5] in "QH" else int(period[5:])
    length = {"Q": 3, "H": 6}.get(period[5], 1)
    first = datetime.date(int(period[:4]), (part - 1) * length + 1, 1)
    after = (first.replace(day=28) + datetime.timedelta(31 * (length - 1) + 4)).replace(day=1)
    return first, after - ONE


class Records:
    """The records of a dataset, and who was where on which day."""

    def __init__(self, data, readings=None):
        self.data = data
        self.readings = readings or {}
        self.people = {p["id"]: p for p in data["people"]}
        self.units = {u["id"]: u for u in data["units"]}
        self.products = {p["id"]: p for p in data.get("products", [])}
        self.off = {date(d["date"]) for d in data["calendar"] if not d["working"]}
        self.make_up = {date(d["date"]) for d in data["calendar"] if d["working"]}
        self.office = {p["id"]: (date(p["from"]), date(p["to"])) for p in data.get("periods", [])}
        self.owned = {}
        for table, rows in data.items():
            for row in rows:
                owner = row.get("person") or row.get("unit")
                self.owned.setdefault((table, owner), []).append(row)
                if "period" in row:
                    self.owned.setdefault((table, owner, row["period"]), []).append(row)

    def reads(self, reading, option):
        return self.readings.get(reading) == option

    def of(self, table, owner, **where):
        key = (table, owner, where["period"]) if "period" in where else (table, owner)
        return [row for row in self.owned.get(key, [])
                if all(row.get(key) == value for key, value in where.items())]

    def days(self, period):
        return self.office.get(period) or civil(period)

    def works(self, day):
        return day in self.make_up or day.weekday() < 5 and day not in self.off

    @functools.cache
    def working_days(self, first, last):
        return sum(self.works(first + datetime.timedelta(n)) for n in range((last - first).days + 1))

    def overlap(self, row, period):
        first, last = self.days(period)
        return max(first, date(row["from"])), min(last, date(row.get("to")) or last)

    def touching(self, rows, period):
        return [row for row in rows if self.overlap(row, period)[0] <= self.overlap(row, period)[1]]

    def held(self, person, period):
        """All postings of the period, the earliest first."""
        return sorted(self.touching(self.of("postings", person), period), key=lambda row: row["from"])

    def postings(self, person, period):
        return [row for row in self.held(person, period) if row.get("main", True)]

    @functools.cache
    def posting(self, person, period):
        """The posting that counts: the last; in a month by one reading the longest, the earlier of two."""
        rows = self.postings(person, period)
        if rows and len(period) == 7 and period[5] in "01" and self.reads("mixed month", "longest post"):
            return max(rows, key=lambda row: self.overlap(row, period)[1] - self.overlap(row, period)[0])
        return rows[-1] if rows else None

    @functools.cache
    def days_at_work(self, person, period):
        """The working days on which somebody was in post and not on leave."""
        first, last = self.days(period)
        def on(rows, day):
            return any(date(row["from"]) <= day <= (date(row.get("to")) or day) for row in rows)
        posts, leaves = self.postings(person, period), self.touching(self.of("leave", person), period)
        days = (first + datetime.timedelta(n) for n in range((last - first).days + 1))
        return sum(self.works(day) and on(posts, day) and not on(leaves, day) for day in days)

    def present(self, person, period):
        return self.days_at_work(person, period) > 0

    def absent(self, person, period):
        """Somebody in post who is not there; who is not in post is not called absent."""
        return bool(self.postings(person, period)) and not self.present(person, period)

    def worked(self, person, period):
        days = self.days_at_work(person, period)
        if self.reads("month worked", "half its working days"):
            return 2 * days >= self.working_days(*self.days(period))
        return days > 0

    def absence(self, person, period):
        """What kept somebody away the longest; of two the one that the decree favours (Đ.11.2)."""
        rows = self.touching(self.of("leave", person), period)
        if not rows or self.worked(person, period):
            return None
        most = max(self.working_days(*self.overlap(row, period)) for row in rows)
        return min(row["kind"] for row in rows if self.working_days(*self.overlap(row, period)) == most)

    def above(self, unit):
        chain = []
        while unit:
            chain.append(unit)
            unit = self.units[unit].get("parent")
        return chain

    def agency(self, unit):
        return next(above for above in self.above(unit) if self.units[above].get("agency"))

    def decision(self, owner, period, what, as_of):
        """The value that stands by decision: None without one, UNKNOWN where decisions of one day differ."""
        rows = [row for row in self.of("decisions", owner, period=period, what=what) if date(row["date"]) <= as_of]
        replaced = {row["replaces"] for row in rows if row.get("replaces")}
        rows = [row for row in rows if row.get("document") not in replaced] or rows
        latest = {row["value"] for row in rows if row["date"] == max(other["date"] for other in rows)}
        return None if not latest else UNKNOWN if len(latest) > 1 else latest.pop()


class Months(Records):
    """A month of one person: Đ.12 to 17."""

    # Đ.13, 14, 18: the work

    def coefficient(self, task):
        if task.get("coefficient") is not None:
            return number(task["coefficient"])
        product = self.products.get(task.get("product"), {})
        return number(product["coefficient"]) if product.get("coefficient") is not None else UNKNOWN

    def deadline(self, task):
        if task.get("extendedTo") and task.get("extendedBy"):
            return date(task["extendedTo"])
        return date(task["due"]) if task.get("due") else UNKNOWN

    def belongs(self, task, period):
        first, last = self.days(period)
        day, done = self.deadline(task), date(task.get("done"))
        if self.reads("task month", "by completion"):
            if not done:  # carried on from month to month
                return UNKNOWN if day is UNKNOWN else day <= last
            day = done
        return UNKNOWN if day is UNKNOWN else first <= day <= last

    @functools.cache
    def tasks(self, person, period):
        """The tasks of the month, or UNKNOWN where it is open what they are."""
        rows = self.of("tasks", person)
        ids = [row["id"] for row in rows]
        mine = [row for row in rows if self.belongs(row, period) is not False]
        if any(self.belongs(row, period) is UNKNOWN or ids.count(row["id"]) > 1 for row in mine):
            return UNKNOWN
        return mine

    def assigned(self, task):
        """Đ.18.1d: work outside the plan is in nobody's total; what was handed over leaves the giver's,
        unless it was given up as unable."""
        if task.get("planned") is False:
            return Fraction(0)
        k = self.coefficient(task)
        if k is UNKNOWN or task.get("assigned") is None:
            return UNKNOWN
        away = number(task.get("handedOver", 0)) if task.get("handover") not in (None, "unable") else 0
        return k * (number(task["assigned"]) - away)

    def times(self, task, what):
        confirmed = task.get("excusedBy") and task.get("excusedDocument")
        def excused(field):
            return task.get(field) or 0 if confirmed else 0
        if task.get("protection"):
            return 0
        if what == "quality":
            return max(0, task.get("faults", 0) - excused("excusedFaults"))
        done, due = date(task.get("done")), self.deadline(task)
        if self.reads("lateness", "per day"):
            if not done or due is UNKNOWN or done <= due:
                return UNKNOWN if done and due is UNKNOWN else 0
            late = self.working_days(due + ONE, done) if self.reads("late days", "working") else (done - due).days
            return max(0, late - excused("excusedDays"))
        late = task.get("late")
        if late is None:
            if done and due is UNKNOWN:
                return UNKNOWN
            late = int(bool(done and done > due))
        return max(0, late - excused("excusedLate"))

    def credit(self, task, what):
        k = self.coefficient(task)
        if k is UNKNOWN or task.get("completed") is None:
            return UNKNOWN
        completed = number(task["completed"])
        if what == "quantity":
            return k * completed
        times = self.times(task, what)
        if times is UNKNOWN:
            return UNKNOWN
        lost = Fraction(1, 4) * times
        if self.reads("deduction scope", "piece"):
            return k * max(Fraction(0), completed - lost)
        return k * completed * max(Fraction(0), 1 - lost)

    def total(self, values):
        values = list(values)
        return UNKNOWN if UNKNOWN in values else sum(values, Fraction(0))

    @functools.cache
    def ratio(self, person, period, what):
        tasks = self.tasks(person, period)
        if tasks is UNKNOWN:
            return UNKNOWN
        whole = self.total(self.assigned(task) for task in tasks)
        if what != "quantity" and self.reads("denominator", "completed"):
            whole = self.total(self.credit(task, "quantity") for task in tasks)
        part = self.total(self.credit(task, what) for task in tasks)
        if UNKNOWN in (whole, part) or whole == 0:
            return UNKNOWN
        return min(Fraction(1), part / whole) if self.reads("clamp", "each") else part / whole

    # Đ.12.2: the general criteria

    @functools.cache
    def general(self, person, period):
        total = Fraction(0)
        for row, most in ROWS.items():
            found = self.of("ratings", person, period=period, criterion=row)
            if len(found) != 1 or found[0].get("confirmed") is None or number(found[0]["confirmed"]) > most:
                return UNKNOWN
            total += number(found[0]["confirmed"])
        return total

    # Đ.15.3: who leads

    @functools.cache
    def led(self, person, period):
        """Whom somebody leads on their last day in the period, of those in post under them till then."""
        own = self.posting(person, period)
        last = self.overlap(own, period)[1] if own else self.days(period)[1]
        found = set()
        for lead in self.of("leads", person):
            if not date(lead["from"]) <= last <= (date(lead.get("to")) or last):
                continue
            first, end = self.overlap(lead, period)
            for other in self.people:
                post = self.posting(other, period)
                if not post or other == person:
                    continue
                start, stop = self.overlap(post, period)
                if start > end or stop < first:
                    continue
                if other == lead.get("ledPerson") or lead.get("unit") in self.above(post["unit"]):
                    found.add(other)
        return sorted(found)

    def operation(self, person, period, as_of):
        led = [other for other in self.led(person, period)
               if self.people[other]["kind"] == "civilServant" and self.present(other, period)]
        if not led:
            return UNKNOWN
        scores = [self.score(other, period, as_of) for other in led]
        fine = both(*(UNKNOWN if score is UNKNOWN else score >= 50 for score in scores))
        return UNKNOWN if fine is UNKNOWN else Fraction(1) if fine else Fraction(1, 2)

    def assessed(self, person, period, component):
        found = self.of("leaderRatings", person, period=period, component=component)
        return number(found[0]["value"]) if found else UNKNOWN

    def component(self, person, period, name, as_of):
        decided = self.decision(person, period, name, as_of)
        if decided is not None:
            return UNKNOWN if decided is UNKNOWN else number(decided)
        if name == "operation":
            return self.operation(person, period, as_of)
        return self.assessed(person, period, name)

    @functools.cache
    def month(self, person, period, as_of):
        """All numbers of a month by name: d, đ, e only for whoever leads."""
        post = self.posting(person, period)
        parts = {name: self.ratio(person, period, name) for name in ("quantity", "quality", "progress")}
        for name in ("operation", "organising", "unity"):
            if post is None or post["role"] != "staff":
                parts[name] = self.component(person, period, name, as_of) if post else UNKNOWN
        asked = mean(parts.values())
        result = UNKNOWN if asked is UNKNOWN else min(Fraction(1), asked)
        general = self.general(person, period)
        score = UNKNOWN if UNKNOWN in (result, general) else general + 70 * result
        return {**parts, "general": general, "taskResult": result, "score": score}

    def score(self, person, period, as_of):
        return self.month(person, period, as_of)["score"]

    def band(self, score):
        return UNKNOWN if score is UNKNOWN else LEVELS[(score >= 50) + (score >= 70) + (score >= 90)]

    def level(self, person, period, score):
        """The level that the score of a month, quarter or half-year corresponds to."""
        if self.people[person]["kind"] != "civilServant":
            return None
        return UNKNOWN if self.absent(person, period) else self.band(score)


class Years(Months):
    """Longer periods (Đ.17.3) and the year: Đ.8, 11, 19, 20."""

    @functools.cache
    def months(self, person, period, as_of):
        """What each finished month left behind: (worked, points, why not); UNKNOWN where two rows differ."""
        rows = []
        for month in INSIDE[period]:
            if self.days(month)[1] > as_of:
                continue
            closed = self.of("history", person, period=month)
            if len(closed) > 1:
                return UNKNOWN
            if closed:
                points = closed[0].get("score")
                rows.append((closed[0].get("worked", True), UNKNOWN if points is None else number(points),
                             closed[0].get("absence")))
            elif self.postings(person, month) and self.people[person]["kind"] == "civilServant":
                worked = self.worked(person, month)
                rows.append((worked, self.score(person, month, as_of), self.absence(person, month)))
        return rows

    def mean(self, person, period, as_of):
        rows = self.months(person, period, as_of)
        if rows is UNKNOWN:
            return UNKNOWN
        if period == YEAR and self.reads("year months", "twelve") and len(rows) < 12:
            return UNKNOWN
        if period != YEAR and self.reads("gap in the period", "not evaluated") and not all(row[0] for row in rows):
            return UNKNOWN
        return mean([points for worked, points, _ in rows if worked])

    # Đ.8, 9.2: units

    def ended(self, unit):
        """A unit that is no longer there when units are classified."""
        return bool(self.units[unit].get("to")) and date(self.units[unit]["to"]) < self.days(YEAR)[1]

    @functools.cache
    def unit_level(self, unit):
        """By name; None for a unit that is not classified."""
        if self.ended(unit) and not self.reads("merged unit", "each for its time"):
            return None
        first, as_of = self.days(YEAR)
        findings = [row for row in self.of("unitFindings", unit) if date(row["decisionDate"]) <= as_of]
        if any(row["kind"] == "verification" and (not row.get("verifiedOn") or date(row["verifiedOn"]) > as_of)
               for row in findings):
            return UNKNOWN
        rows = {row["measure"]: row for row in self.of("unitResults", unit, period=YEAR)}
        if "score" not in rows:
            return UNKNOWN
        score = number(rows["score"]["points"])
        concluded = any(row["kind"] == "conclusion" and row.get("conclusionBy") and date(row["decisionDate"]) >= first
                        for row in findings)
        if score < 50 or concluded:
            return FAILED
        if "tasks" not in rows:
            return UNKNOWN
        plan, actual, on_time, beyond = (number(rows["tasks"][key]) for key in ("plan", "actual", "onTime", "beyond"))
        if actual < Fraction(7, 10) * plan:
            return UNKNOWN if "force majeure" in rows else FAILED
        if score < 70:
            return COMPLETED if actual >= plan and actual - on_time <= Fraction(2, 10) * plan else UNKNOWN
        if score < 90:
            return GOOD if on_time >= plan else UNKNOWN
        below = [other for other, row in self.units.items() if row.get("parent") == unit and not self.ended(other)]
        levels = [self.unit_standing(other) for other in below]
        fine = both(on_time >= plan, beyond >= Fraction(3, 10) * plan,
                    both(*(UNKNOWN if level is UNKNOWN else level != FAILED for level in levels)),
                    rows["defects"]["actual"] >= rows["defects"]["plan"])
        return EXCELLENT if fine is True else UNKNOWN

    def unit_standing(self, unit):
        return self.decision(unit, YEAR, "level", self.days(YEAR)[1]) or self.unit_level(unit)

    # Đ.11.3, 20.4: what fails the year

    def effect(self, row):
        return date(row.get("effectiveFrom") or row["decisionDate"])

    def counts(self, row, rows, agency):
        """Whether a discipline counts for this year at this agency."""
        first, last = self.days(YEAR)
        def duty(one):
            return one["kind"] == "discipline" and one.get("ground") in ("public duty", "degradation")
        if not duty(row) or not first <= self.effect(row) <= last or row.get("usedYear") not in (None, YEAR):
            return False
        unit, since = row.get("violationUnit"), date(row.get("violationFrom"))
        if unit and self.agency(unit) != agency:
            too = self.reads("violation elsewhere this year", "at this agency too")
            if not (too and since and since >= first):
                return False
        act = row.get("violation")
        for other in rows if act else []:
            if other is row or other.get("violation") != act or not duty(other):
                continue
            if other.get("usedYear") not in (None, YEAR):
                return False  # the act was used already
            later = self.reads("two sides of one violation", "the later year")
            if self.effect(other) > last if later else self.effect(other) < first:
                return False
        return True

    def failed(self, person, role, agency):
        first, last = self.days(YEAR)
        rows = [row for row in self.of("findings", person) if date(row["decisionDate"]) <= last]
        def now(row):
            return first <= self.effect(row) <= last
        return any(
            self.counts(row, rows, agency)
            or row["kind"] == "conclusion" and row.get("ground") == "degradation" and row.get("conclusionBy")
            and now(row)
            or row["kind"] == "unit handled" and row.get("ground") in ("corruption", "waste") and row.get("document")
            and now(row) and role != "staff"
            for row in rows)

    # Đ.11.1, 11.2, 19, 20

    def year(self, person):
        """Points, months worked and excused, level, level under the cap (None: no class this year)."""
        first, last = self.days(YEAR)
        rows = self.months(person, YEAR, last)
        score = self.mean(person, YEAR, last)
        worked = excused = UNKNOWN
        if rows is not UNKNOWN:
            worked = sum(row[0] for row in rows)
            excused = sum(not row[0] and row[2] in ("sick", "maternity") for row in rows)
        level = self.year_level(person, score, worked, excused)
        return {"score": score, "monthsWorked": worked, "monthsExcused": excused, "level": level,
                "capped": self.under_cap(person, level)}

    def year_level(self, person, score, worked, excused):
        if self.people[person]["kind"] != "civilServant":
            return None
        post = self.posting(person, YEAR)
        if post is None:
            return UNKNOWN
        left = post.get("to") and date(post["to"]) < self.days(YEAR)[1]
        cause = post.get("leavingCause") if left else None
        if cause == "transfer":
            return None
        if post.get("probation") and self.reads("probation", "left unclassified"):
            return None
        if cause == "resignation" and self.reads("left the service", "left unclassified"):
            return None
        if cause == "retirement" and self.reads("retired", "left unclassified"):
            return None
        if worked is UNKNOWN:
            return UNKNOWN
        if worked == 0 or worked + excused < 6:
            return None
        if self.failed(person, post["role"], self.agency(post["unit"])):
            return FAILED
        return self.band(score)

    def under_cap(self, person, level):
        """Đ.20.6: a head is not above the unit."""
        post = self.posting(person, YEAR)
        if level in (None, UNKNOWN, FAILED) or post["role"] != "head":
            return level
        units = [post["unit"]]
        if self.reads("concurrent head", "lowest unit"):
            units = [row["unit"] for row in self.held(person, YEAR) if row["role"] == "head"]
        levels = [standing for standing in map(self.unit_standing, units) if standing is not None]
        if FAILED in levels:
            return FAILED
        if UNKNOWN in levels:
            return UNKNOWN
        return min(level, *levels, key=LEVELS.index)


class Quota(Years):
    """Đ.20.5: how many may be excellent, in the agency and in each group of similar work."""

    def shares(self, agency):
        last = self.days(YEAR)[1]
        outstanding = any(row.get("document") and date(row["date"]) <= last
                          for row in self.of("decisions", agency, what="outstanding", period=YEAR))
        return Fraction(1, 4) if outstanding else Fraction(1, 5)

    def allowed(self, chosen, levels, share):
        """Whether so many in one scope agree with the words of the article."""
        seated = sum(person in chosen for person in levels)
        base = sum(person not in chosen and level in (GOOD, EXCELLENT) for person, level in levels.items())
        if self.reads("quota of", "good or above"):
            base += seated
        if self.reads("quota of", "everyone"):
            base = len(levels)
        return seated <= share * base

    def best(self, levels, points, groups, share):
        """Every set of people that may be excellent and is best in the order of points."""
        able = [person for person in levels if levels[person] == EXCELLENT]
        scopes = [levels] + [{p: levels[p] for p in levels if groups[p] == group} for group in set(groups.values())]
        order = sorted({points[person] for person in able}, reverse=True)
        best, found = None, []
        for taken in itertools.product((False, True), repeat=len(able)):
            chosen = {person for person, yes in zip(able, taken) if yes}
            if not all(self.allowed(chosen, scope, share) for scope in scopes):
                continue
            worth = [sum(points[person] == mark for person in chosen) for mark in order]
            if best is None or worth > best:
                best, found = worth, []
            if worth == best:
                found.append(chosen)
        return found

    def completions(self, open_, points):
        """How those who are open may turn out: their levels and points."""
        marks = sorted(set(points.values()))
        steps = [Fraction(0)] + [mark for a, b in zip(marks, marks[1:] + [marks[-1] + 2] if marks else [])
                                 for mark in (a, (a + b) / 2)]
        ways = [(COMPLETED, None), (GOOD, None)] + [(EXCELLENT, mark) for mark in steps]
        return itertools.product(ways, repeat=len(open_)), len(ways) ** len(open_)

    def agency_proposals(self, agency, people, year):
        """By person the level with the quota; None where too many are open to try everything."""
        levels = {p: year[p]["capped"] for p in people if year[p]["capped"] is not None}
        groups = {p: self.posting(p, YEAR).get("peerGroup") for p in levels}
        able = [p for p in levels if levels[p] == EXCELLENT]
        # Without points there is no place in the order: somebody failed by law is not asked for any.
        points = {p: year[p]["score"] for p in able}
        open_ = [p for p in levels if levels[p] is UNKNOWN]
        ways, count = self.completions(open_, points)
        if count * 2 ** (len(able) + len(open_)) > TRIED and able:
            return None
        always, never = set(able), set(able)
        for way in ways if able else []:
            known = {**levels, **{p: level for p, (level, _) in zip(open_, way)}}
            marks = {**points, **{p: mark for p, (_, mark) in zip(open_, way)}}
            for chosen in self.best(known, marks, groups, self.shares(agency)):
                always &= chosen
                never -= chosen
        return {p: EXCELLENT if p in always else GOOD if p in never else UNKNOWN if p in able else levels[p]
                for p in levels}

    def proposals(self, year):
        """By person the proposed level: missing where it was not tried."""
        out = {p: None for p in year if year[p]["capped"] is None}
        homes = {p: self.posting(p, YEAR) for p in year}
        out.update({p: UNKNOWN for p in year if homes[p] is None and p not in out})
        for agency in [unit for unit in self.units if self.units[unit].get("agency")]:
            people = [p for p in year if homes[p] and self.agency(homes[p]["unit"]) == agency]
            out.update(self.agency_proposals(agency, people, year) or {})
        return out

    def seats(self, year):
        """By scope the number who may be excellent, where nobody in it is open."""
        out = {}
        for agency in [unit for unit in self.units if self.units[unit].get("agency")]:
            people = {p: year[p]["capped"] for p in year if self.posting(p, YEAR)
                      and self.agency(self.posting(p, YEAR)["unit"]) == agency and year[p]["capped"] is not None}
            groups = {p: self.posting(p, YEAR).get("peerGroup", "") for p in people}
            scopes = {(agency,): people, **{(agency, g): {p: people[p] for p in people if groups[p] == g}
                                            for g in set(groups.values())}}
            for key, levels in scopes.items():
                able = [p for p in levels if levels[p] == EXCELLENT]
                if UNKNOWN in levels.values() or not able:
                    continue
                out["/".join(key)] = max(n for n in range(len(able) + 1)
                                         if self.allowed(able[:n], levels, self.shares(agency)))
        return out

    # Everything

    def results(self):
        out = {}
        for period in MONTHS:
            last = self.days(period)[1]
            if period not in self.office and self.office and period == MONTHS[-1]:
                continue  # an office that has not closed December
            out[period] = {p: dict(self.month(p, period, last)) for p in self.people}
        for period in INSIDE:
            if period != YEAR:
                last = self.days(period)[1]
                out[period] = {p: {"score": self.mean(p, period, last)} for p in self.people}
        for period, people in out.items():
            for person, found in people.items():
                found["level"] = self.level(person, period, found["score"])
                if self.absent(person, period) and found["level"] is not None:
                    found["pending"] = False
        return {"people": {**out, YEAR: self.whole_year()},
                "units": {u: {"level": self.unit_level(u), "standing": self.unit_standing(u)} for u in self.units},
                "seats": self.seats(self.years)}

    @functools.cached_property
    def years(self):
        return {p: self.year(p) for p in self.people}

    def whole_year(self):
        last = self.days(YEAR)[1]
        proposals = self.proposals(self.years)
        out = {}
        for person, found in self.years.items():
            decided = self.decision(person, YEAR, "level", last)
            out[person] = dict(found)
            if person in proposals:
                out[person]["proposed"] = proposals[person]
            if decided is not None or person in proposals:
                out[person]["standing"] = decided if decided is not None else proposals[person]
        return out


def text(value):
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}" if value.denominator > 1 else str(value.numerator)
    if isinstance(value, dict):
        return {key: text(part) for key, part in value.items()}
    return value if value is None or isinstance(value, (str, bool)) else str(value)


def judged(path):
    """What is right for one dataset, with its setting."""
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    setting = path.removesuffix(".json") + ".setting.json"
    readings = {}
    if os.path.exists(setting):
        with open(setting, encoding="utf-8") as file:
            readings = json.load(file)["readings"]
    return {"dataset": path, "readings": readings, **text(Quota(data, readings).results())}


if __name__ == "__main__":
    for path in sys.argv[1:]:
        print(json.dumps(judged(path), ensure_ascii=False))
