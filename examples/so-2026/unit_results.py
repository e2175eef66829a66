"""What the units did in July and in the year: points of the general groups, tasks, items, defects."""

USUAL = {"a": (4, 4), "d": (10, 10), "đ": (3, 3), "e": (2, 2), "g": (0, 0), "h": (1, 1)}


class Figures:
    """Writes the figures of units for one period."""

    def __init__(self, records, period):
        self.records, self.period = records, period

    def unit(self, name, general, tasks, defects=(1, 1), skip=(), **items):
        """`tasks` are assigned, done, on time, beyond; an item is due and done, `skip` leaves one out."""
        for number, points in enumerate(general, 1):
            self._row(name, f"general {number}", points=points)
        plan, actual, on_time, beyond = tasks
        self._row(name, "tasks", plan=plan, actual=actual, onTime=on_time, beyond=beyond)
        for item, (due, done) in {**USUAL, **items}.items():
            if item not in skip:
                self._row(name, item, plan=due, actual=done)
        self._row(name, "defects", plan=defects[0], actual=defects[1])

    def _row(self, name, measure, **values):
        self.records.add("unitResults", unit=name, period=self.period, measure=measure, **values)


def units_in_july(records):
    """NCC leaves one item out."""
    unit = Figures(records, "2026-07").unit
    unit("SM", (8, 8, 8), (60, 60, 60, 12), a=(8, 6), e=(4, 2), g=(420, 410))
    unit("VP", (9.5, 9.5, 9.5), (20, 20, 20, 7), e=(2, 2))
    unit("TCBC", (8, 7, 8), (16, 16, 16, 3), a=(4, 3), e=(2, 1))
    unit("CCHC", (8, 7.5, 8), (20, 19, 19, 2), d=(10, 6), đ=(3, 2))
    unit("CQDP", (6, 6, 5.5), (20, 20, 17, 0), a=(4, 1), d=(10, 4), e=(2, 0), đ=(4, 1), h=(4, 1))
    unit("LDVL", (8, 8, 8), (18, 18, 18, 4), g=(120, 114), đ=(4, 3))
    unit("NCC", (8, 8.5, 8), (22, 22, 22, 2), skip=("đ",), g=(260, 255))
    unit("CCVT", (8, 8, 7.5), (12, 12, 12, 3), a=(2, 1))
    unit("CCVT-NV", (8, 8, 8), (10, 9, 9, 1), a=(2, 1))
    unit("BTTE", (8, 8, 8), (12, 12, 12, 2), a=(2, 1))
    for name in ("XMA", "XMA-VP", "XMA-KT", "XMA-VX", "XMA-TT", "PMB", "PMB-KT", "PMB-VX"):
        unit(name, (8, 8, 8), (10, 10, 10, 2), a=(2, 1))
    records.add("decisions", unit="CCVT-NV", period="2026-07", what="level", value="completed",
                by="Chi cục trưởng", document="QĐ 07/QĐ-CCVT (ví dụ)", date="2026-07-25")


def units_in_the_year(records):
    """Every class of 335 Đ.8, its gap and its two reasons to wait; see README.md."""
    unit = Figures(records, "2026").unit
    unit("SM", (8, 8, 8), (700, 700, 700, 140), a=(8, 6), e=(4, 2), g=(4200, 4100))
    unit("VP", (9.5, 9.5, 9.5), (200, 200, 200, 70))
    unit("TCBC", (8, 7, 8), (160, 160, 160, 30), a=(4, 3), e=(2, 1))
    unit("CCHC", (8, 7.5, 8), (200, 200, 180, 20), d=(10, 6), đ=(3, 2))
    unit("CQDP", (6, 6, 5.5), (200, 200, 170, 0), a=(4, 1), d=(10, 4), e=(2, 0), đ=(4, 1), h=(4, 1))
    unit("LDVL", (8, 8, 8), (180, 180, 180, 40), g=(1200, 1140), đ=(4, 3))
    unit("NCC", (8, 8.5, 8), (220, 220, 220, 20), skip=("đ",), g=(2600, 2550))
    unit("CCVT", (8, 8, 7.5), (120, 120, 120, 30), a=(2, 1))
    unit("CCVT-NV", (8, 8, 8), (100, 100, 100, 10), a=(2, 1))
    unit("BTTE", (8, 8, 8), (60, 39, 39, 0), a=(2, 1))
    records.add("unitResults", unit="BTTE", period="2026", measure="force majeure")
    unit("XMA", (8, 8, 8), (300, 300, 300, 40), a=(2, 1))
    unit("XMA-VP", (9.5, 9.5, 9.5), (100, 100, 100, 40))
    unit("XMA-KT", (8, 8, 8), (100, 100, 100, 20), a=(2, 1))
    unit("XMA-VX", (8, 8, 8), (100, 100, 100, 20), a=(2, 1))
    unit("XMA-TT", (6, 6, 5.5), (50, 50, 45, 0), a=(4, 1), d=(10, 4), e=(2, 0), đ=(4, 1), h=(4, 1))
    unit("PMB", (9.5, 9.5, 9.5), (300, 300, 300, 120))
    unit("PMB-KT", (9.5, 9.5, 9.5), (150, 150, 150, 60))
    unit("PMB-VX", (8, 8, 8), (100, 100, 100, 20), a=(2, 1))
    records.add("unitFindings", id="XM-01", unit="CCVT-NV", kind="verification",
                document="QĐ 40/QĐ-CCVT về xác minh đơn (ví dụ)", decisionDate="2026-11-20")
    records.add("decisions", unit="PMB", period="2026", what="outstanding", value="true",
                by="Chủ tịch UBND tỉnh", document="QĐ 901/QĐ-UBND (ví dụ)", date="2026-12-04")
    records.add("decisions", unit="XMA-KT", period="2026", what="level", value="good",
                by="Chủ tịch UBND xã Mẫu An", document="QĐ 210/QĐ-XMA (ví dụ)", date="2026-12-07")
