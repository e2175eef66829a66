"""Three local schemes against naive readings: local.py MERIT CRITERIA [COUNT] [SEED].

Writes invented agencies for Hà Nội's months, Hồ Chí Minh City's quarters and Thanh Hóa's months, has MERIT classify
their people by the packs under CRITERIA, and finds score, level and class of each by itself, by the packs' default
readings. Ends with 1 where one differs, or where an outcome never came up."""

import collections
import json
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

LEVELS = ["not completed", "completed", "good", "excellent"]
NOTHING, AUTHORITY = "no result", "for the authority"


def exact(value):
    if isinstance(value, dict):
        value = value.get("exact")
    return None if value is None else Fraction(value)


def band(score, bounds):
    return LEVELS[sum(score >= bound for bound in bounds)]


class World:
    """The records of one scheme, and what is expected of each person: score, level by points, class."""

    def __init__(self, seed):
        self.random, self.tables, self.expected = random.Random(seed), collections.defaultdict(list), {}

    def chance(self, share):
        return self.random.random() < share

    def put(self, table, **record):
        self.tables[table].append({name.rstrip("_"): value for name, value in record.items()})

    def agency(self, name):
        self.put("units", id=name, name=name, agency=True, from_="2015-01-01")

    def person(self, name, unit, role="staff", kind="civilServant"):
        self.put("people", id=name, name="Người mẫu " + name, kind=kind)
        self.put("postings", person=name, unit=unit, role=role, from_="2017-01-01")

    def points(self, most, steps=10):
        """Points up to the most, often in full, in whole or fractional steps."""
        return most if self.chance(0.4) else Fraction(self.random.randint(0, most * steps), steps)

    def rate(self, name, period, groups):
        for criterion, points in groups.items():
            if points is not None:
                self.put("ratings", person=name, period=period, criterion=criterion, confirmed=float(points))


def ha_noi(world, count):
    """Classes by points; class A for at most three in ten of those with a class, four in ten by decision."""
    for number in range(count // 12):
        agency, outstanding = f"Q{number:03d}", world.chance(0.3)
        world.agency(agency)
        if outstanding:
            world.put("decisions", unit=agency, period="2024-07", what="outstanding", value="true", by="Thành ủy (ví dụ)",
                      document="QĐ " + agency, date="2024-07-15")
        scores = {}
        for place in range(world.random.randint(1, 24)):
            name = f"{agency}-{place:02d}"
            world.person(name, agency, kind=world.random.choice(["cadre", "civilServant", "publicEmployee", "contract"]))
            away = world.chance(0.05)
            if away:
                world.put("leave", person=name, kind="sick", from_="2024-06-20", to="2024-07-31")
            low = world.chance(0.2)
            groups = {"conduct": world.points(20, 1), "assigned duties": world.points(40 if low else 70, 1),
                      "bonus": world.points(10, 2)}
            world.rate(name, "2024-07", groups)
            scores[name] = NOTHING if away else sum(groups.values())
            world.expected[name] = sum(groups.values()), NOTHING, NOTHING
        classed = sorted({score for score in scores.values() if score != NOTHING and score >= 90}, reverse=True)
        total = sum(score != NOTHING for score in scores.values())
        seats = total * (4 if outstanding else 3) // 10
        for name, score in scores.items():
            if score == NOTHING:
                continue
            level, ahead = band(score, (50, 70, 90)), sum(other != NOTHING and other > score for other in scores.values())
            tied = sum(other == score for other in scores.values())
            proposed = level
            if score in classed and ahead + tied > seats:
                proposed = "good" if ahead >= seats else AUTHORITY
            world.expected[name] = score, level, proposed
    return "2024-07"


def tphcm(world, count):
    """Levels by points, less what is taken off; satisfaction for heads of agencies; discipline and prosecution."""
    for number in range(count // 4):
        agency, asked = f"S{number:03d}", world.random.choice([10, 200])
        satisfied = world.random.choice([asked, asked * 9 // 10, asked * 8 // 10, asked * 9 // 10 - 1, asked * 8 // 10 - 1])
        surveyed = world.chance(0.9)
        world.agency(agency)
        if surveyed:
            world.put("unitResults", unit=agency, period="2024-Q3", measure="satisfaction", plan=asked, actual=satisfied)
        for place in range(4):
            name, role = f"{agency}-{place}", "head" if place == 0 else "staff"
            world.person(name, agency, role)
            groups = {"conduct": world.points(20), "capacity": world.points(30), "assigned duties": world.points(50)}
            if world.chance(0.05):
                groups["capacity"] = None
            world.rate(name, "2024-Q3", groups)
            off = Fraction(world.random.choice([0, 0, 0, 1, 5, 25]), 2)
            if off:
                world.put("furtherDeductions", id="T" + name, person=name, period="2024-Q3", pointsTaken=float(off))
            barred = world.chance(0.1)
            if barred:
                kind, day = world.random.choice([("discipline", "2024-07-01"), ("prosecution", "2024-05-01"),
                                                 ("detention", "2024-09-30")])
                world.put("findings", id="F" + name, person=name, kind=kind, document="QĐ (ví dụ)", decisionDate=day)
            score = None if None in groups.values() else sum(groups.values()) - off
            level = LEVELS[0] if barred else NOTHING if score is None else band(score, (50, 75, 90))
            proposed = level
            needed = {"excellent": Fraction(9, 10), "good": Fraction(8, 10)}.get(level)
            if role == "head" and needed and (not surveyed or Fraction(satisfied, asked) < needed):
                proposed = AUTHORITY if surveyed else NOTHING
            world.expected[name] = score, level, proposed
    return "2024-Q3"


FORMS = {
    "leader": {"leader 1": 5, "leader 2": 5, "leader 3": 16, "leader 4": 2, "leader 5": 2},
    "staff": {"staff 1": 5, "staff 2": 5, "staff 3": 16, "staff 4": 4},
    "contract": {"contract 1": 15, "contract 2": 10, "contract 3": 5},
}


def thanh_hoa(world, count):
    """Points of the decree with the province's general criteria, then the conditions of classes A to D."""
    world.agency("SO")
    for number in range(count // 4):
        unit = f"P{number:03d}"
        world.put("units", id=unit, name=unit, parent="SO", from_="2017-01-01")
        world.put("leads", person=unit + "-0", unit=unit, from_="2017-01-01")
        plan = world.random.choice([10, 1000])
        done = plan if world.chance(0.6) else plan * 7 // 10 - world.random.randint(0, 1)
        world.put("unitResults", unit=unit, period="2026-07", measure="tasks", plan=plan, actual=done, onTime=done, beyond=0)
        led = []
        for place in (1, 2, 3, 0):
            name, form = f"{unit}-{place}", "leader" if place == 0 else "staff"
            if place == 3:
                form = "contract"
            world.person(name, unit, "head" if place == 0 else "staff", "contract" if place == 3 else "civilServant")
            groups = {criterion: world.points(most) for criterion, most in FORMS[form].items()}
            world.rate(name, "2026-07", groups)
            parts, class_of = thanh_hoa_tasks(world, name)
            if place == 0:
                parts.append(Fraction(1) if all(score >= 50 for score in led) else Fraction(1, 2))
                for component in ("organising", "unity"):
                    value = world.random.choice([1, 1, 0.5])
                    world.put("leaderRatings", person=name, period="2026-07", component=component, value=value,
                              by="Giám đốc (ví dụ)", ground="ví dụ", document="BB (ví dụ)")
                    parts.append(Fraction(value))
            score = sum(groups.values()) + 70 * min(1, sum(parts) / len(parts))
            if place in (1, 2):
                led.append(score)
            disciplined = world.chance(0.05)
            if disciplined:
                world.put("findings", id="F" + name, person=name, kind="discipline", ground="other",
                          document="QĐ (ví dụ)", decisionDate="2026-07-31")
            failed = disciplined or (place == 0 and Fraction(done, plan) < Fraction(7, 10))
            level = band(score, (50, 70, 90))
            world.expected[name] = score, level, class_of(level, failed)
    return "2026-07"


def thanh_hoa_tasks(world, name):
    """Tasks of a month: quantity, quality and progress, and the class that they leave for a level."""
    tasks = []
    careful, slow = world.chance(0.5), world.chance(0.2)
    for number in range(world.random.randint(1, 12)):
        assigned, coefficient = world.random.choice([2, 4, 10]), world.random.choice([1, 2.5])
        if careful:
            completed = assigned + (1 if world.chance(0.35) else 0)
        else:
            completed = world.random.choice([assigned, assigned, assigned / 2, assigned / 2 - 1 if slow else assigned])
        late, faults = int(world.chance(0.5 if slow else 0.15)), 0 if careful else int(world.chance(0.2))
        world.put("tasks", id=f"{name}/{number}", person=name, coefficient=coefficient, assigned=assigned,
                  completed=completed, faults=faults, due="2026-07-20", done="2026-07-21" if late else "2026-07-20")
        tasks.append((Fraction(coefficient), assigned, Fraction(completed), faults, late))
    whole = sum(k * assigned for k, assigned, _, _, _ in tasks)
    a = sum(k * completed for k, _, completed, _, _ in tasks) / whole
    b = sum(k * completed * (1 - Fraction(faults, 4)) for k, _, completed, faults, _ in tasks) / whole
    c = sum(k * completed * (1 - Fraction(late, 4)) for k, _, completed, _, late in tasks) / whole
    full = all(completed >= assigned for _, assigned, completed, _, _ in tasks)
    beyond = sum(completed > assigned for _, assigned, completed, _, _ in tasks)
    under = sum(2 * completed < assigned for _, assigned, completed, _, _ in tasks)
    late = sum(late for _, _, _, _, late in tasks)

    def class_of(level, failed):
        if failed or 2 * under > len(tasks):
            return LEVELS[0]
        if level in ("excellent", "good") and under or level == "completed" and 5 * late > len(tasks):
            return AUTHORITY
        if level == "excellent" and not (full and 10 * beyond >= 3 * len(tasks)):
            return "good"
        return level

    return [a, b, c], class_of


def said(level):
    """Level by points and proposed class of one person of the output."""
    if level["state"] == "noResult":
        return NOTHING, NOTHING
    open_ = AUTHORITY if level["needsDecision"] else NOTHING
    return level["computed"], level["proposed"] or open_


def run(merit, criteria, pack, scheme, count, seed):
    world = World(f"{pack} {seed}")
    period = scheme(world, count)
    with tempfile.TemporaryDirectory() as folder:
        data, out = os.path.join(folder, "data"), os.path.join(folder, "out")
        os.makedirs(data)
        for name in sorted(set(world.tables) | {"findings", "leave"}):
            with open(os.path.join(data, name + ".ndjson"), "w", encoding="utf-8") as file:
                file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in world.tables[name])
        command = [merit, "score", data, "--pack", os.path.join(criteria, pack), "--period", period, "--out", out]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with open(os.path.join(out, "people.ndjson"), encoding="utf-8") as file:
            found = {one["id"]: one for one in map(json.loads, file)}
    wrong = []
    for name, (score, level, proposed) in world.expected.items():
        one = found.get(name, {"level": {"state": "missing"}, "values": {}})
        if said(one["level"]) != (level, proposed) or exact(one["values"].get("score")) != score:
            wrong.append(f"{name}: found {said(one['level'])}, expected {(level, proposed)}, score {score}")
    met = collections.Counter(proposed for _, _, proposed in world.expected.values())
    print(f"{pack}: {len(world.expected)} people, {dict(sorted(met.items()))}: {len(wrong)} differ")
    print("".join(line + "\n" for line in wrong[:5]), end="")
    return not wrong and len(found) == len(world.expected) and set(met) >= set(LEVELS) | {AUTHORITY}


def main(merit, criteria, count="1200", seed="1"):
    schemes = {"ha-noi-3814-2018": ha_noi, "tphcm-20-2024": tphcm, "thanh-hoa-1053-2026": thanh_hoa}
    good = [run(merit, criteria, pack, scheme, int(count), seed) for pack, scheme in schemes.items()]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
