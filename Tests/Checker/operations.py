"""The meaning of the operations in a pack: exact numbers, and unknown that is neither null nor 0.

Written from the published rules of the expression language, not from the program.
"""

import datetime
from fractions import Fraction

from values import Duration, Level, Perhaps, Range, Record, Unknown, folded, is_known, joined

FAILED = Unknown()


def unknown_of(*operands):
    result = None
    for operand in operands:
        if isinstance(operand, Unknown):
            result = joined(result, operand)
    return result


def is_number(value):
    return isinstance(value, Fraction)


def arithmetic(kind, left, right):
    unknown = unknown_of(left, right)
    if unknown:
        return unknown
    if is_number(left) and is_number(right):
        return on_numbers(kind, left, right)
    if isinstance(left, str) and isinstance(right, str) and kind == "+":
        return left + right
    result = on_times(kind, left, right)
    return FAILED if result is None else result


def on_numbers(kind, left, right):
    if kind == "+":
        return left + right
    if kind == "-":
        return left - right
    if kind == "*":
        return left * right
    if kind == "/":
        return left / right if right else FAILED
    if right.denominator != 1 or (left == 0 and right < 0):
        return FAILED
    return Fraction(left) ** int(right)


def on_times(kind, left, right):
    if kind == "+":
        moved = move(left, right)
        return move(right, left) if moved is None else moved
    if kind == "-":
        if is_day(left) and is_day(right):
            return Duration("seconds", Fraction(86400 * (left - right).days))
        return move(left, negated(right)) if isinstance(right, Duration) else None
    if kind == "*":
        if isinstance(left, Duration) and is_number(right):
            return scaled(left, right)
        if isinstance(right, Duration) and is_number(left):
            return scaled(right, left)
    if kind == "/" and isinstance(left, Duration):
        if is_number(right):
            return scaled(left, 1 / right) if right else FAILED
        if isinstance(right, Duration) and right.unit == left.unit:
            return Fraction(left.amount) / right.amount if right.amount else FAILED
    return None


def is_day(value):
    return isinstance(value, datetime.date)


def scaled(duration, factor):
    amount = duration.amount * factor
    if duration.unit == "months":
        amount = int(amount)
    return Duration(duration.unit, amount)


def negated(value):
    if isinstance(value, Duration):
        return Duration(value.unit, -value.amount)
    return -value


def move(start, step):
    if not isinstance(step, Duration):
        return None
    if isinstance(start, Duration):
        if start.unit != step.unit:
            return None
        return Duration(start.unit, start.amount + step.amount)
    if not is_day(start):
        return None
    if step.unit == "seconds":
        return start + datetime.timedelta(days=int(step.amount // 86400))
    months = start.year * 12 + start.month - 1 + step.amount
    year, month = months // 12, months % 12 + 1
    last = (datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)).day
    return datetime.date(year, month, min(start.day, last))


def negate(value):
    if isinstance(value, Unknown):
        return value
    return negated(value) if is_number(value) or isinstance(value, Duration) else FAILED


def order(left, right):
    """-1, 0 or 1 for two values of one ordered kind, else None."""
    if is_number(left) and is_number(right):
        pair = left, right
    elif isinstance(left, str) and isinstance(right, str):
        pair = folded(left), folded(right)
    elif isinstance(left, Level) and isinstance(right, Level):
        pair = left.rank, right.rank
    elif is_day(left) and is_day(right):
        pair = left, right
    elif isinstance(left, Duration) and isinstance(right, Duration) and left.unit == right.unit:
        pair = left.amount, right.amount
    else:
        return None
    return (pair[0] > pair[1]) - (pair[0] < pair[1])


def compare(kind, left, right):
    if kind == "=":
        return equal(left, right)
    if kind == "!=":
        return negation(equal(left, right))
    unknown = unknown_of(left, right)
    if unknown:
        return unknown
    found = order(left, right)
    if found is None:
        return FAILED
    return {"<": found < 0, "<=": found <= 0, ">": found > 0, ">=": found >= 0}[kind]


def equal(left, right):
    unknown = unknown_of(left, right)
    if unknown:
        return unknown
    if left is None or right is None:
        return left is None and right is None
    if isinstance(left, bool) and isinstance(right, bool):
        return left == right
    if isinstance(left, list) and isinstance(right, list):
        doubt = None
        for item in left + right:
            if isinstance(item, Perhaps):
                doubt = joined(doubt, item.because)
        if doubt:
            return doubt
        if len(left) != len(right):
            return False
        result = True
        for pair in zip(left, right):
            result = both(result, equal(*pair))
        return result
    if isinstance(left, Record) and isinstance(right, Record):
        return left == right
    if isinstance(left, Level) and isinstance(right, str):
        return left.name == right
    if isinstance(left, str) and isinstance(right, Level):
        return left == right.name
    if isinstance(left, bool) or isinstance(right, bool):
        return FAILED
    found = order(left, right)
    return FAILED if found is None else found == 0


def truth(value):
    """True, False, or the unknown that stands in the way."""
    if isinstance(value, (bool, Unknown)):
        return value
    return FAILED


def both(left, right):
    left, right = truth(left), truth(right)
    if left is False or right is False:
        return False
    if left is True and right is True:
        return True
    return unknown_of(left, right)


def either(left, right):
    left, right = truth(left), truth(right)
    if left is True or right is True:
        return True
    if left is False and right is False:
        return False
    return unknown_of(left, right)


def negation(value):
    value = truth(value)
    return value if isinstance(value, Unknown) else not value


def undecided(condition, yes, no):
    """`if` with an unknown condition: one known value on both sides settles it."""
    if is_known(yes) and is_known(no) and equal(yes, no) is True:
        return yes
    return condition


def certain(item, neutral):
    """An element that is perhaps there counts as unknown, unless its presence changes nothing."""
    if not isinstance(item, Perhaps):
        return item
    if item.value is neutral:
        return item.value
    return joined(item.because, unknown_of(item.value))


def doubted(value, doubt):
    if doubt is None:
        return value
    return Perhaps(value, joined(value, doubt) if isinstance(value, Unknown) else doubt)


def without_doubt(item):
    return (item.value, item.because) if isinstance(item, Perhaps) else (item, None)


def comparable(left, right):
    result = equal(left, right)
    if is_known(left) and is_known(right):
        return result if isinstance(result, bool) else False
    return result


def includes(test, value):
    if isinstance(test, Range):
        return in_range(test, value)
    if isinstance(test, list):
        if isinstance(value, list) and equal(test, value) is True:
            return True
        result = False
        for item in test:
            result = either(result, element_includes(item, value))
            if result is True:
                break
        return result
    return equal(test, value)


def element_includes(item, value):
    if isinstance(item, Perhaps):
        found = element_includes(item.value, value)
        return item.because if found is True else found
    if isinstance(item, Range) and not isinstance(value, Range):
        return in_range(item, value)
    return comparable(item, value)


def in_range(span, value):
    result = True
    if span.lower is not None:
        result = compare(">=" if span.closed[0] else ">", value, span.lower)
    if span.upper is not None:
        result = both(result, compare("<=" if span.closed[1] else "<", value, span.upper))
    return result


def counted(start, end):
    """The whole numbers or days from one to another, upwards or downwards; None for other ends."""
    if is_day(start) and is_day(end):
        step = 1 if start <= end else -1
        return [start + datetime.timedelta(n) for n in range(0, (end - start).days + step, step)]
    if is_number(start) and is_number(end) and start.denominator == end.denominator == 1:
        step = 1 if start <= end else -1
        return [Fraction(n) for n in range(int(start), int(end) + step, step)]
    return None


def part(name, value):
    """A part of a date, a duration or a range."""
    if isinstance(value, Unknown):
        return value
    if isinstance(value, Perhaps):
        return doubted(part(name, value.value), value.because)
    if isinstance(value, list):
        return [part(name, item) for item in value]
    if isinstance(value, dict):
        return value.get(name, FAILED)
    if is_day(value):
        parts = {"year": value.year, "month": value.month, "day": value.day,
                 "weekday": value.isoweekday()}
        return Fraction(parts[name]) if name in parts else FAILED
    if isinstance(value, Duration):
        return duration_part(name, value)
    if isinstance(value, Range):
        ends = {"start": value.lower, "end": value.upper, "start included": value.closed[0],
                "end included": value.closed[1]}
        return ends.get(name, FAILED)
    return FAILED


def duration_part(name, value):
    sign = -1 if value.amount < 0 else 1
    amount = abs(value.amount)
    if value.unit == "months":
        parts = {"years": amount // 12, "months": amount % 12}
    else:
        parts = {"days": amount // 86400, "hours": amount % 86400 // 3600,
                 "minutes": amount % 3600 // 60, "seconds": amount % 60}
    return Fraction(sign * parts[name]) if name in parts else FAILED


def element(items, index):
    unknown = unknown_of(items, index)
    if unknown:
        return unknown
    items = items if isinstance(items, list) else [items]
    if not is_number(index):
        return FAILED
    doubt = None
    for item in items:
        doubt = joined(doubt, without_doubt(item)[1])
    if doubt:
        return doubt
    place = position(index, len(items))
    return FAILED if place is None else items[place]


def position(index, count):
    if not is_number(index) or index.denominator != 1 or index == 0 or abs(index) > count:
        return None
    return int(index) - 1 if index > 0 else count + int(index)
