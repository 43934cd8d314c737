"""Other calendars in days of the common one: their years, months and days, and the feasts that
move.

Iranian dates by `persiantools`, Hebrew ones by `pyluach`, Islamic ones by `hijridate` (the Umm
al-Qura calendar; where the moon is watched for, a month may begin a day earlier or later). Easter
by the computus of `moments`, the Orthodox one by that of the Julian calendar (Meeus, Astronomical
Algorithms).
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from datetime import date, timedelta
from typing import NamedTuple

from communique.extraction.moments import easter


class Days(NamedTuple):
    """A stretch of days, both ends part of it."""

    first: date
    last: date


PERSIAN, ISLAMIC, HEBREW, ETHIOPIAN, COMMON = "Iranian", "Islamic", "Hebrew", "Ethiopian", "common"
_YEARS = {
    PERSIAN: (1200, 1500),
    ISLAMIC: (1343, 1500),
    HEBREW: (5300, 6000),
    ETHIOPIAN: (1700, 2200),
}
"""Years of a calendar that a report may name; of the Islamic one those that are reckoned."""


def days_of(
    calendar: str, year: int, month: int | None = None, day: int | None = None
) -> Days | None:
    """The days that a year, month or day of a calendar covers; None for one that is not."""
    lowest, highest = _YEARS[calendar]
    if not lowest <= year <= highest or (month is None and day is not None):
        return None
    try:
        first = _first(calendar, year, month or 1)
        after = _first(calendar, *_next(calendar, year, month))
    except (ValueError, OverflowError):
        return None
    if day is None:
        return Days(first, after - timedelta(days=1))
    found = first + timedelta(days=day - 1)
    return Days(found, found) if day >= 1 and found < after else None


def _next(calendar: str, year: int, month: int | None) -> tuple[int, int]:
    if month is None:
        return year + 1, 1
    months = 13 if calendar == ETHIOPIAN else 12
    if not 1 <= month <= months:
        raise ValueError(month)
    return (year, month + 1) if month < months else (year + 1, 1)


def _first(calendar: str, year: int, month: int) -> date:
    """The first day of a month."""
    if calendar == PERSIAN:
        from persiantools.jdatetime import JalaliDate

        return _day(JalaliDate(year, month, 1).to_gregorian())
    if calendar == ISLAMIC:
        from hijridate import Hijri

        return _day(Hijri(year, month, 1).to_gregorian())
    if calendar == ETHIOPIAN:
        new_year = date(year + 7, 9, 12 if isleap(year + 8) else 11)
        return new_year + timedelta(days=30 * (month - 1))
    return _hebrew(year, month)


def _day(found: date) -> date:
    """A day as a plain date, whatever class a library gives it."""
    return date(found.year, found.month, found.day)


def _hebrew(year: int, month: int) -> date:
    """Months are counted from Tishri here, as the years are; pyluach counts from Nisan. In a leap
    year the sixth is the first Adar and the second one has no number of its own."""
    return _from_nisan(year, month + 6 if month <= 6 else month - 6, 1)


def _from_nisan(year: int, month: int, day: int) -> date:
    """A Hebrew date, its months counted from Nisan."""
    from pyluach.dates import HebrewDate

    return _day(HebrewDate(year, month, day).to_pydate())


def purim(year: int) -> date:
    """Purim of a common year: thirty days before Passover."""
    return _from_nisan(year + 3760, 1, 15) - timedelta(days=30)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, 1900-2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


# Feasts.

_RULE = re.compile(
    r"(?:(?P<month>\d\d)-(?P<day>\d\d)|(?P<easter>easter|orthodox|purim)|"
    r"(?P<nth_month>\d\d)/(?P<weekday>[1-7])#(?P<nth>-?\d)|"
    r"(?P<calendar>islamic|persian|hebrew) (?P<m>\d\d)(?:-(?P<d>\d\d))?(?P<friday>/5#-1)?)"
    r"(?P<shift>[+-]\d+)?"
)
_CALENDARS = {"islamic": ISLAMIC, "persian": PERSIAN, "hebrew": HEBREW}
_BEFORE = {PERSIAN: 621, HEBREW: -3761}


def feast(rule: str, year: int) -> list[Days]:
    """The days of a feast in a common year, by a rule of lexicon/data/feasts.tsv: none where it
    cannot be reckoned, two where an Islamic year begins and ends in it."""
    match = _RULE.fullmatch(rule)
    if not match or not 1900 <= year <= 2099:
        return []
    shift = timedelta(days=int(match["shift"] or 0))
    found = _feast_days(match, year)
    return [Days(days.first + shift, days.last + shift) for days in found]


def _feast_days(match: re.Match[str], year: int) -> list[Days]:
    if match["month"]:
        month, number = int(match["month"]), int(match["day"])
        return [_one(date(year, month, number))] if number <= monthrange(year, month)[1] else []
    if match["easter"]:
        reckoned = {"easter": easter, "orthodox": orthodox_easter, "purim": purim}
        return [_one(reckoned[match["easter"]](year))]
    if match["nth_month"]:
        return [_one(_nth(year, int(match["nth_month"]), int(match["weekday"]), int(match["nth"])))]
    calendar = _CALENDARS[match["calendar"]]
    month, day = int(match["m"]), int(match["d"]) if match["d"] else None
    around = _BEFORE.get(calendar)
    middle = year - around if around else (year - 622) * 33 // 32
    found = [
        days_of(calendar, y, month, day) for y in range(middle - 1, middle + (1 if around else 3))
    ]
    inside = [days for days in found if days and days.first.year == year]
    if match["friday"]:
        return [_one(d.last - timedelta(days=(d.last.isoweekday() - 5) % 7)) for d in inside]
    return inside


def _one(day: date) -> Days:
    return Days(day, day)


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    """The so many-th weekday of a month, -1 for the last."""
    first = date(year, month, 1)
    if nth > 0:
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = first.replace(day=monthrange(year, month)[1])
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)
