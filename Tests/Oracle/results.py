"""What a run wrote, each value under the node of the explanations that stands for it."""

import collections
import json
import os
import re

PARTS = {"score": "score", "computed": "level", "capped": "capped level", "caps": "capped level",
         "proposed": "proposed level", "quota": "proposed level"}
OF_THE_RECORD = ("name", "kind", "classifiedBy", "parent")
OF_ALL = ("readings", "reasons", "problems")  # gathered over everything of a subject
SORTED_BY = ("score", "posting", "peer group", "unit", "agency")
SECTIONS = ("lines", "heldBack", "cannotBeEstablished")


def text(value):
    """A value without what only says where a record stands."""
    whole = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return re.sub(r'#\d+', "#", re.sub(r'"line": \d+', '"line"', whole))


def camel(name):
    first, *rest = name.split()
    return first + "".join(word.capitalize() for word in rest)


class Results:
    """The facts of a run by node and what; its levels; who stands in a list; what many share."""

    def __init__(self, folder, named):
        self.facts, self.levels, self.listed = {}, {}, set()
        self.leads_to = collections.defaultdict(set)
        self.names, self.listings = named
        quotas = [quota for whole in rows(folder, "quotas.json") for quota in whole["quotas"]]
        for quota in quotas:
            for scope in quota["scopes"]:
                self.note(f"seats {scope['group'][0]}", f"{quota['quota']} {scope['group']}", scope)
        self.agencies = {scope["group"][0] for quota in quotas for scope in quota["scopes"]}
        for table in ("people", "units"):
            for row in rows(folder, f"{table}.ndjson"):
                self.subject(table, row)
        for row in rows(folder, "closing.ndjson"):
            self.closing(row)
        for name in sorted(os.listdir(folder)):
            if name.endswith(".json") and name not in ("quotas.json", "run.json"):
                self.list(*rows(folder, name))
        for row in rows(folder, "waiting.ndjson"):
            self.note(f"any {row['subject']}", f"waits {text(row)}", True)

    def note(self, node, what, value):
        self.facts[node, what] = text(value)

    def subject(self, table, row):
        own = f"{table}/{row['id']}"
        for name, value in row.items():
            if name == "level":
                self.standing(own, value)
            elif name == "values":
                for key, one in value.items():
                    self.note(f"{own}.{self.names.get(key, key)}", key, one)
            elif name == "ranks":
                self.ranks(own, value)
            elif name == "people":
                self.note(f"people of {own}", name, value)
            elif name == "quotas" and table == "people" and row["agency"]:
                self.note(f"seats {row.get('agency')}", f"{own} quotas", value)
            elif name in OF_ALL:
                self.note(f"any {own}", name, value)
            elif name in OF_THE_RECORD or table == "units":
                self.note(own, name, value)
            elif name != "id":
                self.note(f"{own}.{PARTS.get(name, 'posting')}", name, value)
        if table == "people":
            self.shared(own, row)
        elif row["id"] in self.agencies:
            self.leads_to[f"any {own}"].add(f"seats {row['id']}")
        if row["values"].get("score") is not None:
            self.levels[own, "score"] = known(row["values"]["score"])

    def standing(self, own, level):
        for part, value in level.items():
            self.note(f"{own}.{PARTS.get(part, 'standing level')}", f"level {part}", value)
        for stage in ("computed", "capped", "proposed", "standing"):
            self.levels[own, stage] = level[stage]

    def ranks(self, own, ranks):
        for rank in ranks:
            order = f"order {rank['ranking']} {rank['within']} {rank['group']}"
            self.note(order, own, rank)
            for name in SORTED_BY:
                self.leads_to[f"{own}.{name}"].add(order)

    def shared(self, own, row):
        """What hangs on many: the seats of an agency, the people counted of a unit."""
        for name in ("standing level", "posting"):
            self.leads_to[f"{own}.{name}"].add(f"people of units/{row['unit']}")
        if row["agency"] in self.agencies:
            seats = f"seats {row['agency']}"
            for name in ("capped level", *SORTED_BY):
                self.leads_to[f"{own}.{name}"].add(seats)
            self.leads_to[seats].add(f"{own}.proposed level")

    def closing(self, row):
        for name, value in row.items():
            if name not in ("table", "person", "period", "from", "to"):
                node = f"people/{row['person']}#{row['table']}"
                self.note(f"{node}.{self.names.get(name, name)}", f"leaves {name}", value)
                self.leads_to[node].add(f"{node}.{self.names.get(name, name)}")

    def list(self, list_):
        for section in SECTIONS:
            for line in list_[section]:
                node = self.listings.get((list_["list"], line["id"]), f"people/{line['id']} list {list_['list']}")
                self.note(node, section, line)
                if section == "lines":
                    self.listed.add((list_["list"], line["id"]))


def rows(folder, name):
    """The objects of a file: one of a file in JSON, those of its lines otherwise, none without the file."""
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        return [json.load(file)] if name.endswith(".json") else [json.loads(line) for line in file]


def known(value):
    return None if isinstance(value, dict) and "unknown" in value else text(value)


def named(run):
    """How the files call the values of an explained run, and which node stands for a line of a list."""
    names = {camel(node.rpartition(".")[2]): node.rpartition(".")[2] for node in run.kinds}
    listings = {}
    for nodes in run.own.values():
        for node in nodes:
            record, found, entry = node.partition(" list ")
            if found:
                listings[entry, record.partition("/")[2]] = node
    return names, listings
