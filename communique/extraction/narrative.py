"""Reports that tell a history: their days are counted from one another, not from the day of
publication.

News counts from its own day ("on Friday", "last month"); a history dates its events in full and
then goes on from there ("In May 1864 … by June … the following week").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.extraction.moments import Moment, plus_months
from communique.extraction.resolved import Anchor
from communique.extraction.timeforms import Expression

FEWEST = 4
"""Dates of earlier years that a history has at least."""
MORE = 4
"""How many times as many they are as the expressions that count from the day of publication."""
RECENT = 2
"""Years before that of publication that news names too, to compare."""
LEAP = 10
"""A year alone that is so many years from the month named last is an aside. 5, 10 and 20 read the
histories of WikiWars alike."""
_OF_A_YEAR = frozenset({"date", "month", "season"})

_COUNTED = frozenset({"weekday", "day", "period", "offset"})
_ITS_OWN = frozenset({"day", "offset"})
"""Kinds that count from the day of publication even in a history: "today", "two years ago"."""


def is_history(found: Sequence[Expression], anchor: Anchor | None) -> bool:
    """Whether the dates of a report are mostly of earlier years, a month or day among them, and
    the first month or day without year has a year named before it."""
    if anchor is None or anchor.moment.year is None:
        return False
    past = [e for e in found if e.year is not None and e.year < anchor.moment.year - RECENT]
    if len(past) < FEWEST or not any(e.month for e in past):
        return False
    first = past[0].start
    if any(e.kind == "date" and e.year is None and e.start < first for e in found):
        return False
    counted = sum(
        e.kind in _COUNTED and e.base != "text" and not (e.part or e.value) for e in found
    )
    return len(past) > MORE * counted


def from_text(expression: Expression) -> Expression | None:
    """The expression as a history means it, counted from the moment named last; None for one that
    says its own date, or counts from the day of publication by what it means."""
    if expression.year is not None:
        return None
    if expression.base == "now" and expression.kind in _ITS_OWN:
        return None
    return replace(expression, base="text")


@dataclass
class Named:
    """The moments that a text named last: a year at least, a month at least, a day, a quarter."""

    anchor: Anchor | None = None
    year: Moment | None = None
    month: Moment | None = None
    day: Moment | None = None
    quarter: Moment | None = None

    @property
    def _aside(self) -> bool:
        """Whether the year named last leaps out of what is told: "(papers found in 2004)"."""
        if self.year is None or self.month is None or self.year.month:
            return False
        told = self.anchor is None or _place(self.month)[0] < _place(self.anchor.moment)[0]
        return told and abs(_place(self.year)[0] - _place(self.month)[0]) > LEAP

    def note(self, moment: Moment, expression: Expression) -> None:
        """Takes a moment that the text has named."""
        if moment.year is None:
            return
        if expression.kind == "quarter":
            self._note_quarter(moment)
        self.year = moment
        if moment.month:
            self.month = moment
        if moment.day:
            self.day = moment

    def _note_quarter(self, moment: Moment) -> None:
        """A report is about the latest quarter that is over; others are there to compare."""
        last = plus_months(moment, 2)
        today = self.anchor.moment if self.anchor else None
        over = today is None or (last is not None and _place(last) < _place(today))
        if over and (self.quarter is None or _place(moment) > _place(self.quarter)):
            self.quarter = moment

    def leaning(self, expression: Expression) -> Expression:
        """ "A year earlier" where a report speaks of a quarter means that quarter a year before."""
        year_before = expression.kind == "offset" and expression.unit == "Y"
        if not (self.quarter and year_before and expression.amount == 1 and expression.shift < 0):
            return expression
        return replace(expression, kind="focus", unit="Q")

    def before(self, expression: Expression) -> Moment | None:
        """The moment from which an expression is counted: one that is precise enough."""
        if expression.kind == "focus":
            return self.quarter
        if expression.kind in {"weekday", "day", "clock"} or expression.unit in {"D", "W", "WE"}:
            return self.day
        if expression.kind in _OF_A_YEAR and self._aside:
            return self.month
        return self.month if expression.unit == "M" else self.year


def _place(moment: Moment) -> tuple[int, int]:
    return moment.year or 0, moment.month or 0
