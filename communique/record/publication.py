"""When reports were published: as they say, or as reports that tell the same events allow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from communique.model.record import ReportRow
from communique.model.report import Time
from communique.record.corpus import Corpus
from communique.record.days import Days, agrees, days_of
from communique.record.happenings import Happening
from communique.record.matching import Events


def stated_days(corpus: Corpus) -> dict[int, Days]:
    """The days of publication, by number of the report, as the reports give them."""
    return {
        number: days_of(read.report.published, read.report.text)
        for number, read in enumerate(corpus.reads)
    }


def published_days(corpus: Corpus, rows: tuple[ReportRow, ...]) -> dict[int, Days]:
    """The days of publication, by number of the report, inferred ones included."""
    return {
        number: days_of(row.published, corpus.reads[number].report.text)
        for number, row in enumerate(rows)
    }


def report_rows(corpus: Corpus, origins: dict[str, str], events: Events) -> tuple[ReportRow, ...]:
    """A row for every report. A report without a dated day takes the latest day on which a dated
    report places an event that it tells as news."""
    told = _dated_elsewhere(events)
    rows = []
    for number, read in enumerate(corpus.reads):
        published = read.report.published
        if not days_of(published, read.report.text).known:
            published = _inferred(published, told.get(number, [])) or published
        rows.append(ReportRow(corpus.ids[number], origins[corpus.ids[number]], published))
    return tuple(rows)


def _dated_elsewhere(events: Events) -> dict[int, list[tuple[dt.date, str]]]:
    """For every report without a dated day, the days (and the reports that give them) of the news
    that it shares with others' dated tellings."""
    found: dict[int, list[tuple[dt.date, str]]] = {}
    for told in events.tellings.values():
        days = sorted((h.days.day, h.report) for h in told if h.days.day is not None)
        days = days or sorted(_news_of_the_day(told))
        for happening in told if days else ():
            others = [day for day in days if day[1] != happening.report]
            if others and _undated_news(happening):
                found.setdefault(happening.item.report, []).append(others[0])
    return found


def _news_of_the_day(told: tuple[Happening, ...]) -> Iterator[tuple[dt.date, str]]:
    """The days of reports that tell an event as news without giving its own day."""
    for happening in told:
        if happening.news and happening.published.day is not None:
            yield happening.published.day, happening.report


def _undated_news(happening: Happening) -> bool:
    unreal = {"historical", "future", "hypothetical", "negation"}
    return not happening.published.known and not happening.aux & unreal


def _inferred(published: Time | None, told: list[tuple[dt.date, str]]) -> Time | None:
    fitting = list(_fitting(days_of(published), told))
    if not fitting:
        return None
    day, report = max(fitting, key=lambda f: (f[0], f[1]))
    why = f"tells what report {report} gives this day; published then or soon after"
    return Time(day.isoformat(), None, None, day.isoformat(), "day", "inferred", why)


def _fitting(pattern: Days, told: list[tuple[dt.date, str]]) -> Iterator[tuple[dt.date, str]]:
    """The days that what the report says of its own date leaves open; a date without year that
    falls up to a week after the event takes the event's year."""
    for day, report in told:
        if pattern.month_day is None:
            yield day, report
            continue
        for later in range(8):
            then = day + dt.timedelta(days=later)
            if agrees(pattern, then):
                yield then, report
