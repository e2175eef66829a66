"""Steps of tasks against a naive count: steps.py MERIT PACK [COUNT] [SEED].

Writes a seeded year of COUNT tasks with 1 to 8 steps each, overlapping pauses, days off and a make-up
Saturday, has MERIT score it by the pack of Telegram 968, and counts every late day by itself, day by day and
task by task. Ends with 1 where a step, a task or a person differs, or where the steps of a task do not add up
to the task. Everything is invented."""

import collections
import datetime
import json
import os
import random
import subprocess
import sys
import tempfile

DAY = datetime.timedelta(1)
FIRST, LAST = datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)
OFF = {datetime.date(2026, *d) for d in (
    (1, 1), (2, 16), (2, 17), (2, 18), (2, 19), (2, 20), (4, 27), (4, 30), (5, 1), (8, 31), (9, 1), (9, 2))}
MADE_UP = {datetime.date(2026, 8, 22)}
PEOPLE = [f"N{number:03d}" for number in range(400)]


def works(day):
    return day in MADE_UP or (day.weekday() < 5 and day not in OFF)


class Year:
    """The records of a year, and the late days that each step, task and person should have."""

    def __init__(self, random_, count):
        self.random = random_
        self.tables = collections.defaultdict(list)
        self.of_step, self.of_task, self.of_person = {}, {}, collections.Counter()
        self.tables["units"] = [{"id": "SO", "name": "Sở mẫu", "agency": True, "from": "2020-01-01"}]
        for person in PEOPLE:
            self.tables["people"].append({"id": person, "name": "Người mẫu " + person, "kind": "civilServant"})
            self.tables["postings"].append({"person": person, "unit": "SO", "role": "staff", "from": "2020-01-01"})
        for day in sorted(OFF | MADE_UP):
            self.tables["calendar"].append({"date": str(day), "working": day in MADE_UP, "document": "TB (ví dụ)"})
        for number in range(count):
            self.task(f"T{number:05d}")

    def days(self, first, length):
        return first + DAY * self.random.randrange(0, length)

    def task(self, task):
        person = self.random.choice(PEOPLE)
        start = self.days(FIRST, 300)
        due = self.days(start, 20)
        done = None if self.random.random() < 0.05 else max(start, due + DAY * self.random.randrange(-5, 25))
        end = done or LAST
        record = {"id": task, "person": person, "assigned": 1, "completed": 1 if done else 0, "due": str(due)}
        self.tables["tasks"].append(record | ({"done": str(done)} if done else {}))
        pauses = self.pauses(task, person, start, end)
        late = []
        day = due + DAY
        while day <= min(end, LAST):
            if works(day) and not any(first <= day <= last for first, last in pauses):
                late.append(day)
            day += DAY
        self.of_task[task] = len(late)
        self.steps(task, start, end, done, late)

    def pauses(self, task, person, start, end):
        found = []
        for number in range(self.random.choice([0, 0, 1, 2, 3])):
            first = self.days(start, (end - start).days + 1)
            last = self.days(first, 6)
            record = {"id": f"{task}-P{number}", "person": person, "task": task, "from": str(first),
                      "to": str(last), "pauseCause": "chờ ý kiến (ví dụ)"}
            if self.random.random() < 0.9:  # without a document a pause has no effect
                record["document"] = "CV (ví dụ)"
                found.append((first, last))
            self.tables["pauses"].append(record)
        return found

    def steps(self, task, start, end, done, late):
        count = self.random.randint(1, 8)
        cuts = sorted(self.days(start, (end - start).days + 1) for _ in range(count - 1))
        ends = [start] + cuts + [end]
        for number in range(count):
            holder, step = self.random.choice(PEOPLE), f"{task}-S{number}"
            record = {"id": step, "person": holder, "task": task, "from": str(ends[number])}
            if done or number < count - 1:
                record["to"] = str(ends[number + 1])
            if number:
                record["stepBefore"] = f"{task}-S{number - 1}"
            self.tables["steps"].append(record)
            held = sum(ends[number] < day <= ends[number + 1] for day in late)
            self.of_step[step] = held
            self.of_person[holder] += held

    def write(self, folder):
        os.makedirs(folder)
        for name in list(self.tables) + ["findings", "leave"]:
            with open(os.path.join(folder, name + ".ndjson"), "w", encoding="utf-8") as file:
                for record in self.tables[name]:
                    file.write(json.dumps(record, ensure_ascii=False) + "\n")


def main(merit, pack, count="10000", seed="968"):
    year = Year(random.Random(int(seed)), int(count))
    with tempfile.TemporaryDirectory() as folder:
        data, out = os.path.join(folder, "data"), os.path.join(folder, "out")
        year.write(data)
        subprocess.run([merit, "score", data, "--pack", pack, "--period", "2026", "--out", out],
                       check=True, stdout=subprocess.DEVNULL)
        with open(os.path.join(out, "steps-with-delay.json"), encoding="utf-8") as file:
            found = json.load(file)
        with open(os.path.join(out, "people.ndjson"), encoding="utf-8") as file:
            people = [json.loads(line) for line in file]
    headings = [column["en"] for column in found["columns"]]
    at = {name: headings.index(name) for name in ("Task", "Late days of the step", "Late days of the task")}
    of_step, of_task, sums = collections.Counter(), collections.Counter(), collections.Counter()
    for line in found["lines"]:
        task = line["cells"][at["Task"]]
        of_step[line["id"]] = int(line["cells"][at["Late days of the step"]])
        of_task[task] = int(line["cells"][at["Late days of the task"]])
        sums[task] += of_step[line["id"]]
    wrong = [step for step, days in year.of_step.items() if of_step[step] != days]
    wrong += [task for task, days in year.of_task.items() if of_task[task] != days or sums[task] != days]
    wrong += [person["id"] for person in people
              if int(person["values"]["lateDaysCharged"]) != year.of_person[person["id"]]]
    print(f"{len(year.of_task)} tasks, {len(year.of_step)} steps, {sum(year.of_task.values())} late days: "
          f"{len(wrong)} differ {wrong[:5]}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
