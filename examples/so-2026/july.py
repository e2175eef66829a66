"""July 2026: task lines, points and units' figures of everyone in the department, wrong records too."""
import random
from datetime import date, timedelta

from catalogue import CRITERIA, OF_LEADERS, TITLES, USUAL
from people import PEOPLE

FIRST, LAST, MONTH = date(2026, 6, 26), date(2026, 7, 25), "2026-07"


def task(month, person, product, assigned, completed, due, done=None, **more):
    number = len(month.tables["tasks"]) + 1
    title = more.pop("title", None) or month.chance.choice(TITLES.get(product, ["Nhiệm vụ"]))
    month.add(
        "tasks", id=f"NV-{number:04}", person=person, title=title, product=product,
        assigned=assigned, completed=completed, due=due.isoformat(),
        done=done.isoformat() if done else None,
        source=f"PGV {number}/2026", assignedBy=more.pop("assignedBy", "Trưởng phòng"), **more)


def workday(chance):
    """A working day of the period, not in its last days."""
    while True:
        day = FIRST + timedelta(days=chance.randint(4, 24))
        if day.weekday() < 5:
            return day


def lines(month, person, leads, profile):
    """Task lines by profile: A hardly a fault, B some, C many, D mostly undone."""
    chance = month.chance
    usual = OF_LEADERS if leads else USUAL
    wrong = {"A": 0.0, "B": 0.4, "C": 0.85, "D": 0.9}[profile]
    for product, least, most in chance.sample(usual, k=4) + [usual[0]]:
        assigned, completed = chance.randint(least, most), None
        late = faults = 0
        if chance.random() < wrong:
            kind = chance.choice(["late", "fault", "short"])
            late = chance.randint(1, 2 if profile == "B" else 4) if kind == "late" else 0
            faults = chance.randint(1, 1 if profile == "B" else 3) if kind == "fault" else 0
            if kind == "short" or profile == "D":
                share = {"B": 0.8, "C": 0.5, "D": 0.2}[profile]
                completed = round(assigned * share, 1)
        completed = assigned if completed is None else completed
        due = workday(chance)
        done = min(due + timedelta(days=late), LAST) if late else due - timedelta(
            days=chance.randint(0, 2))
        if profile == "D" and completed == 0:
            done = None
        task(month, person, product, assigned, completed, due, done, faults=faults or None)


def ratings(month, person, total, rater, period=MONTH, chance=None):
    """Confirmed points of the ten rows that add up to `total`, in halves where it can be."""
    left = round(total * 2)
    points = []
    for place, (_, most) in enumerate(CRITERIA):
        rest = sum(round(m * 2) for _, m in CRITERIA[place + 1:])
        share = max(left - rest, min(round(most * 2), round(left * most / (rest / 2 + most))))
        points.append(share / 2)
        left -= share
    for (criterion, most), confirmed in zip(CRITERIA, points):
        self_score = min(most, confirmed + (chance or month.chance).choice([0, 0, 0, 0.5]))
        month.add("ratings", person=person, period=period, criterion=criterion, self=self_score,
                  confirmed=confirmed, by=rater)


GENERAL = {"A": (28, 29.5), "B": (19, 22), "C": (16, 18.5), "D": (12, 14)}


def general(month, profile):
    low, high = GENERAL[profile]
    return month.chance.randint(int(low * 2), int(high * 2)) / 2


def exact(month, person, total):
    """140 simple documents; quality one and progress two pieces below the quantity."""
    due = date(2026, 7, 15)
    task(month, person, "SP-01", 132, total - 8, due, due, title="Công văn trả lời theo mẫu")
    task(month, person, "SP-01", 4, 4, due, due, faults=1, title="Công văn có một lần sai lớn")
    task(month, person, "SP-01", 4, 4, due, due + timedelta(days=2), title="Công văn chậm hai ngày")


NO_USUAL_LINES = {"CB-012", "CB-051", "CB-052", "CB-031", "CB-032", "CB-033", "CB-026"}
GENERAL_GIVEN = {
    "CB-008": 29.5, "CB-009": 28, "CB-010": 28, "CB-017": 28.5, "CB-018": 29.5, "CB-024": 29,
    "CB-027": 28, "CB-058": 28, "CB-059": 28, "CB-031": 10.5, "CB-032": 20.5, "CB-033": 25.5,
}


def work(month):
    """Task lines and general points of everyone who was at work."""
    for row in PEOPLE:
        person, role, profile = row[0], row[3], row[5]
        if role == "support":
            continue
        leads = role != "staff"
        if person not in NO_USUAL_LINES:
            lines(month, person, leads, profile)
        if person in ("CB-012", "CB-026"):
            continue
        rater = "CB-001" if leads else next(r[0] for r in PEOPLE if r[2] == row[2] and r[3] == "head")
        total = GENERAL_GIVEN.get(person) or general(month, profile)
        ratings(month, person, total, rater if rater != person else None)
        month.add("sheets", person=person, period=MONTH, selfOn="2026-07-27", confirmedBy=rater,
                  confirmedOn="2026-07-28" if person != "CB-050" else None)
        if leads:
            for component in ("organising", "unity"):
                value = 0.5 if (person, component) in (("CB-048", "organising"), ("CB-021", "unity")) else 1
                if (person, component) != ("CB-030", "organising"):
                    month.add("leaderRatings", person=person, period=MONTH, component=component,
                              value=value, by="Giám đốc Sở" if person != "CB-001" else "UBND tỉnh",
                              document="TB 41/TB-SM (ví dụ)")


def special_tasks(month):
    day = date
    for person, total in (("CB-031", 80), ("CB-032", 100), ("CB-033", 130)):
        exact(month, person, total)
    # hand-overs, each with the one who took the work over
    for giver, cause, taker, quantity in (
            ("CB-015", "unable", "CB-016", 3), ("CB-023", "absence", "CB-024", 4),
            ("CB-037", "reorganisation", "CB-038", 2), ("CB-043", "superior", "CB-044", 5)):
        task(month, giver, "SP-01", 10, 10 - quantity, day(2026, 7, 10), day(2026, 7, 9),
             title="Văn bản theo phân công", handedOver=quantity, handover=cause)
        task(month, taker, "SP-01", quantity, quantity, day(2026, 7, 10), day(2026, 7, 10),
             title="Văn bản nhận thay", planned=False, receivedFrom=giver)
    for person in ("CB-007", "CB-018", "CB-034"):
        task(month, person, "SP-06", 1, 1, day(2026, 7, 17), day(2026, 7, 16), planned=False,
             title="Báo cáo đột xuất theo yêu cầu của UBND tỉnh", assignedBy="UBND tỉnh")
    # late with and without a confirmed cause
    task(month, "CB-019", "SP-08", 1, 1, day(2026, 7, 8), day(2026, 7, 10), excusedDays=2,
         excusedLate=1, excusedBy="CB-013", excusedDocument="CV 88/SM-VP (ví dụ)")
    task(month, "CB-020", "SP-08", 1, 1, day(2026, 7, 8), day(2026, 7, 10), excusedDays=2,
         excusedLate=1)
    # extended with and without a document
    task(month, "CB-027", "SP-07", 1, 1, day(2026, 7, 6), day(2026, 7, 13),
         extendedTo="2026-07-14", extendedBy="CV 90/SM-VP (ví dụ)")
    task(month, "CB-028", "SP-07", 1, 1, day(2026, 7, 6), day(2026, 7, 13), extendedTo="2026-07-14")
    task(month, "CB-029", "SP-11", 1, 0.5, day(2026, 7, 10), day(2026, 7, 20), faults=2,
         title="Đề xuất cách làm mới được cho phép thí điểm", protection="QĐ 12/QĐ-SM (ví dụ)")
    # open past the deadline, with the step that holds it
    task(month, "CB-046", "SP-08", 1, 0, day(2026, 7, 3), step="chờ ý kiến sở chuyên ngành")
    task(month, "CB-047", "SP-06", 1, 0, day(2026, 7, 15), step="trình trưởng phòng")
    # only urgent work; nothing at all for CB-051
    task(month, "CB-052", "SP-06", 2, 2, day(2026, 7, 10), day(2026, 7, 9), planned=False,
         title="Báo cáo đột xuất")
    task(month, "CB-054", "SP-90", 2, 2, day(2026, 7, 10), day(2026, 7, 9),
         title="Sản phẩm có điểm quá mức của nhóm")
    # due before the period and finished in it: belongs to June by its deadline
    task(month, "CB-055", "SP-06", 1, 1, day(2026, 6, 24), day(2026, 6, 30), title="Báo cáo tháng 6")


def absences(month):
    month.add("leave", person="CB-012", kind="maternity", **{"from": "2026-05-04"}, to="2026-11-03",
              document="QĐ 21/QĐ-SM (ví dụ)")
    month.add("leave", person="CB-026", kind="sick", **{"from": "2026-06-22"}, to="2026-08-10",
              document="Giấy C65 (ví dụ)")
    month.add("leave", person="CB-023", kind="sick", **{"from": "2026-07-06"}, to="2026-07-17",
              document="Giấy C65 (ví dụ)")
    month.add("findings", id="KL-01", person="CB-046", kind="disciplinary review",
              document="TB 15/TB-SM (ví dụ)", decisionDate="2026-06-15")
    month.add("findings", id="KL-02", person="CB-029", kind="protection",
              document="QĐ 12/QĐ-SM (ví dụ)", decisionDate="2026-06-01")
    # Answered two days late, and after the half-year was drawn up.
    month.add("petitions", id="KN-01", person="CB-047", period="2026-05", receivedOn="2026-06-19",
              answeredOn="2026-07-02")
    month.add("petitions", id="KN-02", person="CB-058", period="2026-04", receivedOn="2026-05-11",
              answeredOn="2026-05-18")


def unconfirmed(month):
    for record in month.tables["ratings"]:
        if record["person"] == "CB-050" and record["criterion"] == "III.4":
            del record["confirmed"]
        if record["person"] == "CB-045" and record["criterion"] == "II.1":
            record["confirmed"] = 3


def wrong_lines(tables):
    """Lines that no office wants and every office has."""
    tasks = tables["tasks"]
    first = {person: next(t for t in tasks if t["person"] == person) for person in
             ("CB-042", "CB-043", "CB-044", "CB-053")}
    first["CB-042"]["due"] = "2026-02-30"
    first["CB-043"]["completed"] = -1
    tasks.append(dict(first["CB-053"]))
    tasks.append({**first["CB-044"], "completed": 0})
    tasks.append({"id": "NV-9999", "person": "CB-999", "title": "Việc của người không có trong danh sách",
                  "product": "SP-01", "assigned": 1, "completed": 1, "due": "2026-07-10",
                  "done": "2026-07-10"})
