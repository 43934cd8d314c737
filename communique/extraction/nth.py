"""A place in a longer stretch: "the first Friday of July", "the third week of 2021", "the last four
months of 2021", "week 31", "the week of April 10", "Friday the 15th", "on the 15th".

The patterns are over the letters of `timewords`, like those of `timex`; `nthdays` says what they
come to.
"""

from __future__ import annotations

from collections.abc import Callable

from communique.extraction.moments import exists
from communique.extraction.timeforms import Expression, Match, number
from communique.lexicon.load import words

_NUM = r"(?:[dn]|N(?:-?N){0,6})"
_YEAR = r"(?:,?F?(?:tU)?[yY](?!-?U))"
_OF = r"(?:F|i|,)?"
_WHOLE = rf"(?P<year>{_OF}(?:{_YEAR}|(?:t?UF)?M(?!t?[do]){_YEAR}?|(?P<rel>t?[LXTS]U|tU)))"
"""The year, month or week that something is a part of."""

NTH_PATTERNS: tuple[tuple[str, str], ...] = (
    ("nth", rf"t?(?P<nth>[oL])-?(?P<unit>[UW]){_WHOLE}"),
    ("nth_days", rf"t?(?P<nth>[oL])(?P<many>{_NUM})(?P<unit>U)(?={_WHOLE})"),
    ("week_number", rf"t?(?P<unit>U)(?P<nth>[dn])(?![UN])(?:{_WHOLE})?"),
    (
        "week_of",
        rf"t?(?P<unit>U)(?:F|e?i?)(?P<year>Mt?[do](?![UN]){_YEAR}?|t?[do]F?M{_YEAR}?|to(?![UW]))",
    ),
    ("weekday_day", r"[Ww](?:,?t[oN]|[do])(?![UNMF&-])"),
    ("days_of", r"t?(?P<first>[do])(?:-|#|&)t?(?P<last>[do])(?:F|i)?(?P<rel>t?[LXT]U|tU)"),
    ("bare_day", r"t(?P<day>o)(?:(?:-|#|&)t?(?P<last>o))?(?![\dUNWMsopF#-]|&t?[odMUNW])"),
)


def _nth(m: Match) -> Expression | None:
    """ "the first Friday of July", "the last week of this month", "the 15th day of next month"."""
    nth, unit = m.group("nth")[0], m.group("unit")[0]
    if nth.kind == "L" and nth.value != "last":
        return None
    place = int(nth.value) if nth.kind == "o" else -1
    if unit.value == "Q" and unit.kind == "U" and place == -1 and m.year():
        return m.make("quarter", year=m.year(), amount=4)
    if unit.kind == "U" and unit.value not in {"D", "W", "M", "WE"}:
        return None
    return _of_whole(m, "W" + unit.value if unit.kind == "W" else unit.value, place)


def _of_whole(m: Match, what: str, place: int, many: float | None = None) -> Expression | None:
    month = m.of_kind("M")
    rel = m.group("rel")
    size = rel[-1].value if rel else "M" if month else "Y"
    # "The first day of the week" has a place of its own; a day is no place of a week of a year.
    if size not in {"M", "Y", "W", "Q"} or (size == "W" and what != "D") or size == what:
        return None
    shift, base = m.relative("rel")
    return m.make(
        "nth",
        year=m.year(),
        month=int(month[0].value) if month else None,
        day=place,
        amount=many,
        value=what,
        unit=size,
        shift=shift,
        base=base,
    )


def _nth_days(m: Match) -> Expression | None:
    """ "the first two weeks" of 2021; the year is an expression of its own, as in TIMEX3."""
    nth, unit = m.group("nth")[0], m.group("unit")[0]
    if nth.value not in {"1", "last", "-1"} or unit.value not in {"D", "W", "M"}:
        return None
    return _of_whole(m, unit.value, 1 if nth.value == "1" else -1, number(m.group("many")))


def _week_number(m: Match) -> Expression | None:
    """ "week 31", "week 3 of 2027"."""
    unit, nth = m.group("unit")[0], m.group("nth")[0]
    word = m.words[unit.start : unit.end]
    if word.lower() != "week" or not nth.value.isdigit() or not 1 <= int(nth.value) <= 53:
        return None
    if not m.group("year"):
        return m.make("nth", day=int(nth.value), value="W", unit="Y")
    return _of_whole(m, "W", int(nth.value))


def _week_of(m: Match) -> Expression | None:
    """ "the week of April 10", "the week beginning February 4", "the week of the 18th"."""
    unit = m.group("unit")[0]
    day = next(p for p in m.group("year") if p.kind in "do")
    month = int(m.value("M") or 0) or None
    if m.words[unit.start : unit.end].lower() != "week" or len(m.pieces) < 3:
        return None
    if not exists(m.year(), month, int(day.value)):
        return None
    return m.make("week_of", year=m.year(), month=month, day=int(day.value))


def _weekday_day(m: Match) -> Expression | None:
    """ "Friday the 15th", "Monday 21"."""
    after = m.after
    if after is not None and (after.value[:1].isalnum() or after.kind in "kjO"):
        return None
    day = int(m.pieces[-1].value)
    if not 1 <= day <= 31:
        return None
    return m.make("weekday_day", weekday=int(m.value("Ww")), day=day)


def _days_of(m: Match) -> Expression | None:
    """ "4 to 22 this month"."""
    first, last = int(m.group("first")[0].value), int(m.group("last")[0].value)
    if m.group("rel")[-1].value != "M" or not 1 <= first < last <= 31:
        return None
    shift, base = m.relative("rel")
    return m.make("bare_day", day=first, until=(None, None, last), shift=shift, base=base, unit="M")


_PLACED = frozenset({"on", "by", "until", "from", "since", "between", "around", "till"})


def _is_thing(word: str) -> bool:
    """Whether a word may be what is counted, and not a new start: "on the 15th and …"."""
    return word[:1].isalnum() and word.lower() not in words("function_words.tsv")


def _bare_day(m: Match) -> Expression | None:
    """ "on the 15th", "between the 21st and 23rd": a day of this month or the next one to it."""
    before, after = m.before, m.after
    if before is None or m.words[before.start : before.end].lower() not in _PLACED:
        return None
    if after is not None and after.kind == "." and _is_thing(after.value):
        return None  # "on the 15th floor"
    day, last = m.group("day")[0], m.group("last")
    # Ordinals in words are as often places in a row: "on the second".
    if not m.words[day.start].isdigit() or not 1 <= int(day.value) <= 31:
        return None
    until = (None, None, int(last[0].value)) if last else None
    return m.make("bare_day", day=int(day.value), until=until, unit="M", value="near")


NTH: dict[str, Callable[[Match], Expression | None]] = {
    "nth": _nth,
    "nth_days": _nth_days,
    "week_number": _week_number,
    "week_of": _week_of,
    "weekday_day": _weekday_day,
    "days_of": _days_of,
    "bare_day": _bare_day,
}
