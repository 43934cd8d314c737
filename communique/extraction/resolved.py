"""What an expression of time comes to, and the day it is counted from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from communique.extraction.moments import Moment, day_of, plus_days
from communique.extraction.timeforms import Expression


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that "today" is in a report, and how that is known."""

    moment: Moment
    name: str
    clock: str = ""
    """The time of day of a publication that has one, as T16:12."""

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


def stated(moment: Moment, why: str, basis: str = "stated", clock: str = "") -> Resolved:
    """One moment, with a time of day where the expression gives one."""
    value, start, end = moment.iso + clock, moment.iso, None
    precision = moment.precision
    if clock and moment.day and clock[1:2].isdigit():
        first, _, last = clock.partition("/")
        precision = "second" if first.count(":") == 2 else "minute"
        precision = "hour" if first.endswith(":00") and len(first) == 6 else precision
        start += first
        if last:
            turned = plus_days(moment, 1) if last < first else moment
            end = (turned or moment).iso + last
            value = f"{start}/{end}"
    return Resolved(start, end, value, precision, basis, why)


def unresolved(value: str, precision: str, why: str) -> Resolved:
    """Something without a day that is known."""
    return Resolved(None, None, value, precision, "stated", why)


def ranging(
    start: Moment, end: Moment, value: str, precision: str, basis: str, why: str
) -> Resolved:
    """A stretch from one moment to another."""
    return Resolved(start.iso, end.iso, value, precision, basis, why)


AGAIN = "Something that comes again and again"
"""What is said of a set, which leads to no day: "every year since 1990"."""

NO_ANCHOR = "the report gives no day to count from"


def base_name(expression: Expression, anchor: Anchor | None) -> str:
    """What an expression is counted from, in words."""
    named = expression.base == "text" or anchor is None
    return "the date named before it" if named or anchor is None else anchor.name


def counted_from(
    expression: Expression, anchor: Anchor | None, last: Moment | None
) -> Moment | None:
    """The moment an expression is counted from, when there is one."""
    return last if expression.base == "text" else anchor.moment if anchor else None
