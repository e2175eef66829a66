"""What a run's explanations say reads a record: directly, through values, and through the periods inside."""

import collections
import json
import os

STAGES = ("level", "capped level", "proposed level", "standing level")
PLACE = ("posting", "postings", "unit", "agency", "owner")  # relations that follow from a person's own postings
CROWD = ("members", "everyone", "led people")  # relations that give people


class Explained:
    """One run: its nodes, and what leads from one to another.

    A node is a value, a level, a field left behind or a line of a list; beside them stand the seats of an
    agency, the places of an order and the people counted of a unit, which many share, and `any` of somebody:
    the reasons, problems and what waits, gathered over all of theirs."""

    def __init__(self, folder):
        self.id = json.loads(read(folder, "run.json"))["period"]["id"]
        self.values, self.kinds = {}, {}
        self.readers = collections.defaultdict(set)  # by file and line
        self.filters = collections.defaultdict(set)  # who leaves a record out, by file and line
        self.leads_to = collections.defaultdict(set)
        self.relations = collections.defaultdict(set)  # by relation and table: node, whose, who it gives
        self.callers = collections.defaultdict(set)  # by function
        self.own = collections.defaultdict(set)  # nodes by subject
        self.places, self.states, self.carried = {}, {}, {}
        for line in read(folder, "explanations.ndjson").splitlines():
            self.add(json.loads(line))

    def add(self, explanation):
        subject = explanation["subject"]["record"]
        tables = {record["id"]: record for record in explanation["records"]}
        listings = collections.defaultdict(set)
        for node in explanation["nodes"]:
            self.own[subject].add(node["id"])
            self.leads_to[node["id"]].add(f"any {subject}")
            self.values[node["id"]] = node.get("value")
            self.link(node, node["id"], {} if node["record"] == subject else tables)
            self.kinds[node["id"]] = (node["kind"], node["record"], subject,
                                      tables.get(node["record"], {}).get("table"))
        for listing in explanation["lists"]:
            node = f"{listing['record']} list {listing['entry']}"
            listings[f"list {listing['entry']}"].add(node)
            self.own[subject].add(node)
            self.leads_to[node].add(f"any {subject}")
            self.link(listing, node, tables)
        for stage, after in zip(STAGES, STAGES[1:]):
            self.leads_to[f"{subject}.{stage}"].add(f"{subject}.{after}")
        for record in tables.values():
            self.place(record, subject, listings)

    def place(self, record, subject, listings):
        """Notes who reads a record, and where it stands or was computed."""
        readers = set()
        for reader in record.get("read by", []):
            readers |= listings.get(reader, {f"{subject}.proposed level"} if reader.startswith("quota ") else {reader})
        place = (os.path.basename(record.get("file") or ""), record.get("line"))
        left_out = set(record.get("left out by", []))  # what a filter leaves out comes in when a field changes
        self.filters[place] |= left_out
        if "computed in" in record:
            self.carried[record["id"]] = (record, readers | left_out, subject)
        self.places[record["id"]] = place
        self.states[place] = (record["use"], record["table"], subject if record.get("own") else None)
        self.readers[place] |= readers

    def link(self, part, node, tables):
        """Notes what a tree reads, asks for and calls."""
        if isinstance(part, list):
            for one in part:
                self.link(one, node, tables)
        elif isinstance(part, dict):
            if "node" in part:
                self.leads_to[part["node"]].add(node)
            if "related" in part:
                given = frozenset(one["record"] for one in listed(part["value"]) if "record" in one)
                self.relations[part["related"], part.get("table")].add((node, part["record"], given))
            if "field" in part and part.get("record") in tables:
                record = tables[part["record"]]
                self.readers[os.path.basename(record.get("file") or ""), record.get("line")].add(node)
            if part.get("op") == "call":
                self.callers[part["name"]].add(node)
            for one in part.values():
                self.link(one, node, tables)

    def finish(self):
        """Links whether a record counts with whoever asks for such records."""
        askers = collections.defaultdict(set)
        for (related, table), found in self.relations.items():
            for node, whose, _ in found:
                askers[table if related == "records" else related, whose].add(node)
        self.askers = askers
        for node, (kind, _, subject, table) in self.kinds.items():
            if kind == "counts":
                self.leads_to[node] |= askers[table, subject]
        return self

    def asking(self, relations, test):
        """The nodes that ask for one of some relations of whom, or with whom, the test tells."""
        return {node for relation in relations for node, whose, given in self.relations.get((relation, None), ())
                if test(whose, given)}


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read()


def listed(value):
    return value if isinstance(value, list) else [value] if isinstance(value, dict) else []


class World:
    """Who was where and led whom, from the tables of a dataset alone."""

    def __init__(self, tables):
        self.tables = tables
        self.parents = {row["id"]: row.get("parent") for row in tables["units"]}

    def chain(self, unit):
        """A unit and all above it."""
        found = []
        while unit and unit not in found:
            found.append(unit)
            unit = self.parents.get(unit)
        return {f"units/{one}" for one in found}

    def direct(self, run, table, line, field=None):
        """The nodes of a run that read a record, or whose relations hang on it; with a field those that left it out."""
        row, file = self.tables[table][line], f"{table}.ndjson"
        found = set(run.readers.get((file, line + 1), ()))
        if field:
            found |= run.filters.get((file, line + 1), set())
        state, name, subject = run.states.get((file, line + 1), ("", None, None))
        if state == "setAside":  # with it goes what it contradicts
            found |= run.askers[name, subject]
        if table == "calendar":
            found |= run.callers["working days"]
        if table == "periods" and row["id"] == run.id:
            found |= set(run.values)
        if table == "people":
            found |= self.gone(run, f"people/{row['id']}")
        if table == "postings":
            found |= self.elsewhere(run, row)
        if table == "leads":
            led = [one for one in self.tables["leads"]
                   if any(key in row and one.get(key) == row[key] for key in ("unit", "leads"))]
            whose = {f"people/{one['person']}" for one in led + [row]}
            found |= run.asking(("led people", "led units"), lambda who, _: who in whose)
        if table == "units":
            found |= self.moved(run, row)
        return found

    def gone(self, run, person):
        units = {f"any units/{one['unit']}" for one in self.tables["postings"] if f"people/{one['person']}" == person}
        return {person} | units | run.own[person] | run.asking(CROWD, lambda _, given: person in given)

    def elsewhere(self, run, row):
        """What follows from one posting: where somebody is, and who is in a unit of theirs and in those above."""
        person = f"people/{row['person']}"
        posts = [one for one in self.tables["postings"] if one["person"] == row["person"]]
        units = set().union(*(self.chain(one["unit"]) for one in posts))
        over = {f"people/{lead['person']}" for lead in self.tables["leads"] if f"units/{lead.get('unit')}" in units}
        return ({f"{person}.posting"} | run.asking(PLACE, lambda whose, _: whose == person)
                | run.asking(CROWD, lambda whose, given: person in given or whose in units | over))

    def moved(self, run, row):
        """What follows from a unit: who is there, in which agency, under whom."""
        unit = f"units/{row['id']}"
        found = {unit, f"people of {unit}"} | run.own[unit] | {f"units/{one}" for one, parent in self.parents.items() if parent == row["id"]}
        found |= {f"people/{one['person']}.posting" for one in self.tables["postings"]
                  if unit in self.chain(one["unit"])}
        return found | run.asking(PLACE + CROWD + ("sub units", "parent", "led units"), lambda *_: True)


def closure(start, *ways):
    """All nodes that some lead to."""
    new, found = set(start), set()
    while new:
        node = new.pop()
        found.add(node)
        for way in ways:
            new |= way.get(node, set())
        new -= found
    return found


def left_behind(year, month, reached):
    """The nodes of a year that read what a month left behind, where that may have changed."""
    found = set()
    for record, readers, subject in year.carried.values():
        if record["computed in"]["period"] == month.id and reached & set(record["computed in"]["nodes"].values()):
            found |= readers
    for node in reached:
        kind, record, _, _ = month.kinds.get(node, ("", "", "", ""))
        if kind == "closing" and node.endswith("#history"):  # whether there is a row at all
            found |= year.askers["history", record]
    return found


def disagreements(year, months):
    """Where the year holds another value than the month left behind that was run by itself."""
    found = []
    for name, (record, _, _) in sorted(year.carried.items()):
        month = months[record["computed in"]["period"]]
        for field, node in record["computed in"]["nodes"].items():
            if month.values.get(node) != record["fields"][field]:
                found.append(f"{name} {field}: {record['fields'][field]} in the year, {month.values.get(node)} alone")
    return found
