"""From what an expression says to days: arithmetic on calendar days, and where it starts from.

An expression is resolved against the day a report was published or datelined (`Anchor`), never
against the day of reading; without one it stays open (XXXX), as TIMEX3 writes it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from communique.extraction.moments import (
    FUTURE,
    PAST,
    UNKNOWN,
    Moment,
    day_of,
    easter,
    exists,
    moment_of,
    nearest_year,
    plus_days,
    plus_months,
    year_of_weekday,
)
from communique.extraction.timeforms import Expression, duration


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that "today" is in a report, and how that is known."""

    moment: Moment
    name: str

    @property
    def full(self) -> date | None:
        """The day, when year, month and day are known and exist."""
        return day_of(self.moment)


class Resolved(NamedTuple):
    """What `model.Time` holds besides its span. Only a range has an end: days named from and to,
    and weeks, quarters, decades and the like, which ISO 8601 dates cannot name."""

    start: str | None
    end: str | None
    value: str
    precision: str
    basis: str
    why: str


UNITS = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "Q": "quarter", "WE": "weekend",
    "FN": "week", "H": "hour", "MIN": "minute", "S": "second", "10Y": "decade",
    "100Y": "century", "1000Y": "millennium", "": "unknown",
}  # fmt: skip
OPEN = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "Q": "XXXX-QX"}


def resolve(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """What an expression stands for. `direction` is PAST, UNKNOWN or FUTURE, as the tense of its
    clause says; `last` is the moment that the text named last."""
    return _RESOLVERS[expression.kind](expression, anchor, direction, last)


def _stated(moment: Moment, why: str, basis: str = "stated", clock: str = "") -> Resolved:
    """One moment, with a time of day where the expression gives one."""
    value, precision = moment.iso + clock, moment.precision
    start = moment.iso
    if clock and moment.day and clock[1:2].isdigit():
        start, precision = value, "minute" if clock[-2:] != "00" else "hour"
    return Resolved(start, None, value, precision, basis, why)


def _open(value: str, precision: str, why: str) -> Resolved:
    return Resolved(None, None, value, precision, "stated", why)


def _span(start: Moment, end: Moment, value: str, precision: str, basis: str, why: str) -> Resolved:
    return Resolved(start.iso, end.iso, value, precision, basis, why)


NO_ANCHOR = "the report gives no day to count from"


def _date(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    moment = Moment(expression.year, expression.month, expression.day)
    basis, why = "stated", "named in the text"
    if moment.year is None:
        moment, basis, why = _with_year(moment, expression, anchor, direction, last)
    if not expression.until:
        return _stated(moment, why, basis, expression.clock)
    year, month, day = expression.until
    turn = 1 if year is None and month and moment.month and month < moment.month else 0
    end = Moment(year if year else moment.year + turn if moment.year else None, month, day)
    value = f"{moment.iso}/{end.iso}"
    return _span(moment, end, value, moment.precision, basis, why)


def _with_year(
    moment: Moment, expression: Expression, anchor: Anchor | None, direction: int,
    last: Moment | None,
) -> tuple[Moment, str, str]:  # fmt: skip
    """A month or day without year: that of "last year", or the nearest one in the direction of
    the tense; without an anchor, the year that the text named last, said to be inferred."""
    if expression.value == "rel":
        base = _from(expression, anchor, last)
        if base is None or base.year is None:
            return moment, "stated", "the year is not given"
        name = _base_name(expression, anchor)
        return (
            moment._replace(year=base.year + expression.shift),
            "resolved",
            f"counted from {name}",
        )
    day = anchor.full if anchor else None
    if day is not None and anchor is not None:
        agreeing = year_of_weekday(day, moment, expression.weekday)
        if agreeing is not None:
            why = f"the year near {anchor.name} in which that day has that weekday"
            return moment._replace(year=agreeing), "resolved", why
        year = nearest_year(day, moment, direction)
        if not exists(year, moment.month, moment.day):
            return moment, "stated", f"a leap day, which {year} has not"
        which = {PAST: "most recent", UNKNOWN: "nearest", FUTURE: "next"}[direction]
        return moment._replace(year=year), "resolved", f"the {which} one from {anchor.name}"
    if anchor is None and last and last.year is not None:
        return (
            moment._replace(year=last.year), "inferred",
            f"the year is that of the date named before it ({last.iso}); the report has none",
        )  # fmt: skip
    return moment, "stated", f"the year is not given, and {NO_ANCHOR} with its year"


def _month(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """ "last March", "next May", "this October"."""
    named = expression.base == "text"
    day = _first_day(last) if named else anchor.full if anchor else None
    moment = Moment(None, expression.month)
    if day is None:
        return _stated(moment, f"the year is not given, and {NO_ANCHOR}")
    if expression.shift == 0:
        year = day.year
    else:
        year = nearest_year(day, moment, expression.shift)
        if expression.month == day.month:
            year += expression.shift
    why = f"counted from {_base_name(expression, anchor)}"
    return _stated(moment._replace(year=year), why, "resolved")


def _day_of_month(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """ "the 20th of this month"."""
    base = _from(expression, anchor, last)
    month = plus_months(base, expression.shift) if base else None
    if month is None or not exists(month.year, month.month, expression.day):
        return _open(f"XXXX-XX-{expression.day:02d}", "day", NO_ANCHOR)
    why = f"counted from {_base_name(expression, anchor)}"
    return _stated(month._replace(day=expression.day), why, "resolved")


def _weekday(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """The nearest such day up to the anchor, or from it on when the tense is future; "last" and
    "next" leave the day itself out, "next" is of the week after."""
    wanted = expression.weekday or 1
    day = day_of(last) if expression.base == "text" else anchor.full if anchor else None
    if day is None or (anchor is None and expression.base != "text"):
        value = f"XXXX-WXX-{wanted}" + expression.clock
        return _open(value, "day", f"a weekday, and {NO_ANCHOR} with its year")
    back = (day.isoweekday() - wanted) % 7
    ahead = (wanted - day.isoweekday()) % 7
    name = anchor.name if anchor and expression.base != "text" else "the day named before"
    if expression.base == "text":
        days, why = wanted - day.isoweekday(), f"in the week of {name}"
    elif expression.base == "week":
        days = wanted - day.isoweekday() + 7 * expression.shift
        why = f"in a week counted from {name}"
    elif expression.base == "now" and expression.shift < 0:
        days, why = -(back or 7), f"the last one before {name}"
    elif expression.base == "now" and expression.shift > 0:
        days, why = 7 - day.isoweekday() + wanted, f"in the week after {name}"
    elif expression.base == "now" or direction == FUTURE:
        days, why = ahead, f"the first one from {name} on, as the words look ahead"
    else:
        days, why = -back, f"the most recent one up to {name}"
    return _stated(moment_of(day + timedelta(days=days)), why, "resolved", expression.clock)


def _today(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    base = last if expression.base == "text" else anchor.moment if anchor else None
    moment = plus_days(base, int(expression.amount or 0)) if base and base.day else None
    if moment is None:
        return _open("XXXX-XX-XX" + expression.clock, "day", NO_ANCHOR)
    name = "the day named before" if expression.base == "text" or not anchor else anchor.name
    return _stated(moment, f"counted from {name}", "resolved", expression.clock)


def _first_day(moment: Moment | None) -> date | None:
    if moment is None or not moment.month:
        return None
    return day_of(moment if moment.day else moment._replace(day=1))


def _base_name(expression: Expression, anchor: Anchor | None) -> str:
    named = expression.base == "text" or anchor is None
    return "the date named before it" if named or anchor is None else anchor.name


def _from(expression: Expression, anchor: Anchor | None, last: Moment | None) -> Moment | None:
    return last if expression.base == "text" else anchor.moment if anchor else None


def _period(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """ "last year", "this week", "the following month", "the end of the year"."""
    day = anchor.full if anchor else None
    if expression.value == "nearest" and day is not None:
        over = direction != FUTURE and day.isoweekday() < 6
        return _shifted(expression, -1 if over else 0, anchor, last)
    if anchor is None and expression.part and expression.shift == 0 and last:
        found = _shifted(replace(expression, base="text"), 0, anchor, last)
        return found._replace(basis="inferred") if found.start else found
    return _shifted(expression, expression.shift, anchor, last)


def _offset(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """ "two years ago", "three weeks earlier"; with an open number it stays open."""
    if expression.amount is None or expression.amount != int(expression.amount):
        ago = expression.base == "now" and expression.shift < 0
        value = "PAST_REF" if ago else duration(expression.unit, expression.amount)
        return _open(value, UNITS[expression.unit], "the number is left open")
    count = int(expression.amount) * expression.shift
    if expression.unit == "10Y":
        found = _shifted(replace(expression, unit="Y"), count * 10, anchor, last)
        return found._replace(precision="decade")
    return _shifted(expression, count, anchor, last)


def _shifted(
    expression: Expression, count: int, anchor: Anchor | None, last: Moment | None
) -> Resolved:
    base = _from(expression, anchor, last)
    unit = expression.unit
    found = _step(base, unit, count) if base else None
    if found is None:
        missing = "no date is named before it" if expression.base == "text" else NO_ANCHOR
        return _open(OPEN.get(unit, "XXXX-XX-XX"), UNITS[unit], missing)
    name = _base_name(expression, anchor)
    return found._replace(basis="resolved", why=f"counted from {name}")


def _step(base: Moment, unit: str, count: int) -> Resolved | None:
    """The unit that lies `count` units from the one that holds `base`."""
    if unit in {"Y", "10Y", "100Y", "1000Y"}:
        return _step_years(base, unit, count)
    if unit == "M":
        month = plus_months(base, count)
        return _stated(month, "") if month else None
    if unit == "D":
        day = plus_days(base, count) if base.day else None
        return _stated(day, "") if day else None
    if unit == "Q":
        month = plus_months(base, count * 3)
        return (
            quarter(month.year, (month.month or 1) // 3 + ((month.month or 1) % 3 > 0))
            if (month and month.year is not None)
            else None
        )
    full = day_of(base)
    if unit in {"W", "WE", "FN"} and full:
        try:
            return week(full + timedelta(weeks=count * (2 if unit == "FN" else 1)), unit == "WE")
        except OverflowError:
            return None
    return None


def _step_years(base: Moment, unit: str, count: int) -> Resolved | None:
    if base.year is None:
        return None
    if unit == "Y":
        return _stated(Moment(base.year + count), "") if 0 < base.year + count < 10000 else None
    size = {"10Y": 10, "100Y": 100, "1000Y": 1000}[unit]
    first = (base.year // size + count) * size
    if not 0 <= first < 10000:
        return None
    value = f"{first:04d}"[: 5 - len(str(size))]
    return _span(Moment(first), Moment(first + size - 1), value, UNITS[unit], "", "")


def week(day: date, weekend: bool = False) -> Resolved:
    """The ISO week that holds a day, Monday to Sunday, or its weekend."""
    year, number, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    start, end = monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)
    value = f"{year:04d}-W{number:02d}" + ("-WE" if weekend else "")
    return _span(moment_of(start), moment_of(end), value, "weekend" if weekend else "week", "", "")


def quarter(year: int, place: int) -> Resolved:
    """A quarter of a year."""
    start, end = Moment(year, place * 3 - 2), Moment(year, place * 3)
    return _span(start, end, f"{year:04d}-Q{place}", "quarter", "stated", "named in the text")


def _year_of(
    expression: Expression, anchor: Anchor | None, last: Moment | None
) -> tuple[int | None, str, str]:
    """The year of a quarter, half or season: stated, counted, or that of the anchor."""
    if expression.year is not None:
        return expression.year, "stated", "named in the text"
    base = _from(expression, anchor, last)
    if base is None or base.year is None:
        return None, "stated", f"the year is not given, and {NO_ANCHOR}"
    name = _base_name(expression, anchor)
    return base.year + expression.shift, "resolved", f"the year is counted from {name}"


def _quarter(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    year, basis, why = _year_of(expression, anchor, last)
    place = int(expression.amount or 1)
    if year is None:
        return _open(f"XXXX-Q{place}", "quarter", why)
    if not expression.unit and anchor and anchor.full and expression.year is None:
        year -= place * 3 - 2 > anchor.full.month
    return quarter(year, place)._replace(basis=basis, why=why)


def _half(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    year, basis, why = _year_of(expression, anchor, last)
    place = int(expression.amount or 1)
    if year is None:
        return _open(f"XXXX-H{place}", "half", why)
    start, end = Moment(year, place * 6 - 5), Moment(year, place * 6)
    return _span(start, end, f"{year:04d}-H{place}", "half", basis, why)


def _season(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """A season keeps its year and no months: they differ between the hemispheres."""
    if expression.year is None and expression.shift == 0 and anchor is None and last:
        year, basis, why = last.year, "inferred", "the year is that of the date named before it"
    else:
        year, basis, why = _year_of(expression, anchor, last)
    if year is None:
        return _open(f"XXXX-{expression.value}", "season", why)
    moment = Moment(year)
    return _span(moment, moment, f"{year:04d}-{expression.value}", "season", basis, why)


def _decade(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    first = int(expression.value) * 10
    start, end = Moment(first), Moment(first + 9)
    return _span(start, end, expression.value, "decade", "stated", "named in the text")


def _century(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    if expression.value.startswith("BC"):
        return _open(expression.value, "century", "before the common era")
    first = int(expression.value) * 100
    start, end = Moment(first), Moment(first + 99)
    return _span(start, end, expression.value, "century", "stated", "named in the text")


def _length(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    value = duration(expression.unit, expression.amount)
    return _open(value, UNITS[expression.unit], "a length of time, with no day of its own")


def _repeated(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    return _open(expression.value, UNITS[expression.unit], "something that comes again and again")


def _reference(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    if expression.unit == "Y":
        start = expression.value if expression.value.isdigit() else None
        return Resolved(start, None, expression.value, "year", "stated", "named in the text")
    return _open(expression.value, "unknown", "a vague reference, with no day of its own")


def _feast(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    year, value = expression.year, expression.value
    if value.startswith("EASTER"):
        if year is None and anchor and anchor.full:
            year = anchor.full.year
        if year is None:
            return _open("XXXX", "day", "a movable feast, and the year is not given")
        day = easter(year) + timedelta(days=int(value.removeprefix("EASTER")))
        basis = "stated" if expression.year else "resolved"
        return _stated(moment_of(day), "the day of the feast in that year", basis)
    if not value:
        moment = Moment(year)
        if year is None:
            return _open("XXXX", "day", "a movable feast, and the day is not given")
        return _stated(moment, "a movable feast: only its year is given")
    month, day_of = (int(part) for part in value.split("-"))
    fixed = Moment(year, month, day_of)
    if year is not None:
        return _stated(fixed, "the day of the feast in that year")
    dated, basis, why = _with_year(fixed, expression, anchor, direction, last)
    return _stated(dated, why, basis)


def _clock(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """A time of day alone: of the day named last, else of the day of the report."""
    base = last if last and last.day else anchor.moment if anchor else None
    precision = "minute" if expression.clock[1:2].isdigit() else "day"
    if base is None or not base.day:
        return _open("XXXX-XX-XX" + expression.clock, precision, NO_ANCHOR)
    name = anchor.name if anchor and base == anchor.moment else "the day named before it"
    return _stated(base, f"of {name}", "resolved", expression.clock)


_RESOLVERS: dict[str, Callable[[Expression, Anchor | None, int, Moment | None], Resolved]] = {
    "date": _date,
    "month": _month,
    "day_of_month": _day_of_month,
    "weekday": _weekday,
    "day": _today,
    "period": _period,
    "offset": _offset,
    "duration": _length,
    "set": _repeated,
    "reference": _reference,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "feast": _feast,
    "clock": _clock,
}
