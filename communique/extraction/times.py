"""When: the dates, times, durations and sets that a report names.

`timex` finds the expressions and what they say; `dates` counts them from the day the report was
published or datelined; here the two meet the report and its sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.extraction.calendars import with_bare_years
from communique.extraction.dates import resolve, resolve_in_history
from communique.extraction.fiscal import quarter_of, with_ends
from communique.extraction.moments import PAST, Moment
from communique.extraction.narrative import Named, is_history
from communique.extraction.offsets import led
from communique.extraction.ordering import with_order
from communique.extraction.resolved import Anchor, Resolved
from communique.extraction.sharing import in_order, shared, with_days, with_lasts
from communique.extraction.tenses import tense
from communique.extraction.timeforms import Expression
from communique.extraction.timesift import NOT_TIMES, is_time
from communique.extraction.timex import expressions
from communique.model.report import Report, Time
from communique.model.text import Span, Text


def find_times(report: Report, text: Text) -> tuple[Time, ...]:
    """The times a report names, sorted by where they stand; those without words come first.

    The publication day is among them as the report has it, the dateline's with basis `dateline`.
    Without a day to count from, expressions stay open: start None, or the year XXXX.
    """
    found = [report.published] if report.published else []
    taken = [t.text for t in found if t.text]
    told = [e for e in _expressions(report, text) if _opens(e, taken) or not _overlaps(e, taken)]
    anchor = find_anchor(report) or _from_dateline(report, told)
    named = Named(anchor)
    history = is_history(told, anchor)
    for expression in told:
        if _in_dateline(report, expression):
            resolved = _of_dateline(expression, named)
            if taken and not expression.until and _opens(expression, taken):
                resolved = resolved._replace(end=found[0].start)
        else:
            resolved = _resolved(text, named.leaning(expression), named, history)
            if moment := _moment(resolved.start) or quarter_of(resolved):
                named.note(moment, expression)
        found.append(_time(expression, resolved))
    found = with_order(report, text, sorted(found, key=lambda t: t.text or Span(-1, -1)))
    return tuple(
        with_lasts(
            text,
            with_bare_years(
                with_ends(text, led(text, in_order(text, with_days(text, found)), anchor))
            ),
        )
    )


def _overlaps(expression: Expression, spans: list[Span]) -> bool:
    return any(expression.start < span.end and span.start < expression.end for span in spans)


def _opens(expression: Expression, spans: list[Span]) -> bool:
    """Whether an expression tells of several days of which the day of publication is the last."""
    return bool(expression.until) or any(
        span.start <= expression.start and expression.end < span.end for span in spans
    )


def _resolved(text: Text, expression: Expression, named: Named, history: bool) -> Resolved:
    """What an expression of the prose stands for."""
    last = named.before(expression)
    resolved = resolve_in_history(expression, last) if history else None
    if resolved is None:
        direction = tense(text, expression.start, expression.end)
        resolved = resolve(expression, named.anchor, direction, last)
        if last is None and expression.base == "text" and named.anchor and not resolved.start:
            resolved = _from_report(expression, named.anchor, direction) or resolved
    return resolved


def _from_report(expression: Expression, anchor: Anchor, direction: int) -> Resolved | None:
    """ "The following week" in a text that names no time before counts from the report's own."""
    found = resolve(replace(expression, base="now"), anchor, direction, None)
    if found.start is None:
        return None
    return found._replace(basis="inferred", why=f"no time is named before it; {found.why}")


def _of_dateline(expression: Expression, named: Named) -> Resolved:
    """What an expression of the dateline stands for."""
    resolved = resolve(expression, named.anchor, PAST, named.before(expression))
    if not resolved.start:
        return resolved
    return resolved._replace(basis="dateline", why=f"the dateline; {resolved.why}")


def _time(expression: Expression, resolved: Resolved) -> Time:
    return Time(
        resolved.start,
        resolved.end,
        Span(expression.start, expression.end),
        resolved.value,
        resolved.precision,
        resolved.basis,
        resolved.why[0].upper() + resolved.why[1:] + ".",
    )


def find_anchor(report: Report) -> Anchor | None:
    """The day that "today" is in a report: the dateline's, else the publication day. A dateline
    without year takes that of the publication, on or before which it was written."""
    published = _moment(report.published.start) if report.published else None
    line = _moment(report.dateline.date) if report.dateline and report.dateline.date else None
    if line and line.day and line.year is None and published and published.year is not None:
        year = published.year
        if (line.month or 0, line.day) > (published.month or 12, published.day or 31):
            year -= 1
        line = line._replace(year=year)
    candidates = [
        Anchor(moment, f"the {name} {moment.iso}", clock)
        for moment, name, clock in (
            (line, "day of the dateline", ""),
            (published, "day of publication", _clock(report.published)),
        )
        if moment
    ]
    full = [anchor for anchor in candidates if anchor.full]
    dated = [anchor for anchor in candidates if anchor.moment.day]
    return next(iter(full or dated or candidates), None)


def _from_dateline(report: Report, told: list[Expression]) -> Anchor | None:
    """The day of a dateline that intake does not read: one of another calendar."""
    for expression in told:
        if _in_dateline(report, expression):
            moment = _moment(resolve(expression, None, PAST, None).start)
            if moment and moment.day and moment.year is not None:
                return Anchor(moment, f"the day of the dateline {moment.iso}")
    return None


def _clock(published: Time | None) -> str:
    """The time of day of a publication, as T16:12."""
    match = re.search(r"T\d\d:\d\d", (published.start if published else None) or "")
    return match.group() if match else ""


def _moment(iso: str | None) -> Moment | None:
    """The moment of an ISO date, its time of day left out."""
    match = re.match(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?(?:T|$)", iso or "")
    if not match:
        return None
    year, month, day = match.groups()
    return Moment(
        None if year == "XXXX" else int(year),
        int(month) if month else None,
        int(day) if day else None,
    )


def _expressions(report: Report, text: Text) -> Iterator[Expression]:
    """The expressions of the prose and the dateline, in order, those inside names left out."""
    ranges = {*text.prose, *(Span(s.start, s.end) for s in report.segments if s.kind == "dateline")}
    if report.dateline:
        ranges.add(Span(report.dateline.start, report.dateline.end))
    names = [name for name in text.names if name.type in NOT_TIMES]
    done = 0
    for start, end in sorted(ranges):
        found = list(expressions(text.chars, max(start, done), end))
        for expression in shared(text.chars, found):
            if is_time(text, names, expression):
                yield expression
        done = max(done, end)


def _in_dateline(report: Report, expression: Expression) -> bool:
    line = report.dateline
    return line is not None and line.start <= expression.start and expression.end <= line.end
