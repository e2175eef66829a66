"""The tables of the dataset as they grow, and the files that they become."""
import csv
import io
import json
import random

UNIT_COLUMNS = ["id", "name", "kind", "parent", "agency", "classifiedBy", "from", "to", "successor"]


class Records:
    """The tables of the dataset as they grow; `chance` draws the lines of July."""

    def __init__(self):
        self.chance = random.Random(20260725)
        self.tables = {name: [] for name in (
            "units", "people", "postings", "leads", "calendar", "periods", "products", "tasks",
            "ratings", "leaderRatings", "sheets", "unitResults", "findings", "unitFindings",
            "leave", "petitions", "opinions", "yearSheets", "notices", "decisions", "history",
            "steps", "pauses", "consultations", "consultationReplies", "referrals", "inspections",
            "internalProcedures", "dossiers", "feedback", "reformIndices", "indexFindings",
            "cutTargets", "businessRules", "resignations", "partyResults", "confidenceVotes",
            "removalCases")}

    def add(self, table, /, **record):
        self.tables[table].append({k: v for k, v in record.items() if v is not None})


def as_csv(rows, keys, newline="\n", mark=False):
    text = io.StringIO()
    table = csv.DictWriter(text, keys, lineterminator=newline)
    table.writeheader()
    table.writerows(rows)
    return ("\ufeff" if mark else "") + text.getvalue()


def write(records, folder):
    """Writes every table; three of them as the spreadsheets that offices keep."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = records.tables
    written = {
        "units.csv": as_csv(
            tables.pop("units"), UNIT_COLUMNS),
        "calendar.csv": as_csv(
            tables.pop("calendar"), ["date", "working", "name", "document"]),
        "products.csv": as_csv(tables.pop("products"), ["id", "name", "group", "points"]),
        # as some offices' programs write them: byte-order mark, lines that end in CR LF
        "leave.csv": as_csv(
            tables.pop("leave"), ["person", "kind", "from", "to", "document"], "\r\n", mark=True),
    }
    for name, rows in tables.items():
        written[f"{name}.ndjson"] = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
    for name, text in written.items():
        (folder / name).write_bytes(text.encode())
