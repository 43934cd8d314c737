"""Dates as sites and datelines state them, without guessing what they leave out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.lexicon.load import table

_TIME = (
    r"(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]?\d)(?:[:.][0-5]\d)?(?:\s?(?P<half>[ap]\.?\s?m\b\.?))?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_GAP = r"\s*(?:[,|/·•()\-–—]|at|on)?\s*(?:[,|\-–—]\s*)?"


@dataclass(frozen=True, slots=True)
class Stated:
    """A date in a text: offsets, ISO 8601 as long as its precision (the year XXXX when it is not
    stated), and the precision."""

    start: int
    end: int
    iso: str
    precision: str
    why: str

    @property
    def has_year(self) -> bool:
        """Whether the year is stated."""
        return not self.iso.startswith("XXXX")


@cache
def _months() -> dict[str, int]:
    return {row["word"]: int(row["month"]) for row in table("months.tsv")}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(_months(), key=len, reverse=True))
    month = rf"(?P<month>{names})\b\.?"
    to = r"\s*(?:[-–—]|to|through|until)\s*"
    early = rf"(?:{names})\b\.?"
    last = rf"(?:\s*,?\s*{_YEAR}\b)?"
    written = (
        # Of several days the last, on which what is told of them is written.
        rf"\b{early}\s*[0-3]?\d(?:\s*,\s*(?:1[89]|20)\d\d)?{to}{month}\s*{_DAY}\b{last}",
        rf"\b{month}\s*[0-3]?\d{to}{_DAY}\b(?![:.]\d){last}",
        rf"\b[0-3]?\d\s*{early}(?:\s*(?:1[89]|20)\d\d)?{to}{_DAY}\s*{month}{last}",
        rf"\b[0-3]?\d{to}{_DAY}\s*{month}{last}",
        r"\b(?P<year>(?:1[89]|20)\d\d)-(?P<number>[01]?\d)-(?P<day>[0-3]?\d)(?!\d)",
        r"\b(?P<year>(?:1[89]|20)\d\d)(?P<mark>[/.])(?P<number>[01]?\d)(?P=mark)(?P<day>[0-3]?\d)(?!\d)",
        rf"\b(?P<first>[0-3]?\d)(?P<mark>[/.\-])(?P<second>[0-3]?\d)(?P=mark){_YEAR}\b",
        rf"\b{month}\s*{_DAY}\b(?:\s*,?\s*|\s*[./-]\s*){_YEAR}\b",
        rf"\b{_DAY}\s*(?:of\s+)?[-/]?\s*{month}\s*[-/,]?\s*{_YEAR}\b",
        rf"\b{month}\s*{_DAY}\b(?![:.]\d)",
        rf"\b{_DAY}\s+(?:of\s+)?{month}(?!\s*\d)",
        rf"\b{month}\s*,?\s*{_YEAR}\b",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in written)


_AFTER = re.compile(rf"T?{_GAP}{_TIME}", re.IGNORECASE)
_BEFORE = re.compile(rf"\b{_TIME}\s*(?:[A-Z]{{2,4}}\b)?{_GAP}$", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?,?\s*$",
    re.IGNORECASE,
)


def find_dates(flat: str) -> list[Stated]:
    """The dates in a line, in order; the same characters belong to one date only."""
    found: list[Stated] = []
    for pattern in _patterns():
        for match in pattern.finditer(flat):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            found.extend(_read(match, flat))
    return sorted(found, key=lambda date: date.start)


def _read(match: re.Match[str], flat: str) -> Iterator[Stated]:
    got = match.groupdict()
    year = int(got["year"]) if got.get("year") else None
    why = "the report states the date"
    if got.get("first"):
        month, day = _order(int(got["first"]), int(got["second"]), got["mark"])
        if month is None:
            first, second = got["first"], got["second"]
            why = f"the report states a date in which {first} and {second} may be day or month"
            yield Stated(match.start(), match.end(), str(year), "year", why)
            return
    else:
        name = got.get("month")
        month = _months()[name.lower()] if name else int(got["number"])
        day = int(got["day"]) if got.get("day") else None
    if not _exists(year, month, day):
        return
    iso = f"{year or 'XXXX'}-{month:02}" + (f"-{day:02}" if day else "")
    precision = "day" if day else "month"
    if year is None:
        why = "the report states a day without its year"
    yield _with_time(Stated(match.start(), match.end(), iso, precision, why), flat)


def _order(first: int, second: int, mark: str) -> tuple[int | None, int | None]:
    """Month and day of a date in figures, (None, None) where both orders are possible. With full
    stops the day stands first everywhere."""
    if mark == "." or first > 12 or first == second:
        return second, first
    if second > 12:
        return first, second
    return None, None


def _exists(year: int | None, month: int, day: int | None) -> bool:
    try:
        datetime.date(year or 2000, month, day or 1)
    except ValueError:
        return False
    return True


def _with_time(date: Stated, flat: str) -> Stated:
    """The date with the time of day beside it, and the weekday before it, within its bounds."""
    start, end, iso, precision = date.start, date.end, date.iso, date.precision
    weekday = _WEEKDAY.search(flat[:start])
    if weekday:
        start = weekday.start()
    after = _AFTER.match(flat, end)
    before = None if after else _BEFORE.search(flat[:start])
    clock = _clock(after or before) if precision == "day" and date.has_year else None
    if clock:
        iso, precision = f"{iso}T{clock}", "minute"
        start = before.start() if before else start
        end = after.end() if after else end
    return Stated(start, end, iso, precision, date.why)


def _clock(match: re.Match[str] | None) -> str | None:
    """HH:MM of a time of day; `21:6` is 21:06."""
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    half = (match["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        half = "" if hour <= 23 else half
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour <= 23 else None
