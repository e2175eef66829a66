#!/usr/bin/env python3
"""Writes the records of an invented department for July 2026: generate.py [FOLDER].

Every name, number and document is made up. The same program writes the same bytes each time. What is
put in on purpose stands in `README.md` beside this file, with the ids of the people it concerns.
"""
import csv
import io
import json
import pathlib
import random
import sys
import unicodedata
from datetime import date, timedelta

from people import PEOPLE, UNITS, title

FIRST, LAST, MONTH = date(2026, 6, 26), date(2026, 7, 25), "2026-07"
CRITERIA = [("I.1", 5), ("I.2", 5)] + [
    (name, 2.5) for name in ("II.1", "II.2", "II.3", "II.4", "III.1", "III.2", "III.3", "III.4")]
# id, name, group, points of the handbook's annex IV
PRODUCTS = [
    ("SP-01", "Văn bản hành chính thông thường (sản phẩm chuẩn)", 1, 5),
    ("SP-02", "Phát hành, chuyển văn bản", 1, 4),
    ("SP-03", "Lập, nộp lưu hồ sơ", 1, 4),
    ("SP-04", "Phục vụ cuộc họp, hội nghị", 1, 8),
    ("SP-05", "Tự chấm điểm chỉ số cải cách hành chính", 1, 30),
    ("SP-06", "Báo cáo số liệu định kỳ", 1, 40),
    ("SP-07", "Thông báo xét duyệt quyết toán", 1, 50),
    ("SP-08", "Văn bản giải quyết kiến nghị, phản ánh", 1, 80),
    ("SP-09", "Dự toán kinh phí năm", 1, 100),
    ("SP-10", "Bài phát biểu của lãnh đạo", 2, 180),
    ("SP-11", "Báo cáo chuyên đề cấp tỉnh", 3, 250),
    ("SP-12", "Báo cáo đại hội cấp cơ sở", 3, 260),
    ("SP-13", "Dự thảo thông tư", 4, 280),
    ("SP-14", "Báo cáo đại hội cấp tỉnh", 4, 380),
    ("SP-15", "Dự thảo nghị định", 4, 400),
    ("SP-16", "Dự thảo nghị quyết của trung ương", 5, 450),
    ("SP-17", "Đề án cấp quốc gia", 5, 500),
]
# product, least and greatest quantity of one line of a month
USUAL = [("SP-01", 8, 20), ("SP-04", 5, 10), ("SP-05", 1, 3), ("SP-06", 1, 3), ("SP-07", 1, 2),
         ("SP-08", 1, 2), ("SP-09", 1, 1)]
OF_LEADERS = [("SP-06", 1, 3), ("SP-08", 1, 3), ("SP-10", 1, 1), ("SP-11", 1, 1), ("SP-01", 4, 10)]
TITLES = {
    "SP-01": ["Trả lời văn bản lấy ý kiến", "Công văn đôn đốc tiến độ", "Giấy mời, thông báo"],
    "SP-04": ["Phục vụ họp giao ban", "Phục vụ hội nghị sơ kết"],
    "SP-05": ["Tự chấm điểm chỉ số cải cách hành chính"],
    "SP-06": ["Báo cáo số liệu tháng 7", "Báo cáo số liệu 6 tháng"],
    "SP-07": ["Thông báo xét duyệt quyết toán quý II"],
    "SP-08": ["Giải quyết kiến nghị của công dân", "Giải quyết phản ánh trên cổng dịch vụ công"],
    "SP-09": ["Dự toán kinh phí năm 2027"],
    "SP-10": ["Bài phát biểu tại hội nghị sơ kết"],
    "SP-11": ["Báo cáo chuyên đề trình UBND tỉnh"],
}


class Month:
    """The tables of the month as they grow."""

    def __init__(self):
        self.chance = random.Random(20260725)
        self.tables = {name: [] for name in (
            "units", "people", "postings", "leads", "periods", "products", "tasks", "ratings",
            "leaderRatings", "sheets", "unitResults", "findings", "leave", "petitions",
            "decisions", "history")}

    def add(self, table, /, **record):
        self.tables[table].append({k: v for k, v in record.items() if v is not None})

    def task(self, person, product, assigned, completed, due, done=None, **more):
        number = len(self.tables["tasks"]) + 1
        title = more.pop("title", None) or self.chance.choice(TITLES.get(product, ["Nhiệm vụ"]))
        self.add(
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
        month.task(person, product, assigned, completed, due, done, faults=faults or None)


def ratings(month, person, total, rater):
    """Confirmed points of the ten rows that add up to `total`, in halves where it can be."""
    left = round(total * 2)
    points = []
    for place, (_, most) in enumerate(CRITERIA):
        rest = sum(round(m * 2) for _, m in CRITERIA[place + 1:])
        share = max(left - rest, min(round(most * 2), round(left * most / (rest / 2 + most))))
        points.append(share / 2)
        left -= share
    for (criterion, most), confirmed in zip(CRITERIA, points):
        self_score = min(most, confirmed + month.chance.choice([0, 0, 0, 0.5]))
        month.add("ratings", person=person, period=MONTH, criterion=criterion, self=self_score,
                  confirmed=confirmed, by=rater)


GENERAL = {"A": (28, 29.5), "B": (19, 22), "C": (16, 18.5), "D": (12, 14)}


def general(month, profile):
    low, high = GENERAL[profile]
    return month.chance.randint(int(low * 2), int(high * 2)) / 2


def exact(month, person, total):
    """140 simple documents; quality one and progress two pieces below the quantity."""
    due = date(2026, 7, 15)
    month.task(person, "SP-01", 132, total - 8, due, due, title="Công văn trả lời theo mẫu")
    month.task(person, "SP-01", 4, 4, due, due, faults=1, title="Công văn có một lần sai lớn")
    month.task(person, "SP-01", 4, 4, due, due + timedelta(days=2), title="Công văn chậm hai ngày")


def organisation(month):
    for unit in UNITS:
        month.add("units", **unit)
    for row in PEOPLE:
        person, name, unit, role, group = row[:5]
        kind = "contract" if role == "support" else "civilServant"
        if person == "CB-036":
            name = unicodedata.normalize("NFD", name)
        month.add("people", id=person, name=name, kind=kind)
        month.add("postings", person=person, unit=unit, role=role, title=title(unit, role, group),
                  peerGroup=group,
                  **{"from": "2026-07-06" if person == "CB-063" else "2025-07-01"})
    month.add("leads", person="CB-001", unit="SM", **{"from": "2025-07-01"})
    for deputy, field in (("CB-002", ("TCBC", "CCHC")), ("CB-003", ("CQDP", "LDVL", "NCC"))):
        for unit in field:
            month.add("leads", person=deputy, unit=unit, **{"from": "2025-07-01"})
    for row in PEOPLE:
        if row[3] == "head" and row[2] != "SM":
            month.add("leads", person=row[0], unit=row[2], **{"from": "2025-07-01"})
    for deputy, field in DEPUTIES.items():
        for person in field:
            month.add("leads", person=deputy, ledPerson=person, **{"from": "2025-07-01"})


DEPUTIES = {
    "CB-006": ("CB-007", "CB-008", "CB-009"), "CB-014": ("CB-015", "CB-016", "CB-017"),
    "CB-022": ("CB-023", "CB-024"), "CB-030": ("CB-037", "CB-038", "CB-039"),
    "CB-041": ("CB-043", "CB-044", "CB-045"), "CB-049": ("CB-053", "CB-054"),
    "CB-057": ("CB-058", "CB-059"),
}


def calendar(month):
    ends = [date(2026, m, 25) for m in range(1, 8)]
    start = date(2026, 1, 1)
    for number, end in enumerate(ends, 1):
        month.add(
            "periods", id=f"2026-{number:02}", **{"from": start.isoformat()}, to=end.isoformat(),
            selfScoreBy=(end + timedelta(days=1)).isoformat(),
            confirmBy=(end + timedelta(days=2)).isoformat(),
            closeBy=(end + timedelta(days=3)).isoformat(),
            noticeBy=(end + timedelta(days=5)).isoformat())
        start = end + timedelta(days=1)
    month.add("periods", id="2026-H1", **{"from": "2026-01-01"}, to="2026-06-25",
              closeBy="2026-06-30", noticeBy="2026-07-05")


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
        month.add("sheets", person=person, period=MONTH, selfOn="2026-07-25", confirmedBy=rater,
                  confirmedOn="2026-07-25" if person != "CB-050" else None)
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
        month.task(giver, "SP-01", 10, 10 - quantity, day(2026, 7, 10), day(2026, 7, 9),
                   title="Văn bản theo phân công", handedOver=quantity, handover=cause)
        month.task(taker, "SP-01", quantity, quantity, day(2026, 7, 10), day(2026, 7, 10),
                   title="Văn bản nhận thay", planned=False, receivedFrom=giver)
    for person in ("CB-007", "CB-018", "CB-034"):
        month.task(person, "SP-06", 1, 1, day(2026, 7, 17), day(2026, 7, 16), planned=False,
                   title="Báo cáo đột xuất theo yêu cầu của UBND tỉnh", assignedBy="UBND tỉnh")
    # late with and without a confirmed cause
    month.task("CB-019", "SP-08", 1, 1, day(2026, 7, 8), day(2026, 7, 10), excusedDays=2,
               excusedLate=1, excusedBy="CB-013", excusedDocument="CV 88/SM-VP (ví dụ)")
    month.task("CB-020", "SP-08", 1, 1, day(2026, 7, 8), day(2026, 7, 10), excusedDays=2,
               excusedLate=1)
    # extended with and without a document
    month.task("CB-027", "SP-07", 1, 1, day(2026, 7, 6), day(2026, 7, 13),
               extendedTo="2026-07-14", extendedBy="CV 90/SM-VP (ví dụ)")
    month.task("CB-028", "SP-07", 1, 1, day(2026, 7, 6), day(2026, 7, 13), extendedTo="2026-07-14")
    month.task("CB-029", "SP-11", 1, 0.5, day(2026, 7, 10), day(2026, 7, 20), faults=2,
               title="Đề xuất cách làm mới được cho phép thí điểm", protection="QĐ 12/QĐ-SM (ví dụ)")
    # open past the deadline, with the step that holds it
    month.task("CB-046", "SP-08", 1, 0, day(2026, 7, 3), step="chờ ý kiến sở chuyên ngành")
    month.task("CB-047", "SP-06", 1, 0, day(2026, 7, 15), step="trình trưởng phòng")
    # only urgent work; nothing at all for CB-051
    month.task("CB-052", "SP-06", 2, 2, day(2026, 7, 10), day(2026, 7, 9), planned=False,
               title="Báo cáo đột xuất")
    month.task("CB-054", "SP-90", 2, 2, day(2026, 7, 10), day(2026, 7, 9),
               title="Sản phẩm có điểm quá mức của nhóm")
    # due before the period and finished in it: belongs to June by its deadline
    month.task("CB-055", "SP-06", 1, 1, day(2026, 6, 24), day(2026, 6, 30), title="Báo cáo tháng 6")


def units_at_work(month):
    """Figures of the units; NCC leaves one item out."""
    def unit(name, general, tasks, defects=(1, 1), skip=(), **items):
        usual = {"a": (4, 4), "d": (10, 10), "đ": (3, 3), "e": (2, 2), "g": (0, 0), "h": (1, 1)}
        for number, points in enumerate(general, 1):
            month.add("unitResults", unit=name, period=MONTH, measure=f"general {number}", points=points)
        plan, actual, on_time, beyond = tasks
        month.add("unitResults", unit=name, period=MONTH, measure="tasks", plan=plan, actual=actual,
                  onTime=on_time, beyond=beyond)
        for item, (due, done) in {**usual, **items}.items():
            if item not in skip:
                month.add("unitResults", unit=name, period=MONTH, measure=item, plan=due, actual=done)
        month.add("unitResults", unit=name, period=MONTH, measure="defects", plan=defects[0],
                  actual=defects[1])
    unit("SM", (8, 8, 8), (60, 60, 60, 12), a=(8, 6), e=(4, 2), g=(420, 410))
    unit("VP", (9.5, 9.5, 9.5), (20, 20, 20, 7), e=(2, 2))
    unit("TCBC", (8, 7, 8), (16, 16, 16, 3), a=(4, 3), e=(2, 1))
    unit("CCHC", (8, 7.5, 8), (20, 19, 19, 2), d=(10, 6), đ=(3, 2))
    unit("CQDP", (6, 6, 5.5), (20, 20, 17, 0), a=(4, 1), d=(10, 4), e=(2, 0), đ=(4, 1), h=(4, 1))
    unit("LDVL", (8, 8, 8), (18, 18, 18, 4), g=(120, 114), đ=(4, 3))
    unit("NCC", (8, 8.5, 8), (22, 22, 22, 2), skip=("đ",), g=(260, 255))
    unit("CCVT", (8, 8, 7.5), (12, 12, 12, 3), a=(2, 1))
    unit("CCVT-NV", (8, 8, 8), (10, 9, 9, 1), a=(2, 1))
    month.add("decisions", unit="CCVT-NV", period=MONTH, what="level", value="completed",
              by="Chi cục trưởng", document="QĐ 07/QĐ-CCVT (ví dụ)", date="2026-07-25")


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
    month.add("petitions", id="KN-01", person="CB-047", period="2026-05", receivedOn="2026-06-19")
    month.add("petitions", id="KN-02", person="CB-058", period="2026-04", receivedOn="2026-05-11",
              answeredOn="2026-05-18")


# what is wrong with a closed month: person, month, changes
LOW = {"CB-046": 46, "CB-047": 44, "CB-058": 52, "CB-020": 49, "CB-034": 51, "CB-035": 47,
       "CB-052": 50, "CB-055": 55, "CB-061": 54}
TROUBLE = {
    ("CB-020", 3): {"closed": False}, ("CB-034", 5): {"notifiedOn": None},
    ("CB-035", 2): {"withoutWork": True, "score": 20}, ("CB-052", 4): {"score": None},
}


def history(month):
    """January to June, closed and notified but for what is put in on purpose."""
    months = month.tables["periods"][:6]
    for row in PEOPLE:
        person, role, profile = row[0], row[3], row[5]
        if role == "support" or person == "CB-063":
            continue
        middle = {"A": 91, "B": 82, "C": 66, "D": 60}[profile]
        for number, period in enumerate(months, 1):
            swing = month.chance.randint(-6, 6) / 2
            score = LOW[person] if person in ("CB-055", "CB-061") else LOW.get(person, middle) + swing
            away = person == "CB-012" and number >= 5
            record = {
                "person": person, "period": period["id"], "from": period["from"], "to": period["to"],
                "score": None if away else score, "worked": not away, "closed": True,
                "notifiedOn": None if away else period["noticeBy"]}
            month.add("history", **{**record, **TROUBLE.get((person, number), {})})


def product_rows(month):
    for product, name, group, points in PRODUCTS:
        month.add("products", id=product, name=name, group=group, points=points)
    month.add("products", id="SP-90", name="Sản phẩm nhập sai điểm", group=1, points=120)


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


def as_csv(rows, keys, newline="\n", mark=False):
    text = io.StringIO()
    table = csv.DictWriter(text, keys, lineterminator=newline)
    table.writeheader()
    table.writerows(rows)
    return ("\ufeff" if mark else "") + text.getvalue()


def write(month, folder):
    folder.mkdir(parents=True, exist_ok=True)
    tables = month.tables
    written = {
        "units.csv": as_csv(
            tables.pop("units"), ["id", "name", "parent", "agency", "classifiedBy", "from"]),
        "products.csv": as_csv(tables.pop("products"), ["id", "name", "group", "points"]),
        # as some offices' programs write them: byte-order mark, lines that end in CR LF
        "leave.csv": as_csv(
            tables.pop("leave"), ["person", "kind", "from", "to", "document"], "\r\n", mark=True),
    }
    for name, rows in tables.items():
        written[f"{name}.ndjson"] = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
    for name, text in written.items():
        (folder / name).write_bytes(text.encode())


def main():
    here = pathlib.Path(__file__).parent
    month = Month()
    organisation(month)
    calendar(month)
    product_rows(month)
    work(month)
    special_tasks(month)
    units_at_work(month)
    absences(month)
    history(month)
    unconfirmed(month)
    wrong_lines(month.tables)
    write(month, pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here / "data")


if __name__ == "__main__":
    main()
