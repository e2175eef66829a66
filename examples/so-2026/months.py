"""Months that are computed from records: two task lines, ten points and a sheet a person and month."""
import random
from datetime import date, timedelta

from days import MONTHS, last_working_day, name, notice_day, working_day
from july import ratings
from movers import PROFILE, post

ALL = tuple(range(1, 12))
# whose months have records here; the other months of these people are closed ones, or they were away
RECORDED = {person: ALL for person in PROFILE if person[:2] in ("XA", "PB")} | {
    "XA-06": (1, 2, 10, 11), "XA-07": (1, 2, 11), "XA-10": ALL[:9], "XA-11": ALL[7:],
    "XA-13": ALL[:10], "XA-18": (1, 2, 5, 6, 7, 8, 9, 10, 11), "PB-11": (1, 8, 9, 10, 11),
    "CB-066": (4, 5, 6, 7, 8, 9),
} | {f"CB-{number:03}": (7,) for number in range(67, 80)}
POINTS = {"A": 28, "B": 19.5, "C": 17, "D": 13}
POINTS_OF = {"XA-09": 27, "PB-05": 29, "XA-03": 29}
# head of a unit: until which month, who
HEADS = {
    "TCBC": [(12, "CB-013")], "BTXH": [(12, "CB-075")], "TE": [(12, "CB-076")],
    "BTTE": [(12, "CB-075")], "XMA-VP": [(12, "XA-03")], "XMA-KT": [(4, "XA-08"), (12, "XA-09")],
    "XMA-VX": [(10, "XA-13"), (12, "XA-14")], "PMB-KT": [(12, "PB-02")],
    "PMB-VX": [(4, "PB-02"), (12, "XA-08")], "XMA-TT": [(6, "XA-01"), (12, "XA-03")],
}


def evaluator(unit, role, number):
    if role == "head":
        return {"X": "XA-01", "P": "PB-01"}.get(unit[0], "CB-001")
    return next(person for until, person in HEADS[unit] if number <= until)


class PersonMonth:
    """One person's records of one month."""

    def __init__(self, records, person, number):
        self.records, self.person, self.number = records, person, number
        self.first, self.last = MONTHS[number]
        row = post(person, self.last)
        self.unit, self.role, self.count = row[1], row[2], 0
        self.evaluator = evaluator(self.unit, self.role, number)

    def task(self, product, assigned, completed, due, done, **more):
        self.count += 1
        self.records.add(
            "tasks", id=f"{self.person}-{self.number:02}-{self.count}", person=self.person,
            product=product, assigned=assigned, completed=completed, due=due.isoformat(),
            done=done.isoformat() if done else None, source=f"PGV {self.number:02}/2026",
            assignedBy=self.evaluator, **more)

    def usual(self, profile):
        """Documents of the month, and its report: A without fault, D mostly undone."""
        even, pieces = self.number % 2 == 0, 8 + self.number % 3
        due, report = (last_working_day(self.last - timedelta(days=days)) for days in (9, 5))
        share = {"A": 1, "B": 1, "C": 0.5, "D": 0.2}[profile]
        late = {"A": 0, "B": 0 if even else 1, "C": 2, "D": 0}[profile]
        self.task("SP-01", pieces, round(pieces * share, 1), due, due,
                  title=f"Công văn tháng {self.number}", faults=1 if profile == "B" and even else None)
        self.task("SP-06", 1, 0 if profile == "D" else 1, report,
                  None if profile == "D" else report + timedelta(days=late),
                  title=f"Báo cáo tháng {self.number}")

    def assessments(self, total):
        chance = random.Random(f"{self.person} {self.number}")
        ratings(self.records, self.person, total, self.evaluator, name(self.number), chance)
        self.records.add(
            "sheets", person=self.person, period=name(self.number),
            selfOn=working_day(self.last, 1).isoformat(), confirmedBy=self.evaluator,
            confirmedOn=working_day(self.last, 2).isoformat(),
            notifiedOn=notice_day(self.number).isoformat())
        if self.role != "staff":
            for component in ("organising", "unity"):
                self.records.add(
                    "leaderRatings", person=self.person, period=name(self.number), value=1,
                    component=component, by=self.evaluator, document=f"TB {self.number:02}/2026 (ví dụ)")


def recorded_months(records):
    for person, numbers in RECORDED.items():
        if person in ("XA-01", "XA-02", "PB-01"):
            continue
        for number in numbers:
            month = PersonMonth(records, person, number)
            month.usual(PROFILE[person])
            month.assessments(POINTS_OF.get(person, POINTS[PROFILE[person]]))
            for product, assigned, completed, due, done, more in SPECIAL.get((person, number), ()):
                month.task(product, assigned, completed, date.fromisoformat(due),
                           date.fromisoformat(done) if done else None, **more)


def _plain(assigned, completed, due, done, **more):
    return ("SP-01", assigned, completed, due, done, more)


def _big(assigned, completed, due, done, **more):
    return ("SP-11", assigned, completed, due, done, more)


# what happens to work on purpose: person and month → lines
SPECIAL = {
    # handed over by the four causes: giver, then receiver
    ("XA-12", 3): [_plain(6, 2, "2026-03-16", "2026-03-16", title="Rà soát hộ nghèo, phần không làm được",
                          handedOver=4, handover="unable")],
    ("XA-10", 3): [_plain(4, 4, "2026-03-18", "2026-03-18", title="Rà soát hộ nghèo, nhận thay",
                          planned=False, receivedFrom="XA-12")],
    ("XA-06", 2): [_plain(5, 1, "2026-02-24", "2026-02-24", title="Hồ sơ lưu trữ, nghỉ từ 26/02",
                          handedOver=4, handover="absence")],
    ("XA-05", 2): [_plain(4, 4, "2026-02-25", "2026-02-25", title="Hồ sơ lưu trữ, nhận thay",
                          planned=False, receivedFrom="XA-06")],
    ("XA-17", 6): [_plain(8, 3, "2026-06-12", "2026-06-12", title="Theo dõi trường học",
                          handedOver=5, handover="reorganisation")],
    ("XA-15", 6): [_plain(5, 5, "2026-06-19", "2026-06-19", title="Theo dõi trường học, nhận bàn giao",
                          planned=False, receivedFrom="XA-17")],
    ("PB-08", 9): [_plain(7, 4, "2026-09-14", "2026-09-14", title="Cấp phép vỉa hè",
                          handedOver=3, handover="superior")],
    ("PB-09", 9): [_plain(3, 3, "2026-09-15", "2026-09-15", title="Cấp phép vỉa hè, theo điều chuyển",
                          planned=False, receivedFrom="PB-08")],
    # due in August; the one with a document belongs to September
    ("XA-05", 8): [
        _plain(3, 3, "2026-08-20", "2026-09-09", title="Đề án nhỏ, gia hạn có văn bản",
               extendedTo="2026-09-10", extendedBy="CV 31/UBND-VP (ví dụ)"),
        _plain(2, 2, "2026-08-20", "2026-08-24", title="Đề án nhỏ, gia hạn bằng lời", extendedTo="2026-08-25")],
    # one product of three people, each with a part of it
    ("XA-15", 10): [_big(0.5, 0.5, "2026-10-15", "2026-10-15", title="Đề án chung, phần 50%",
                         partOf="DA-01", share=0.5)],
    ("XA-16", 10): [_big(0.3, 0.3, "2026-10-15", "2026-10-15", title="Đề án chung, phần 30%",
                         partOf="DA-01", share=0.3)],
    ("XA-18", 10): [_big(0.2, 0.1, "2026-10-15", "2026-10-16", title="Đề án chung, phần 20%",
                         partOf="DA-01", share=0.2)],
    # late, and faults, for a cause that a named person and a document confirm; then without either
    ("PB-04", 4): [_plain(4, 4, "2026-04-14", "2026-04-17", title="Báo cáo bão, mất điện ba ngày",
                          excusedDays=3, excusedLate=1, excusedBy="PB-02", excusedDocument="BB 04/PMB (ví dụ)")],
    ("PB-04", 5): [_plain(4, 4, "2026-05-14", "2026-05-15", title="Báo cáo, nói là mất mạng",
                          excusedDays=1, excusedLate=1)],
    ("XA-18", 5): [_plain(4, 4, "2026-05-14", "2026-05-14", title="Tổng hợp theo số liệu gốc sai", faults=2,
                          excusedFaults=2, excusedBy="XA-09", excusedDocument="BB 05/XMA (ví dụ)")],
    ("PB-07", 6): [_big(1, 0.5, "2026-06-10", "2026-06-18", title="Thí điểm một cửa lưu động", faults=3,
                        protection="QĐ 06/QĐ-PMB theo NĐ 73/2023 (ví dụ)")],
    ("PB-10", 9): [_plain(9, 9, "2026-09-10", "2026-09-09", title="Ứng phó bão số 5", planned=False)],
}
