"""The department: its people, postings and who leads whom."""
import unicodedata

from people import PEOPLE, UNITS, title


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
