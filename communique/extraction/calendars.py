"""Dates of other calendars, where a report states them: "15 Farvardin 1397", "the Iranian month of
Mehr", "the Iranian year 1397", "1440 AH", "2561 BE", "Heisei 30".

The patterns are over the letters of `timewords`, like those of `timex`; words stand in
lexicon/data/calendars.tsv. Values are days, months and years of the common calendar.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from communique.extraction.moments import FUTURE, UNKNOWN, Moment, day_of, moment_of
from communique.extraction.reckoning import ETHIOPIAN, HEBREW, ISLAMIC, PERSIAN, Days, days_of
from communique.extraction.resolved import (
    NO_ANCHOR,
    Anchor,
    Resolved,
    base_name,
    counted_from,
    stated,
    unresolved,
)
from communique.extraction.timeforms import Expression, Match
from communique.model.report import Time

_YEAR = r"(?:,?F?(?P<year>[yn]))"

CALENDAR_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "other_day",
        rf"(?:[Ww],?)?(?:(?P<month>[5h])t?(?P<day>[do])(?![UN])|t?(?P<day_>[do])F?(?P<month_>[5h])){_YEAR}?",
    ),
    ("other_month", rf"(?P<named>t?6?UF)?(?P<month>5){_YEAR}?"),
    ("other_year", r"t?(?P<calendar>6)(?P<unit>U)F?(?P<year>[yn])"),
    ("this_other_year", r"t?(?P<dir>[TLXS])(?P<calendar>6)(?P<unit>U)"),
    ("era_before_year", r"(?P<era>9)(?P<year>[dny])"),
    ("era_after_year", r"(?P<year>[yn])(?P<era>8)"),
)


def _month_of(m: Match) -> tuple[str, int] | None:
    """The calendar and the number of a month; Ramadan is a feast in the lexicon as well."""
    value = [*m.group("month"), *m.group("month_")][0].value
    if value == "islamic 09":
        return ISLAMIC, 9
    calendar, _, number = value.partition(" ")
    return (calendar, int(number)) if number.isdigit() and calendar[:1].isupper() else None


def _year_of(m: Match) -> int | None:
    return next((int(p.value) for p in m.group("year") if p.value.isdigit()), None)


def _other_day(m: Match) -> Expression | None:
    month, day = _month_of(m), int([*m.group("day"), *m.group("day_")][0].value)
    if month is None or not 1 <= day <= 31:
        return None
    calendar, number = month
    return m.make("calendar", value=calendar, year=_year_of(m), month=number, day=day)


def _other_month(m: Match) -> Expression | None:
    """A month needs a year, or to be called one: Mehr is a news agency too."""
    month, named, year = _month_of(m), m.group("named"), _year_of(m)
    if month is None or (not named and year is None):
        return None
    if named and next(p.value for p in named if p.kind == "U") != "M":
        return None
    return m.make("calendar", value=month[0], year=year, month=month[1])


def _other_year(m: Match) -> Expression | None:
    if m.group("unit")[0].value != "Y":
        return None
    return m.make("calendar", value=m.group("calendar")[0].value, year=_year_of(m))


def _this_other_year(m: Match) -> Expression | None:
    if m.group("unit")[0].value != "Y":
        return None
    shift, base = m.relative("dir")
    calendar = m.group("calendar")[0].value
    return m.make("calendar", value=calendar, shift=shift, base=base, unit="Y")


def _era_year(m: Match) -> Expression | None:
    """ "Heisei 30", "2561 BE", "1440 AH"."""
    era, year = m.group("era")[0], _year_of(m)
    word = m.words[era.start : era.end]
    if year is None or (era.kind == "8" and not word.isupper()):
        return None
    if re.fullmatch(r"-?\d+", era.value):
        common = year + int(era.value)
        if era.kind == "9" and year > 130:
            return None
        return m.make("calendar", year=common, value="common") if 1850 <= common <= 2199 else None
    return m.make("calendar", value=era.value, year=year)


CALENDARS: dict[str, Callable[[Match], Expression | None]] = {
    "other_day": _other_day,
    "other_month": _other_month,
    "other_year": _other_year,
    "this_other_year": _this_other_year,
    "era_before_year": _era_year,
    "era_after_year": _era_year,
}


def resolve_other(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """The days of a date of another calendar. Those of the Islamic one are inferred: a month
    begins where the moon is seen."""
    calendar, year = expression.value, expression.year
    if calendar == "common":
        return stated(Moment(year), "the year of the era that the text names", "resolved")
    base = counted_from(expression, anchor, last) or last
    full = day_of(base) if base else None
    basis = "inferred" if calendar == ISLAMIC else "resolved"
    said = _name(expression)
    if year is not None:
        days = days_of(calendar, year, expression.month, expression.day)
        why = said
    elif full is not None:
        days = _near(expression, full, direction)
        why = f"{said}, counted from {base_name(expression, anchor)}"
    else:
        return unresolved("XXXX", _precision(expression), f"{said}, and {NO_ANCHOR}")
    if days is None:
        return unresolved("XXXX", _precision(expression), f"{said}, which cannot be reckoned")
    if calendar == ISLAMIC:
        why += "; as Umm al-Qura has it, and a month begins where the moon is seen"
    first, end = moment_of(days.first), moment_of(days.last)
    if first == end:
        return stated(first, why, basis)
    value = f"{first.iso}/{end.iso}"
    return Resolved(first.iso, end.iso, value, _precision(expression), basis, why)


def _precision(expression: Expression) -> str:
    return "day" if expression.day else "month" if expression.month else "year"


def _name(expression: Expression) -> str:
    parts = [
        f"day {expression.day}" if expression.day else "",
        f"month {expression.month}" if expression.month else "",
        f"year {expression.year}" if expression.year else "",
    ]
    given = ", ".join(part for part in parts if part) or "a year"
    return f"{given} of the {expression.value} calendar"


_BEFORE = {PERSIAN: 621, ISLAMIC: 579, HEBREW: -3760, ETHIOPIAN: 8}
"""About how many years a calendar is behind the common one in these decades."""


def _near(expression: Expression, base: date, direction: int) -> Days | None:
    """The year that has a day, or the last one or the next; or the month or day that is nearest
    in the direction of the tense."""
    calendar = expression.value
    about = base.year - _BEFORE[calendar]
    if expression.unit == "Y":
        for year in range(about - 2, about + 3):
            here = days_of(calendar, year)
            if here and here.first <= base <= here.last:
                return days_of(calendar, year + expression.shift)
        return None
    found = [
        days
        for year in range(about - 2, about + 4)
        if (days := days_of(calendar, year, expression.month, expression.day))
    ]
    back = [d for d in found if d.first <= base]
    ahead = [d for d in found if d.last >= base]
    if direction < UNKNOWN and back:
        return back[-1]
    if direction == FUTURE and ahead:
        return ahead[0]
    return min(found, key=lambda d: abs((d.first - base).days), default=None)


_IRANIAN = f"of the {PERSIAN} calendar"


def with_bare_years(times: list[Time]) -> list[Time]:
    """In a report that names a year of the Iranian calendar, years like 1397 are of it as well."""
    if not any(_IRANIAN in time.why for time in times):
        return times
    return [_as_iranian(time) for time in times]


def _as_iranian(time: Time) -> Time:
    if time.text is None or not re.fullmatch(r"1[34]\d\d", time.value):
        return time
    days = days_of(PERSIAN, int(time.value))
    if days is None:
        return time
    first, last = moment_of(days.first).iso, moment_of(days.last).iso
    why = f"Year {time.value} {_IRANIAN}, as the report counts elsewhere."
    return replace(time, start=first, end=last, value=f"{first}/{last}", basis="inferred", why=why)
