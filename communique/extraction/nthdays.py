"""The days of a place in a longer stretch: "the first Friday of July", "the week of April 10".

Weeks are those of ISO 8601, and a week is of the month or year that has its Thursday.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from communique.extraction.moments import (
    FUTURE,
    UNKNOWN,
    Moment,
    day_of,
    moment_of,
    nearest_year,
    plus_months,
)
from communique.extraction.periods import week
from communique.extraction.resolved import (
    NO_ANCHOR,
    Anchor,
    Resolved,
    base_name,
    counted_from,
    ranging,
    stated,
    unresolved,
)
from communique.extraction.timeforms import Expression, duration


def _whole(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> tuple[Moment | None, str, str]:
    """The year, month or first day of the week that something is a part of; and how it is known."""
    if expression.year is not None:
        return Moment(expression.year, expression.month), "stated", "named in the text"
    base = counted_from(expression, anchor, last)
    if base is None or base.year is None:
        return None, "stated", NO_ANCHOR
    why = f"counted from {base_name(expression, anchor)}"
    if expression.month:
        day = day_of(base) or date(base.year, base.month or 1, 1)
        year = nearest_year(day, Moment(None, expression.month), direction)
        return Moment(year, expression.month), "resolved", why
    if expression.unit == "M":
        return plus_months(base, expression.shift), "resolved", why
    if expression.unit == "Y":
        return Moment(base.year + expression.shift), "resolved", why
    full = day_of(base)
    if expression.unit == "W" and full:
        monday = full - timedelta(days=full.weekday() - 7 * expression.shift)
        return moment_of(monday), "resolved", why
    return None, "stated", NO_ANCHOR


def _bounds(whole: Moment) -> tuple[date, date]:
    """The first and the last day of a year, month or week."""
    first = date(whole.year or 1, whole.month or 1, whole.day or 1)
    if whole.day:
        return first, first + timedelta(days=6)
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    if not whole.month:
        after = date(first.year + 1, 1, 1)
    return first, after - timedelta(days=1)


def _resolve_nth(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    what, place = expression.value, expression.day or 1
    whole, basis, why = _whole(expression, anchor, direction, last)
    if what.startswith("W") and what[1:].isdigit():
        precision = "day"
    else:
        precision = {"D": "day", "W": "week", "M": "month", "WE": "weekend"}[what]
    if whole is None or whole.year is None or not 1 < whole.year < 9999:
        return unresolved("XXXX-XX-XX" if precision == "day" else "XXXX", precision, why)
    first, end = _bounds(whole)
    if expression.amount:
        return _stretch(expression, first, end, basis, why)
    found = _place(what, place, first, end)
    if found is None:
        return unresolved("XXXX", precision, "there is no such one in it")
    return found._replace(basis=basis, why=why)


def _place(what: str, place: int, first: date, end: date) -> Resolved | None:
    """The day, weekday, week or month at a place of a stretch, -1 for the last."""
    if what == "M":
        month = first.month + place - 1 if place > 0 else end.month
        return stated(Moment(first.year, month), "") if month <= end.month else None
    if what == "D":
        days = [first + timedelta(days=place - 1) if place > 0 else end]
    elif what in {"W", "WE"}:
        days = _every(3, first, end)
    else:
        days = _every(int(what[1:]) - 1, first, end)
    if not days or (what != "D" and place > len(days)) or days[0] > end:
        return None
    day = days[0] if what == "D" else days[place - 1 if place > 0 else -1]
    return week(day, what == "WE") if what in {"W", "WE"} else stated(moment_of(day), "")


def _every(weekday: int, first: date, end: date) -> list[date]:
    """All days of a stretch that have a weekday (Monday 0)."""
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    return (
        [day + timedelta(weeks=n) for n in range((end - day).days // 7 + 1)] if day <= end else []
    )


def _stretch(expression: Expression, first: date, end: date, basis: str, why: str) -> Resolved:
    """The first or last so many days, weeks or months; its value is its length, as in TIMEX3."""
    many, unit = int(expression.amount or 1), expression.value
    value = duration(unit, float(many))
    precision = {"D": "day", "W": "week", "M": "month"}[unit]
    if unit == "M":
        if many > 12:
            return unresolved(value, precision, "a length of time, with no day of its own")
        months = (
            range(end.month - many + 1, end.month + 1)
            if (expression.day or 1) < 0
            else range(first.month, first.month + many)
        )
        start, stop = Moment(first.year, max(months[0], 1)), Moment(first.year, min(months[-1], 12))
        return ranging(start, stop, value, precision, basis, why)
    days = timedelta(days=many * (7 if unit == "W" else 1) - 1)
    start_day, stop_day = (end - days, end) if (expression.day or 1) < 0 else (first, first + days)
    return ranging(moment_of(start_day), moment_of(stop_day), value, precision, basis, why)


def _resolve_week_of(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    moment = Moment(expression.year, expression.month, expression.day)
    basis, why = "stated", "the week that has the day named in the text"
    base = anchor.full if anchor else None
    if moment.year is None and base and anchor:
        moment = _near(moment, base, direction)
        basis, why = "resolved", f"the week that has that day, counted from {anchor.name}"
    day = day_of(moment)
    if day is None:
        return unresolved("XXXX-WXX", "week", NO_ANCHOR)
    return week(day)._replace(basis=basis, why=why)


def _near(moment: Moment, base: date, direction: int) -> Moment:
    """A day of the year, or of the month, in the year or month that the tense points to."""
    if moment.month:
        return moment._replace(year=nearest_year(base, moment, direction))
    around = [plus_months(moment_of(base), n) for n in (-1, 0, 1)]
    days = [d for m in around if m and (d := day_of(m._replace(day=moment.day)))]
    back = [d for d in days if d <= base]
    ahead = [d for d in days if d >= base]
    if direction < UNKNOWN and back:
        return moment_of(back[-1])
    if direction == FUTURE and ahead:
        return moment_of(ahead[0])
    return moment_of(min(days, key=lambda d: abs((d - base).days)))


def _resolve_weekday_day(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    base, wanted = anchor.full if anchor else None, expression.day or 1
    if base is None or anchor is None:
        return unresolved(f"XXXX-XX-{wanted:02d}", "day", NO_ANCHOR)
    months = [plus_months(moment_of(base), n) for n in range(-14, 15)]
    days = [d for m in months if m and (d := day_of(m._replace(day=wanted)))]
    days = [d for d in days if d.isoweekday() == expression.weekday]
    if direction < UNKNOWN:
        days = [d for d in days if d <= base] or days
    if direction == FUTURE:
        days = [d for d in days if d >= base] or days
    if not days:
        return unresolved(f"XXXX-XX-{wanted:02d}", "day", "no such day near it")
    why = f"the day nearest to {anchor.name} that has that weekday and number"
    found = min(days, key=lambda d: abs((d - base).days))
    return stated(moment_of(found), why, "resolved")


def _resolve_bare_day(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    base = counted_from(expression, anchor, last)
    wanted = expression.day or 1
    full = day_of(base if base is None or base.day else base._replace(day=1))
    if full is None:
        return unresolved(f"XXXX-XX-{wanted:02d}", "day", NO_ANCHOR)
    if expression.base == "text":
        month = plus_months(moment_of(full), wanted < full.day)
        moment = month._replace(day=wanted) if month else None
    elif not expression.value:
        month = plus_months(moment_of(full), expression.shift)
        moment = month._replace(day=wanted) if month else None
    else:
        moment = _near(Moment(None, None, wanted), full, direction)
    if moment is None or day_of(moment) is None:
        return unresolved(f"XXXX-XX-{wanted:02d}", "day", "there is no such day in that month")
    why = f"the month is counted from {base_name(expression, anchor)}"
    if not expression.until:
        return stated(moment, why, "resolved")
    end = moment._replace(day=expression.until[2])
    if day_of(end) is None or (end.day or 0) < wanted:
        return unresolved(f"XXXX-XX-{wanted:02d}", "day", "there is no such day in that month")
    return ranging(moment, end, f"{moment.iso}/{end.iso}", "day", "resolved", why)


NTH_RESOLVERS: dict[str, Callable[[Expression, Anchor | None, int, Moment | None], Resolved]] = {
    "nth": _resolve_nth,
    "week_of": _resolve_week_of,
    "weekday_day": _resolve_weekday_day,
    "bare_day": _resolve_bare_day,
}
