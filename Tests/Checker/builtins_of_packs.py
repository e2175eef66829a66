"""The functions that formulas of packs may call."""

import datetime
import math
from fractions import Fraction

import operations as op
from operations import FAILED, is_number
from values import Duration, Level, Perhaps, Unknown, causes_of, joined, same

SEES_UNKNOWN = {"count", "sum", "mean", "product", "min", "max", "all", "any", "append",
                "concatenate", "flatten", "reverse", "list contains", "known"}


class NotChecked(Exception):
    """A function whose meaning this checker does not know."""


def call(name, args, calendar):
    if name in ("unknown", "needs decision"):
        if args and isinstance(args[0], str):
            return Unknown(((args[0], None, None, name == "needs decision"),))
        return args[0] if args and isinstance(args[0], Unknown) else FAILED
    if name == "working days":
        return working_days(args, calendar)
    unknown = unknown_arguments(name, args)
    if unknown:
        return unknown
    function = FUNCTIONS.get(name)
    if function is None:
        raise NotChecked(name)
    result = function(name, args)
    return FAILED if result is NOTHING else result


NOTHING = object()


def unknown_arguments(name, args):
    alone = len(args) == 1 and isinstance(args[0], Unknown)
    if name == "list contains":
        return args[0] if isinstance(args[0], Unknown) else None
    if name in SEES_UNKNOWN and not alone:
        return None
    result = None
    for argument in args:
        result = joined(result, causes_of(argument))
    return result


def as_list(value):
    return value if isinstance(value, list) else [value]


def items_of(args):
    return as_list(args[0]) if len(args) == 1 else args


def total(name, args):
    result, causes = None, None
    for item in items_of(args):
        if isinstance(item, Unknown):
            causes = joined(causes, item)
        elif isinstance(item, Perhaps):
            if item.value != 0 or isinstance(item.value, bool):
                causes = joined(causes, item.because)
        else:
            result = item if result is None else op.arithmetic("+", result, item)
            if result is item and not (is_number(item) or isinstance(item, Duration)):
                result = FAILED
    causes = joined(causes, op.unknown_of(result))
    if causes:
        return causes
    return Fraction(0) if result is None else result


def product(name, args):
    result, causes = Fraction(1), None
    for item in items_of(args):
        if isinstance(item, Unknown):
            causes = joined(causes, item)
        elif isinstance(item, Perhaps):
            if item.value != 1 or isinstance(item.value, bool):
                causes = joined(causes, item.because)
        else:
            result = op.arithmetic("*", result, item)
    return joined(causes, op.unknown_of(result)) or result


def count(name, args):
    causes = None
    for item in as_list(args[0]):
        if isinstance(item, Perhaps):
            causes = joined(causes, item.because)
    return causes or Fraction(len(as_list(args[0])))


def mean(name, args):
    items = items_of(args)
    if not items:
        return FAILED
    return op.arithmetic("/", total("sum", [items]), count("count", [items]))


def median(name, args):
    items = items_of(args)
    if not items or not all(map(is_number, items)):
        return FAILED
    items = sorted(items)
    middle = len(items) // 2
    return items[middle] if len(items) % 2 else (items[middle - 1] + items[middle]) / 2


def mode(name, args):
    items = items_of(args)
    if not all(map(is_number, items)):
        return FAILED
    most = max(map(items.count, items), default=0)
    return sorted({item for item in items if items.count(item) == most})


def extreme(name, args):
    """An element that is perhaps there matters only beyond all that surely are."""
    wanted = -1 if name == "min" else 1
    items = items_of(args)
    best, causes = None, None
    if not items:
        return FAILED
    for item in items:
        if isinstance(item, Unknown):
            causes = joined(causes, item)
        elif not isinstance(item, Perhaps):
            if best is None:
                if op.order(item, item) is None:
                    return FAILED
                best = item
                continue
            found = op.order(item, best)
            if found is None:
                return FAILED
            if found == wanted:
                best = item
    if wanted == -1 and isinstance(best, Level) and best.rank == 0:
        return best
    for item in items:
        if isinstance(item, Perhaps):
            if best is None or op.order(item.value, best) in (wanted, None):
                causes = joined(causes, item.because)
    return causes or (FAILED if best is None else best)


def every(name, args):
    result = name == "all"
    for item in items_of(args):
        item = op.certain(item, name == "all")
        result = op.both(result, item) if name == "all" else op.either(result, item)
    return result


def rounded(name, args):
    if not is_number(args[0]):
        return FAILED
    places = int(args[1]) if len(args) > 1 and is_number(args[1]) else 0
    scale = Fraction(10) ** places
    number = args[0] * scale
    low = math.floor(number)
    rest = number - low
    if name == "floor":
        whole = low
    elif name == "ceiling":
        whole = math.ceil(number)
    elif name == "round up":
        whole = math.ceil(number) if number > 0 else low
    elif name == "round down":
        whole = low if number > 0 else math.ceil(number)
    elif rest != Fraction(1, 2):
        whole = low + (rest > Fraction(1, 2))
    elif name == "decimal":
        whole = low + low % 2
    else:
        away = low + 1 if number > 0 else low
        toward = low if number > 0 else low + 1
        whole = away if name == "round half up" else toward
    return whole / scale


def magnitude(name, args):
    value = args[0]
    if isinstance(value, Duration):
        return Duration(value.unit, abs(value.amount))
    return abs(value) if is_number(value) else FAILED


def modulo(name, args):
    if not (is_number(args[0]) and is_number(args[1])) or args[1] == 0:
        return FAILED
    return args[0] - args[1] * math.floor(args[0] / args[1])


def parity(name, args):
    if not is_number(args[0]):
        return FAILED
    return args[0].denominator == 1 and (args[0] % 2 == 1) == (name == "odd")


def distinct(items):
    result = []
    for item in items:
        if not any(same(item, other) or op.comparable(item, other) is True for other in result):
            result.append(item)
    return result


def on_lists(name, args):
    first = as_list(args[0])
    if name == "concatenate":
        return [item for argument in args for item in as_list(argument)]
    if name == "append":
        return first + list(args[1:])
    if name == "union":
        return distinct([item for argument in args for item in as_list(argument)])
    if name == "distinct values":
        return distinct(first)
    if name == "reverse":
        return first[::-1]
    if name == "flatten":
        return [item for part in first
                for item in (on_lists(name, [part]) if isinstance(part, list) else [part])]
    if name == "index of":
        return [Fraction(i + 1) for i, item in enumerate(first)
                if op.comparable(item, args[1]) is True]
    if name == "list contains":
        result = False
        for item in first:
            inner, doubt = op.without_doubt(item)
            found = op.comparable(inner, args[1])
            result = op.either(result, doubt if doubt and found is True else found)
        return result
    return on_places(name, first, args)


def on_places(name, items, args):
    place = op.position(args[1], len(items))
    if place is None:
        return FAILED
    if name == "sublist":
        if len(args) < 3 or args[2] is None:
            return items[place:]
        if not 0 < args[2] <= len(items) - place:
            return FAILED
        return items[place:place + int(args[2])]
    if name == "remove":
        return items[:place] + items[place + 1:]
    if name == "insert before":
        return items[:place] + [args[2]] + items[place:]
    return items[:place] + [args[2]] + items[place + 1:]


def ordered(name, args):
    """`sort` without a function: from the smallest, equal elements in their order."""
    import functools
    if len(args) > 1:
        raise NotChecked("sort with a function")
    items = as_list(args[0])
    if any(op.order(a, b) is None for a in items for b in items):
        return FAILED
    return sorted(items, key=functools.cmp_to_key(op.order))


def on_texts(name, args):
    if name == "string join":
        pieces = [piece for piece in as_list(args[0]) if piece is not None]
        if not all(isinstance(piece, str) for piece in pieces):
            return FAILED
        return (args[1] or "" if len(args) > 1 else "").join(pieces)
    if not all(isinstance(a, str) for a in args[:1 if name == "substring" else 2]):
        return FAILED
    text = args[0]
    if name == "string length":
        return Fraction(len(text))
    if name in ("upper case", "lower case"):
        return text.upper() if name == "upper case" else text.lower()
    if name == "substring":
        start = int(args[1])
        if start == 0 or abs(start) > len(text) + (start > 0):
            return FAILED
        begin = start - 1 if start > 0 else len(text) + start
        return text[begin:] if len(args) < 3 else text[begin:begin + int(args[2])]
    match = args[1]
    return {"contains": match in text, "starts with": text.startswith(match),
            "ends with": text.endswith(match),
            "substring before": text.partition(match)[0] if match and match in text else "",
            "substring after": text.partition(match)[2] if match else text}[name]


def on_days(name, args):
    first = args[0]
    if name == "date":
        try:
            if len(args) == 3:
                return datetime.date(*map(int, args))
            return datetime.date.fromisoformat(first) if isinstance(first, str) else first
        except (ValueError, TypeError):
            return FAILED
    if not all(isinstance(a, datetime.date) for a in args):
        return FAILED
    if name == "years and months duration":
        start, end = args
        months = (end.year - start.year) * 12 + end.month - start.month
        if months > 0 and end.day < start.day:
            months -= 1
        if months < 0 and end.day > start.day:
            months += 1
        return Duration("months", months)
    if name == "day of year":
        return Fraction(first.timetuple().tm_yday)
    if name == "week of year":
        return Fraction(first.isocalendar()[1])
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    months = ["January", "February", "March", "April", "May", "June", "July", "August",
              "September", "October", "November", "December"]
    return days[first.isoweekday() - 1] if name == "day of week" else months[first.month - 1]


def working_days(args, calendar):
    unknown = op.unknown_of(*args)
    if unknown:
        return unknown
    start, end = args
    if not (isinstance(start, datetime.date) and isinstance(end, datetime.date)):
        return FAILED
    if start > end:
        return -working_days([end, start], calendar)
    off, worked = calendar
    days = [start + datetime.timedelta(n) for n in range(1, (end - start).days + 1)]
    return Fraction(sum(1 for day in days
                        if day in worked or (day.isoweekday() <= 5 and day not in off)))


def to_number(name, args):
    text = args[0]
    if not isinstance(text, str):
        return FAILED
    if len(args) == 3:
        text = text.replace(args[1] or "", "").replace(args[2] or ".", ".")
    try:
        return Fraction(text)
    except ValueError:
        return FAILED


def to_text(name, args):
    value = args[0]
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Level):
        return value.name
    if isinstance(value, datetime.date):
        return value.isoformat()
    if is_number(value):
        if value.denominator == 1:
            return str(value)
        rest = value.denominator
        for factor in (2, 5):
            while rest % factor == 0:
                rest //= factor
        if rest != 1:
            return str(value)
        places = 0
        while (value * 10**places).denominator != 1:
            places += 1
        digits = str(abs(int(value * 10**places))).rjust(places + 1, "0")
        return ("-" if value < 0 else "") + digits[:-places] + "." + digits[-places:]
    raise NotChecked("string of this value")


FUNCTIONS = {
    "count": count, "sum": total, "mean": mean, "median": median, "mode": mode,
    "product": product, "min": extreme, "max": extreme, "all": every, "any": every,
    "abs": magnitude, "modulo": modulo, "odd": parity, "even": parity, "number": to_number,
    "string": to_text, "sort": ordered, "is": lambda name, args: same(args[0], args[1]),
}
for _name in ("floor", "ceiling", "decimal", "round up", "round down", "round half up",
              "round half down"):
    FUNCTIONS[_name] = rounded
for _name in ("concatenate", "append", "union", "distinct values", "reverse", "flatten",
              "index of", "list contains", "sublist", "remove", "insert before", "list replace"):
    FUNCTIONS[_name] = on_lists
for _name in ("string join", "string length", "upper case", "lower case", "substring", "contains",
              "starts with", "ends with", "substring before", "substring after"):
    FUNCTIONS[_name] = on_texts
for _name in ("date", "years and months duration", "day of year", "week of year", "day of week",
              "month of year"):
    FUNCTIONS[_name] = on_days
