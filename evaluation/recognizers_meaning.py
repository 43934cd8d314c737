"""Whether two readings of an expression of time mean the same: the files' values beside a record's.

A meaning is a set of keys, since the files list every day that an expression may name; two agree
where they share one. "Two months ago" is as precise as its unit in TIMEX3 and a day in the files:
there a day agrees with the week, month or year that holds it. So does one in figures whose order
only the writer knows ("3-7-2017"), of which a reading keeps the year.

`when` is a stretch of days or an instant (the end is left out of it),
`clock` the same within any day, `edge` the point that "before" or "since" counts from, `for` a
length, and `timex` the value as TIMEX3 writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

Key = tuple[str, ...]

DAY = timedelta(days=1)
_SECONDS = {"Y": 31_536_000, "M": 2_628_000, "W": 604_800, "D": 86_400, "BD": 86_400, "WE": 86_400}
_TIME_SECONDS = {"H": 3600, "M": 60, "S": 1}
_BACK_OR_ON = re.compile(r"\b(?:last|past|previous|next|coming|upcoming)\b", re.IGNORECASE)
_OPEN_NUMBER = re.compile(r"\b(?:few|several|some)\b", re.IGNORECASE)


def length(timex: str) -> Key | None:
    """The key of a TIMEX3 duration: its seconds, or its unit where the number is open (PXW)."""
    match = re.fullmatch(
        r"P((?:[\d.X]+(?:BD|WE|DE|CE|ML|[YMWD]))*)(?:T((?:[\d.X]+[HMS])*))?", timex
    )
    if not match or timex in {"P", "PT"}:
        return None
    total = 0.0
    for part, seconds in ((match[1], _SECONDS), (match[2] or "", _TIME_SECONDS)):
        for amount, unit in re.findall(r"([\d.X]+)([A-Z]+)", part):
            if "X" in amount:
                return "for", timex
            total += float(amount) * seconds[unit]
    return "for", f"{total:.0f}"


def timex(value: str) -> Key:
    """The key of a TIMEX3 value; full hours are written with and without minutes."""
    value = re.sub(r"(T\d\d:\d\d):00$", r"\1", value)
    value = re.sub(r"^[FS]Y(?=\d{4}$)", "", value)
    return "timex", re.sub(r"(T\d\d):00$", r"\1", value)


def _instant(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text[:19])
    except ValueError:
        return None


def _clock(text: str) -> str | None:
    match = re.fullmatch(r"(\d\d):(\d\d)(?::(\d\d))?", text)
    return f"{match[1]}:{match[2]}:{match[3] or '00'}" if match else None


def wanted(meaning: Mapping[str, Any], words: str, reference: str) -> set[Key]:
    """The keys of what a file says an expression means, counted from `reference`."""
    keys: set[Key] = set()
    for value in _values(meaning):
        keys |= _of_value(value, words, reference)
    if _OPEN_NUMBER.search(words):
        opened = {re.sub(r"[\d.]+", "X", k[1]) for k in keys if k[0] == "written"}
        keys |= {("for", o) for o in opened}
    return {k for k in keys if k[0] != "written"}


def _values(meaning: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """The alternatives of a file, each as timex, mod, value, start and end."""
    if "values" in meaning:
        yield from meaning["values"]
        return
    names = {"date": "value", "dateTime": "value", "time": "value", "duration": "value"}
    for which in ("FutureResolution", "PastResolution"):
        given = {"timex": meaning.get("Timex") or meaning.get("timex") or ""}
        given["Mod"] = meaning.get("Mod") or ""
        for name, text in (meaning.get(which) or {}).items():
            given[
                "start" if "start" in name else "end" if "end" in name else names.get(name, "")
            ] = text
        yield given


def _of_value(value: Mapping[str, str], words: str, reference: str) -> set[Key]:
    written, mod = value.get("timex", ""), value.get("Mod", "")
    keys: set[Key] = {timex(written)}
    triple = re.fullmatch(r"\((.*?),(.*?),(P.*)\)", written)
    if found := length(written):
        return keys | {found, ("written", written)}
    start, end, only = (value.get(name, "") for name in ("start", "end", "value"))
    first = _instant(start or only or end)
    if first:
        keys |= {timex(t) for t in _filled(written, first)}
    if only:
        keys |= _span(only, only)
    if start and end:
        keys |= _span(start, end)
    if mod or not (start and end):
        keys |= {k for text in (start, end, only) for k in _edge(text)}
    if triple and first and mod in {"", "less", "more"}:
        near = [_instant(text) for text in (start, end)]
        now = _instant(reference) or first
        near_now = any(t and abs(t - now) <= DAY for t in near)
        if (near_now or _BACK_OR_ON.search(words)) and (found := length(triple[3])):
            keys |= {found, ("written", triple[3])}
    return keys


def _filled(written: str, first: datetime) -> Iterator[str]:
    """A TIMEX3 value with the year, week or day that it leaves open."""
    year, number, _ = first.isocalendar()
    yield written.replace("XXXX-WXX", f"{year:04d}-W{number:02d}").replace(
        "XXXX", f"{first.year:04d}"
    )
    part = re.search(r"T[A-Z]{2}$", written)
    if part:
        yield f"{first:%Y-%m-%d}{part[0]}"


def _span(start: str, end: str) -> set[Key]:
    clocks = _clock(start), _clock(end)
    if clocks[0] and clocks[1]:
        return {("clock", clocks[0], clocks[1])}
    first, last = _instant(start), _instant(end)
    if first is None or last is None:
        return set()
    whole_day = len(start) == 10 and start == end
    return {("when", str(first), str(last + DAY if whole_day else last))}


def _edge(text: str) -> set[Key]:
    if clock := _clock(text):
        return {("edge", clock)}
    moment = _instant(text)
    return {("edge", str(moment))} if moment else set()


Stretch = tuple[datetime, datetime, datetime]
"""First instant, the beginning of the last unit that is named, and the end."""


def stretch(time: Mapping[str, Any]) -> Stretch | None:
    """What a time of a record covers: "2015/2018" from 2015, to the first and the last of 2018."""
    bounds = _bounds(time["start"] or "")
    if bounds is None:
        return None
    last = _bounds(time["end"] or "") or bounds
    return bounds[0], last[0], last[1]


def _bounds(iso: str) -> tuple[datetime, datetime] | None:
    """The first instant of an ISO 8601 date, and the one after its last."""
    match = re.fullmatch(
        r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(T\d\d:\d\d(?::\d\d)?)?(?:Z|[+-].*)?", iso
    )
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    try:
        start = datetime(year, month, day)
        if match[4]:
            start = datetime.fromisoformat(f"{start:%Y-%m-%d}".rjust(10, "0") + match[4])
            return start, start
        if match[3]:
            return start, start + DAY
        after = (
            datetime(year + month // 12, month % 12 + 1, 1)
            if match[2]
            else datetime(year + 1, 1, 1)
        )
    except ValueError:
        return None
    return start, after


def _now(time: Mapping[str, Any], reference: str) -> Stretch | None:
    """The instant of "now", as the end of a range."""
    now = _instant(reference) if time["value"] == "PRESENT_REF" else None
    day = now and now.replace(hour=0, minute=0, second=0)
    return (now, day, now) if now and day else None


def said(times: Sequence[Mapping[str, Any]], reference: str) -> set[Key]:
    """The keys of what a record's times say, taken together: one time, a day and its hour, or a
    range from one to another."""
    keys: set[Key] = set()
    stretches = [stretch(t) or _now(t, reference) for t in times]
    for time, covered in zip(times, stretches, strict=True):
        finest = all(_within(covered, other) for other in stretches)
        if finest or (covered and all(_within(other, covered) for other in stretches)):
            keys |= {timex(time["value"])}
            if part := re.search(r"T(?:[A-Z]{2}|[\d:]+)$", time["value"]):
                keys.add(timex(part[0]))
            found = length(time["value"])
            keys |= {found} if found else set()
            keys |= _of_stretch(covered, time["value"])
        if covered and len(times) > 1:
            keys |= {("edge", str(t)) for t in covered}
    known = [s for s in stretches if s]
    for first in known[:-1]:
        keys |= _of_stretch((first[0], known[-1][0], known[-1][2]), "")
    return keys


_COUNTED = re.compile(
    r"\b(?:weeks?|fortnight|months?|years?|decades?|rest|remain\w*|end)\b", re.IGNORECASE
)


_MOON = re.compile(r"\b(?:rama[dtz]|ramz|eid|(?:islamic|hijri|arabic) new|breaking)", re.IGNORECASE)
"""Days that hang on the sight of the moon, which two reckonings may put a day apart."""

_EITHER = re.compile(r"\b(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d\d)\b")
"""Dates in figures that may be read in two ways, where day and month are not both over twelve."""


def agree(
    meaning: Mapping[str, Any], words: str, reference: str, times: Sequence[Mapping[str, Any]]
) -> bool:
    """Whether the times of a record mean what a file says."""
    keys = wanted(meaning, words, reference)
    if keys & said(times, reference):
        return True
    if _MOON.search(words) and any(
        abs(datetime.fromisoformat(k[1]) - s[0]) <= DAY
        for k in keys
        if k[0] == "when"
        for t in times
        if (s := stretch(t))
    ):
        return True
    either = [m for m in _EITHER.finditer(words) if m[1] != m[2] and max(int(m[1]), int(m[2])) < 13]
    if not (_COUNTED.search(words) or either):
        return False
    days = [
        (datetime.fromisoformat(k[1]), datetime.fromisoformat(k[2])) for k in keys if k[0] == "when"
    ]
    held = [s for t in times if (s := stretch(t))]
    return any(s[0] <= a and b <= s[2] for a, b in days for s in held)


def _within(one: Stretch | None, other: Stretch | None) -> bool:
    return one is other or (
        one is not None and other is not None and other[0] <= one[0] and one[2] <= other[2]
    )


def _of_stretch(covered: Stretch | None, value: str) -> set[Key]:
    """The keys of a stretch. A range that says its last day or year may end with or before it:
    the files count both ways."""
    clock = re.search(r"T(\d\d:\d\d(?::\d\d)?)$", value)
    keys: set[Key] = set()
    if clock and (time := _clock(clock[1])):
        keys = {("clock", time, time), ("edge", time)}
    if covered is None:
        return keys
    start, last, end = covered
    keys |= {("when", str(start), str(end)), ("edge", str(start)), ("edge", str(end))}
    if last > start:
        keys |= {("when", str(start), str(last)), ("edge", str(last))}
    if last - start < DAY and (start.hour or last.hour or start.minute or last.minute):
        keys.add(("clock", f"{start:%H:%M:%S}", f"{last:%H:%M:%S}"))
    return keys
