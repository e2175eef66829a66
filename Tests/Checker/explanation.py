"""One explanation as it was read from JSON, with what its parts refer to."""

import datetime

from values import Perhaps, Record, Unknown, Wrong, joined, read, same, show


class Explanation:
    def __init__(self, form):
        if form.get("format") != "merit explanation" or form.get("version") != 1:
            raise Wrong("this is no explanation of version 1")
        self.form = form
        self.run = form["run"]
        self.scale = self.run["scale"]
        self.subject = form["subject"]["record"]
        self.texts = {text["id"]: text["text"] for text in form["texts"]}
        self.readings = {reading["id"]: reading for reading in form["readings"]}
        self.globals = {g["name"]: self.read(g["value"]) for g in form["globals"]}
        self.links = {link["node"]: self.read(link["value"]) for link in form["links"]}
        self.nodes = {node["id"]: node for node in form["nodes"]}
        self.values = {node["id"]: self.read(node["value"]) for node in form["nodes"]}
        if len(self.nodes) != len(form["nodes"]):
            raise Wrong("two nodes have one id")
        self.records = {}
        for record in form["records"]:
            self.records.setdefault(record["id"], []).append(record)
        calendar = self.run.get("calendar", {})
        day = datetime.date.fromisoformat
        self.calendar = (set(map(day, calendar.get("days off", []))),
                         set(map(day, calendar.get("worked", []))))
        self.period = tuple(day(self.run["period"][end]) for end in ("from", "to"))

    def read(self, form):
        return read(form, self.scale)

    def slice(self, tree):
        """The words of the formula that an operation stands in."""
        text, lower, upper = tree["at"]
        if text not in self.texts:
            raise Wrong(f"there is no text {text}")
        words = self.texts[text].encode()
        if not 0 <= lower <= upper <= len(words):
            raise Wrong("the place is outside the text")
        return words[lower:upper].decode()

    def node_value(self, name):
        if name in self.values:
            return self.values[name]
        if name in self.links:
            return self.links[name]
        raise Wrong(f"{name} is not explained and not linked")

    def record(self, name):
        found = self.records.get(name)
        if not found:
            raise Wrong(f"the record {name} is not shown")
        return found[0]

    def field(self, record, name):
        fields = self.record(record)["fields"]
        if name not in fields:
            raise Wrong(f"{record} does not show '{name}'")
        return self.read(fields[name])

    def owned(self, table, owner):
        """The records of a table that belong to a record, in their order."""
        return [record for record in self.form["records"]
                if record["table"] == table
                and any(same(self.read(record["fields"].get(key)), Record(owner))
                        for key in ("person", "unit") if key in record["fields"])]

    def related(self, reference, name):
        """The records at the other end of a relation, found afresh where the explanation can."""
        record, kind = reference["record"], reference["related"]
        claimed = self.read(reference["value"])
        if record != self.subject:
            return claimed
        if kind == "records":
            return self.counting(reference["table"], record)
        if kind == "postings":
            return self.postings(record)
        if kind == "posting":
            return self.node_value(f"{record}.posting")
        if kind == "unit":
            return self.unit(record)
        if kind == "agency":
            return self.agency(record)
        if kind == "led units":
            return self.led_units(record)
        return claimed

    def counting(self, table, owner):
        """The records that count; those set aside leave a gap."""
        items, lost = [], None
        for record in self.owned(table, owner):
            use = record["use"]
            if use in ("outsidePeriod", "knownLater"):
                continue
            if use == "setAside":
                cause = ("contradicts another record of the same key", record["id"], None, False)
                lost = joined(lost, Unknown((cause,)))
            elif use == "perhaps":
                doubt = self.read({"unknown": record["doubt"]})
                items.append(Perhaps(Record(record["id"]), doubt))
            else:
                items.append(Record(record["id"]))
        return items + ([Perhaps(lost, lost)] if lost else [])

    def postings(self, owner):
        found = [r for r in self.owned("postings", owner) if self.in_force(r, *self.period)]
        found.sort(key=lambda r: str(r["fields"]["from"]))
        return [Record(r["id"]) for r in found]

    def in_force(self, record, first, last):
        if record["use"] in ("outsidePeriod", "knownLater", "setAside", "perhaps"):
            return False
        start, end = (self.read(record["fields"][key]) for key in ("from", "to"))
        if isinstance(start, datetime.date) and start > last:
            return False
        return not (isinstance(end, datetime.date) and end < first)

    def led_units(self, owner):
        rows = [r for r in self.form["records"] if r["table"] == "leads"
                and same(self.read(r["fields"]["person"]), Record(owner))
                and self.in_force(r, self.period[1], self.period[1])]
        units = [self.read(r["fields"]["unit"]) for r in rows]
        return [unit for unit in units if isinstance(unit, Record)]

    def unit(self, owner):
        posting = self.node_value(f"{owner}.posting")
        if isinstance(posting, Record):
            return self.field(posting.name, "unit")
        return posting if isinstance(posting, Unknown) else Unknown()

    def agency(self, record):
        unit = Record(record) if record.startswith("units/") else self.unit(record)
        seen = []
        while isinstance(unit, Record) and unit not in seen:
            if self.field(unit.name, "agency") is True:
                return unit
            seen.append(unit)
            unit = self.field(unit.name, "parent")
        return unit if isinstance(unit, Unknown) else Unknown()
