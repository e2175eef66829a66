"""What Party Regulation 366 wants to know beside the decree: figures of leaders, votes, removal from post."""

# who, tasks assigned, done, on time with quality, beyond, causes outside and within; the third quarter
RESULTS = """
CB-002|20|20|20|7||
CB-018|10|10|10|3||
CB-024|10|10|10|2||
CB-014|12|8|8|0|Thiếu hai biên chế|Chậm phân công lại
CB-057|10|6|6|0|Chờ kinh phí|
"""
# id, who, grounds established, talked, proposed, extended by, decided
CASES = """
VC-01|CB-029|2026-08-17|2026-08-24|2026-09-04||
VC-02|CB-060|2026-08-17|2026-08-20|2026-08-28|CV 95/SM-VP (ví dụ)|2026-09-21
VC-03|CB-030|2026-09-14||||
"""


def _rows(table):
    return [[cell or None for cell in line.split("|")] for line in table.strip().splitlines()]


def results(records):
    for person, plan, actual, on_time, beyond, outside, within in _rows(RESULTS):
        records.add("partyResults", person=person, period="2026-Q3", plan=int(plan),
                    actual=int(actual), onTime=int(on_time), beyond=int(beyond), defects=0, repaired=0,
                    objectiveCauses=outside, subjectiveCauses=within, by="Ban Thường vụ Đảng ủy Sở",
                    document="BC 25-BC/ĐU (ví dụ)")
    records.add("confidenceVotes", person="CB-049", period="2026-Q3", cast=9, lowVotes=5,
                document="BB 09-BB/ĐU (ví dụ)")
    for key, person, established, talked, proposed, extended, decided in _rows(CASES):
        records.add("removalCases", id=key, person=person, kind="another ground",
                    establishedOn=established, document=f"BC {key[3:]}-BC/ĐU (ví dụ)", talkedOn=talked,
                    proposedOn=proposed, extendedBy=extended, decidedOn=decided)
