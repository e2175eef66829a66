"""Recomputes the trees of an explanation, operation by operation, from their leaves."""

from fractions import Fraction

import builtins_of_packs
import operations as op
import tables
from values import (Duration, Level, Perhaps, Range, Record, Unknown, Wrong, joined, read,
                    read_duration, read_months, same, show)

ARITHMETIC = {"+", "-", "*", "/", "**"}
COMPARISONS = {"=", "!=", "<", "<=", ">", ">="}


class Trees:
    """Checks trees against the nodes, records, globals and texts of one explanation."""

    def __init__(self, explanation, report):
        self.all = explanation
        self.report = report
        self.where = ""

    def check(self, tree, where, record, local_values=()):
        """The value of a tree, after everything in it has been recomputed."""
        self.where = where
        self.record = record
        return self.value(tree, dict(enumerate(local_values)))

    def wrong(self, message):
        self.report(f"{self.where}: {message}")

    def value(self, tree, env):
        claimed = read(tree["value"], self.all.scale)
        try:
            found = self.compute(tree, env)
        except builtins_of_packs.NotChecked as name:
            self.wrong(f"this checker does not know '{name}'")
            return claimed
        except (Wrong, KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
            self.wrong(f"'{tree['op']}' cannot be recomputed: {type(error).__name__} {error}")
            return claimed
        if not same(found, claimed):
            self.wrong(f"'{tree['op']}' gives {show(found)}, the explanation says {show(claimed)}"
                       f" in «{self.all.slice(tree)}»")
        return claimed

    def compute(self, tree, env):
        kind = tree["op"]
        self.check_place(tree)
        simple = getattr(self, "on_" + kind.replace(" ", "_"), None)
        if simple:
            return simple(tree, env)
        args = self.values(tree, env)
        if kind in ARITHMETIC:
            return op.arithmetic(kind, *args)
        if kind in COMPARISONS:
            return op.compare(kind, *args)
        if kind == "list":
            return args
        raise builtins_of_packs.NotChecked(kind)

    def check_place(self, tree):
        """An operation holds its parts, and stands where its name is written."""
        words = " ".join(self.all.slice(tree).split())
        text, lower, upper = tree["at"]
        for part in tree.get("args", []):
            inner, start, end = part["at"]
            if inner == text and not lower <= start <= end <= upper:
                raise Wrong("a part stands outside its operation")
        if tree["op"] == "member" and not words.endswith(tree["name"]):
            raise Wrong(f"«{words}» does not read '{tree['name']}'")
        if tree["op"] == "call" and not words.startswith(tree["name"]):
            raise Wrong(f"«{words}» does not call '{tree['name']}'")

    def values(self, tree, env):
        return [self.value(argument, env) for argument in tree.get("args", [])]

    # Leaves.

    def on_literal(self, tree, env):
        text = self.all.slice(tree).strip()
        claimed = read(tree["value"], self.all.scale)
        if not literal_matches(text, claimed):
            raise Wrong(f"«{text}» does not say {show(claimed)}")
        return claimed

    def on_local(self, tree, env):
        return env[tree["slots"][0]]

    def on_self(self, tree, env):
        return Record(self.record)

    def on_global(self, tree, env):
        if self.all.slice(tree) != tree["name"]:
            raise Wrong(f"«{self.all.slice(tree)}» is not '{tree['name']}'")
        return self.all.globals[tree["name"]]

    def on_member(self, tree, env):
        args = self.values(tree, env)
        base = args[0] if args else Record(self.record)
        references = iter(tree.get("of", []))
        result = self.member(base, tree["name"], references)
        if next(references, None) is not None:
            raise Wrong("a reference too many")
        return result

    def member(self, base, name, references):
        if isinstance(base, Unknown):
            return base
        if isinstance(base, list):
            return [self.member(item, name, references) for item in base]
        if isinstance(base, Perhaps):
            return op.doubted(self.member(base.value, name, references), base.because)
        if not isinstance(base, Record):
            return op.FAILED
        return self.reference(next(references), base.name, name)

    def reference(self, reference, record, name):
        claimed = read(reference["value"], self.all.scale)
        if "node" in reference:
            if reference["node"] != f"{record}.{name}":
                raise Wrong(f"{reference['node']} is not {record}.{name}")
            found = self.all.node_value(reference["node"])
        elif reference["record"] != record:
            raise Wrong(f"{reference['record']} is read in place of {record}")
        elif "field" in reference:
            if reference["field"] != name:
                raise Wrong(f"{reference['field']} is read in place of {name}")
            found = self.all.field(record, name)
        else:
            found = self.all.related(reference, name)
        if not same(found, claimed):
            raise Wrong(f"{record}.{name} is {show(found)}, the tree says {show(claimed)}")
        return claimed

    # Operators with an order or a scope of their own.

    def on_path(self, tree, env):
        return op.part(tree["name"], self.values(tree, env)[0])

    def on_negate(self, tree, env):
        return op.negate(self.values(tree, env)[0])

    def on_not(self, tree, env):
        return op.negation(self.values(tree, env)[0])

    def on_known(self, tree, env):
        return op.is_known(self.values(tree, env)[0])

    def on_between(self, tree, env):
        value, low, high = self.values(tree, env)
        return op.both(op.compare(">=", value, low), op.compare("<=", value, high))

    def on_and(self, tree, env):
        return self.short(tree, env, False, op.both)

    def on_or(self, tree, env):
        return self.short(tree, env, True, op.either)

    def short(self, tree, env, settling, join):
        args = self.values(tree, env)
        if args[0] is settling:
            if len(args) != 1:
                raise Wrong("the second operand was not looked at")
            return settling
        return join(*args)

    def on_if(self, tree, env):
        parts = {part["role"]: part for part in tree["args"]}
        self.parts_in_order(tree["args"])
        condition = op.truth(self.value(parts["condition"], env))
        wanted = {True: ["condition", "then"], False: ["condition", "else"]}.get(
            condition if isinstance(condition, bool) else None, ["condition", "then", "else"])
        if [part["role"] for part in tree["args"]] != wanted:
            raise Wrong(f"the condition is {show(condition)}, but the branches are not its own")
        values = [self.value(parts[role], env) for role in wanted[1:]]
        return values[0] if len(values) == 1 else op.undecided(condition, *values)

    def parts_in_order(self, parts):
        places = [part["at"][1] for part in parts if part["at"][0] == parts[0]["at"][0]]
        if places != sorted(places):
            raise Wrong("the parts do not stand in the order of the text")

    def on_reading(self, tree, env):
        reading = self.all.readings.get(tree["name"])
        if reading is None or reading["option"] != tree["option"]:
            raise Wrong(f"the reading '{tree['name']}' is not '{tree['option']}'")
        formulas = {o["name"]: o["formula"] for o in reading["options"]}
        body = tree["args"][0]
        if self.all.texts.get(body["at"][0]) != formulas.get(tree["option"]):
            raise Wrong("the formula is not that of the chosen reading")
        return self.value(body, env)

    def on_apply(self, tree, env):
        *arguments, body = tree["args"]
        values = [self.value(argument, env) for argument in arguments]
        return self.value(body, {**env, **dict(zip(tree["slots"], values))})

    def on_call(self, tree, env):
        return builtins_of_packs.call(tree["name"], self.values(tree, env), self.all.calendar)

    def on_element(self, tree, env):
        return op.element(*self.values(tree, env))

    def on_range(self, tree, env):
        ends = {part["role"]: self.value(part, env) for part in tree["args"]}
        unknown = op.unknown_of(*ends.values())
        if unknown:
            return unknown
        if any(end is None for end in ends.values()):
            return op.FAILED
        return Range(ends.get("lower"), ends.get("upper"), tree["closed"])

    def on_context(self, tree, env):
        env, result = dict(env), {}
        for slot, part in zip(tree["slots"], tree["args"]):
            result[part["role"]] = env[slot] = self.value(part, env)
        return result

    def on_test(self, tree, env):
        return op.includes(*self.values(tree, env))

    def on_in(self, tree, env):
        operand, *tests = tree["args"]
        env = {**env, tree["slots"][0]: self.value(operand, env)}
        result = False
        for test in tests:
            result = op.either(result, self.value(test, env))
            if result is True and test is not tests[-1]:
                raise Wrong("a test too many")
        return result

    def on_decide(self, tree, env):
        return tables.Table(tree).value(lambda part, env: self.value(part, env), env)

    # Lists.

    def on_filter(self, tree, env):
        base, *conditions = tree["args"]
        items = self.value(base, env)
        if isinstance(items, Unknown):
            return items
        if items is None:
            return op.FAILED
        items = items if isinstance(items, list) else [items]
        if len(items) != len(conditions):
            raise Wrong(f"{len(items)} elements, but {len(conditions)} were looked at")
        kept = []
        for item, condition in zip(items, conditions):
            inner, doubt = op.without_doubt(item)
            test = op.truth(self.value(condition, {**env, tree["slots"][0]: inner}))
            if test is True:
                kept.append(item)
            elif isinstance(test, Unknown):
                kept.append(op.doubted(inner, joined(test, doubt)))
        return kept

    def on_for(self, tree, env):
        results = []

        def body(part, env, doubt):
            results.append(op.doubted(self.value(part, env), doubt))
            return True

        failed = self.loop(tree, env, body)
        return results if failed is None else failed

    def on_some(self, tree, env):
        return self.quantified(tree, env, False)

    def on_every(self, tree, env):
        return self.quantified(tree, env, True)

    def quantified(self, tree, env, neutral):
        state = {"result": neutral}

        def body(part, env, doubt):
            test = op.certain(op.doubted(self.value(part, env), doubt), neutral)
            join = op.both if neutral else op.either
            state["result"] = join(state["result"], test)
            return state["result"] is not (not neutral)

        failed = self.loop(tree, env, body)
        return state["result"] if failed is None else failed

    def loop(self, tree, env, body):
        """Goes through the rounds of a loop; every part of the tree must be met once."""
        parts = Parts(tree["args"])
        failed = self.rounds(tree["slots"], env, None, parts, body, {"on": True})
        if parts.rest:
            raise Wrong("the loop has more rounds than elements")
        return failed

    def rounds(self, slots, env, doubt, parts, body, state):
        if not slots:
            state["on"] = body(parts.take("body"), env, doubt)
            return None
        items = self.value(parts.take("from"), env)
        if parts.rest and parts.rest[0].get("role") == "to":
            end = self.value(parts.take("to"), env)
            unknown = op.unknown_of(items, end)
            if unknown:
                return unknown
            items = op.counted(items, end)
        if isinstance(items, Unknown):
            return items
        if items is None:
            return op.FAILED
        for item in items if isinstance(items, list) else [items]:
            if not state["on"]:
                break
            inner, own = op.without_doubt(item)
            failed = self.rounds(
                slots[1:], {**env, slots[0]: inner}, joined(doubt, own), parts, body, state)
            if failed is not None:
                return failed
        return None


class Parts:
    """The parts of a loop, taken one after the other."""

    def __init__(self, parts):
        self.rest = list(parts)

    def take(self, role):
        if not self.rest or self.rest[0].get("role") != role:
            raise Wrong(f"the loop has no '{role}' where there must be one")
        return self.rest.pop(0)


def literal_matches(text, value):
    if isinstance(value, bool):
        return text == ("true" if value else "false")
    if value is None:
        return text == "null"
    if isinstance(value, Fraction):
        try:
            return Fraction(text) == value
        except ValueError:
            return False
    name = value.name if isinstance(value, Level) else value
    if isinstance(name, str):
        body = text[1:-1].replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")
        return text[:1] == '"' and body == name
    if hasattr(value, "isoformat"):
        return value.isoformat() in text
    if isinstance(value, Duration):
        kind, _, rest = text.partition('"')
        form = read_months if value.unit == "months" else read_duration
        return kind in ("@", "duration(") and form(rest.partition('"')[0]) == value
    return False
