"""Compares explained decision tables with the tables of the packs, cell by cell."""


def check(explanation, node, path, packs, report):
    """The rows of a decision table are those of the pack, in all their cells."""
    tree = node.get("tree")
    if not tree:
        return
    sections = {}
    for form in packs.forms:
        entry = form.get("values", {}).get(path[0], {}).get(path[1], {})
        if "replaces" in entry:
            sections = {}
        for name in ("inputs", "rows"):
            for key, value in entry.get(name, {}).items():
                known = sections.setdefault(name, {}).get(key, {})
                sections[name][key] = value if "replaces" in value else {**known, **value}
    words = " ".join([tree["policy"]] + ([tree["aggregator"]] if "aggregator" in tree else []))
    if words != explanation.texts.get(tree["at"][0]):
        report(f"{node['id']}: the policy of the table is not «{words}»")
    if set(tree["inputs"]) != set(sections.get("inputs", {})):
        report(f"{node['id']}: the pack's table has other inputs")
    if {row["entry"] for row in tree["rows"]} != set(sections.get("rows", {})):
        report(f"{node['id']}: the pack's table has other rows")
        return
    for row in tree["rows"]:
        entry = sections["rows"][row["entry"]]
        asks = [n for n, name in enumerate(tree["inputs"], 1)
                if entry.get("when", {}).get(name, "-").strip() != "-"]
        if asks != row["asks"] or row.get("cite") != entry.get("cite"):
            report(f"{node['id']}: the row '{row['entry']}' is otherwise in the pack")
    for part in tree.get("args", []):
        kind, *numbers = part["role"].split()
        numbers = [int(number) - 1 for number in numbers]
        expected = None
        if kind == "input":
            expected = sections["inputs"][tree["inputs"][numbers[0]]]["is"]
        elif kind == "test":
            row = sections["rows"][tree["rows"][numbers[0]]["entry"]]
            expected = row["when"][tree["inputs"][numbers[1]]]
        elif kind == "output":
            row = sections["rows"][tree["rows"][numbers[0]]["entry"]]
            expected = row.get("gives", {}).get(tree["outputs"][numbers[1]], row.get("is"))
        if expected is not None and explanation.texts.get(part["at"][0]) != expected:
            report(f"{node['id']}: a cell of '{part['role']}' is «{expected}» in the pack")
