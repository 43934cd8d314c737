"""When two times may be the same day: what reports say of it, however little."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from communique.model.report import Time

_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
WEEKDAYS = tuple(calendar.day_name)


@dataclass(frozen=True, slots=True)
class Days:
    """From `first` to `last`, both included; or what is known where the year is not: month and
    day, or the day of the week (0 for Monday)."""

    first: dt.date | None = None
    last: dt.date | None = None
    month_day: tuple[int, int] | None = None
    weekday: int | None = None

    @property
    def day(self) -> dt.date | None:
        """The day, where it is one."""
        return self.first if self.first == self.last else None

    @property
    def known(self) -> bool:
        """Whether it has a year."""
        return self.first is not None

    @property
    def exact(self) -> bool:
        """Whether it is a stretch of at most ten days: an occasion, not a period."""
        return bool(self.first and self.last and (self.last - self.first).days < 10)

    def __str__(self) -> str:
        if self.first is None or self.last is None:
            if self.month_day:
                return "XXXX-{:02d}-{:02d}".format(*self.month_day)
            return WEEKDAYS[self.weekday] if self.weekday is not None else "no date"
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first.isoformat()} to {self.last.isoformat()}"


OPEN = Days()


def days_of(time: Time | None, chars: str = "") -> Days:
    """The days of a time; `chars` are the report's, for the name of a weekday in the expression."""
    if time is None:
        return OPEN
    words = chars[time.text.start : time.text.end] if time.text else ""
    return _days(time.start, time.end, time.value, words)


@lru_cache(maxsize=1 << 16)
def _days(start: str | None, end: str | None, value: str, words: str) -> Days:
    first = _first(start)
    weekday = _weekday(value, words)
    if first is not None:
        last = _last(end or start) or _last(start)
        return Days(first, max(first, last) if last else first, None, weekday)
    match = _DATE.match(start or value or "")
    month_day = (int(match[2]), int(match[3])) if match and match[2] and match[3] else None
    return Days(None, None, month_day, weekday)


def _weekday(value: str, words: str) -> int | None:
    match = _WEEKDAY.match(value or "")
    if match:
        return int(match[1]) - 1
    said = words.casefold()
    return next((n for n, name in enumerate(WEEKDAYS) if name.casefold() in said), None)


def _first(text: str | None) -> dt.date | None:
    match = _DATE.match(text or "")
    if not match or match[1] == "XXXX":
        return None
    try:
        return dt.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


def _last(text: str | None) -> dt.date | None:
    first = _first(text)
    match = _DATE.match(text or "")
    if first is None or match is None:
        return None
    if match[3]:
        return first
    month = first.month if match[2] else 12
    return dt.date(first.year, month, calendar.monthrange(first.year, month)[1])


def gap(left: Days, right: Days) -> int | None:
    """Days between the two, 0 when they meet; None when either has no year."""
    if left.first is None or right.first is None or left.last is None or right.last is None:
        return None
    if left.first > right.last:
        return (left.first - right.last).days
    return max(0, (right.first - left.last).days)


def resolved(pattern: Days, published: Days) -> Days:
    """A day without its year or week as the last such day up to a report's; as it is where
    nothing tells."""
    if (
        pattern.known
        or published.day is None
        or (not pattern.month_day and pattern.weekday is None)
    ):
        return pattern
    span = 366 if pattern.month_day else 7
    for back in range(span):
        day = published.day - dt.timedelta(days=back)
        if agrees(pattern, day):
            return Days(day, day)
    return pattern


def agrees(pattern: Days, day: dt.date) -> bool | None:
    """Whether a day fits what is known of an open one; None when nothing is known of it."""
    if pattern.month_day is None and pattern.weekday is None:
        return None
    if pattern.month_day is not None and pattern.month_day != (day.month, day.day):
        return False
    return pattern.weekday is None or pattern.weekday == day.weekday()
