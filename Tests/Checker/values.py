"""Values of an explanation: reading them from JSON, comparing them, and joining unknown ones.

Numbers are fractions, dates are datetime.date, texts, lists, true, false and null are Python's own.
"""

import datetime
import unicodedata
from fractions import Fraction


class Wrong(Exception):
    """Something in the explanation that cannot be right."""


class Unknown:
    """A value that is not known, with its causes; causes None stand for any cause at all."""

    LIMIT = 16

    def __init__(self, causes=None, more=False):
        self.causes = causes
        self.more = more

    def union(self, other):
        if self.causes is None or other.causes is None:
            return Unknown()
        causes = sorted(set(self.causes) | set(other.causes), key=cause_key)
        more = self.more or other.more or len(causes) > Unknown.LIMIT
        return Unknown(tuple(causes[: Unknown.LIMIT]), more)

    def __repr__(self):
        if self.causes is None:
            return "unknown"
        return "unknown (" + "; ".join(str(c[0]) for c in self.causes) + ")"


def cause_key(cause):
    reason, record, field, decision = cause
    return (not decision, record is not None, folded(record), field is not None, folded(field),
            folded(reason))


def folded(text):
    return unicodedata.normalize("NFC", text or "")


class Perhaps:
    """An element of which it is not known whether it belongs to its list."""

    def __init__(self, value, because):
        self.value = value
        self.because = because

    def __repr__(self):
        return f"perhaps {self.value!r}"


class Record(tuple):
    def __new__(cls, name):
        return super().__new__(cls, ("record", name))

    @property
    def name(self):
        return self[1]


class Level(tuple):
    """A symbol of the pack's scale; the rank is its place in the scale."""

    def __new__(cls, name, rank):
        return super().__new__(cls, ("level", name, rank))

    @property
    def name(self):
        return self[1]

    @property
    def rank(self):
        return self[2]


class Duration(tuple):
    """A duration in seconds, or with unit `months` in months."""

    def __new__(cls, unit, amount):
        return super().__new__(cls, ("duration", unit, amount))

    @property
    def unit(self):
        return self[1]

    @property
    def amount(self):
        return self[2]


class Range:
    def __init__(self, lower, upper, closed):
        self.lower, self.upper, self.closed = lower, upper, closed


class Other:
    """A value of a kind that packs hardly use; it is only compared with itself."""

    def __init__(self, form):
        self.form = form


def decimal_text(number, places):
    """The number rounded half up (away from zero) to some places."""
    scaled = abs(number) * 10**places
    whole = (scaled.numerator * 2 + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(places + 1, "0")
    sign = "-" if number < 0 and whole else ""
    return sign + digits[:-places] + "." + digits[-places:]


def read_number(form):
    text = form["number"]
    if "exact" in form:
        top, bottom = form["exact"].split("/")
        number = Fraction(int(top), int(bottom))
        if f"{number.numerator}/{number.denominator}" != form["exact"]:
            raise Wrong(f"{form['exact']} is not in lowest terms")
        if decimal_text(number, 20) != text:
            raise Wrong(f"{text} is not {form['exact']}")
        return number
    return Fraction(text)


def read_causes(form, more):
    causes = [
        (c["reason"], c.get("record"), c.get("field"), c.get("needs decision", False)) for c in form
    ]
    return Unknown(tuple(sorted(set(causes), key=cause_key)), more)


def read_duration(text):
    sign = -1 if text.startswith("-") else 1
    body = text.lstrip("-")[1:]
    days, _, clock = body.partition("T")
    seconds = Fraction(0)
    if days:
        seconds += 86400 * Fraction(days.rstrip("D"))
    number = ""
    for letter in clock:
        if letter in "HMS":
            seconds += Fraction(number) * {"H": 3600, "M": 60, "S": 1}[letter]
            number = ""
        else:
            number += letter
    return Duration("seconds", sign * seconds)


def read_months(text):
    sign = -1 if text.startswith("-") else 1
    months, number = 0, ""
    for letter in text.lstrip("-")[1:]:
        if letter in "YM":
            months += int(number) * (12 if letter == "Y" else 1)
            number = ""
        else:
            number += letter
    return Duration("months", sign * months)


def read(form, scale):
    """The value of one JSON form."""
    if form is None or isinstance(form, (bool, str)):
        return form
    if isinstance(form, list):
        return [read(item, scale) for item in form]
    if not isinstance(form, dict):
        raise Wrong(f"{form!r} is no value")
    if "number" in form:
        return read_number(form)
    if "date" in form:
        return datetime.date.fromisoformat(form["date"])
    if "record" in form:
        return Record(form["record"])
    if "level" in form:
        if form["level"] not in scale:
            raise Wrong(f"{form['level']!r} is no level")
        return Level(form["level"], scale.index(form["level"]))
    if "unknown" in form:
        return read_causes(form["unknown"], form.get("more", False))
    if "perhaps" in form:
        because = read_causes(form["because"], form.get("more", False))
        return Perhaps(read(form["perhaps"], scale), because)
    if "duration" in form:
        return read_duration(form["duration"])
    if "months" in form:
        return read_months(form["months"])
    if "range" in form:
        lower, upper = (read(end, scale) for end in form["range"])
        return Range(lower, upper, form["closed"])
    if "context" in form:
        return {key: read(item, scale) for key, item in form["context"].items()}
    return Other(form)


def same(left, right):
    """Whether two values are the very same, causes of unknown ones included."""
    if isinstance(left, Unknown) and isinstance(right, Unknown):
        if left.causes is None or right.causes is None:
            return True
        return left.causes == right.causes and left.more == right.more
    if type(left) is not type(right):
        return False
    if isinstance(left, Perhaps):
        return same(left.value, right.value) and same(left.because, right.because)
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict):
        return list(left) == list(right) and all(same(left[k], right[k]) for k in left)
    if isinstance(left, Range):
        return (same(left.lower, right.lower) and same(left.upper, right.upper)
                and left.closed == right.closed)
    if isinstance(left, Other):
        return left.form == right.form
    if isinstance(left, str):
        return folded(left) == folded(right)
    return left == right


def show(value):
    """The value in a few words, for messages."""
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, (Record, Level)):
        return value.name
    return repr(value)


def causes_of(value):
    """Why anything in the value is unknown, or None."""
    if isinstance(value, Unknown):
        return value
    if isinstance(value, Perhaps):
        return joined(value.because, causes_of(value.value))
    if isinstance(value, (list, dict)):
        result = None
        for item in value.values() if isinstance(value, dict) else value:
            result = joined(result, causes_of(item))
        return result
    return None


def joined(left, right):
    """The causes of both, where there are any."""
    if left is None:
        return right
    return left if right is None else left.union(right)


def is_known(value):
    return causes_of(value) is None
