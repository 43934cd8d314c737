"""How many there are of something by day, month or year: where the bars of the picture lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from communique.model.report import Time
from communique.views.web.axis import Tick, axis_over, day
from communique.views.web.words import day_words

UNITS = (("day", 10, 62), ("month", 7, 72 * 31), ("year", 4, 0))
"""What one bar stands for: its name, the length of such a date, and the most days that the whole
may span for it (0: any)."""
WIDEST = 3.0


@dataclass(frozen=True, slots=True)
class Bar:
    """All of one day, month or year: `x` is its middle and `width` in per cent of the picture's
    width, `height` in per cent of its height; `when` is the date (ISO 8601), `label` says it."""

    x: float
    width: float
    height: float
    when: str
    label: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars from the first date to the last, each of one `unit`; `vague` counts those whose date is
    less precise than a bar, or not known."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    unit: str
    vague: int


def bars(days: Sequence[tuple[str, int]], undated: int, what: str) -> Bars:
    """A bar for each day, month or year of these dates (ISO 8601, as long as known) with how many
    there are; `what` one of them is."""
    span = _span([start for start, _ in days])
    unit, length, _ = next(u for u in UNITS if not u[2] or span <= u[2])
    counts: Counter[str] = Counter()
    for start, number in days:
        counts[start[:length] if len(start) >= length else ""] += number
    vague = counts.pop("", 0) + undated
    dated = {when: found for when in counts if (found := day(_time(when))) is not None}
    axis = axis_over(dated.values())
    if axis is None:
        return Bars((), (), unit, vague + sum(counts.values()))
    most = max(counts.values())
    width = round(min(WIDEST, 80 / (1 + span / _DAYS[unit])), 2)
    drawn = tuple(
        Bar(axis.x(at), width, round(100 * counts[when] / most, 1), when,
            f"{day_words(when)}: {counts[when]} {what}{'s' if counts[when] != 1 else ''}")
        for when, at in sorted(dated.items())
    )  # fmt: skip
    return Bars(drawn, axis.ticks, unit, vague)


_DAYS = {"day": 1, "month": 30.4, "year": 365.25}


def _span(starts: Sequence[str]) -> int:
    """Days from the first of these dates to the last."""
    known = sorted(found for start in starts if (found := day(_time(start))) is not None)
    return (known[-1] - known[0]).days if known else 0


def _time(when: str) -> Time:
    return Time(when, None, None, when, "day", "stated", "")
