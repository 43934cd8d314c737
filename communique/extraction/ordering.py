"""Dates in figures of which day and month cannot be told apart (03/04/2009): the order that the
report itself shows elsewhere, or that of the country of its outlet or its dateline.

Where nothing tells, the year is kept and the reason says so.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from communique.extraction.moments import Moment, exists
from communique.lexicon.load import table
from communique.model.report import Report, Time
from communique.model.text import Text

_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)\b")

MONTH_FIRST = frozenset({"USA", "FSM", "MHL", "PLW", "GUM", "PRI"})
MIXED = frozenset({"CAN", "PHL", "BLZ", "PAN", "KEN", "GHA", "ZAF"})
"""Countries that write the month first, and those where both orders are in use (CLDR short dates
and their press); all others write the day first, or the year, which is no matter here."""


def with_order(report: Report, text: Text, times: list[Time]) -> list[Time]:
    """The times, those in figures that have only their year with their month and day where the
    order is known; it is inferred."""
    open_ones = [i for i, t in enumerate(times) if _figures(text, t)]
    if not open_ones:
        return times
    order = _order(report, text)
    made = list(times)
    for index in open_ones:
        made[index] = _ordered(text, made[index], order)
    return made


def _figures(text: Text, time: Time) -> re.Match[str] | None:
    """The figures of a time of which only the year is known."""
    if time.text is None or not re.fullmatch(r"\d{4}(?:T.*)?", time.value):
        return None
    return _FIGURES.search(text.chars, time.text.start, time.text.end)


def _ordered(text: Text, time: Time, order: tuple[bool, str] | None) -> Time:
    match = _figures(text, time)
    if match is None:
        return time
    if order is None:
        return replace(time, why="Day and month in figures, and nothing tells which is which.")
    day_first, why = order
    first, second = int(match[1]), int(match[3])
    month, day = (second, first) if day_first else (first, second)
    year = int(time.value[:4])
    if not exists(year, month, day):
        return time
    clock = time.value[4:]
    iso = Moment(year, month, day).iso
    reason = f"The {'day' if day_first else 'month'} comes first {why}."
    start = iso + clock if clock[1:2].isdigit() and "/" not in clock else iso
    return replace(
        time, start=start, value=iso + clock, precision="day", basis="inferred", why=reason
    )


def _order(report: Report, text: Text) -> tuple[bool, str] | None:
    """Whether the day comes first, and how that is known."""
    shown = {
        int(m[1]) > 12: m[0]
        for m in _FIGURES.finditer(text.chars)
        if (int(m[1]) > 12) != (int(m[3]) > 12) and max(int(m[1]), int(m[3])) <= 31
    }
    if len(shown) == 1:
        ((day_first, example),) = shown.items()
        return day_first, f"as in {example} of the same report"
    if shown:
        return None
    for country, name in _countries(report):
        if country not in MIXED:
            return country not in MONTH_FIRST, f"in the country of {name}"
    return None


def _countries(report: Report) -> list[tuple[str, str]]:
    outlet = (report.outlet or "").casefold().removeprefix("the ")
    place = (report.dateline.place if report.dateline else None) or ""
    found = [
        (_outlets().get(outlet, ""), "the outlet"),
        (_capitals().get(place.casefold(), ""), "the dateline"),
    ]
    return [(country, name) for country, name in found if country]


@cache
def _outlets() -> dict[str, str]:
    return {row["word"].casefold(): row["country"] for row in table("outlets.tsv")}


@cache
def _capitals() -> dict[str, str]:
    """Capitals and states, as datelines have them, by the country they tell."""
    found: dict[str, str] = {}
    for row in table("states.tsv"):
        if row["iso3"] and not row["until"]:
            for name in (row["capital"], *row["capital_variants"].split("|"), row["name"]):
                if name:
                    found.setdefault(name.casefold(), row["iso3"])
    return found
