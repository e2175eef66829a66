"""The year: leave, discipline, sheets, opinions, decisions, notices and petitions."""
import movers
from people import PEOPLE


def leave(records):
    for person, kind, first, last, document in (
            ("CB-067", "unpaid", "2026-01-26", "2026-05-25", "QĐ 09/QĐ-SM (ví dụ)"),
            ("XA-06", "unpaid", "2026-02-26", "2026-09-25", "QĐ 11/QĐ-XMA (ví dụ)"),
            ("XA-07", "study", "2026-02-26", "2026-10-25", "QĐ 12/QĐ-XMA (ví dụ)"),
            ("XA-18", "sick", "2026-02-26", "2026-04-25", "Giấy C65 (ví dụ)"),
            ("PB-11", "sick", "2026-01-26", "2026-07-25", "Giấy C65 (ví dụ)")):
        records.add("leave", person=person, kind=kind, **{"from": first}, to=last, document=document)


def discipline(records):
    """335 Đ.11.3, 20.4: what counts for the year, what does not, and what belongs elsewhere."""
    for finding in (
            {"id": "KL-03", "person": "CB-069", "kind": "discipline", "ground": "public duty",
             "side": "administrative", "penalty": "khiển trách", "violation": "HV-03",
             "violationFrom": "2026-03-02", "violationUnit": "BTXH",
             "document": "QĐ 88/QĐ-SM (ví dụ)", "decisionDate": "2026-08-14"},
            {"id": "KL-04", "person": "CB-070", "kind": "discipline", "ground": "other",
             "side": "party", "penalty": "khiển trách", "violation": "HV-04",
             "document": "QĐ 14-QĐ/ĐU (ví dụ)", "decisionDate": "2026-05-20"},
            {"id": "KL-05", "person": "CB-071", "kind": "discipline", "ground": "public duty",
             "side": "administrative", "penalty": "khiển trách", "violation": "HV-05",
             "violationFrom": "2025-09-08", "violationTo": "2025-10-10", "violationUnit": "PMB-KT",
             "document": "QĐ 95/QĐ-SM (ví dụ)", "decisionDate": "2026-09-16"},
            {"id": "KL-06", "person": "CB-072", "kind": "conclusion", "ground": "degradation",
             "conclusionBy": "Ủy ban kiểm tra Đảng ủy (ví dụ)", "document": "TB 21-TB/UBKT (ví dụ)",
             "decisionDate": "2026-10-06"},
            {"id": "KL-07", "person": "CB-073", "kind": "conclusion", "ground": "degradation",
             "document": "Đơn không tên (ví dụ)", "decisionDate": "2026-10-06"},
            # one act, two sides, two years: the Party's warning of 2025 was counted in 2025
            {"id": "KL-08", "person": "CB-077", "kind": "discipline", "ground": "public duty",
             "side": "party", "penalty": "cảnh cáo", "violation": "HV-08",
             "document": "QĐ 30-QĐ/ĐU (ví dụ)", "decisionDate": "2025-11-18"},
            {"id": "KL-09", "person": "CB-077", "kind": "discipline", "ground": "public duty",
             "side": "administrative", "penalty": "cảnh cáo", "violation": "HV-08",
             "document": "QĐ 05/QĐ-SM (ví dụ)", "decisionDate": "2026-02-10"}):
        records.add("findings", **finding)


CLASS = {"A": "excellent", "B": "good", "C": "completed", "D": "not completed"}
NO_SHEET = {"XA-12"}
NO_OPINION = {"XA-14"}


def _to_be_classified():
    """Who is there in December: person, whether a head or deputy, own class, body that is heard."""
    gone = {"CB-068", "XA-10", "XA-13"}
    for row in PEOPLE:
        if row[3] != "support":
            yield row[0], row[3] != "staff", CLASS[row[5]]
    for person, _, kind, profile in movers.PEOPLE:
        if kind == "civilServant" and person not in gone:
            last = [row for row in movers.POSTS if row[0] == person and "main=no" not in row[6]][-1]
            yield person, last[2] != "staff", CLASS[profile]


def procedure(records):
    """335 Đ.21: the own class, the meeting, and of heads and deputies the Party committee."""
    for person, leads, own in _to_be_classified():
        if person not in NO_SHEET:
            records.add("yearSheets", person=person, period="2026", ownClass=own)
        records.add("opinions", person=person, period="2026", ofBody="meeting", recommended=own,
                    document="BB 12/2026 (ví dụ)", givenOn="2026-12-04")
        if leads and person not in NO_OPINION:
            records.add("opinions", person=person, period="2026", ofBody="party committee",
                        recommended=own, document="NX 12/2026 (ví dụ)", givenOn="2026-12-07")


def decisions(records):
    """Some classes are decided on 8 to 10 December; one is replaced, one comes after the day of record."""
    def decide(person, value, number, day, **more):
        records.add("decisions", person=person, period="2026", what="level", value=value,
                    by="Giám đốc Sở", document=f"QĐ {number}/QĐ-SM (ví dụ)", date=day, **more)

    for person, number in (("CB-046", 301), ("CB-047", 302), ("CB-069", 303), ("CB-072", 304),
                           ("CB-078", 305)):
        decide(person, "not completed", number, "2026-12-08")
    decide("CB-070", "not completed", 306, "2026-12-08")
    decide("CB-070", "good", 307, "2026-12-10", replaces="QĐ 306/QĐ-SM (ví dụ)")
    decide("CB-055", "completed", 308, "2026-12-14")
    for person in ("CB-046", "CB-047", "CB-069", "CB-070", "CB-078"):
        records.add("notices", person=person, period="2026", notifiedOn="2026-12-10",
                    document="TB 12/TB-SM (ví dụ)")
    # received on Thursday; to be answered by Monday, 21 December
    records.add("petitions", id="KN-03", person="CB-078", period="2026", receivedOn="2026-12-10")
    records.add("petitions", id="KN-04", person="PB-09", period="2026-08", receivedOn="2026-08-28",
                answeredOn="2026-09-10")
