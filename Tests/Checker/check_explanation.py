#!/usr/bin/env python3
"""Checks explanations without any code of the program that wrote them.

    check_explanation.py EXPLANATIONS --data DATASET --pack PACK.json … [--inner EXPLANATIONS …]
                         [--damage N] [--seed N]

EXPLANATIONS is one JSON object or NDJSON. Every node is recomputed with exact fractions from the
leaves of its tree, levels, seats, ranks and list lines from their parts; every leaf is compared with
the text of the dataset (a folder of NDJSON, CSV or JSON files, or one JSON file) and of the packs.
Each mismatch is one line; one mismatch gives exit 1.

With --damage every leaf, or N of them chosen by the seed, is altered in turn, and each alteration
must make the check fail. What an explanation says of others is held against theirs, where they are
among EXPLANATIONS.
"""

import argparse
import copy
import json
import random
import sys

import quota_check
import records_check
import standing_check
from explanation import Explanation
from sources import Dataset, Packs
from trees import Trees
from values import Wrong

# What only helps to read: altering it changes no number, no record and no rule.
WORDS = {"label", "because", "title", "program", "hash", "input", "unit", "confidence", "state",
         "decision", "explained", "cite", "at"}

# Counts of others, which one explanation alone cannot prove; `check_groups` compares them.
COUNTS = {"behind", "without rank"}


def problems_of(form, packs, dataset):
    """Every mismatch of one explanation."""
    problems = []
    try:
        explanation = Explanation(form)
        trees = Trees(explanation, problems.append)
        standing_check.check_nodes(explanation, trees, problems.append)
        quota_check.check_quotas(explanation, trees, problems.append)
        standing_check.check_ranks(explanation, problems.append)
        standing_check.check_lists(explanation, trees, problems.append)
        if packs:
            records_check.check_texts(explanation, packs, problems.append)
            records_check.check_globals(explanation, packs, problems.append)
        if packs and dataset:
            records_check.check_records(explanation, packs, dataset, problems.append)
    except (Wrong, KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        problems.append(f"the explanation cannot be read: {type(error).__name__}: {error}")
    return problems


def values_of(forms):
    """What explanations say of their own subjects: nodes by id, scopes of quotas by number."""
    values = {node["id"]: node["value"] for form in forms for node in form["nodes"]}
    for form in forms:
        for quota in form["quotas"]:
            for scope in quota["scopes"]:
                if "own" in scope:
                    values[f"scope {scope['index']} of {quota['entry']}"] = facts_of(scope)
    return values


def values_inside(forms):
    """What the explanations of inner periods say, by period and node, and the days of each period."""
    values, days = {}, {}
    for form in forms:
        period = form["run"]["period"]
        days[period["id"]] = (period["from"], period["to"], form["run"]["as of"])
        values.update({(period["id"], node["id"]): node["value"] for node in form["nodes"]})
    return values, days


def check_inside(form, inner):
    """What a longer period says of one inside it must be what that one says of itself."""
    values, days = inner
    for record in form["records"]:
        origin = record.get("computed in")
        if not origin or origin["period"] not in days:
            continue
        where = f"{form['subject']['record']}: {record['id']}"
        told = (record["fields"]["from"]["date"], record["fields"]["to"]["date"], origin["as of"])
        if told != days[origin["period"]]:
            yield f"{where}: {origin['period']} has other days in its own explanation"
        for field, node in origin["nodes"].items():
            value = values.get((origin["period"], node))
            if isinstance(value, dict) and "level" in value:
                value = value["level"]
            if (origin["period"], node) not in values:
                yield f"{where}: {node} is not explained in {origin['period']}"
            elif record["fields"][field] != value:
                yield f"{where}: '{field}' is otherwise in {origin['period']}"


def facts_of(scope):
    return {key: value for key, value in scope.items() if key not in ("own", "tree")}


def check_links(form, values, dataset):
    """What an explanation says of others must be what theirs say."""
    subject = form["subject"]["record"]
    told = [(link["node"], link["value"]) for link in form["links"]]
    for rank in form["ranks"]:
        told += [(f"{other['record']}.{rank['by']}", other["value"])
                 for other in rank["ahead"] + rank["level"]]
    for quota in form["quotas"]:
        for person in quota["candidates"]:
            told += [(f"{person['record']}.{name}", key)
                     for name, key in zip(quota["by"], person["keys"])]
        told += [(f"scope {scope['index']} of {quota['entry']}", facts_of(scope))
                 for scope in quota["scopes"]]
    for node, value in told:
        if node in values and value != values[node]:
            yield f"{subject}: {node} is otherwise in its own explanation"
    if dataset:
        yield from check_names(form, dataset)


def check_names(form, dataset):
    """Everybody who is spoken of must be there."""
    named = [other["record"] for rank in form["ranks"] for other in rank["ahead"] + rank["level"]]
    for quota in form["quotas"]:
        named += [f"units/{key}" for scope in quota["scopes"]
                  for name, key in zip(scope["names"], scope["key"]) if name in ("unit", "agency")]
        named += [p["record"] for p in quota["candidates"] + quota["pending"]] + quota["ahead"]
    for name in named:
        table, _, key = name.partition("/")
        if not dataset.has(table, key):
            yield f"{form['subject']['record']}: there is no {name}"


def check_groups(forms):
    """Everybody in a group must be told the same number of people in it."""
    told = {}
    for form in forms:
        for rank in form["ranks"]:
            size = len(rank["ahead"]) + len(rank["level"]) + rank["behind"] + rank["without rank"]
            group = (rank["entry"], *rank["names"], *rank["key"])
            told.setdefault(group, set()).add(size + ("rank" in rank))
    for group, sizes in told.items():
        if len(sizes) > 1:
            yield f"{' / '.join(group)}: told as {sorted(sizes)} people"


def leaves(form, path=()):
    """The paths of everything that may be altered."""
    if isinstance(form, dict):
        for key, value in form.items():
            if key not in WORDS and key not in COUNTS:
                yield from leaves(value, path + (key,))
    elif isinstance(form, list):
        for index, value in enumerate(form):
            yield from leaves(value, path + (index,))
    else:
        yield path


def is_value(path):
    """Whether a path leads to data, a literal, a parameter, a count or a result."""
    head = path[0]
    if head in ("records", "globals", "links", "quotas", "ranks"):
        return True
    return head in ("nodes", "lists") and "value" in path


def is_row_number(form, path):
    """Records that nothing identifies are called by a number that only the whole dataset gives."""
    return path[0] == "records" and path[2] == "id" and "#" in form["records"][path[1]]["id"]


def altered(value):
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if value is None:
        return {"number": "1"}
    try:
        return str(int(value) + 1)
    except ValueError:
        return value + "1" if value[-1:].isdigit() else value + "x"


def damage(form, values, inner, packs, dataset, count, seed):
    """Alters leaves one at a time; gives those whose alteration went unseen."""
    paths = [path for path in leaves(form) if is_value(path) and not is_row_number(form, path)]
    if count and count < len(paths):
        paths = random.Random(seed).sample(paths, count)
    for path in paths:
        broken = copy.deepcopy(form)
        place = broken
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = altered(place[path[-1]])
        seen = (problems_of(broken, packs, dataset) or any(check_links(broken, values, dataset))
                or any(check_inside(broken, inner)))
        if not seen:
            yield path, place[path[-1]]
    print(f"{form['subject']['record']}: {len(paths)} leaves altered")


def read_forms(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    try:
        return [json.loads(text)]
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.split("\n") if line.strip()]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("explanations")
    parser.add_argument("--data")
    parser.add_argument("--pack", nargs="*", default=[])
    parser.add_argument("--damage", type=int, nargs="?", const=0)
    parser.add_argument("--only", nargs="*", default=[], help="the subjects to check, by id")
    parser.add_argument("--inner", nargs="*", default=[], help="explanations of inner periods")
    parser.add_argument("--seed", type=int, default=335)
    return parser.parse_args()


def main():
    options = arguments()
    forms = read_forms(options.explanations)
    dataset = Dataset(options.data) if options.data else None
    values = values_of(forms)
    inner = values_inside([form for path in options.inner for form in read_forms(path)])
    chosen = [form for form in forms
              if not options.only or form["subject"]["record"] in options.only]
    failed = 0
    for form in chosen:
        names = [pack["name"] for pack in form["run"]["packs"]]
        packs = Packs(options.pack, names) if options.pack else None
        subject = form["subject"]["record"]
        if options.damage is not None:
            for path, value in damage(
                    form, values, inner, packs, dataset, options.damage, options.seed):
                failed += 1
                print(f"{subject}: {'.'.join(map(str, path))} altered to {value!r} goes unseen")
        else:
            for problem in [*problems_of(form, packs, dataset),
                            *check_links(form, values, dataset),
                            *check_inside(form, inner)]:
                failed += 1
                print(f"{subject}: {problem}")
    if options.damage is None:
        for problem in check_groups(forms):
            failed += 1
            print(problem)
    print(f"{len(chosen)} explanations, {failed} problems")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
