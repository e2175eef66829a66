"""Days off and make-up days of 2026, and the periods of an office that closes on the 25th."""
from datetime import date, timedelta

HOLIDAYS = "Bộ luật Lao động 45/2019/QH14, Đ.112"
# Days from Monday to Friday that are not worked, and a Saturday that is, with the document and the mark
# of confidence: how surely it was read.
DAYS_OFF = [
    ("2026-01-01", "Tết Dương lịch", HOLIDAYS, ""),
    ("2026-01-02", "Nghỉ hoán đổi dịp Tết Dương lịch", "Thông báo lịch nghỉ năm 2026", "SEC"),
    ("2026-02-16", "Tết Nguyên đán", "Thông báo lịch nghỉ năm 2026", ""),
    ("2026-02-17", "Tết Nguyên đán", "Thông báo lịch nghỉ năm 2026", ""),
    ("2026-02-18", "Tết Nguyên đán", "Thông báo lịch nghỉ năm 2026", ""),
    ("2026-02-19", "Tết Nguyên đán", "Thông báo lịch nghỉ năm 2026", ""),
    ("2026-02-20", "Tết Nguyên đán", "Thông báo lịch nghỉ năm 2026", ""),
    ("2026-04-27", "Nghỉ bù Giỗ Tổ Hùng Vương (26/4 là Chủ nhật)", HOLIDAYS, "SEC"),
    ("2026-04-30", "Ngày Chiến thắng", HOLIDAYS, "SEC"),
    ("2026-05-01", "Ngày Quốc tế lao động", HOLIDAYS, "SEC"),
    ("2026-08-31", "Nghỉ hoán đổi dịp Quốc khánh", "Thông báo lịch nghỉ năm 2026", "V1"),
    ("2026-09-01", "Quốc khánh", "Thông báo lịch nghỉ năm 2026", "V1"),
    ("2026-09-02", "Quốc khánh", "Thông báo lịch nghỉ năm 2026", "V1"),
    ("2026-11-24", "Ngày Văn hóa Việt Nam", "Nghị quyết 80-NQ/TW; luật sửa đổi chưa đọc được", "SEC"),
]
MADE_UP = [
    ("2026-01-10", "Làm bù cho ngày 02/01", "Thông báo lịch nghỉ năm 2026", "MEM"),
    ("2026-08-22", "Làm bù cho ngày 31/8", "Thông báo lịch nghỉ năm 2026", "V1"),
]
_OFF = {date.fromisoformat(row[0]) for row in DAYS_OFF}
_ON = {date.fromisoformat(row[0]) for row in MADE_UP}


def is_worked(day):
    return day in _ON or day.weekday() < 5 and day not in _OFF


def working_day(after, count):
    """The working day of that count after a day."""
    day = after
    while count:
        day += timedelta(days=1)
        count -= is_worked(day)
    return day


def last_working_day(until):
    """The day itself, or the last working day before it."""
    while not is_worked(until):
        until -= timedelta(days=1)
    return until


YEAR_FROM, YEAR_TO = date(2026, 1, 1), date(2026, 12, 14)
_ENDS = [date(2026, month, 25) for month in range(1, 12)] + [YEAR_TO]
_STARTS = [YEAR_FROM] + [end + timedelta(days=1) for end in _ENDS[:-1]]
# number → first and last day; December closes before the 15th
MONTHS = {number: days for number, days in enumerate(zip(_STARTS, _ENDS), 1)}
LONGER = {"2026-Q1": (1, 3), "2026-Q2": (4, 6), "2026-Q3": (7, 9), "2026-Q4": (10, 12),
          "2026-H1": (1, 6), "2026-H2": (7, 12)}


def name(number):
    return f"2026-{number:02}"


def notice_day(number):
    return working_day(MONTHS[number][1], 5)


def calendar(records):
    for days, working in ((DAYS_OFF, "false"), (MADE_UP, "true")):
        for day, what, document, mark in days:
            records.add("calendar", date=day, working=working, name=what,
                        document=f"{document} [{mark}]" if mark else document)


def periods(records):
    for number, (first, last) in MONTHS.items():
        _period(records, name(number), first, last)
    for longer, (first, last) in LONGER.items():
        _period(records, longer, MONTHS[first][0], MONTHS[last][1])
    # Classes are decided before 15 December (335 Đ.19.2), while December is still open.
    records.add("periods", id="2026", **{"from": YEAR_FROM.isoformat()}, to=YEAR_TO.isoformat(),
                selfScoreBy="2026-12-03", confirmBy="2026-12-07", closeBy="2026-12-11",
                noticeBy="2026-12-14")


def _period(records, period, first, last):
    by = [working_day(last, count).isoformat() for count in (1, 2, 3, 5)]
    records.add("periods", id=period, **{"from": first.isoformat()}, to=last.isoformat(),
                selfScoreBy=by[0], confirmBy=by[1], closeBy=by[2], noticeBy=by[3])
