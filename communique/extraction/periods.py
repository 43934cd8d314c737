"""From "last week", "two years ago", "the third quarter" to the days they cover.

Arithmetic on calendar days, counted from the day of the report or from the date named last.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from communique.extraction.moments import FUTURE, Moment, day_of, moment_of, plus_days, plus_months
from communique.extraction.offsets import shifted
from communique.extraction.resolved import (
    NO_ANCHOR,
    OPEN,
    UNITS,
    Anchor,
    Resolved,
    base_name,
    counted_from,
    ranging,
    stated,
    unresolved,
)
from communique.extraction.timeforms import LONG, Expression, duration


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
    clock = anchor.clock if anchor and expression.base == "now" else ""
    if expression.amount and expression.unit in {"H", "MIN", "S"} and anchor and clock:
        length = duration(expression.unit, expression.amount)
        found_at = shifted(anchor.moment.iso + clock, length, expression.shift)
        if found_at:
            why = f"counted from {anchor.name}{clock}"
            return Resolved(found_at, None, found_at, UNITS[expression.unit], "resolved", why)
    if expression.amount and expression.amount % 1 and expression.unit in LONG:
        years = expression.amount * LONG[expression.unit]
        return _offset(replace(expression, unit="Y", amount=years), anchor, direction, last)
    if expression.amount is None or expression.amount != int(expression.amount):
        ago = expression.base == "now" and expression.shift < 0
        value = "PAST_REF" if ago else duration(expression.unit, expression.amount)
        why = "no whole number of units" if expression.amount else "the number is left open"
        return unresolved(value, UNITS[expression.unit], why)
    count = int(expression.amount) * expression.shift
    if expression.unit == "10Y":
        found = _shifted(replace(expression, unit="Y"), count * 10, anchor, last)
        return found._replace(precision="decade")
    return _shifted(expression, count, anchor, last)


def _shifted(
    expression: Expression, count: int, anchor: Anchor | None, last: Moment | None
) -> Resolved:
    base = counted_from(expression, anchor, last)
    unit = expression.unit
    found = _step(base, unit, count) if base else None
    if found is None:
        missing = "no date is named before it" if expression.base == "text" else NO_ANCHOR
        return unresolved(OPEN.get(unit, "XXXX-XX-XX"), UNITS[unit], missing)
    name = base_name(expression, anchor)
    return found._replace(basis="resolved", why=f"counted from {name}")


def _step(base: Moment, unit: str, count: int) -> Resolved | None:
    """The unit that lies `count` units from the one that holds `base`."""
    if unit in {"Y", "10Y", "100Y", "1000Y"}:
        return _step_years(base, unit, count)
    if unit == "M":
        month = plus_months(base, count)
        return stated(month, "") if month else None
    if unit == "D":
        day = plus_days(base, count) if base.day else None
        return stated(day, "") if day else None
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
        return stated(Moment(base.year + count), "") if 0 < base.year + count < 10000 else None
    size = LONG[unit]
    first = (base.year // size + count) * size
    if not 0 < first < 10000:
        return None
    value = f"{first:04d}"[: 5 - len(str(size))]
    return ranging(Moment(first), Moment(first + size - 1), value, UNITS[unit], "", "")


def week(day: date, weekend: bool = False) -> Resolved:
    """The ISO week that holds a day, Monday to Sunday, or its weekend."""
    year, number, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    start, end = monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)
    value = f"{year:04d}-W{number:02d}" + ("-WE" if weekend else "")
    return ranging(
        moment_of(start), moment_of(end), value, "weekend" if weekend else "week", "", ""
    )


def quarter(year: int, place: int) -> Resolved:
    """A quarter of a year."""
    start, end = Moment(year, place * 3 - 2), Moment(year, place * 3)
    return ranging(start, end, f"{year:04d}-Q{place}", "quarter", "stated", "named in the text")


def _focus(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """The quarter that the report is about: the one named last, else the last whole one before
    its day; or the same quarter of another year. Without one, and where the words do not say
    quarter, the year."""
    if last is None and expression.unit == "" and anchor and anchor.moment.year is not None:
        year = expression.year or anchor.moment.year + expression.shift
        return stated(Moment(year), f"counted from {anchor.name}", "resolved")
    why = "the quarter named before it"
    if last is None and anchor:
        last, why = plus_months(anchor.moment, -3), f"the last whole quarter before {anchor.name}"
    if last is None or last.year is None or not last.month:
        if expression.year is not None:
            return stated(Moment(expression.year), "named in the text")
        return unresolved("XXXX-QX", "quarter", NO_ANCHOR)
    found = quarter(expression.year or last.year + expression.shift, (last.month + 2) // 3)
    return found._replace(basis="resolved", why=why)


def _year_of(
    expression: Expression, anchor: Anchor | None, last: Moment | None
) -> tuple[int | None, str, str]:
    """The year of a quarter, half or season: stated, counted, or that of the anchor."""
    if expression.year is not None:
        return expression.year, "stated", "named in the text"
    base = counted_from(expression, anchor, last)
    if base is None or base.year is None:
        return None, "stated", f"the year is not given, and {NO_ANCHOR}"
    name = base_name(expression, anchor)
    return base.year + expression.shift, "resolved", f"the year is counted from {name}"


def _quarter(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    year, basis, why = _year_of(expression, anchor, last)
    place = int(expression.amount or 1)
    if year is None:
        return unresolved(f"XXXX-Q{place}", "quarter", why)
    if not expression.unit and anchor and anchor.full and expression.year is None:
        year -= place * 3 - 2 > anchor.full.month
    return quarter(year, place)._replace(basis=basis, why=why)


def _half(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    year, basis, why = _year_of(expression, anchor, last)
    place = int(expression.amount or 1)
    if year is None:
        return unresolved(f"XXXX-H{place}", "half", why)
    start, end = Moment(year, place * 6 - 5), Moment(year, place * 6)
    return ranging(start, end, f"{year:04d}-H{place}", "half", basis, why)


def _season(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """A season keeps its year and no months: they differ between the hemispheres."""
    if expression.year is None and expression.shift == 0 and anchor is None and last:
        year, basis, why = last.year, "inferred", "the year is that of the date named before it"
    else:
        year, basis, why = _year_of(expression, anchor, last)
    if year is None:
        return unresolved(f"XXXX-{expression.value}", "season", why)
    moment = Moment(year)
    return ranging(moment, moment, f"{year:04d}-{expression.value}", "season", basis, why)


def _decade(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    first = int(expression.value) * 10
    start, end = Moment(first), Moment(first + 9)
    return ranging(start, end, expression.value, "decade", "stated", "named in the text")


def _century(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    if expression.value.startswith("BC"):
        return unresolved(expression.value, "century", "before the common era")
    first = int(expression.value) * 100
    start, end = Moment(first), Moment(first + 99)
    return ranging(start, end, expression.value, "century", "stated", "named in the text")


PERIODS: dict[str, Callable[[Expression, Anchor | None, int, Moment | None], Resolved]] = {
    "period": _period,
    "offset": _offset,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "focus": _focus,
    "quarter": _quarter,
    "half": _half,
}
