"""A line of time: where a day lies on it, and what is written under it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from communique.model.report import Time

MOST = 8
"""Labels under a line of time: as many as a telephone has room for."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A year, month or day on a line of time; `x` in per cent of its width."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first day to the last, with some room on both sides; one day lies in the middle."""

    first: date
    last: date

    def x(self, when: date) -> float:
        """Where a day lies, in per cent of the width; what is outside lies on the edge."""
        span = (self.last - self.first).days
        inside = min(max((when - self.first).days, 0), span)
        return round(3 + 94 * inside / span, 2) if span else 50.0

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Years, or months where there are not two of those, or the first and the last day."""
        for days, name in ((self._years(), _year), (self._months(), _month)):
            if len(days) > 1:
                chosen = days[:: math.ceil(len(days) / MOST)]
                pairs = zip(chosen, [None, *chosen[:-1]], strict=True)
                return tuple(Tick(self.x(d), name(d, before)) for d, before in pairs)
        ends = dict.fromkeys((self.first, self.last))
        return tuple(Tick(self.x(d), f"{d.day} {d:%b %Y}") for d in ends)

    def _years(self) -> list[date]:
        years = range(self.first.year, self.last.year + 1)
        return [d for year in years if (d := date(year, 1, 1)) >= self.first]

    def _months(self) -> list[date]:
        first, last = (d.year * 12 + d.month - 1 for d in (self.first, self.last))
        months = (date(n // 12, n % 12 + 1, 1) for n in range(first, last + 1))
        return [d for d in months if d >= self.first]


def _year(day: date, _: date | None) -> str:
    return f"{day:%Y}"


def _month(day: date, before: date | None) -> str:
    """A month, with its year where the label before has another."""
    return f"{day:%b}" if before is not None and before.year == day.year else f"{day:%b %Y}"


def axis_over(days: Iterable[date]) -> Axis | None:
    """The line from the earliest of these days to the latest; None without any."""
    found = sorted(days)
    return Axis(found[0], found[-1]) if found else None


def day(time: Time | None) -> date | None:
    """The first day that a time may be, None where its year is open."""
    start = time.start if time else None
    if not start or not start[:4].isdigit():
        return None
    year, month, number = (*start[:10].split("-"), "01", "01")[:3]
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None
