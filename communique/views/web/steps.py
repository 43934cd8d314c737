"""What became of an agreement, on a line of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from communique.model.record import Status
from communique.model.report import Time
from communique.views.web.axis import Tick, axis_over, day
from communique.views.web.words import cite, when

APART = 26.0
"""Per cent of a telephone's width that a status needs beside it for its name."""


@dataclass(frozen=True, slots=True)
class Step:
    """A status at its time: `x` in per cent of the width, `row` counts from below, `anchor` as in
    SVG; `by` when the day is only known not to be later."""

    x: float
    row: int
    anchor: str
    status: str
    label: str
    href: str
    by: bool


@dataclass(frozen=True, slots=True)
class Steps:
    """The statuses that have a time, from the first to the last; `rows` is how high they stack."""

    steps: tuple[Step, ...]
    ticks: tuple[Tick, ...]
    rows: int


def steps(history: Sequence[Status]) -> Steps:
    """The line of time of a history; empty where no status has a day with its year."""
    dated = [(found, status) for status in history if (found := _day(status.time)) is not None]
    dated.sort(key=lambda pair: pair[0])
    axis = axis_over(found for found, _ in dated)
    if axis is None:
        return Steps((), (), 0)
    taken: list[list[tuple[float, float]]] = []
    drawn = []
    for at, status in dated:
        x = axis.x(at)
        span = (x - APART, x + 3) if x > 100 - APART else (x - 3, x + APART)
        free = (n for n, row in enumerate(taken) if not any(_meet(span, one) for one in row))
        row = next(free, len(taken))
        taken[row : row + 1] = [[*(taken[row] if row < len(taken) else []), span]]
        drawn.append(_step(x, row, status))
    return Steps(tuple(drawn), axis.ticks, len(taken))


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _step(x: float, row: int, status: Status) -> Step:
    name = status.status or "mentioned"
    anchor = "end" if x > 100 - APART else "start"
    href = cite(status.evidence[0]) if status.evidence else ""
    by = status.time is not None and status.time.start is None
    return Step(x, row, anchor, name, f"{name}, {when(status.time)}", href, by)


def _day(time: Time | None) -> date | None:
    """The day of a time, or the last that it may be."""
    if time is None or time.start or not time.end:
        return day(time)
    return day(Time(time.end, None, None, time.end, time.precision, time.basis, time.why))
