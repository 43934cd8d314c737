"""Which words of a report are names of places.

What the reader took for one, cut to the name; other names of the reader that are nothing but a
state's, or that the same report calls a place elsewhere; and capitalised words that the lexicon
knows. Parts of other names are left alone: the Tehran Times is not in Tehran.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.extraction.atlas import longest
from communique.extraction.placecuts import counties, cut, is_titled, whole, without_counties
from communique.extraction.placeguesses import given, is_building, mistaken
from communique.extraction.senses import senses, short_forms, stands_alone
from communique.model.report import Report
from communique.model.text import Name, Span, Text


@dataclass(frozen=True, slots=True)
class Found:
    """Names of places in a report: their spans, sorted; those the reader took for places; those
    in a list that ends in "counties"; and the one of the dateline."""

    spans: tuple[Span, ...]
    sure: frozenset[Span]
    counties: frozenset[Span]
    line: Span | None


def find(report: Report, text: Text) -> Found:
    """The names of places in a report."""
    line = _dateline_span(report)
    people = (n for n in text.names if n.type == "person")
    surnames = frozenset(word for n in people for word in given(text, n))
    named = (name for name in text.names if _is_place(name) or is_building(text, name))
    parts = (span for name in named for span in cut(text.chars, name))
    sure = {s for s in parts if text.slice(s) not in surnames or senses(text.slice(s))}
    more = (*mistaken(text, sure, surnames), *_missed(text, report))
    others = {s for s in more if not _touches(s, sure)}
    if line:
        sure, others = _without_parts(sure, line), _without_parts(others, line)
        sure |= set() if _touches(line, sure | others) else {line}
    others |= {s for s in _after_commas(text, sure | others) if not _touches(s, sure | others)}
    spans = sorted({whole(text.chars, s) for s in sure | others if not is_titled(text.chars, s)})
    spans = [s for n, s in enumerate(spans) if n == 0 or s.start >= spans[n - 1].end]
    listed = counties(text.chars, spans)
    bare = {span: without_counties(text.chars, span) for span in spans}
    return Found(
        tuple(bare[span] for span in spans),
        frozenset(bare.get(span, span) for span in sure),
        frozenset(bare[span] for span in listed),
        line,
    )


def _without_parts(spans: set[Span], line: Span) -> set[Span]:
    """The names but those that are only a part of the one that stands in the dateline."""
    return {s for s in spans if s == line or not (line.start <= s.start and s.end <= line.end)}


def _is_place(name: Name) -> bool:
    return name.type in {"place", "facility"}


def _touches(span: Span, spans: Iterable[Span]) -> bool:
    return any(s.start < span.end and span.start < s.end for s in spans)


# Names that the reader missed.

_CAPITAL = re.compile(r"(?<![\w@#])[A-ZÀ-Þ][^\W\d_]*(?:[.'’-][^\W\d_]+)*\.?")


def _missed(text: Text, report: Report) -> Iterator[Span]:
    """States, capitals and regions that the reader missed: no part of a name, no neighbour of
    another capitalised word, which would make them part of one."""
    headlines = _headlines(report)
    taken = sorted((n.start, n.end) for n in text.names)
    for start, end in text.prose:
        headline = Span(start, end) in headlines
        position = start
        for match in _CAPITAL.finditer(text.chars, start, end):
            if match.start() < position:
                continue
            size = longest(text.chars, match.start(), end)
            if not size and stands_alone(match.group()):
                size = len(match.group())
            if not size:
                continue
            span = Span(match.start(), match.start() + size)
            position = span.end
            if any(a < span.end and span.start < b for a, b in taken):
                continue
            if headline or not _has_neighbour(text.chars, span):
                yield span


def _headlines(report: Report) -> frozenset[Span]:
    """The titles in which most words begin with a capital, as in American papers."""
    titles = (Span(s.start, s.end) for s in report.segments if s.kind == "title")
    return frozenset(s for s in titles if _is_capitalised(report.text[s.start : s.end]))


def _is_capitalised(words_of: str) -> bool:
    found = re.findall(r"\b[^\W\d_]{4,}", words_of)
    return sum(1 for word in found if word[0].isupper()) > 0.6 * len(found)


def _has_neighbour(chars: str, span: Span) -> bool:
    before = re.search(r"([A-Z][\w’'-]*) $", chars[max(0, span.start - 30) : span.start])
    after = re.match(r"[ -][A-Z]", chars[span.end : span.end + 2])
    sentence = span.start - len(before.group()) if before else 0
    starts = re.search(r"(?:[.!?:]['\"”’)]*\s+|\n\s*|^)$", chars[:sentence][-6:])
    return bool(after) or (before is not None and starts is None)


def _after_commas(text: Text, spans: Iterable[Span]) -> Iterator[Span]:
    """ "Ore." in "Salem, Ore." """
    taken = sorted((n.start, n.end) for n in text.names)
    for span in spans:
        if not text.chars.startswith(", ", span.end):
            continue
        match = short_forms().match(text.chars, span.end + 2)
        if match and not any(
            a < match.end() and match.start() < b and not (match.start() <= a and b <= match.end())
            for a, b in taken
        ):
            yield Span(*match.span())


def _dateline_span(report: Report) -> Span | None:
    line = report.dateline
    if line is None or not line.place:
        return None
    at = report.text.casefold().find(line.place.casefold(), line.start, line.end)
    return Span(at, at + len(line.place)) if at >= 0 else None
