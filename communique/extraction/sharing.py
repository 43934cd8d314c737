"""What an expression of time has from its neighbour: "from May 3 to June 4, 2009", "26 June in
2020", "next Monday or Tuesday", "next week, between Wednesday and Friday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from communique.extraction.timeforms import Expression
from communique.model.report import Time
from communique.model.text import Text

_LINK = re.compile(r"\s*,?\s*(?:to|and|or|until|till|through|[-–—])\s*(?:on\s+|the\s+)?")
_LIST = re.compile(r"\s*,?\s+(?:(?:to|and|or|until|till|through)\s+)?(?:on\s+)?|\s*[-–—]\s*")
_RANGE = re.compile(r"\s*(?:to|until|till|through|[-–—])\s*(?:the\s+)?")
_AND = re.compile(r"\s*and\s*(?:the\s+)?")
_IN = re.compile(r"\s+in\s+")
_WITHIN = re.compile(r"\s*,?\s*(?:(?:from|between|on|preferably(?: on)?)\s+)?")


def shared(chars: str, found: list[Expression]) -> list[Expression]:
    """The expressions in their order, with what each has from the one beside it."""
    made = list(found)
    for index in range(len(made) - 2, -1, -1):
        made[index] = _with_year(chars, made[index], made[index + 1])
        made[index] = _with_week_after(chars, made[index], made[index + 1])
    for index in range(1, len(made)):
        made[index] = _with_week(chars, made[index - 1], made[index])
    return made


def _with_year(chars: str, expression: Expression, following: Expression) -> Expression:
    """The first day of a range has the year of the second."""
    if expression.kind != "date" or following.kind != "date" or following.year is None:
        return expression
    if expression.year is not None or not expression.month:
        return expression
    if following.month and _LINK.fullmatch(chars, expression.end, following.start):
        year = following.year - (expression.month > following.month)
    elif not following.month and _IN.fullmatch(chars, expression.end, following.start):
        year = following.year
    else:
        return expression
    until = expression.until and (year, *expression.until[1:])
    return replace(expression, year=year, until=until)


def _with_week_after(chars: str, expression: Expression, following: Expression) -> Expression:
    """ "Monday, Thursday or Friday next week"."""
    if expression.kind != "weekday" or expression.base != "free":
        return expression
    if following.kind != "weekday" or following.base != "week":
        return expression
    if not _LIST.fullmatch(chars, expression.end, following.start):
        return expression
    return replace(expression, base="week", shift=following.shift)


def _with_week(chars: str, before: Expression, expression: Expression) -> Expression:
    """A bare weekday is of the week that the words before it name."""
    if expression.kind != "weekday" or expression.base != "free":
        return expression
    named = before.kind == "weekday" and before.base in {"now", "week"} and before.shift > 0
    if named and _LIST.fullmatch(chars, before.end, expression.start):
        return replace(expression, base=before.base, shift=before.shift)
    week = before.kind == "period" and before.unit == "W" and before.base == "now"
    if week and _WITHIN.fullmatch(chars, before.end, expression.start):
        return replace(expression, base="week", shift=before.shift)
    return expression


_ZONED = re.compile(r"\s*\(\s*")
_AFTER = re.compile(r"\s*\)?\s*,?\s*(?:on\s+)?")


def with_days(text: Text, times: list[Time]) -> list[Time]:
    """The day that follows a time of day told twice: "10 a.m. (0700 GMT) on Friday"."""
    made = list(times)
    for index in range(len(made) - 2):
        clock, again, day = made[index : index + 3]
        if not (clock.text and again.text and day.text and day.start) or day.precision != "day":
            continue
        if not (_alone(text, clock) and _alone(text, again)):
            continue
        if _ZONED.fullmatch(text.chars, clock.text.end, again.text.start) and _AFTER.fullmatch(
            text.chars, again.text.end, day.text.start
        ):
            made[index] = _on_day(clock, day.start)
            made[index + 1] = _on_day(again, day.start)
    return made


def _alone(text: Text, time: Time) -> bool:
    """Whether a time says an hour, and its day was taken from elsewhere."""
    return bool(re.fullmatch(r"[\dX-]{10}T\d\d:\d\d", time.value)) and time.why.startswith("Of ")


def _on_day(time: Time, day: str) -> Time:
    value = day[:10] + time.value[10:]
    return replace(time, start=value, value=value, why="Of the day named after it.")


def in_order(text: Text, times: list[Time]) -> list[Time]:
    """A range whose ends were counted to the two sides of the day of the report, each for itself,
    has its first end before its second: a year earlier, or for weekdays a week."""
    made = list(times)
    for index in range(len(made) - 1):
        first, second = made[index], made[index + 1]
        if first.text is None or second.text is None or not first.start or not second.start:
            continue
        if first.end or second.end or not first.start > second.start:
            continue
        if _MOVED.search(text.chars[max(0, first.text.start - 60) : first.text.start]):
            continue
        if weekdays := _weekdays(text, first, second):
            made[index : index + 2] = weekdays
            continue
        counted = re.match(r"The (?:most recent|nearest|next)", first.why)
        if not counted or len(first.start) not in {7, 10} or len(first.start) != len(second.start):
            continue
        between = text.chars[: first.text.start].endswith(("between ", "Between ", "between the "))
        link = _AND if between else _RANGE
        if not link.fullmatch(text.chars, first.text.end, second.text.start):
            continue
        earlier = f"{int(first.start[:4]) - 1:04d}{first.start[4:]}"
        if earlier <= second.start and not earlier.endswith("02-29"):
            why = f"{first.why[:-1]}, a year earlier, as the range ends with {second.start}."
            made[index] = replace(first, start=earlier, value=earlier, why=why)
    return made


_MOVED = re.compile(
    r"\b(?:mov|shift|postpon|reschedul|br(?:ought|ing)|chang|delay|advanc|push)\w*\b[^.]*$"
)
"""Before a range that is none: "brought the vote forward from November to June"."""

_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")


def _weekdays(text: Text, first: Time, second: Time) -> list[Time] | None:
    """ "From Monday to Thursday": the second is the one after the first where the clause looks
    ahead, else the first is the one before the second."""
    if first.text is None or second.text is None or not first.start or not second.start:
        return None
    both = all(_WEEKDAY.fullmatch(text.slice(t.text)) for t in (first, second) if t.text)
    if not both or not _RANGE.fullmatch(text.chars, first.text.end, second.text.start):
        return None
    ahead = first.why.endswith("as the words look ahead.")
    moved, other = (second, first) if ahead else (first, second)
    start = (date.fromisoformat(moved.start or "") + timedelta(days=7 if ahead else -7)).isoformat()
    why = f"{moved.why[:-1]}, a week {'later' if ahead else 'earlier'}, as a range runs forward."
    made = replace(moved, start=start, value=start, why=why)
    return [other, made] if ahead else [made, other]


def with_lasts(text: Text, times: list[Time]) -> list[Time]:
    """The first day of "from May 3 to June 4" with the last as its end: what it dates lasted."""
    made = list(times)
    for index in range(len(made) - 1):
        first, second = made[index], made[index + 1]
        if first.text is None or second.text is None or first.end or second.end:
            continue
        if (first.precision, second.precision) != ("day", "day"):
            continue
        before = text.chars[max(0, first.text.start - 60) : first.text.start].rstrip().lower()
        link = _AND if before.endswith("between") else _RANGE
        if not before.endswith(("from", "between")) or _MOVED.search(before):
            continue
        if not link.fullmatch(text.chars, first.text.end, second.text.start):
            continue
        if first.start and second.start and first.start < second.start:
            why = f"{first.why[:-1]}; it lasts to {second.start}."
            made[index] = replace(first, end=second.start, why=why)
    return made
