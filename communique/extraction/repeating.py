"""What comes again: "every other Friday", "every day at 7 p.m.", "9 a.m. on Sundays", "Friday
mornings", "twice a week", "the 19th of every month".

The patterns are over the letters of `timewords`, like those of `timex`; values are those of
TIMEX3: XXXX-WXX-5 is every Friday, XXXX-XX-XXT09:00 nine o'clock every day.
"""

from __future__ import annotations

from collections.abc import Callable

from communique.extraction.clock import CLOCK, clock_of
from communique.extraction.timeforms import Expression, Match, duration, number

_NUM = r"(?:[dn]|N(?:-?N){0,6})"

SET_PATTERNS: tuple[tuple[str, str], ...] = (
    ("every_at", rf"(?P<back>{CLOCK}),?i?v(?P<unit>[UW])"),
    ("every_then", rf"v(?P<unit>[UWp]),?i?(?P<clock>{CLOCK})"),
    ("every_hour", r"v(?P<unit>[Wp])ia?(?P<hour>[dN])(?![UNMopOjz&-])"),
    ("every_other", r"(?P<every>v)(?P<other>o)?(?P<unit>[UWp])"),
    ("days_at", rf"(?P<back>{CLOCK}),?i?V|V(?P<part>p)?,?i?(?P<clock>{CLOCK})"),
    ("parts_of_days", r"[WV](?P<part>p)"),
    ("day_of_every", r"t?(?P<day>o)Fv(?P<unit>U)"),
    ("times_a", rf"(?P<often>(?:{_NUM}|A?q)?1)A(?P<unit>U)|(?P<once>[N])A(?P<one>U)"),
)

_DAY = "XXXX-XX-XX"


def _every_at(m: Match) -> Expression | None:
    """ "every Monday at 4 p.m.", "9 a.m. every Sunday"."""
    unit = m.group("unit")[0]
    clock = clock_of(m.group("back")) or clock_of(m.group("clock"))
    if not clock or "/" in clock or (unit.kind == "U" and unit.value != "D"):
        return None
    base = f"XXXX-WXX-{unit.value}" if unit.kind == "W" else _DAY
    return m.make("set", value=base + clock)


def _every_hour(m: Match) -> Expression | None:
    """ "every night at 9"; after a weekday a bare hour is not known for one."""
    part, hour = m.group("unit")[0], int(float(m.group("hour")[0].value))
    follows = m.after is not None and m.after.kind == "." and m.after.value[:1].isalnum()
    if part.kind != "p" or follows or not 1 <= hour <= 12:
        return None
    late = part.value in {"AF", "EV"} or (part.value == "NI" and 6 <= hour < 12)
    return m.make("set", value=f"{_DAY}T{hour % 12 + 12 if late else hour % 12:02d}:00")


def _every_other(m: Match) -> Expression | None:
    unit, other = m.group("unit")[0], m.group("other")
    count = 2.0 if m.group("every")[0].value == "other" else float(other[0].value) if other else 1.0
    if unit.value == "WE" and count == 1:
        return m.make("set", value="XXXX-WXX-WE", unit="WE")
    if count < 2:
        return None
    if unit.kind == "U":
        return m.make("set", value=duration(unit.value, count), unit=unit.value)
    value = f"XXXX-WXX-{unit.value}" if unit.kind == "W" else f"{_DAY}T{unit.value}"
    return m.make("set", value=value)


def _days_at(m: Match) -> Expression | None:
    """ "9 a.m. on Sundays", "Tuesdays at 9 a.m."."""
    value = m.value("V")
    clock = clock_of(m.group("back")) or clock_of(m.group("clock"))
    if not value.startswith("XXXX-WXX-") or not clock or "/" in clock:
        return None
    return m.make("set", value=value + clock)


def _parts_of_days(m: Match) -> Expression | None:
    """ "Friday mornings"; one Friday morning is no set."""
    day, part = m.pieces
    if day.kind == "W" and not m.words[part.start : part.end].endswith("s"):
        return None
    value = f"XXXX-WXX-{day.value}" if day.kind == "W" else day.value
    return m.make("set", value=f"{value}T{part.value}") if value.startswith("XXXX-WXX-") else None


def _day_of_every(m: Match) -> Expression | None:
    day = int(m.group("day")[0].value)
    if m.group("unit")[0].value != "M" or not 1 <= day <= 31:
        return None
    return m.make("set", value=f"XXXX-XX-{day:02d}")


def _times_a(m: Match) -> Expression | None:
    """ "twice a week", "three times a day"; how often does not show in the value of TIMEX3."""
    unit = [*m.group("unit"), *m.group("one")][0]
    word = m.words[unit.start : unit.end].lower()
    if word.endswith("s") or unit.value in {"S", "MIN", "Q"}:
        return None
    if m.group("once") and m.words[m.pieces[0].start : m.pieces[0].end].lower() != "one":
        return None
    times = m.group("often")
    if len(times) == 1 and times[0].value == "times":
        return None
    if len(times) > 1 and not any(p.kind == "q" for p in times) and (number(times[:-1]) or 0) < 2:
        return None
    return m.make("set", value=duration(unit.value, 1.0), unit=unit.value)


SETS: dict[str, Callable[[Match], Expression | None]] = {
    "every_at": _every_at,
    "every_then": _every_at,
    "every_hour": _every_hour,
    "every_other": _every_other,
    "days_at": _days_at,
    "parts_of_days": _parts_of_days,
    "day_of_every": _day_of_every,
    "times_a": _times_a,
}
