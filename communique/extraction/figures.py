"""Stretches written with figures: "H1 2016", "2017-Q1", "11/2016", "2016-11", "the year 2008",
"the month of April", "ten previous weeks".

The patterns are over the letters of `timewords`, like those of `timex`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from communique.extraction.moments import exists
from communique.extraction.timeforms import Expression, Match, number

_NUM = r"(?:[dny]|N(?:-?N){0,6})"

FIGURE_PATTERNS: tuple[tuple[str, str], ...] = (
    ("part_of_year", r"(?P<year>y)-?(?P<unit>u)|(?P<unit_>u)[,F-]?(?P<year_>y)"),
    (
        "month_in_figures",
        r"(?P<year>y)(?:-|/)(?P<nth>d)(?![-/UN])|(?P<nth_>d)(?:-|/)(?P<year_>y)(?![-/UN])",
    ),
    ("year_month", r"(?P<year>y)M"),
    ("day_dash_month", r"(?P<day>d)-M(?:-(?P<year>[yY]))?(?![do])"),
    ("month_short_year", r"(?:t?(?P<day>[do])F?)?M,?F?(?P<short>n)"),
    ("after_next", r"t(?P<unit>U)lt?X(?!U)"),
    ("month_of", r"t?(?P<unit>U)FM(?P<year>,?F?[yY])?"),
    ("year_so", r"t?(?P<unit>U)(?P<year>y)(?!-?U)"),
    ("turned", rf"(?P<amount>A?q|{_NUM})(?P<dir>[LPX])(?P<unit>U)"),
)


def _part_of_year(m: Match) -> Expression | None:
    """A quarter or half of a year."""
    which, year = m.value("u"), int(m.value("y"))
    if which[0] == "h":
        if int(which[1]) > 2:
            return None
        return m.make("half", year=year, amount=int(which[1]), unit="Y")
    return m.make("quarter", year=year, amount=int(which))


def _month_in_figures(m: Match) -> Expression | None:
    """11/2016, 2016-11; "2010-12" is a stretch of years as often, and stays one."""
    month, year = m.of_kind("d")[0], int(m.value("y"))
    first = m.pieces[0]
    if not 1 <= int(month.value) <= 12 or not 1900 <= year <= 2099:
        return None
    if " " in m.words[first.start : m.pieces[-1].end]:
        return None
    if first.kind == "y" and (int(month.value) > year % 100 and month.end - month.start > 1):
        return None
    before = m.before
    if before is not None and before.kind == "." and not before.value.islower():
        return None
    return m.make("date", year=year, month=int(month.value))


def _year_month(m: Match) -> Expression | None:
    """2016 November."""
    after = m.after
    if after is not None and after.kind in "do":
        return None
    return m.make("date", year=int(m.value("y")), month=int(m.value("M")))


def _day_dash_month(m: Match) -> Expression | None:
    """05-Aug-2016."""
    before = m.before
    if before is not None and before.kind in "d-":
        return None
    day, month = int(m.group("day")[0].value), int(m.value("M"))
    return (
        m.make("date", year=m.year(), month=month, day=day)
        if exists(m.year(), month, day)
        else None
    )


def _month_short_year(m: Match) -> Expression | None:
    """ "August 99", "15 April of 87": a number of two figures that is no day."""
    short, after = m.group("short")[0], m.after
    if not re.fullmatch(r"[4-9]\d", short.value):
        return None
    if after is not None and (
        after.kind in "UNK" or after.value[:1].isalnum() or after.value == "%"
    ):
        return None
    day = int(m.group("day")[0].value) if m.group("day") else None
    return m.make("date", year=1900 + int(short.value), month=int(m.value("M")), day=day)


def _after_next(m: Match) -> Expression | None:
    """ "The week after next"."""
    unit = m.group("unit")[0].value
    if unit not in {"Y", "M", "W", "WE", "Q"}:
        return None
    return m.make("offset", unit=unit, amount=2.0, shift=1)


def _month_of(m: Match) -> Expression | None:
    """ "the month of April"."""
    if m.group("unit")[0].value != "M":
        return None
    return m.make("date", year=m.year(), month=int(m.value("M")))


def _year_so(m: Match) -> Expression | None:
    """ "the year 2008"."""
    unit = m.group("unit")[0]
    if unit.value != "Y" or not m.words[unit.start : unit.end].lower().endswith("year"):
        return None
    return m.make("date", year=m.year())


def _turned(m: Match) -> Expression | None:
    """ "10 previous weeks"."""
    unit, amount = m.group("unit")[0], number(m.group("amount"))
    if not m.words[unit.start : unit.end].endswith("s") or (amount or 0) > 999:
        return None
    return m.make("duration", unit=unit.value, amount=amount, shift=m.relative("dir")[0])


FIGURES: dict[str, Callable[[Match], Expression | None]] = {
    "part_of_year": _part_of_year,
    "month_in_figures": _month_in_figures,
    "year_month": _year_month,
    "day_dash_month": _day_dash_month,
    "month_short_year": _month_short_year,
    "after_next": _after_next,
    "month_of": _month_of,
    "year_so": _year_so,
    "turned": _turned,
}
