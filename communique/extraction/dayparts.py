"""Parts of a day: "early Tuesday morning", "Tuesday in the afternoon", "late at night", "this
evening at 7".

The patterns are over the letters of `timewords`, like those of `timex`.
"""

from __future__ import annotations

from collections.abc import Callable

from communique.extraction.clock import CLOCK
from communique.extraction.timeforms import Expression, Match

_PART = r"(?:[ml]-?)?(?P<part>p)"
_HOUR = r"(?:,?ia?(?P<hour>[dN])(?![UNMopOjz&-]))?"

PART_PATTERNS: tuple[tuple[str, str], ...] = (
    ("weekday_part", rf"(?P<dir>t?[LPXTS])?[Ww],?(?:it?)?{_PART}z?{_HOUR}"),
    ("part_weekday", rf"t?{_PART},?[iF]?(?P<dir>t?[LPXTS])?[Ww](?!,?(?:M|t?[do]))"),
    ("part_today", r"t?m-?(?P<part>p)(?P<day>H)"),
    ("today_part", rf"(?P<day>t?[TLX]|H){_PART}ia?(?P<hour>[dN])(?![UNMopOjz&-])"),
    ("tonight_hour", r"(?P<day>H)ia?(?P<hour>[dN])(?![UNMopOjz&-])"),
    ("today_half", r"(?P<day>H)(?P<half>j)"),
    ("weekday_half", r"(?P<dir>t?[LPXTS])?W(?P<half>j)"),
    ("clock_short", rf"(?P<back>{CLOCK}),?i?(?P<dir>t?[LPXTS])?(?P<wd>w)"),
    ("end_of_day", r"t?eF(?:[tT]?(?P<wd>W)|(?P<day>H))"),
    ("part_hour", r"t?(?P<part>p)ia?(?P<hour>[dN])O?(?![UNMopjz&-])"),
    ("early_part", r"t?[mlb](?:-|it?)?(?P<part>p)(?!U?F)"),
)


def _goes_on(m: Match) -> bool:
    """Whether a word follows that a number may belong to, or one before it says so: "tonight at 8
    places", "tonight for 8"."""
    hour = m.group("hour")[0].start
    if m.words[:hour].rstrip().endswith(" for"):
        return True
    return m.after is not None and m.after.kind == "." and m.after.value[:1].isalnum()


def _clock(m: Match) -> str | None:
    """The part of the day, or the hour that is said to be in it; None for an hour that is not."""
    if m.group("hour") and _goes_on(m):
        return None
    part, hour = m.group("part")[0].value, m.group("hour")
    if not hour:
        return f"T{part}"
    number = int(float(hour[0].value))
    if not 1 <= number <= 12:
        return None
    if part in {"AF", "EV"} or (part == "NI" and 6 <= number < 12):
        number = number % 12 + 12
    return f"T{number % 24 if part != 'MO' else number % 12:02d}:00"


def _part_weekday(m: Match) -> Expression | None:
    """ "The afternoon on Saturday", "overnight Wednesday"; not "a party night on Thursday"."""
    before = m.before
    alone = m.pieces[0].kind == "p" and m.pieces[1].kind in "iF"
    if alone and before is not None and before.kind not in "i#f&,-":
        return None
    return _weekday_part(m)


def _weekday_part(m: Match) -> Expression | None:
    clock = _clock(m)
    if clock is None:
        return None
    det = m.group("dir")
    base = "free" if not det else "text" if det[-1].kind == "S" else "now"
    shift = m.relative("dir")[0]
    return m.make("weekday", weekday=int(m.value("Ww")), shift=shift, base=base, clock=clock)


def _today_part(m: Match) -> Expression | None:
    clock = _clock(m)
    if clock is None:
        return None
    day = m.group("day")
    if day[-1].kind == "H":
        return m.make("day", amount=float(day[-1].value), clock=clock)
    shift, base = m.relative("day")
    return m.make("day", amount=float(shift), clock=clock, base=base)


def _tonight_hour(m: Match) -> Expression | None:
    """ "tonight at 8"; a bare hour says nothing after other days."""
    day, hour = m.pieces[0], int(float(m.group("hour")[0].value))
    if m.words[day.start : day.end].lower() != "tonight" or not 1 <= hour <= 12 or _goes_on(m):
        return None
    late = hour + 12 if 4 <= hour < 12 else hour % 12
    return m.make("day", amount=0.0, clock=f"T{late:02d}:00")


def _today_half(m: Match) -> Expression | None:
    """ "tomorrow pm"."""
    part = "MO" if m.group("half")[0].value == "AM" else "AF"
    return m.make("day", amount=float(m.group("day")[0].value), clock=f"T{part}")


def _weekday_half(m: Match) -> Expression | None:
    """ "Tuesday PM"; a half after a number would be a clock time."""
    half = m.group("half")[0]
    if not m.words[half.start : half.end].isupper():
        return None
    clock = "TMO" if half.value == "AM" else "TAF"
    shift = m.relative("dir")[0]
    base = "now" if m.group("dir") else "free"
    return m.make("weekday", weekday=int(m.value("W")), shift=shift, base=base, clock=clock)


def _clock_short(m: Match) -> Expression | None:
    """ "3 p.m. on Sun"."""
    shift = m.relative("dir")[0]
    base = "now" if m.group("dir") else "free"
    clock = m.clock()
    if not clock:
        return None
    return m.make("weekday", weekday=int(m.value("w")), shift=shift, base=base, clock=clock)


def _end_of_day(m: Match) -> Expression | None:
    """ "the end of today", "the end of Sunday"."""
    day = m.group("day")
    if day:
        return m.make("day", amount=float(day[0].value), part="END")
    base = "now" if any(p.kind == "T" for p in m.pieces) else "free"
    return m.make("weekday", weekday=int(m.value("W")), base=base, part="END")


def _part_hour(m: Match) -> Expression | None:
    """ "In the afternoon at 7"."""
    before = m.before
    clock = _clock(m)
    if clock is None or m.pieces[0].kind != "t" or before is None or before.kind != "i":
        return None
    return m.make("clock", clock=clock)


def _early_part(m: Match) -> Expression | None:
    """ "early morning", "later in the evening"; "later that night" is one of another pattern."""
    first = m.pieces[0] if m.pieces[0].kind != "t" else m.pieces[1]
    if first.kind in "lb" and (first.end - first.start < 5 or len(m.pieces) < 3):
        return None
    return m.make("clock", clock="T" + m.group("part")[0].value)


PARTS: dict[str, Callable[[Match], Expression | None]] = {
    "weekday_part": _weekday_part,
    "part_weekday": _part_weekday,
    "today_part": _today_part,
    "part_today": _today_part,
    "tonight_hour": _tonight_hour,
    "today_half": _today_half,
    "weekday_half": _weekday_half,
    "clock_short": _clock_short,
    "end_of_day": _end_of_day,
    "part_hour": _part_hour,
    "early_part": _early_part,
}
