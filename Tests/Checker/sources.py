"""The dataset and the packs that an explanation speaks of, read without the program."""

import csv
import datetime
import io
import json
import os
from fractions import Fraction

from values import Level, Record, Unknown, Wrong, folded, same, show

ENGINE = {
    "people": {"id": "text", "name": "text"},
    "units": {"id": "text", "name": "text", "parent": "units", "agency": "boolean", "from": "date",
              "to": "date"},
    "postings": {"person": "people", "unit": "units", "from": "date", "to": "date"},
    "leads": {"person": "people", "unit": "units", "led person": "people", "from": "date",
              "to": "date"},
    "periods": {"id": "text", "from": "date", "to": "date", "self score by": "date",
                "confirm by": "date", "close by": "date", "notice by": "date"},
    "decisions": {"person": "people", "unit": "units", "period": "text", "what": "text",
                  "value": "text", "by": "text", "document": "text", "date": "date",
                  "replaces": "text"},
}
ENGINE_DEFAULTS = {("people", "name"): "", ("units", "name"): "", ("units", "agency"): False}


def one_word(name):
    first, *rest = name.split(" ")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


class Packs:
    """The packs of a run, the base first."""

    def __init__(self, paths, names):
        loaded = {}
        for path in paths:
            with open(path, encoding="utf-8") as file:
                text = file.read()
            form = json.loads(text, parse_float=Fraction, parse_int=Fraction)
            loaded[form["name"]] = form
        missing = [name for name in names if name not in loaded]
        if missing:
            raise Wrong(f"no pack file was given for {', '.join(missing)}")
        self.forms = [loaded[name] for name in names]
        self.strings = {form["name"]: set(strings(form)) for form in self.forms}

    def entry(self, *path):
        """An entry as the overlays leave it: later packs add to it or replace it."""
        result = None
        for form in self.forms:
            for key in path:
                form = form.get(key) if isinstance(form, dict) else None
            if isinstance(form, dict):
                if result is None or "replaces" in form:
                    result = dict(form)
                else:
                    result.update({k: v for k, v in form.items()
                                   if k not in result or k in ("fields", "values")})
        return result

    def field(self, table, name):
        found = None
        for form in self.forms:
            field = form.get("tables", {}).get(table, {}).get("fields", {}).get(name)
            if field:  # an overlay may only add labels
                found = field if found is None or "type" in field else {**found, **field}
        return found

    def kind(self, table, name):
        field = self.field(table, name)
        if field:
            return field["type"]
        owner = self.owner(table)
        if owner and name == ("person" if owner == "people" else "unit"):
            return owner
        return ENGINE.get(table, {}).get(name)

    def owner(self, table):
        for form in self.forms:
            owner = form.get("tables", {}).get(table, {}).get("of")
            if owner:
                return owner
        return None

    def default(self, table, name):
        field = self.field(table, name)
        if field is not None:
            return field.get("if absent", Wrong)
        kind = ENGINE.get(table, {}).get(name)
        if (table, name) in ENGINE_DEFAULTS:
            return ENGINE_DEFAULTS[(table, name)]
        return Wrong if kind is None else None

    def identity(self, table):
        """The fields that identify a record of a table."""
        if table in ("people", "units", "periods"):
            return ["id"]
        for form in self.forms:
            rule = form.get("tables", {}).get(table, {})
            if "key" in rule or "same" in rule:
                return [rule["key"]] if "key" in rule else rule["same"]
        return []

    def known_on(self, table):
        """The field with the date from which a record is known."""
        for form in self.forms:
            field = form.get("tables", {}).get(table, {}).get("known on")
            if field:
                return field
        return "date" if table == "decisions" else None

    def rows(self, table):
        return [row for form in self.forms
                for row in form.get("tables", {}).get(table, {}).get("rows", [])]

    def keys(self, table, name):
        """The keys under which a field may stand in a record."""
        field = self.field(table, name) or {}
        return [folded(key) for key in [*field.get("columns", []), name, one_word(name)]]

    def tables_of(self, owner):
        names = {name for form in self.forms for name in form.get("tables", {})}
        owned = sorted(name for name in names if self.owner(name) == owner)
        return owned + ["postings", "leads", "decisions"]


def strings(form):
    if isinstance(form, str):
        yield form
    elif isinstance(form, (dict, list)):
        for item in form.values() if isinstance(form, dict) else form:
            yield from strings(item)


class Dataset:
    """The rows of a dataset: for each table, (file, line, row)."""

    def __init__(self, path):
        self.tables = {}
        if os.path.isdir(path):
            for name in sorted(os.listdir(path)):
                self.add(os.path.join(path, name), name)
        else:
            self.add(path, os.path.basename(path))

    def add(self, path, name):
        table, ending = os.path.splitext(name)
        if ending not in (".ndjson", ".jsonl", ".csv", ".json"):
            return
        with open(path, encoding="utf-8-sig", newline="") as file:
            text = file.read()
        if ending == ".csv":
            self.put(table, name, csv_rows(text))
        elif ending == ".json":
            for key, rows in json_tables(text, table):
                self.put(key, name, rows)
        else:
            for number, line in enumerate(text.split("\n"), 1):
                if line.strip():
                    row = numbers(line)
                    self.put(row.get("table", table), name, [(number, row)])

    def put(self, table, name, rows):
        kept = self.tables.setdefault(table, [])
        for line, row in rows:
            kept.append((name, line, {folded(key): value for key, value in row.items()}))

    def has(self, table, key):
        """Whether a table has a record of an id."""
        return any(str(row.get("id")) == key for _, _, row in self.rows(table))

    def rows(self, table):
        rows = list(self.tables.get(table, []))
        return rows + (self.tables.get(one_word(table), []) if " " in table else [])


def numbers(text):
    return json.loads(text, parse_float=Fraction, parse_int=Fraction)


def csv_rows(text):
    head = text.split("\n", 1)[0]
    mark = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text), delimiter=mark)
    keys = [key.strip() for key in next(reader)]
    line = reader.line_num + 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield line, {k: c.strip() for k, c in zip(keys, cells) if c.strip()}
        line = reader.line_num + 1


def json_tables(text, table):
    """The arrays of a JSON text with the line of every record."""
    decoder = json.JSONDecoder(parse_float=Fraction, parse_int=Fraction)

    def skip(place, marks=""):
        while place < len(text) and (text[place].isspace() or text[place] in marks):
            place += 1
        return place

    def array(place):
        rows = []
        place = skip(place + 1)
        while text[place] != "]":
            row, end = decoder.raw_decode(text, place)
            rows.append((text.count("\n", 0, place) + 1, row))
            place = skip(end, ",")
        return rows, place + 1

    place = skip(0)
    if text[place] == "[":
        yield table, array(place)[0]
        return
    place = skip(place + 1)
    while text[place] != "}":
        key, place = decoder.raw_decode(text, place)
        place = skip(place, ":")
        if text[place] == "[":
            rows, place = array(place)
            yield key, rows
        else:
            _, place = decoder.raw_decode(text, place)
        place = skip(place, ",")


def cell(raw, kind):
    """What a cell of the dataset says, or Wrong where it says nothing of that kind."""
    try:
        if kind == "number":
            if isinstance(raw, str):
                raw = Fraction(raw.replace(" ", ""))
            return raw if isinstance(raw, Fraction) else Wrong
        if kind == "boolean":
            if isinstance(raw, bool):
                return raw
            return {"true": True, "false": False, "1": True, "0": False}.get(raw, Wrong)
        if kind == "date":
            return datetime.date.fromisoformat(raw)
        if isinstance(raw, str):
            return raw if kind == "text" else Record(f"{kind}/{raw}")
        if isinstance(raw, Fraction) and raw.denominator == 1:
            return str(raw) if kind == "text" else Record(f"{kind}/{raw}")
    except (ValueError, TypeError):
        pass
    return Wrong


def field_problem(packs, table, name, row, value):
    """Why a field of an explanation is not what the dataset says, or None."""
    kind = packs.kind(table, name)
    if kind is None:
        return f"no pack declares the field '{name}'"
    raw = next((row[key] for key in packs.keys(table, name) if row.get(key) is not None), None)
    if isinstance(value, Unknown):
        reasons = [cause[0] for cause in value.causes]
        if raw is None:
            return None if "is missing" in reasons else "the dataset does not have it"
        if reasons == ["is missing"]:
            return f"it is not missing: {raw}"
        return None
    if raw is None:
        expected = packs.default(table, name)
        if expected is Wrong:
            return "the dataset does not have it"
    else:
        expected = cell(raw, kind)
    if isinstance(value, Level):
        value = value.name
    if expected is Wrong or not same(expected, value):
        return f"the dataset says {raw if expected is Wrong else show(expected)}, " \
               f"the explanation {show(value)}"
    return None
