"""Lengths that lead to a day or fill one: "two weeks before Christmas", "in three days", "for two
hours from 2 p.m.".

In TIMEX3 the length and the day are two expressions, and stay so here; what is added is where the
length leads: its start, and for one that fills its end.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import datetime, timedelta

from communique.extraction.moments import FUTURE, UNKNOWN, Moment, day_of, plus_days, plus_months
from communique.extraction.resolved import AGAIN, Anchor
from communique.extraction.tenses import tense
from communique.model.report import Time
from communique.model.text import Text

_LINK = re.compile(
    r"\s*,?\s*(?:(?P<before>before|prior to)|(?P<after>after|following|since)|(?P<from>from)|"
    r"(?P<fill>starting(?: from| on)?|beginning(?: on)?))\s+(?:the\s+)?",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s*,?\s*for\s+", re.IGNORECASE)
_LEADING = re.compile(r"(?:before|after)\s+", re.IGNORECASE)
_IN = re.compile(r"\b(?:with)?in (?:about |less than |another )?$", re.IGNORECASE)

_PLACED = re.compile(
    r"(?:the|these|those|last|past|previous|recent|next|coming|first)\b", re.IGNORECASE
)
"""What begins a length that has its place: "in the first nine months" leads nowhere."""

_PART = re.compile(r"(\d+(?:\.\d+)?)(BD|[YMWDHS])")


def led(text: Text, times: list[Time], anchor: Anchor | None) -> list[Time]:
    """The times in their order, lengths among them with the day they lead to."""
    found = list(times)
    for index, time in enumerate(found):
        if time.text is None or time.start or not re.match(r"PT?\d", time.value):
            continue
        if time.why.startswith(AGAIN):
            continue
        after = found[index + 1] if index + 1 < len(found) else None
        before = found[index - 1] if index else None
        made = _with_following(text, time, after) or _with_preceding(text, time, before)
        found[index] = made or _from_now(text, time, anchor) or time
    return found


def _with_following(text: Text, time: Time, other: Time | None) -> Time | None:
    """ "Two weeks before Christmas", "for two hours from 2 p.m."."""
    if other is None or other.text is None or time.text is None or not other.start:
        return None
    begin = other.text.start
    if skipped := _LEADING.match(text.chars, begin, other.text.end):
        begin = skipped.end() if time.text.end < begin else begin
    gap = _LINK.fullmatch(text.chars, time.text.end, begin)
    if not gap:
        return None
    name = f"the time named after it, {other.start}"
    lead = text.chars[max(0, time.text.start - 12) : time.text.start].lower()
    within = not gap["before"] and re.search(r"\bwithin (?:the )?$", lead)
    filling = within or (gap["from"] and lead.endswith("for "))
    if gap["fill"] or filling:
        return _filling(time, other.start, name)
    return _moved(time, other.start, -1 if gap["before"] else 1, name)


def _with_preceding(text: Text, time: Time, other: Time | None) -> Time | None:
    """ "From 2 p.m. for two hours"."""
    if other is None or other.text is None or time.text is None or not other.start:
        return None
    if "T" not in other.start or other.end:
        return None
    if not _FOR.fullmatch(text.chars, other.text.end, time.text.start):
        return None
    return _filling(time, other.start, f"the time named before it, {other.start}")


def _from_now(text: Text, time: Time, anchor: Anchor | None) -> Time | None:
    """ "In three days", where the clause looks ahead; in one that looks back it is how long
    something took."""
    if time.text is None or anchor is None or not anchor.full:
        return None
    lead = _IN.search(text.chars[max(0, time.text.start - 20) : time.text.start])
    if not lead or lead[0].lower().startswith("within"):
        return None
    if _PLACED.match(text.chars, time.text.start, time.text.end):
        return None
    direction = tense(text, time.text.start, time.text.end)
    if direction not in {FUTURE, UNKNOWN}:
        return None
    base = anchor.moment.iso + anchor.clock
    found = _moved(time, base, 1, anchor.name)
    if found is None or ("T" in (found.start or "") and not anchor.clock):
        return None
    return found if direction == FUTURE else replace(found, basis="inferred")


def _moved(time: Time, base: str, way: int, name: str) -> Time | None:
    """The time that lies a length before or after another, as precise as its smallest unit."""
    moment = shifted(base, time.value, way)
    if moment is None:
        return None
    why = f"A length of time that leads from {name}."
    return replace(time, start=moment, basis="resolved", why=why)


def _filling(time: Time, base: str, name: str) -> Time | None:
    end = shifted(base, time.value, 1, last=True)
    if end is None:
        return None
    why = f"A length of time that begins with {name}."
    return replace(time, start=base, end=end, basis="resolved", why=why)


def shifted(base: str, value: str, way: int, *, last: bool = False) -> str | None:
    """An ISO 8601 date or time that lies a TIMEX3 duration from another; `last` is the last day
    of a stretch of that length. None where the base is not as precise as the duration needs."""
    days, _, hours = value.removeprefix("P").partition("T")
    parts = [(float(n), unit) for n, unit in _PART.findall(days)]
    times = [(float(n), unit) for n, unit in _PART.findall(hours)]
    if any(n != int(n) for n, _ in parts) or not (parts or times) or "X" in value:
        return None
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(T\d\d:\d\d(?::\d\d)?)?", base)
    if not match:
        return None
    moment = Moment(int(match[1]), *(int(g) if g else None for g in match.groups()[1:3]))
    moved = _by_days(moment, [(int(n) * way, unit) for n, unit in parts])
    if moved is None:
        return None
    if times:
        return _by_hours(moved, match[4], times, way)
    if last and not match[4]:
        moved = plus_days(moved, -1) if moved.day else moved
    return moved.iso + (match[4] or "") if moved else None


def _by_days(moment: Moment, parts: list[tuple[int, str]]) -> Moment | None:
    found: Moment | None = moment
    for count, unit in parts:
        if found is None or found.year is None:
            return None
        if unit == "Y":
            found = found._replace(year=found.year + count)
        elif unit == "M":
            found = _by_months(found, count)
        else:
            found = plus_days(found, count * (7 if unit == "W" else 1)) if found.day else None
    if found is None or found.year is None or not 0 < found.year < 10000:
        return None
    return _existing(found)


def _by_months(moment: Moment, count: int) -> Moment | None:
    moved = plus_months(moment, count)
    return _existing(moved._replace(day=moment.day)) if moved else None


def _existing(moment: Moment) -> Moment:
    """The day, or the last one of its month where the month is shorter."""
    if not moment.day or not moment.month or day_of(moment):
        return moment
    return moment._replace(day=monthrange(moment.year or 2000, moment.month)[1])


def _by_hours(
    moment: Moment, clock: str | None, times: list[tuple[float, str]], way: int
) -> str | None:
    day = day_of(moment)
    if clock is None or day is None:
        return None
    size = {"H": 3600.0, "M": 60.0, "S": 1.0}
    seconds = sum(n * size[unit] for n, unit in times if unit in size)
    hour, minute, *second = (int(part) for part in clock[1:].split(":"))
    begin = datetime.combine(day, datetime.min.time())
    begin += timedelta(hours=hour, minutes=minute, seconds=second[0] if second else 0)
    found = begin + timedelta(seconds=way * seconds)
    return found.isoformat(timespec="seconds" if found.second else "minutes")
