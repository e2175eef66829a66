"""What letter 3668 asks for: the two indices and what lies behind them, targets, departures, names.

`README.md` says what each row is for.
"""

# unit, index, year, points
INDICES = """
SM|PAR INDEX|2024|86.2
SM|PAR INDEX|2025|88.45
SM|SIPAS|2024|85
SM|SIPAS|2025|84.1
CCVT|PAR INDEX|2024|80.2
CCVT|PAR INDEX|2025|80.2
XMA|PAR INDEX|2025|79.5
XMA|SIPAS|2025|82
VP|PCI|2025|65
"""
# id, unit, index, strength or weakness, matter, cause, person, body, way to improve, protection
ANALYSED = """
CS-01|SM|PAR INDEX|strength|Hồ sơ trực tuyến toàn trình|Số hóa từ khâu tiếp nhận||||
CS-02|SM|SIPAS|weakness|Người dân chờ lâu ở khâu bổ sung hồ sơ|Chưa có danh mục hồ sơ mẫu|CB-021|Phòng Cải cách hành chính|Đăng danh mục mẫu trong quý III|
CS-03|SM|PAR INDEX|weakness|Điểm thí điểm cách làm mới|Thí điểm chưa hết thời hạn|CB-029|Phòng Chính quyền địa phương|Đánh giá khi hết thí điểm|QĐ 12/QĐ-SM (ví dụ)
CS-04|XMA|PAR INDEX|strength|Một cửa liên thông|Bố trí đủ người trực||||
CS-05|XMA|PAR INDEX|weakness|Chậm công khai thủ tục nội bộ|Chưa phân công người làm||||
"""
# unit, to cut in 2026, cut so far, document
TARGETS = """
SM|10|6|KH 15/KH-SM (ví dụ)
CCVT|2|0|KH 03/KH-CCVT (ví dụ)
PMB|5||KH 08/KH-PMB (ví dụ)
XMA|4|1|
"""


def _rows(table):
    return [line.split("|") for line in table.strip().splitlines()]


def indices(records):
    for unit, index, year, points in _rows(INDICES):
        records.add("reformIndices", unit=unit, reformIndex=index, indexYear=int(year),
                    indexPoints=float(points), announcedOn=f"{int(year) + 1}-04-20",
                    document=f"QĐ công bố chỉ số năm {year} (ví dụ)")
    for key, unit, index, judged, matter, cause, person, body, way, protection in _rows(ANALYSED):
        records.add("indexFindings", id=key, unit=unit, reformIndex=index, indexYear=2025,
                    judgedAs=judged, matter=matter, causeOfIt=cause or None,
                    responsiblePerson=person or None, responsibleBody=body or None,
                    wayToImprove=way or None, assessedBy="Tổ công tác CCHC",
                    document="BC 19/BC-CCHC (ví dụ)", protection=protection or None)


def targets(records):
    for unit, wanted, cut, document in _rows(TARGETS):
        records.add("cutTargets", unit=unit, targetYear=2026, toCut=int(wanted),
                    cutSoFar=int(cut) if cut else None, document=document or None)
    records.add("businessRules", unit="SM", rulesCounted=40, rulesCut=9, ruleCostBefore=1000,
                ruleCostAfter=780)
    records.add("businessRules", unit="XMA", rulesCounted=10, rulesCut=1, ruleCostBefore=100,
                ruleCostAfter=70)
    for unit, planned, done in (("SM", 20, 18), ("CCVT", 5, 5), ("XMA", 12, 9)):
        records.add("unitResults", unit=unit, period="2026-Q3", measure="administrative reform plan",
                    plan=planned, actual=done)


def departures(records):
    records.add("resignations", id="TV-01", person="XA-10", goneOn="2026-09-25",
                wayOfGoing="resigned", reasonFound="thu nhập thấp", assessedBy="Chủ tịch UBND xã",
                document="BC 22/BC-XMA (ví dụ)")


def names(records):
    """Delay and harassment that were concluded, and achievements, of people and of units."""
    for key, person, kind, ground, by, day, more in (
            ("KL-17", "CB-047", "conclusion", "harassment", "Thanh tra tỉnh (ví dụ)", "2026-07-10", {}),
            ("KL-18", "PB-08", "conclusion", "delay", "Chủ tịch UBND phường", "2026-07-13",
             {"madePublicOn": "2026-08-03"}),
            ("KL-19", "XA-05", "conclusion", "delay", None, "2026-08-26", {}),
            ("KL-20", "CB-024", "achievement", "administrative reform", "Giám đốc Sở", "2026-07-20", {}),
            ("KL-21", "CB-008", "achievement", "administrative reform", "Giám đốc Sở", "2026-07-20",
             {"commendationDocument": "QĐ 140/QĐ-SM (ví dụ)"})):
        records.add("findings", id=key, person=person, kind=kind, ground=ground, conclusionBy=by,
                    document=f"KL {key[3:]}/2026 (ví dụ)", decisionDate=day, **more)
    for key, unit, kind, ground, day, more in (
            ("DV-01", "PMB-VX", "conclusion", "harassment", "2025-12-22", {}),
            ("DV-02", "XMA-TT", "achievement", "administrative reform", "2026-07-20", {}),
            ("DV-03", "TCBC", "achievement", "administrative reform", "2026-07-20",
             {"commendationDocument": "QĐ 141/QĐ-SM (ví dụ)"})):
        records.add("unitFindings", id=key, unit=unit, kind=kind, ground=ground,
                    conclusionBy="UBND tỉnh", document=f"TB {key[3:]}/UBND (ví dụ)",
                    decisionDate=day, **more)
