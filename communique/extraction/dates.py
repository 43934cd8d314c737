"""From what an expression says to days: arithmetic on calendar days, and where it starts from.

An expression is resolved against the day a report was published or datelined (`Anchor`), never
against the day of reading; without one it stays open (XXXX), as TIMEX3 writes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from communique.extraction.calendars import resolve_other
from communique.extraction.feasts import resolve_feast
from communique.extraction.fiscal import resolve_fiscal
from communique.extraction.moments import (
    FUTURE,
    PAST,
    PERHAPS_PAST,
    UNKNOWN,
    Moment,
    day_of,
    exists,
    moment_of,
    nearest_year,
    plus_days,
    plus_months,
    year_of_weekday,
)
from communique.extraction.narrative import from_text
from communique.extraction.nthdays import NTH_RESOLVERS
from communique.extraction.offsets import shifted
from communique.extraction.periods import PERIODS
from communique.extraction.resolved import (
    AGAIN,
    NO_ANCHOR,
    UNITS,
    Anchor,
    Resolved,
    base_name,
    counted_from,
    ranging,
    stated,
    unresolved,
)
from communique.extraction.timeforms import Expression, duration


def resolve(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """What an expression stands for. `direction` is PAST, UNKNOWN or FUTURE, as the tense of its
    clause says; `last` is the moment that the text named last."""
    try:
        found = _RESOLVERS[expression.kind](expression, anchor, direction, last)
    except OverflowError:
        found = None
    if found is None or _NO_YEAR.match(found.start or ""):
        return unresolved("XXXX", "unknown", "beyond the years that the calendar reckons")
    return found


_NO_YEAR = re.compile(r"0000|\d{5}")


def resolve_in_history(expression: Expression, last: Moment | None) -> Resolved | None:
    """What an expression without a date of its own stands for in a report that tells a history:
    counted from the moment that the text named last, and marked as inferred. None where that
    gives nothing, or the expression says its own date."""
    meant = from_text(expression)
    if last is None or meant is None:
        return None
    found = resolve(meant, None, PAST, last)
    if found.start is None or "X" in found.value:
        return None
    why = f"the report tells a history: {found.why}" if found.basis == "inferred" else found.why
    return found._replace(basis="inferred", why=why)


def _date(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    moment = Moment(expression.year, expression.month, expression.day)
    basis, why = "stated", "named in the text"
    if moment.year is None:
        moment, basis, why = _with_year(moment, expression, anchor, direction, last)
    if not expression.until:
        return stated(moment, why, basis, expression.clock)
    year, month, day = expression.until
    turn = 1 if year is None and month and moment.month and month < moment.month else 0
    end = Moment(year if year else moment.year + turn if moment.year else None, month, day)
    value = f"{moment.iso}/{end.iso}"
    return ranging(moment, end, value, moment.precision, basis, why)


def _with_year(
    moment: Moment, expression: Expression, anchor: Anchor | None, direction: int,
    last: Moment | None,
) -> tuple[Moment, str, str]:  # fmt: skip
    """A month or day without year: that of "last year", or the nearest one in the direction of
    the tense; without an anchor, the year that the text named last, said to be inferred."""
    if expression.value == "rel":
        base = counted_from(expression, anchor, last)
        if base is None or base.year is None:
            return moment, "stated", "the year is not given"
        why = f"counted from {base_name(expression, anchor)}"
        return _in_year(moment, base.year + expression.shift, "resolved", why)
    day = anchor.full if anchor else None
    if day is not None and anchor is not None:
        agreeing = year_of_weekday(day, moment, expression.weekday)
        if agreeing is not None:
            why = f"the year near {anchor.name} in which that day has that weekday"
            return moment._replace(year=agreeing), "resolved", why
        year = nearest_year(day, moment, direction)
        there = year, moment.month or 0, moment.day or 0
        ahead = there > (day.year, day.month, day.day if moment.day else 0)
        way = FUTURE if direction == PERHAPS_PAST and ahead else direction
        return _in_year(moment, year, "resolved", f"{_WHICH[way]} one from {anchor.name}")
    if anchor is None and last and last.year is not None:
        turned = last.month == 12 and moment.month == 1
        why = f"the year is that of the date named before it ({last.iso}); the report has none"
        return _in_year(moment, last.year + turned, "inferred", why)
    return moment, "stated", f"the year is not given, and {NO_ANCHOR} with its year"


def _in_year(moment: Moment, year: int, basis: str, why: str) -> tuple[Moment, str, str]:
    """A month or day in a year; a leap day only in one that has it."""
    if not exists(year, moment.month, moment.day):
        return moment, "stated", f"a leap day, which {year} does not have"
    return moment._replace(year=year), basis, why


_WHICH = {
    PAST: "the most recent",
    PERHAPS_PAST: "the most recent",
    UNKNOWN: "the nearest",
    FUTURE: "the next",
}


def _month(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """ "last March", "next May", "this October"."""
    named = expression.base == "text"
    day = _first_day(last) if named else anchor.full if anchor else None
    moment = Moment(None, expression.month)
    if day is None:
        return stated(moment, f"the year is not given, and {NO_ANCHOR}")
    if expression.shift == 0:
        year = day.year
    else:
        year = nearest_year(day, moment, PAST if expression.shift < 0 else FUTURE)
        if expression.month == day.month:
            year += expression.shift
    why = f"counted from {base_name(expression, anchor)}"
    return stated(moment._replace(year=year), why, "resolved")


def _day_of_month(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """ "the 20th of this month"."""
    base = counted_from(expression, anchor, last)
    month = plus_months(base, expression.shift) if base else None
    if month is None or not exists(month.year, month.month, expression.day):
        return unresolved(f"XXXX-XX-{expression.day:02d}", "day", NO_ANCHOR)
    why = f"counted from {base_name(expression, anchor)}"
    return stated(month._replace(day=expression.day), why, "resolved")


def _weekday(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """The nearest such day up to the anchor, or from it on when the tense is future; "last" and
    "next" leave the day itself out, "next" is of the week after."""
    wanted = expression.weekday or 1
    day = day_of(last) if expression.base == "text" else anchor.full if anchor else None
    if day is None or (anchor is None and expression.base != "text"):
        value = f"XXXX-WXX-{wanted}" + expression.clock
        return unresolved(value, "day", f"a weekday, and {NO_ANCHOR} with its year")
    back = (day.isoweekday() - wanted) % 7
    ahead = (wanted - day.isoweekday()) % 7
    name = anchor.name if anchor and expression.base != "text" else "the day named before"
    if expression.base == "text" and expression.shift > 0:
        days, why = ahead or 7, f"the first one after {name}"
    elif expression.base == "text":
        days, why = wanted - day.isoweekday(), f"in the week of {name}"
    elif expression.base == "week":
        days = wanted - day.isoweekday() + 7 * expression.shift
        why = f"in a week counted from {name}"
    elif expression.base == "now" and expression.shift < 0:
        days, why = -(back or 7), f"the last one before {name}"
    elif expression.base == "now" and expression.shift > 0:
        days, why = 7 - day.isoweekday() + wanted, f"in the week after {name}"
    elif expression.base == "now":
        days, why = ahead, f"the first one from {name} on"
    elif direction == FUTURE:
        days, why = ahead or 7, f"the first one after {name}, as the words look ahead"
    else:
        days, why = -back, f"the most recent one up to {name}"
    return stated(moment_of(day + timedelta(days=days)), why, "resolved", expression.clock)


def _today(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    base = last if expression.base == "text" else anchor.moment if anchor else None
    moment = plus_days(base, int(expression.amount or 0)) if base and base.day else None
    if moment is None:
        return unresolved("XXXX-XX-XX" + expression.clock, "day", NO_ANCHOR)
    name = "the day named before" if expression.base == "text" or not anchor else anchor.name
    return stated(moment, f"counted from {name}", "resolved", expression.clock)


def _first_day(moment: Moment | None) -> date | None:
    if moment is None or not moment.month:
        return None
    return day_of(moment if moment.day else moment._replace(day=1))


def _compound(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """ "A year and two months ago"."""
    base = counted_from(expression, anchor, last)
    clock = anchor.clock if anchor and expression.base == "now" else ""
    found = shifted(base.iso + clock, expression.value, expression.shift) if base else None
    if found is None:
        return unresolved(expression.value, UNITS[expression.unit], NO_ANCHOR)
    if expression.unit not in {"H", "MIN", "S"}:
        found = found.partition("T")[0]
    why = f"counted from {base_name(expression, anchor)}"
    return Resolved(found, None, found, UNITS[expression.unit], "resolved", why)


def _length(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    value = expression.value or duration(expression.unit, expression.amount)
    return unresolved(value, UNITS[expression.unit], "a length of time, with no day of its own")


def _repeated(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    return unresolved(expression.value, UNITS[expression.unit], AGAIN)


def _reference(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    if expression.unit == "Y":
        start = expression.value if expression.value.isdigit() else None
        return Resolved(start, None, expression.value, "year", "stated", "named in the text")
    return unresolved(expression.value, "unknown", "a vague reference, with no day of its own")


def _clock(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """A time of day alone: of the day named last, else of the day of the report."""
    base = last if last and last.day else anchor.moment if anchor else None
    precision = "minute" if expression.clock[1:2].isdigit() else "day"
    if base is None or not base.day:
        return unresolved("XXXX-XX-XX" + expression.clock, precision, NO_ANCHOR)
    name = anchor.name if anchor and base == anchor.moment else "the day named before it"
    return stated(base, f"of {name}", "resolved", expression.clock)


_RESOLVERS: dict[str, Callable[[Expression, Anchor | None, int, Moment | None], Resolved]] = {
    **PERIODS,
    **NTH_RESOLVERS,
    "date": _date,
    "month": _month,
    "day_of_month": _day_of_month,
    "weekday": _weekday,
    "day": _today,
    "duration": _length,
    "length": _length,
    "compound": _compound,
    "set": _repeated,
    "reference": _reference,
    "feast": resolve_feast,
    "calendar": resolve_other,
    "fiscal": resolve_fiscal,
    "clock": _clock,
}
