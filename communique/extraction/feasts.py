"""Feasts: "last Easter", "Nowruz", "Thanksgiving 2019", "Labor Day weekend", "5 p.m. on Christmas
Day", "the weekend of Halloween".

The patterns are over the letters of `timewords`, like those of `timex`; the rules by which days
are reckoned stand in lexicon/data/feasts.tsv.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from communique.extraction.clock import CLOCK
from communique.extraction.moments import FUTURE, PAST, UNKNOWN, Moment, day_of, moment_of
from communique.extraction.periods import week
from communique.extraction.reckoning import Days, feast
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
from communique.extraction.timeforms import Expression, Match

_AFTER = r",?F?[yY]"
_YEAR = rf"(?P<year>{_AFTER})"

FEAST_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "feast_weekend",
        rf"(?P<dir>t?[LPXTS])?h(?P<year>[yY])?(?P<unit>U)(?P<late>[yY])?|t?UFh(?P<of>{_AFTER})?",
    ),
    (
        "feast",
        rf"(?P<back>{CLOCK},?[iF]?)?(?P<dir>t?[LPXTS])?h(?:{_YEAR}|F?(?P<rel>t?[LXT]U))?"
        rf"(?:,?-?[if]?a?(?P<clock>{CLOCK}))?",
    ),
)


def _feast(m: Match) -> Expression | None:
    rel = m.group("rel")
    if rel and rel[-1].value != "Y":
        return None
    shift, base = m.relative("rel" if rel else "dir")
    return m.make(
        "feast",
        year=m.year(),
        value=m.value("h"),
        shift=shift,
        base=base,
        unit="Y" if rel else "" if not m.group("dir") else "one",
        clock=m.clock(),
    )


def _feast_weekend(m: Match) -> Expression | None:
    """ "Labor Day weekend": the Saturday and Sunday that are nearest to it."""
    if m.value("U") != "WE":
        return None
    year = m.year() or m.year("late") or m.year("of")
    shift, base = m.relative("dir")
    unit = "one" if m.group("dir") else ""
    return m.make(
        "feast", year=year, value=m.value("h"), part="WE", shift=shift, base=base, unit=unit
    )


FEASTS: dict[str, Callable[[Match], Expression | None]] = {
    "feast_weekend": _feast_weekend,
    "feast": _feast,
}


def resolve_feast(
    expression: Expression, anchor: Anchor | None, direction: int, last: Moment | None
) -> Resolved:
    """The day of a feast: of the year that is given, else the one that the tense points to. A
    day that hangs on the sight of the moon is inferred."""
    rule = expression.value
    base = counted_from(expression, anchor, last) or (last if anchor is None else None)
    year, basis, why = expression.year, "stated", "the day of the feast in that year"
    if expression.unit == "Y" and base and base.year:
        year, basis = base.year + expression.shift, "resolved"
        why = f"the year is counted from {base_name(expression, anchor)}"
    if not rule:
        return _unreckoned(year)
    if year is not None:
        days: Days | None = next(iter(feast(rule, year)), None)
    else:
        full = day_of(base) if base else None
        days = _nearest(rule, full, expression, direction) if full else None
        basis, why = "resolved", f"counted from {base_name(expression, anchor)}"
        if days is None and base and base.year and anchor is None:
            days, basis = next(iter(feast(rule, base.year)), None), "inferred"
            why = f"the year is that of the date named before it ({base.iso}); the report has none"
    if days is None:
        return _open(rule, year)
    if rule.startswith("islamic"):
        basis = "inferred"
        why += ", by the Umm al-Qura calendar; the day hangs on the sight of the moon"
    return _made(days, expression, basis, why)


def _unreckoned(year: int | None) -> Resolved:
    if year is None:
        why = "a feast whose day moves, or differs from country to country"
        return unresolved("XXXX", "day", why)
    return stated(Moment(year), "a feast of which only the year is known")


def _open(rule: str, year: int | None) -> Resolved:
    """A feast whose year is not known: of a fixed one the month and day."""
    if year is not None:
        return stated(Moment(year), "a feast whose day in that year is not reckoned")
    fixed = rule[:5] if rule[:2].isdigit() and rule[2:3] == "-" else ""
    if fixed:
        month, day = (int(part) for part in fixed.split("-"))
        return stated(Moment(None, month, day), f"the year is not given, and {NO_ANCHOR}")
    return unresolved("XXXX", "day", f"a feast that moves, and {NO_ANCHOR}")


def _nearest(rule: str, base: date, expression: Expression, direction: int) -> Days | None:
    """The last one up to a day, the first one from it on, or the nearer of the two."""
    every = [d for y in range(base.year - 2, base.year + 3) for d in feast(rule, y)]
    back = [d for d in every if d.first <= base]
    ahead = [d for d in every if d.last >= base]
    if expression.unit == "one" and expression.shift:
        back = [d for d in back if d.last < base]
        ahead = [d for d in ahead if d.first > base]
        direction = PAST if expression.shift < 0 else FUTURE
    if direction < UNKNOWN and back:
        return back[-1]
    if direction == FUTURE and ahead:
        return ahead[0]
    return min(every, key=lambda d: abs((d.first - base).days), default=None)


def _made(days: Days, expression: Expression, basis: str, why: str) -> Resolved:
    if expression.part == "WE":
        early = days.first.isoweekday() <= 3
        nearer = days.first - timedelta(days=3 if early else 0)
        return week(nearer, True)._replace(basis=basis, why=f"the weekend nearest to it; {why}")
    first = moment_of(days.first)
    if days.first == days.last:
        return stated(first, why, basis, expression.clock)
    last = moment_of(days.last)
    return ranging(first, last, f"{first.iso}/{last.iso}", "month", basis, why)
